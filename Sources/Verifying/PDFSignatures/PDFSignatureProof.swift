import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL

/// What the value of a PDF signature proves about the bytes that it covers.
struct PDFSignatureProof: Sendable {
  /// What came of it.
  var status: PDFSignatureResult.Status
  /// Why, in one short sentence.
  var explanation: String
  /// The signer's certificate, where the signature holds.
  var signer: Certificate?
  /// The level that the form allows to speak of.
  var level: String?
  /// The attested time, by an authority that was given.
  var time: UTCTime?
  /// What is wrong with the time stamp of the signature; nil when it has none, or it holds.
  var stampFault: String?
  /// Whether its attributes, signed or not, are those that this house writes.
  var declaresOwnForm = false
  /// Algorithms of it that can be broken.
  var weak: [String] = []

  init(_ status: PDFSignatureResult.Status, _ explanation: String) {
    self.status = status
    self.explanation = explanation
  }

  /// One whose value cannot be read.
  init(malformed error: Malformed) {
    self.init(.malformed, "its value cannot be read: \(error.reason)")
  }

  /// One of which something was computed.
  init(_ outcome: MessageOutcome) {
    switch outcome {
    case .holds: self.init(.intact, "it holds")
    case .differs(let reason): self.init(.broken, reason)
    case .unknown(let reason): self.init(.unchecked, reason)
    case .malformed(let reason): self.init(.malformed, reason)
    }
  }

  /// Judges `parsed` over covered bytes with the hash value `value`.
  ///
  /// - Parameters:
  ///   - helpers: certificates that the document brings beside the message.
  ///   - labelStamp: the time stamp of the label, which the signature covers.
  init(
    _ parsed: ParsedSignature, _ signature: DocumentSignature, ofHash value: [UInt8],
    helpers: [Certificate], labelStamp: [UInt8]?, context: ValidationContext
  ) {
    let signer = parsed.message?.signer(among: helpers)
    self.init(parsed.outcome(ofHash: value, signer: signer))
    guard let message = parsed.message else { return }
    declaresOwnForm = SignedMessage.declareOwnForm(message.signedAttributes)
    guard let signer, status == .intact else { return }
    self.signer = signer
    weak = PDFSignatureProof.weakness(of: parsed, signer)
    if case .stamp = parsed {
      level = "timestamp"
      let strict = signature.value.flatMap { try? TimeStampToken(tokenDER: $0) }
      settle(
        isStrict: strict.map { $0.hasStrictForm && (try? $0.verifySignature()) != nil } ?? false)
      return
    }
    let stamp = SignatureStamp(
      of: message, helpers: helpers, labelStamp: labelStamp, context: context)
    time = stamp.time
    stampFault = stamp.fault
    let strict = signature.value.flatMap { try? SignedMessage($0) }
    let isStrict = stamp.isBound && strict?.hasStrictForm ?? false
    settle(isStrict: isStrict)
    if isStrict { level = message.tokens.isEmpty ? "B-B" : "B-T" }
    // Whoever signed three such attributes wrote the rest in one form, and that is not what is here.
    if !isStrict, declaresOwnForm {
      (status, explanation) = (.broken, "it is not in the form that it was signed in")
    }
  }

  private mutating func settle(isStrict: Bool) {
    guard !isStrict else { return }
    status = .loose
    explanation = "it holds, but parts of it could be changed without breaking it"
  }

  private static func weakness(of parsed: ParsedSignature, _ signer: Certificate) -> [String] {
    var names: [String] = []
    for hash in [parsed.hash, parsed.message?.hash] {
      if let hash, hash.isWeak, !names.contains(hash.name) { names.append(hash.name) }
    }
    if signer.publicKey.isWeak { names.append("\(signer.publicKey.kind)") }
    return names
  }
}
