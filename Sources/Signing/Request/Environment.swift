public import BroadsealBytes
import BroadsealOpenSSL

/// What signing takes from the world: the time and randomness. Both come in from the caller, so
/// that a test can repeat a signature's every byte but the signature.
public struct Environment: Sendable {
  /// The time of signing, as claimed in the manifest and checked against the certificate.
  public let now: @Sendable () -> UTCTime

  /// That many unpredictable bytes, for manifest names and salts.
  public let random: @Sendable (_ count: Int) throws(SigningError) -> [UInt8]

  /// A world with this clock and this source of randomness.
  public init(
    now: @escaping @Sendable () -> UTCTime,
    random: @escaping @Sendable (_ count: Int) throws(SigningError) -> [UInt8]
  ) {
    self.now = now
    self.random = random
  }

  /// A world with this clock and OpenSSL's random generator.
  public init(now: @escaping @Sendable () -> UTCTime) {
    self.init(now: now) { count throws(SigningError) in
      do throws(OpenSSLError) {
        return try Random.bytes(count)
      } catch { throw .cryptography(error) }
    }
  }
}
