import Bytes
import OpenSSL

/// What the value of a PDF signature proves about bytes with a digest.
struct PDFSignatureProof: Sendable {
  /// What came of it.
  let status: PDFSignatureResult.Status
  /// Why, in one short sentence.
  let explanation: String
  /// The signer's certificate, where the signature holds or nearly does.
  var signer: Certificate?
  /// The level that the form allows to speak of.
  var level: String?
  /// The attested time, by an authority that was given.
  var time: UTCTime?

  init(_ status: PDFSignatureResult.Status, _ explanation: String) {
    self.status = status
    self.explanation = explanation
  }

  /// Proves a CMS message over the bytes that `digest` hashes.
  init(_ message: SignedMessage, over digest: Digest, context: ValidationContext) {
    guard digest.bytes == message.messageDigest else {
      self.init(.broken, "the bytes that it covers are not those that were signed")
      return
    }
    guard let signer = message.signer else {
      self.init(.broken, "it does not hold its signer's certificate")
      return
    }
    guard message.isSigned else {
      self =
        message.isJudged
        ? PDFSignatureProof(.broken, "its signature is wrong")
        : PDFSignatureProof(.unchecked, "its key is of a kind that cannot be checked")
      return
    }
    var time: UTCTime?
    var isBound = true
    if let bytes = message.token {
      guard let token = try? TimeStampToken(tokenDER: bytes),
        (try? token.verifySignature()) != nil,
        (try? token.verifyImprint(of: message.signatureValue)) != nil
      else {
        self.init(.broken, "its time stamp does not hold")
        return
      }
      let proved = try? ProvedTime(token, over: message.signatureValue, context: context)
      time = proved?.time
      isBound = proved.map { $0.binds(token.certificates, context: context) } ?? true
    }
    let isStrict = message.hasStrictForm && isBound
    self.init(
      isStrict ? .intact : .loose,
      isStrict ? "it holds" : "it holds, but parts of it could be changed without breaking it")
    self.signer = signer
    self.time = time
    if isStrict { level = message.token == nil ? "B-B" : "B-T" }
  }

  /// Proves a time stamp of the bytes that `digest` hashes.
  init(_ token: TimeStampToken, over digest: Digest) {
    guard digest.bytes == token.imprint else {
      self.init(.broken, "the bytes that it covers are not those that were stamped")
      return
    }
    guard (try? token.verifySignature()) != nil else {
      self.init(.broken, "its signature is wrong")
      return
    }
    self.init(
      token.hasStrictForm ? .intact : .loose,
      token.hasStrictForm
        ? "it holds" : "it holds, but parts of it could be changed without breaking it")
    signer = token.signer
    level = "timestamp"
  }
}
