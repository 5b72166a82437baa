import BroadsealBytes
import BroadsealOpenSSL

/// The time stamps of a document, of all its signatures, each looked at once.
struct SealTimes: Sendable {
  private let context: ValidationContext
  private let helpers: [Certificate]
  /// Stamps of the document that hold and that two readers take alike, and where what they cover ends.
  private var ofDocument: [(end: Int, stamp: SealStamp)] = []
  /// Times that hold, whoever states them, and where the signatures end to which they belong.
  private var stated: [(end: Int, time: UTCTime)] = []

  init(of signatures: CheckedSignatures, in context: ValidationContext) {
    self.context = context
    helpers = signatures.helpers
    // Where nobody vouches for seals, nobody asks when they were made.
    guard context.vouchesForSeals else { return }
    for signature in signatures.all where signature.holds {
      let end = signature.result.coveredEnd
      if let time = signature.stampedTime { stated.append((end, time)) }
      for token in signature.tokens where token.holds {
        if let time = token.stamp?.generated { stated.append((end, time)) }
      }
      guard case .stamp(let stamp) = signature.parsed, let signer = signature.prover,
        signature.result.doubts.isEmpty, signature.result.coverage != .part,
        let dated = SealStamp(stamp, by: signer, helpers: helpers, in: context)
      else { continue }
      ofDocument.append((end, dated))
    }
  }

  /// The stamps that date a signature, the earliest first: its own, and those of the document that came
  /// later.
  func stamps(dating signature: CheckedSignature) -> [SealStamp] {
    guard context.vouchesForSeals, signature.holds, let message = signature.message else {
      return []
    }
    let own = signature.tokens.compactMap { token -> SealStamp? in
      guard token.holds, let stamp = token.stamp, let signer = token.proof.signer else {
        return nil
      }
      return SealStamp(stamp, by: signer, helpers: message.certificates + helpers, in: context)
    }
    let later = ofDocument.filter { $0.end > signature.result.coveredEnd }.map(\.stamp)
    return (own + later).sorted {
      ($0.time, $0.authority.fingerprint) < ($1.time, $1.authority.fingerprint)
    }
  }

  /// The newest of the stamps that a signature covers: those of the document, and those of the signatures,
  /// of earlier revisions. Nobody need believe in them; whoever sealed them did it later.
  func covered(by signature: CheckedSignature) -> UTCTime? {
    guard signature.holds else { return nil }
    return stated.filter { $0.end < signature.result.coveredEnd }.map(\.time).max()
  }
}
