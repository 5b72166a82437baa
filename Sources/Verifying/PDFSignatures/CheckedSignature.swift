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
  /// The hash value of what it covers; nil where there was nothing to compute.
  let hash: [UInt8]?
  /// The certificate by which it holds; nil where it does not.
  let prover: Certificate?
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
}
