import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL

/// A PDF signature that was computed: what came of it, and what it was read from.
struct CheckedSignature: Sendable {
  /// What came of it.
  var result: PDFSignatureResult
  /// What the document says of it.
  let signature: DocumentSignature
  /// Its value, as it was read.
  let parsed: ParsedSignature
  /// The certificate by which it holds; nil where it does not.
  let prover: Certificate?
  /// The stamps of its message, where it holds, as far as they are looked at.
  let tokens: [SignatureToken]
  /// Certificates that the document brings beside messages that lack their signer's.
  let helpers: [Certificate]

  /// The message that its signer signed; nil where there is none.
  var message: ReceivedMessage? { parsed.message }

  /// The signer's certificate, where the signature holds or was computed; nobody vouches for it.
  var signer: Certificate? { prover ?? message?.signer(among: helpers) }

  /// Whether it is a time stamp of the document.
  var isStamp: Bool { signature.kind == .timeStamp }

  /// Whether digest and signature hold.
  var holds: Bool { result.status == .intact || result.status == .loose }

  /// The time that it states, where it is a stamp of the document.
  var stampedTime: UTCTime? {
    guard case .stamp(let stamp) = parsed else { return nil }
    return stamp.generated
  }
}

/// The PDF signatures of a document that were computed, and what the document brings along for all of them.
struct CheckedSignatures: Sendable {
  /// The signatures, in the order of the file.
  var all: [CheckedSignature] = []
  /// What stands in the document's security store; empty where no signature has a message.
  var data = ValidationData()
  /// The certificates of it.
  var helpers: [Certificate] = []
}
