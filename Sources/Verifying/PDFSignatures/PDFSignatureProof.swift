import BroadsealBinding
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
  /// The PAdES level that its form reaches.
  var level: String?
  /// The attested time, by an authority that was given.
  var time: UTCTime?
  /// What is wrong with the time stamp of the signature; nil when it has none, or it holds.
  var stampFault: String?
  /// The stamps that its message bears over its signature, as far as they are looked at; where it holds.
  var tokens: [SignatureToken] = []
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
    let (signer, outcome) = parsed.proved(ofHash: value, among: helpers)
    self.init(outcome)
    guard let message = parsed.message else { return }
    declaresOwnForm = SignedMessage.declareOwnForm(message.signedAttributes)
    guard let signer, status == .intact else { return }
    self.signer = signer
    weak = PDFSignatureProof.weakness(of: parsed, signer)
    if case .stamp = parsed {
      level = "timestamp"
      guard let token = signature.value.flatMap({ try? TimeStampToken(tokenDER: $0) }),
        token.hasStrictForm, (try? token.verifySignature()) != nil
      else {
        settle(isStrict: false)
        return
      }
      let proved = try? ProvedTime(proved: token, context: context)
      time = proved.flatMap { $0.loss(in: context) == nil ? $0.time : nil }
      settle(
        isStrict: SignatureStamp.binds(
          token, labelStamp: labelStamp.flatMap { try? TimeStampToken($0) }, proved, context))
      return
    }
    // Where nobody vouches for seals, nobody asks for more stamps than the one that is told.
    tokens = SignatureToken.list(
      of: message, helpers: helpers,
      first: context.vouchesForSeals ? SignatureToken.maximumCount : 1)
    let stamp = SignatureStamp(
      of: message, tokens.first, labelStamp: labelStamp, context: context)
    time = stamp.time
    stampFault = stamp.fault
    let strict = signature.value.flatMap { try? SignedMessage($0) }
    let isStrict = stamp.isBound && strict?.hasStrictForm ?? false
    settle(isStrict: isStrict)
    if isStrict { level = message.tokens.isEmpty ? "B-B" : "B-T" }
    // A signer of three such attributes wrote the rest in one known form, and these bytes differ from it.
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

/// A PDF signature whose value was read: what has to be hashed to judge it, or why it is not judged.
enum ParsedSignature: Sendable {
  /// A message over the covered bytes.
  case message(ReceivedMessage)
  /// A message over the SHA-1 of the covered bytes, which it holds.
  case digestMessage(ReceivedMessage, digest: [UInt8])
  /// A time stamp of the covered bytes.
  case stamp(ReceivedStamp)
  /// Nothing to compute.
  case none(PDFSignatureProof)

  init(_ signature: DocumentSignature) {
    guard let value = signature.value else {
      self = .none(PDFSignatureProof(.unchecked, "its value is larger than is read"))
      return
    }
    guard !value.isEmpty else {
      self = .none(PDFSignatureProof(.empty, "its room is empty"))
      return
    }
    switch signature.kind {
    case .other(let name):
      self = .none(
        PDFSignatureProof(
          .unchecked,
          name.isEmpty
            ? "it does not say of what kind it is"
            : "signatures of the kind \(name) are not judged"))
    case .message, .digestMessage:
      do throws(Malformed) {
        self = ParsedSignature(try ReceivedMessage(value), signature.kind)
      } catch { self = .none(PDFSignatureProof(malformed: error)) }
    case .timeStamp:
      do throws(Malformed) {
        self = .stamp(try ReceivedStamp(value))
      } catch { self = .none(PDFSignatureProof(malformed: error)) }
    }
  }

  private init(_ message: ReceivedMessage, _ kind: DocumentSignature.Kind) {
    guard kind == .digestMessage else {
      self =
        message.content == nil
        ? .message(message)
        : .none(PDFSignatureProof(.malformed, "its message holds what it signs"))
      return
    }
    guard let digest = message.content else {
      self = .none(PDFSignatureProof(.malformed, "its message does not hold the digest"))
      return
    }
    self = .digestMessage(message, digest: digest)
  }

  /// The hash function of the covered bytes; nil when nothing is to be computed.
  var hash: HashFunction? {
    switch self {
    case .message(let message): message.hash
    case .digestMessage: .sha1
    case .stamp(let stamp): stamp.hash
    case .none: nil
    }
  }

  /// The message that the signer signed.
  var message: ReceivedMessage? {
    switch self {
    case .message(let message), .digestMessage(let message, _): message
    case .stamp(let stamp): stamp.message
    case .none: nil
    }
  }

  /// What comes of it over covered bytes with the hash value `value`, with every certificate that may be
  /// its signer's.
  func proved(ofHash value: [UInt8], among others: [Certificate]) -> ReceivedMessage.Proof {
    guard let message else { return (nil, .unknown("nothing can be computed")) }
    return message.proved(among: others) { outcome(ofHash: value, signer: $0) }
  }

  /// What comes of it over covered bytes with the hash value `value`.
  func outcome(ofHash value: [UInt8], signer: Certificate?) -> MessageOutcome {
    switch self {
    case .message(let message): return message.outcome(ofHash: value, signer: signer)
    case .digestMessage(let message, let digest):
      guard digest == value else {
        return .differs("the bytes that it covers are not those that were signed")
      }
      let content = message.hash?.value(of: digest) ?? []
      return message.outcome(ofHash: content, signer: signer)
    case .stamp(let stamp): return stamp.outcome(ofHash: value, signer: signer)
    case .none: return .unknown("nothing can be computed")
    }
  }
}
