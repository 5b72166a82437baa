import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL

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
