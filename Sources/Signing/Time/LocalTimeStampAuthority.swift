public import Bytes

/// A time-stamp authority whose key is at hand (`--tsa key:FILE`).
public struct LocalTimeStampAuthority: Sendable {
  /// Loads the authority's key and certificates from PEM, encrypted PEM or PKCS#12 files.
  ///
  /// - Throws: `SigningError` of kind `credential`, `passphrase`, `certificate` or `unreadable`.
  public static func load(
    key: FilePath, certificates: FilePath? = nil, passphrase: [UInt8]? = nil
  ) throws(SigningError) -> LocalTimeStampAuthority {
    throw SigningError(.internal, "no cryptography yet", path: key.display)
  }
}
