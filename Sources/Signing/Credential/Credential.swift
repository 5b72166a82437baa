public import Bytes

/// The key that signs claims, its certificate, and the intermediates above it.
///
/// Loaded and checked once; immutable and shared by every document of a run.
public struct Credential: Sendable {
  /// Loads a key and its certificates from PEM, encrypted PEM or PKCS#12 files.
  ///
  /// - Parameters:
  ///   - key: the file with the private key; it may hold the certificates too.
  ///   - certificates: PEM file with the certificates, leaf first; nil when `key` holds them.
  ///   - passphrase: what decrypts `key`; nil when it is not encrypted.
  ///   - algorithm: `es256`, `es384`, `es512`, `ps256`, `ps384`, `ps512` or `ed25519`; nil for the
  ///     one that fits the key.
  /// - Throws: `SigningError` of kind `credential`, `passphrase`, `certificate` or `unreadable`.
  public static func load(
    key: FilePath, certificates: FilePath? = nil, passphrase: [UInt8]? = nil,
    algorithm: String? = nil
  ) throws(SigningError) -> Credential {
    throw SigningError(.internal, "no cryptography yet", path: key.display)
  }
}
