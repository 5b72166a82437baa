import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL

/// Finds for each signature the chain and the answers that stand in its document.
struct SignatureEvidenceReading {
  private let certificates: [Certificate]
  private let responses: [OCSPResponse]
  private let lists: [RevocationList]

  init(_ data: ValidationData) {
    certificates = data.certificates.compactMap { try? Certificate(der: $0) }
    responses = data.responses.compactMap { try? OCSPResponse(der: $0) }
    lists = data.revocationLists.compactMap { try? RevocationList(der: $0) }
  }

  func run(
    _ signatures: [DocumentSignature], _ results: [PDFSignatureResult]
  ) -> [SignatureEvidence] {
    results.filter { $0.status == .intact && $0.doubts.isEmpty }.compactMap { result in
      signatures.last { $0.offset == result.offset }.flatMap { evidence(of: $0, result) }
    }
  }

  /// Whether chain and answers are there for the signer of a signature that holds, and for the authority of
  /// its stamp.
  func isComplete(for signature: CheckedSignature) -> Bool {
    guard let message = signature.message, let signer = signature.prover,
      let token = signature.tokens.first, token.holds, let stamp = token.stamp,
      let authority = token.proof.signer
    else { return false }
    return party(message, of: signer, used: stamp.generated).isComplete
      && party(stamp.message, of: authority, used: stamp.generated, attests: true).isComplete
  }

  private func evidence(
    of signature: DocumentSignature, _ result: PDFSignatureResult
  ) -> SignatureEvidence? {
    let value = signature.value ?? []
    if signature.kind == .timeStamp {
      guard let stamp = try? ReceivedStamp(value), let signer = signer(of: stamp.message, result)
      else { return nil }
      return SignatureEvidence(
        field: result.field, isDocumentStamp: true,
        signer: party(stamp.message, of: signer, used: stamp.generated, attests: true), stamp: nil,
        level: nil)
    }
    guard let message = try? ReceivedMessage(value), let signer = signer(of: message, result) else {
      return nil
    }
    let token = SignatureToken.list(of: message, helpers: certificates, first: 1).first
    var authority: SignatureEvidence.Party?
    if let token, token.holds, let stamp = token.stamp, let signer = token.proof.signer {
      authority = party(stamp.message, of: signer, used: stamp.generated, attests: true)
    }
    return SignatureEvidence(
      field: result.field, isDocumentStamp: false,
      signer: party(message, of: signer, used: authority?.time), stamp: authority,
      level: result.level)
  }

  /// The certificate by which the signature was proved to hold: of several that fit, the one with that key.
  private func signer(of message: ReceivedMessage, _ result: PDFSignatureResult) -> Certificate? {
    message.signers(among: certificates).first {
      $0.publicKey.spkiSHA256 == result.signer?.spki
    }
  }

  private func party(
    _ message: ReceivedMessage, of signer: Certificate, used: UTCTime?, attests: Bool = false
  ) -> SignatureEvidence.Party {
    let path = IssuerWay(of: signer, among: message.certificates + certificates).certificates
    let links = zip(path, path.dropFirst())
    let answers = links.compactMap { answer(about: $0, issuer: $1, used: used) }
    let root = path.last.flatMap { $0.isSelfSigned ? Self.name($0) : nil }
    return SignatureEvidence.Party(
      name: Self.name(signer), time: attests ? used : nil, certificates: path.count,
      root: root, answered: answers.count, asked: path.count - (root == nil ? 0 : 1),
      newest: answers.map(\.thisUpdate).max())
  }

  private static func name(_ certificate: Certificate) -> String {
    certificate.subject.shortName ?? "\(certificate.subject)"
  }

  /// The newest answer that says that a certificate was not revoked when it was used; nil where none does, or
  /// any says that it was.
  private func answer(
    about certificate: Certificate, issuer: Certificate, used: UTCTime?
  ) -> OCSPAnswer? {
    let answers =
      responses.compactMap { $0.answer(for: certificate, issuer: issuer) }
      + lists.compactMap { $0.answer(for: certificate, issuer: issuer) }
    let check = RevocationRule(stamp: used, now: UTCTime(secondsSinceEpoch: .max))
    guard !answers.contains(where: check.revokes) else { return nil }
    return answers.filter { $0.gravity != 1 && !$0.onlyRevokes }
      .max { $0.thisUpdate < $1.thisUpdate }
  }
}
