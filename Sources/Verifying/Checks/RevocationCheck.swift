import BroadsealBytes
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealProvenance

/// Whether the signer's certificate, or that of an authority above it, was revoked, by the OCSP
/// responses stapled to the signature, and by what the run was given or may ask for
/// (C2PA 2.5 §14.9). Where there is nothing, nothing is said.
struct RevocationCheck {
  /// The time of a trusted stamp over the signature.
  let stamp: UTCTime?
  /// The moment of judgement.
  let now: UTCTime

  /// - Parameter stamp: the time of a trusted stamp over the signature, if it bears one.
  static func run(
    _ sign1: Sign1, by credential: SignerCredential, stamp: UTCTime?, place: String,
    context: ValidationContext, into log: inout StatusLog
  ) {
    guard let responses = sign1.ocspResponses else {
      log.add(.signingCredentialOcspUnknown, at: place, "the stapled responses cannot be read")
      return
    }
    guard !responses.isEmpty || !context.evidence.isEmpty else { return }
    let check = RevocationCheck(stamp: stamp, now: context.time)
    let path = path(of: credential, context: context)
    let links = zip(path, path.dropFirst()).map { certificate, issuer in
      check.answers(in: responses, about: certificate, issuer: issuer)
        + context.evidence.answers(for: certificate, issuer: issuer, now: context.time)
    }
    let answers = links.first ?? []
    if answers.contains(where: check.revokes) {
      log.add(.signingCredentialOcspRevoked, at: place, "the signer's certificate was revoked")
    } else if links.dropFirst().contains(where: { $0.contains(where: check.revokes) }) {
      log.add(
        .signingCredentialOcspRevoked, at: place,
        "the certificate of an authority above the signer's was revoked")
    } else if answers.contains(where: check.clears) {
      log.add(
        .signingCredentialOcspNotRevoked, at: place,
        "the signer's certificate was not revoked when it signed")
    } else {
      log.add(
        .signingCredentialOcspUnknown, at: place,
        "nothing that is known speaks for the signer's certificate at the time of signing")
    }
  }

  /// What says that a proved signature's certificate was not revoked when it signed.
  static func clearing(
    _ signature: ProvedSignature, in context: ValidationContext
  ) -> [OCSPAnswer] {
    let check = RevocationCheck(stamp: signature.time?.time, now: context.time)
    let path = path(of: signature.credential, context: context)
    guard let leaf = path.first, let issuer = path.dropFirst().first else { return [] }
    let answers =
      check.answers(in: signature.responses, about: leaf, issuer: issuer)
      + context.evidence.answers(for: leaf, issuer: issuer, now: context.time)
    return answers.filter(check.clears)
  }

  /// The signer's certificate and those above it: the path to an anchor where one is known, else the
  /// signer's and its issuer's.
  private static func path(
    of credential: SignerCredential, context: ValidationContext
  ) -> [Certificate] {
    let stores = [context.claimAnchors] + context.lists.map(\.claims)
    for case let anchors? in stores {
      if case .success(let path) = context.chains.timelessPath(of: credential, to: anchors) {
        return path.certificates
      }
    }
    let issuer = credential.intermediates.first { $0.subject == credential.leaf.issuer }
    return [credential.leaf] + [issuer].compactMap(\.self)
  }

  private func answers(
    in responses: [[UInt8]], about certificate: Certificate, issuer: Certificate
  ) -> [OCSPAnswer] {
    responses.prefix(SignerCredential.maximumChainLength).compactMap { der in
      (try? OCSPResponse(der: der))?.answer(for: certificate, issuer: issuer)
    }
  }

  /// A certificate withdrawn for order's sake keeps what a trusted stamp dates before; every other
  /// revocation counts, whenever it was pronounced.
  func revokes(_ answer: OCSPAnswer) -> Bool {
    guard case .revoked(let time, let reason) = answer.status,
      answer.thisUpdate <= now.adding(seconds: RevocationEvidence.tolerance),
      reason != OCSPAnswer.removeFromCRL
    else { return false }
    guard let stamp, let reason, RevocationCheck.orderly.contains(reason) else { return true }
    return time <= stamp
  }

  func clears(_ answer: OCSPAnswer) -> Bool {
    guard let stamp, answer.speaks(for: stamp, now: now) else { return false }
    switch answer.status {
    case .good: return true
    case .revoked(let time, let reason):
      // Whoever knows that it was withdrawn later, and only for order's sake, knows that it was good.
      guard let reason else { return false }
      return reason == OCSPAnswer.removeFromCRL
        || RevocationCheck.orderly.contains(reason) && time > stamp
    case .unknown: return false
    }
  }

  /// affiliationChanged, superseded, cessationOfOperation (RFC 5280 §5.3.1).
  private static let orderly: Set<Int> = [3, 4, 5]
}
