import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL

/// Finds for each signature the chain and the answers that stand in its document.
struct SignatureEvidenceReading {
  private let certificates: [Certificate]
  private let responses: [OCSPResponse]
  private let lists: [RevocationList]

  /// Certificates in one chain.
  private static let maximumDepth = 16

  init(_ data: ValidationData) {
    certificates = data.certificates.compactMap { try? Certificate(der: $0) }
    responses = data.responses.compactMap { try? OCSPResponse(der: $0) }
    lists = data.revocationLists.compactMap { try? RevocationList(der: $0) }
  }

  func run(
    _ signatures: [DocumentSignature], _ results: [PDFSignatureResult]
  ) -> [SignatureEvidence] {
    var found: [SignatureEvidence] = []
    // From the newest on, since a stamp of the document makes the earlier ones last.
    var isStamped = false
    for result in results.reversed() where result.status == .intact && result.doubts.isEmpty {
      guard let signature = signatures.last(where: { $0.offset == result.offset }),
        let evidence = evidence(of: signature, result, isStamped: isStamped)
      else { continue }
      found.append(evidence)
      if evidence.isDocumentStamp, result.coverage != .part { isStamped = true }
    }
    return found.reversed()
  }

  private func evidence(
    of signature: DocumentSignature, _ result: PDFSignatureResult, isStamped: Bool
  ) -> SignatureEvidence? {
    let value = signature.value ?? []
    if signature.kind == .timeStamp {
      guard let stamp = try? ReceivedStamp(value), let party = party(stamp) else { return nil }
      return SignatureEvidence(
        field: result.field, isDocumentStamp: true, signer: party, stamp: nil, level: nil)
    }
    guard let message = try? ReceivedMessage(value) else { return nil }
    let stamp = result.stampFault == nil ? message.tokens.first : nil
    let stamped = stamp.flatMap { try? ReceivedStamp($0) }
    guard let signer = party(message, used: stamped?.generated) else { return nil }
    let authority = stamped.flatMap { party($0) }
    var level = result.level
    if level == "B-T", let authority, signer.isComplete, authority.isComplete {
      level = isStamped ? "B-LTA" : "B-LT"
    }
    return SignatureEvidence(
      field: result.field, isDocumentStamp: false, signer: signer, stamp: authority, level: level)
  }

  private func party(_ stamp: ReceivedStamp) -> SignatureEvidence.Party? {
    party(stamp.message, used: stamp.generated, attests: true)
  }

  private func party(
    _ message: ReceivedMessage, used: UTCTime?, attests: Bool = false
  ) -> SignatureEvidence.Party? {
    guard let signer = message.signer(among: certificates) else { return nil }
    var path = [signer]
    let known = message.certificates + certificates
    while let last = path.last, !last.isSelfSigned, path.count < Self.maximumDepth,
      let issuer = known.first(where: { !path.contains($0) && last.isIssued(by: $0) })
    {
      path.append(issuer)
    }
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
    let check = RevocationCheck(stamp: used, now: UTCTime(secondsSinceEpoch: .max))
    guard !answers.contains(where: check.revokes) else { return nil }
    return answers.filter { $0.gravity != 1 }.max { $0.thisUpdate < $1.thisUpdate }
  }
}
