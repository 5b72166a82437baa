import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL

/// Reading key files, with errors that name the file.
enum KeyFile {
  /// The private key of `key` and its certificates, leaf first, from `certificates` when given.
  ///
  /// Roots are left out: a verifier has its own, or none.
  ///
  /// - Parameter isClock: whether it is a time-stamp authority's, for which no option names a second file.
  static func pair(
    key: KeyBytes, certificates: KeyBytes?, passphrase: [UInt8]?, isClock: Bool = false
  ) throws(SigningError) -> (key: PrivateKey, certificates: [Certificate]) {
    let material = try key.material(passphrase: passphrase)
    guard let secret = material.key else { throw .key(.noPrivateKey, name: key.path) }
    let given = try certificates?.material(passphrase: nil).certificates
    let place = certificates ?? key
    let chain: KeyMaterial
    do throws(KeyError) {
      chain = try KeyMaterial(key: secret, certificates: given ?? material.certificates)
    } catch { throw .key(error, name: place.path) }
    guard chain.certificates.first != nil else {
      throw SigningError(
        .certificate, "there is no certificate for the key", path: place.path,
        hint: isClock
          ? "put the authority's certificate, and those above it, into the file of its key" : wanted
      )
    }
    return (secret, withoutRoot(chain.certificates))
  }

  /// The key of `source` and its certificates, leaf first, from `certificates` when given.
  static func pair(
    _ source: KeySource, certificates: FilePath?, passphrase: [UInt8]?
  ) throws(SigningError) -> (key: SigningKey, certificates: [Certificate]) {
    switch source {
    case .file(let path):
      let pair = try pair(
        key: try KeyBytes(path), certificates: try certificates.map(KeyBytes.init),
        passphrase: passphrase)
      return (.key(pair.key), pair.certificates)
    case .token:
      let chain = try chain(certificates, of: source)
      let key = try source.tokenKey(pin: passphrase)
      do throws(KeyError) {
        let material = try KeyMaterial(key: key, certificates: chain)
        return (.key(key), withoutRoot(material.certificates))
      } catch { throw .key(error, name: source.display) }
    case .command(let command):
      let chain = withoutRoot(try chain(certificates, of: source))
      guard let leaf = chain.first else { throw missing(source) }
      return (.command(command, leaf.publicKey), chain)
    }
  }

  /// The certificates of a key that brings none along.
  private static func chain(
    _ path: FilePath?, of source: KeySource
  ) throws(SigningError) -> [Certificate] {
    guard let path else { throw missing(source) }
    let chain = try KeyBytes(path).material(passphrase: nil).certificates
    guard !chain.isEmpty else { throw missing(source) }
    return chain
  }

  private static func missing(_ source: KeySource) -> SigningError {
    SigningError(
      .certificate, "there is no certificate for the key", path: source.display,
      hint: wanted)
  }

  /// What a key without its certificate wants.
  private static let wanted =
    "--certificates, or certificates beside the key in the profile, names a file with the certificate and those above it"

  private static func withoutRoot(_ chain: [Certificate]) -> [Certificate] {
    guard chain.count > 1, let last = chain.last, last.isSelfIssued else { return chain }
    return chain.dropLast()
  }
}

/// The content of a key or certificate file, and what errors call it.
struct KeyBytes {
  let bytes: [UInt8]
  /// Path of the file; nil for bytes that came in memory.
  let path: String?

  /// Bytes in memory.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    path = nil
  }

  /// The file at `path`.
  init(_ path: FilePath) throws(SigningError) {
    do throws(SourceError) {
      let source = try ByteSource(path)
      if source.size <= KeyStore.maximumSize {
        bytes = try source.read(ByteRange(first: source.size))
        self.path = path.display
        return
      }
    } catch { throw .reading(error) }
    throw SigningError(.credential, "larger than \(KeyStore.maximumSize) bytes", path: path.display)
  }

  /// The key and the certificates in it.
  func material(passphrase: [UInt8]?) throws(SigningError) -> KeyMaterial {
    guard bytes.count <= KeyStore.maximumSize else {
      throw SigningError(.credential, "larger than \(KeyStore.maximumSize) bytes", path: path)
    }
    do throws(KeyError) {
      return try KeyStore.load(bytes, passphrase: passphrase)
    } catch { throw .key(error, name: path) }
  }
}
