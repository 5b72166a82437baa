import BroadsealBytes
import BroadsealOpenSSL

/// The time stamp that a message bears over its signature value (RFC 3161 Appendix A).
///
/// It says when, and not whether: a signature stays what it is when its stamp does not hold.
struct SignatureStamp {
  /// The attested time, by an authority that was given.
  private(set) var time: UTCTime?
  /// What is wrong with it; nil when there is none, or it holds.
  private(set) var fault: String?
  /// Whether everything in it is bound by something: true when there is none.
  private(set) var isBound = true

  /// - Parameters:
  ///   - first: the first stamp of the message; nil when it bears none.
  ///   - labelStamp: the time stamp of the label, which the signature covers.
  init(
    of message: ReceivedMessage, _ first: SignatureToken?, labelStamp: [UInt8]?,
    context: ValidationContext
  ) {
    guard let first else { return }
    isBound = message.tokens.count == 1
    fault = first.fault.map { "its time stamp \($0)" }
    // The strict reading sees what the other passes over: it decides whether every byte is bound.
    guard fault == nil, let token = try? TimeStampToken(tokenDER: first.bytes),
      (try? token.verifySignature()) != nil,
      (try? token.verifyImprint(of: message.signatureValue)) != nil
    else {
      isBound = false
      return
    }
    let proved = try? ProvedTime(token, over: message.signatureValue, context: context)
    time = proved.flatMap { $0.loss(in: context) == nil ? $0.time : nil }
    isBound =
      isBound
      && SignatureStamp.binds(
        token, labelStamp: labelStamp.flatMap { try? TimeStampToken($0) }, proved, context)
  }

  /// Whether the certificates that a token brings beside its signer's own, which it names, are bound
  /// by something else: the label's stamp by the same authority, or the chain to an anchor. Where there
  /// is neither, nobody can tell, and nothing hangs on them.
  static func binds(
    _ token: TimeStampToken, labelStamp: TimeStampToken?, _ proved: ProvedTime?,
    _ context: ValidationContext
  ) -> Bool {
    let others = token.certificates.filter { $0 != token.signer }
    if let labelStamp, labelStamp.signer == token.signer {
      return others.allSatisfy(labelStamp.certificates.contains)
    }
    return others.isEmpty || proved.map { $0.binds(others, context: context) } ?? true
  }
}
