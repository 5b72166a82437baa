public import BroadsealBytes
package import BroadsealOpenSSL

/// A time-stamp authority whose key is at hand (`--tsa key:FILE`, RFC 3161).
public struct LocalTimeStampAuthority: Sendable {
  let authority: TimeStampAuthority
  /// Size of its largest token in bytes, measured once.
  let tokenSize: Int

  /// Loads the authority's key and certificates from PEM, encrypted PEM or PKCS#12 files.
  ///
  /// - Parameters:
  ///   - key: the file with the private key; it may hold the certificates too.
  ///   - certificates: PEM file with the certificates, the authority's own first; nil when `key`
  ///     holds them.
  ///   - passphrase: what decrypts `key`; nil when it is not encrypted.
  /// - Throws: `SigningError` of kind `credential`, `passphrase`, `certificate` or `unreadable`.
  public static func load(
    key: FilePath, certificates: FilePath? = nil, passphrase: [UInt8]? = nil
  ) throws(SigningError) -> LocalTimeStampAuthority {
    let pair = try KeyFile.pair(
      key: try KeyBytes(key), certificates: try certificates.map(KeyBytes.init),
      passphrase: passphrase, isClock: true)
    return try LocalTimeStampAuthority(
      key: pair.key, certificates: pair.certificates, path: key.display)
  }

  /// An authority with its key and certificates in memory, as PEM, encrypted PEM or PKCS#12.
  ///
  /// - Parameters:
  ///   - key: the content of the key's file; it may hold the certificates too.
  ///   - certificates: the certificates as PEM, the authority's own first; nil when `key` holds them.
  ///   - passphrase: what decrypts `key`; nil when it is not encrypted.
  /// - Throws: `SigningError` of kind `credential`, `passphrase` or `certificate`.
  public static func load(
    key: [UInt8], certificates: [UInt8]? = nil, passphrase: [UInt8]? = nil
  ) throws(SigningError) -> LocalTimeStampAuthority {
    let pair = try KeyFile.pair(
      key: KeyBytes(key), certificates: certificates.map(KeyBytes.init), passphrase: passphrase,
      isClock: true)
    return try LocalTimeStampAuthority(key: pair.key, certificates: pair.certificates)
  }

  /// An authority with a key and its certificates in memory, its own first.
  package init(
    key: PrivateKey, certificates: [Certificate], path: String? = nil
  ) throws(SigningError) {
    guard let own = certificates.first else {
      throw SigningError(.certificate, "the time-stamp authority has no certificate", path: path)
    }
    do throws(TimeStampError) {
      authority = try TimeStampAuthority(
        key: key, certificate: own, chain: Array(certificates.dropFirst()))
      tokenSize = try LocalTimeStampAuthority.measure(authority) + LocalTimeStampAuthority.slack
    } catch {
      throw SigningError(.certificate, error.reason, path: path)
    }
  }

  /// Bytes of the number that an authority has to repeat.
  static let nonceSize = 8
  /// Bytes by which tokens of one authority differ: an ECDSA signature in DER varies by a few.
  private static let slack = 24

  private static func measure(_ authority: TimeStampAuthority) throws(TimeStampError) -> Int {
    guard let longest = Digest(.sha512, bytes: [UInt8](repeating: 0, count: 64)) else { return 0 }
    let nonce = [UInt8](repeating: 0x7F, count: nonceSize)
    return try authority.stamp(longest, at: UTCTime(secondsSinceEpoch: 0), nonce: nonce).der.count
  }
}
