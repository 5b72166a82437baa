import BroadsealBytes
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealProvenance

/// Whether the signer's certificate, or that of an authority above it, was revoked, by the OCSP
/// responses stapled to the signature, and by what the run was given or may ask for
/// (C2PA 2.5 §14.9). Without evidence it states nothing.
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
    let paths = links(of: credential, context: context).map { links in
      links.map { link in check.answers(in: responses, about: link, context: context) }
    }
    let answers = Array(paths.compactMap(\.first).joined())
    if answers.contains(where: check.revokes) {
      log.add(.signingCredentialOcspRevoked, at: place, "the signer's certificate was revoked")
    } else if check.revokesAuthority(of: paths) {
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
    let first = Set(links(of: signature.credential, context: context).compactMap(\.first))
    return first.flatMap { link in
      check.answers(in: signature.responses, about: link, context: context)
    }.filter(check.clears)
  }

  /// A certificate and who issued it.
  private struct Link: Hashable {
    let certificate: Certificate
    let issuer: Certificate
  }

  /// The signer's certificate and those above it, each with its issuer: on every path to an anchor, and
  /// where none is known, those who issued the signer's.
  private static func links(
    of credential: SignerCredential, context: ValidationContext
  ) -> [[Link]] {
    let anchors = [context.claimAnchors] + context.lists.map(\.claims)
    let paths = Set(
      anchors.compactMap(\.self).flatMap { context.chains.everyPath(of: credential, to: $0) })
    guard paths.isEmpty else {
      return paths.map { path in
        zip(path.certificates, path.certificates.dropFirst())
          .map { Link(certificate: $0, issuer: $1) }
      }
    }
    return context.chains.ancestry(of: credential).issuers(at: 0).map { issuer in
      [Link(certificate: credential.leaf, issuer: issuer)]
    }
  }

  /// Whether an authority's certificate was revoked. A revocation that tells of a stolen key counts on
  /// whatever path it is; one for order's sake, of a certificate that was renewed, leaves the others.
  private func revokesAuthority(of paths: [[[OCSPAnswer]]]) -> Bool {
    let revoking = paths.map { $0.dropFirst().flatMap(\.self).filter(revokes) }
    return revoking.joined().contains { !$0.isOrderly }
      || !revoking.isEmpty && revoking.allSatisfy { !$0.isEmpty }
  }

  private func answers(
    in responses: [[UInt8]], about link: Link, context: ValidationContext
  ) -> [OCSPAnswer] {
    let all =
      answers(in: responses, about: link.certificate, issuer: link.issuer)
      + context.evidence.answers(for: link.certificate, issuer: link.issuer, now: now)
    return RevocationCheck.settled(all, now: now)
  }

  /// Answers of one issuer about one certificate, without those that it has taken back: a certificate
  /// that was on hold, and of which a newer answer says that it is good.
  static func settled(_ answers: [OCSPAnswer], now: UTCTime) -> [OCSPAnswer] {
    let released = answers.filter { answer in
      answer.gravity == 0 && answer.thisUpdate <= now.adding(seconds: RevocationEvidence.tolerance)
    }.map(\.thisUpdate).max()
    guard let released else { return answers }
    return answers.filter { !$0.isHold || $0.thisUpdate >= released }
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
    guard let stamp, answer.isOrderly else { return true }
    return time <= stamp
  }

  func clears(_ answer: OCSPAnswer) -> Bool {
    guard let stamp, answer.speaks(for: stamp, now: now) else { return false }
    switch answer.status {
    case .good: return true
    case .revoked(let time, let reason):
      // An answer that names a later, orderly withdrawal also says that the certificate was good before.
      guard let reason else { return false }
      return reason == OCSPAnswer.removeFromCRL
        || answer.isOrderly && time > stamp
    case .unknown: return false
    }
  }
}

extension OCSPAnswer {
  /// Whether it revokes for order's sake: affiliationChanged, superseded, cessationOfOperation
  /// (RFC 5280 §5.3.1).
  fileprivate var isOrderly: Bool {
    guard case .revoked(_, let reason) = status, let reason else { return false }
    return [3, 4, 5].contains(reason)
  }

  /// Whether it only suspends: certificateHold.
  fileprivate var isHold: Bool {
    guard case .revoked(_, let reason) = status else { return false }
    return reason == 6
  }
}
