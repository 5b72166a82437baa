import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust

/// A time stamp that dates a seal: its own, or a later one of the whole document. It holds in itself; by
/// whom it was made is asked at each place of a list.
///
/// Stamps of others are read as messages of others are, whatever encoding they have.
struct SealStamp: Sendable {
  /// The time that it states.
  let time: UTCTime
  /// The authority's certificate and what came with it.
  let authority: SignerCredential
  /// Whether it rests on an algorithm that can be broken.
  let isWeak: Bool

  /// A stamp that holds by the certificate of `signer`; nil when that was not made for stamps, or not valid
  /// then.
  init?(
    _ stamp: ReceivedStamp, by signer: Certificate, helpers: [Certificate],
    in context: ValidationContext
  ) {
    guard
      signer.extendedKeyUsage == [Purpose.timeStamping],
      signer.notBefore <= stamp.generated, stamp.generated <= signer.notAfter,
      stamp.generated <= context.latest.adding(seconds: ProvedTime.clockSkew),
      let authority = context.chains.credential(
        of: SignerChains.line(
          of: signer, among: stamp.message.certificates + helpers,
          below: context.trust.certificates, by: context.chains))
    else { return nil }
    time = stamp.generated
    self.authority = authority
    isWeak =
      [stamp.hash, stamp.message.hash].contains { $0?.isWeak ?? true } || signer.publicKey.isWeak
  }

  /// Why the stamp does not count at a place of a list; nil when it does.
  ///
  /// - Parameter revocation: what is known of revoked certificates, those of its authority among them.
  func fault(
    at candidate: OfficialCandidate, by revocation: SealRevocation, in context: ValidationContext
  ) -> Note? {
    let known = revocation.authority(authority, at: time, in: context)
    if let loss = known.loss(besides: candidate.anchors.timeStamps) { return loss.sealNote }
    switch StampStanding(of: authority, at: time, by: candidate.anchors, in: context) {
    case .believed where known.isRevoked(by: candidate.anchors):
      return Note(SealCode.authorityRevoked)
    case .believed: break
    case .otherTime(let words): return Note(SealCode.authorityNotGranted, words)
    case .otherService: return Note(SealCode.authorityUnlisted, StampStanding.otherServiceWords)
    case .unlisted: return Note(SealCode.authorityUnlisted)
    }
    return isWeak ? Note(SealCode.stampWeak) : nil
  }
}
