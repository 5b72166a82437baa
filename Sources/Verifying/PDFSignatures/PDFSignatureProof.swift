import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL

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
  ///
  /// - Parameter labelStamp: the time stamp of the label, which the signature covers.
  init(
    _ message: SignedMessage, over digest: Digest, labelStamp: [UInt8]?, context: ValidationContext
  ) {
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
      isBound = PDFSignatureProof.binds(
        token, labelStamp: labelStamp.flatMap { try? TimeStampToken($0) }, proved, context)
    }
    let isStrict = message.hasStrictForm && isBound
    self.init(
      isStrict ? .intact : .loose,
      isStrict ? "it holds" : "it holds, but parts of it could be changed without breaking it")
    self.signer = signer
    self.time = time
    if isStrict { level = message.token == nil ? "B-B" : "B-T" }
  }

  /// Whether the certificates that a token brings beside its signer's own, which it names, are bound
  /// by something else: the label's stamp by the same authority, or the chain to an anchor. Where there
  /// is neither, nobody can tell, and nothing hangs on them.
  private static func binds(
    _ token: TimeStampToken, labelStamp: TimeStampToken?, _ proved: ProvedTime?,
    _ context: ValidationContext
  ) -> Bool {
    let others = token.certificates.filter { $0 != token.signer }
    if let labelStamp, labelStamp.signer == token.signer {
      return others.allSatisfy(labelStamp.certificates.contains)
    }
    return others.isEmpty || proved.map { $0.binds(others, context: context) } ?? true
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
