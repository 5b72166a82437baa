import BroadsealBytes
import CBroadsealOpenSSL
import Glibc

/// Reading private keys and certificates from the forms they are kept in: PEM with a key, a chain
/// or both, encrypted or not, the same in DER, certificates in PKCS#7, and PKCS#12.
package enum KeyStore {
  /// Largest key file that is read, in bytes.
  package static let maximumSize = 1 << 20

  /// What the file at `path` holds.
  package static func load(
    path: String, passphrase: [UInt8]? = nil
  ) throws(KeyError) -> KeyMaterial {
    try load(read(path), passphrase: passphrase)
  }

  /// What `bytes` hold.
  package static func load(
    _ bytes: [UInt8], passphrase: [UInt8]? = nil
  ) throws(KeyError) -> KeyMaterial {
    guard bytes.first != DERTag.sequence else {
      return try loadDER(bytes, passphrase: passphrase)
    }
    let blocks: [PEM.Block]
    do throws(Malformed) {
      blocks = try PEM.blocks(in: bytes)
    } catch { throw KeyError.malformed(error.description) }
    return try material(in: blocks, passphrase)
  }

  private static func material(
    in blocks: [PEM.Block], _ passphrase: [UInt8]?
  ) throws(KeyError) -> KeyMaterial {
    var key: PrivateKey?
    var certificates: [Certificate] = []
    var hasRequest = false
    var hasPublicKey = false
    for block in blocks {
      if block.label == "CERTIFICATE" {
        do throws(OpenSSLError) {
          certificates.append(try Certificate(der: block.der ?? []))
        } catch { throw KeyError.malformed(error.description) }
      } else if block.label == "PKCS7" || block.label == "CMS" {
        certificates += try bundled(block.der ?? [])
      } else if block.label.hasSuffix("CERTIFICATE REQUEST") {
        hasRequest = true
      } else if block.label.hasSuffix("PUBLIC KEY") {
        hasPublicKey = true
      } else if block.label.hasSuffix("PRIVATE KEY") {
        guard key == nil else { throw KeyError.severalPrivateKeys }
        key = try PrivateKey(pem: block.text, passphrase: passphrase)
      }
    }
    guard key != nil || !certificates.isEmpty else {
      throw hasRequest ? KeyError.certificateRequest : hasPublicKey ? .publicKey : .notKeyMaterial
    }
    try requireUsable(key)
    return try KeyMaterial(key: key, certificates: certificates)
  }

  static func requireUsable(_ key: PrivateKey?) throws(KeyError) {
    guard let key, key.algorithms.isEmpty else { return }
    throw KeyError.unsupported(key.publicKey.kind.description)
  }

  private static func read(_ path: String) throws(KeyError) -> [UInt8] {
    func failure() -> KeyError {
      let reason = unsafe String(cString: strerror(errno))
      return .unreadable(path: path, reason: reason.asClause)
    }
    guard !path.utf8.contains(0) else {
      throw KeyError.unreadable(path: path, reason: "not a path")
    }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure() }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: maximumSize + 1)
    var count = 0
    while count < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(file, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
      }
      guard got >= 0 else { throw failure() }
      if got == 0 { break }
      count += got
    }
    guard count <= maximumSize else {
      throw KeyError.unreadable(path: path, reason: "larger than \(maximumSize) bytes")
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

extension KeyStore {
  /// The private key at `address` on a PKCS#11 token.
  ///
  /// - Parameter pin: opens the token; nil tries without, which finds no key that a PIN protects.
  /// - Throws: `missingPassphrase` and `wrongPassphrase` for the PIN; `noTokenSupport`,
  ///   `tokenModule`, `noTokenKey` or `token`; `unsupported` for a key that cannot sign.
  package static func load(
    _ address: TokenAddress, pin: [UInt8]? = nil
  ) throws(KeyError) -> PrivateKey {
    let key = try TokenEngine.privateKey(at: address, pin: pin)
    try requireUsable(key)
    return key
  }
}
