import BroadsealBytes
import BroadsealOpenSSL

extension Signer {
  /// The same signer, whose PDF signatures bring along what judges them when nobody answers any more
  /// (PAdES B-LT): certificates up to the roots, and answers about revocation from `source`.
  package func keeping(_ source: RevocationSource) -> Signer {
    var signer = self
    signer.longTerm = LongTermProofs(source)
    return signer
  }

  /// What the signature of `job` brings along; nil where that was not asked for.
  ///
  /// An authority on the network is asked for a stamp that nobody needs when none is known yet: its real
  /// stamp is inside the signature that has to cover its certificates.
  func proofs(
    _ stamper: TimeStamper, at time: UTCTime
  ) throws(SigningError) -> LongTermJob? {
    guard let longTerm else { return nil }
    return try LongTermJob(
      longTerm, about: [LongTermProofs.Subject(chain: credential.certificates)], stamper, at: time)
  }
}
