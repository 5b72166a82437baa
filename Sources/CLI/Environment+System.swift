import BroadsealOpenSSL
import BroadsealSigning

extension Environment {
  /// The clock of this machine and the randomness of its cryptography.
  static let system = Environment(
    now: { Clock.now },
    random: { count throws(SigningError) in
      do throws(OpenSSLError) {
        return try Random.bytes(count)
      } catch {
        throw SigningError(.internal, "\(error)")
      }
    })
}
