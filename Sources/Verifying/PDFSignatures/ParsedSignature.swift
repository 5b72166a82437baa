import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL

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
