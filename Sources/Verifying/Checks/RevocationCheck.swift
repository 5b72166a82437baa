import BroadsealBytes
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealProvenance

/// Whether the signer's certificate, or that of an authority above it, was revoked, by the OCSP
/// responses stapled to the signature, and by what the run was given or may ask for
/// (C2PA 2.5 §14.9). Without evidence it states nothing.
enum RevocationCheck {
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
    let rule = RevocationRule(stamp: stamp, now: context.time)
    let stapled = read(responses)
    let paths = links(of: credential, context: context).map { links in
      links.map { context.answers(about: $0, stapled: stapled) }
    }
    let answers = Array(paths.compactMap(\.first).joined())
    if answers.contains(where: rule.revokes) {
      log.add(.signingCredentialOcspRevoked, at: place, "the signer's certificate was revoked")
    } else if rule.revokesAuthority(of: paths) {
      log.add(
        .signingCredentialOcspRevoked, at: place,
        "the certificate of an authority above the signer's was revoked")
    } else if answers.contains(where: rule.clears) {
      log.add(
        .signingCredentialOcspNotRevoked, at: place,
        "the signer's certificate was not revoked when it signed")
    } else {
      log.add(
        .signingCredentialOcspUnknown, at: place,
        "nothing that is known speaks for the signer's certificate at the time of signing")
    }
  }

  /// What comes of it on the way to one place of a list, by a stamp that counts there.
  ///
  /// What the status says is of all ways together: another way, which some anchor opens, neither hides nor
  /// makes a revocation here.
  ///
  /// - Parameters:
  ///   - responses: the stapled ones, as received.
  ///   - stamp: the time of a stamp that counts at the place.
  static func standing(
    of credential: SignerCredential, on path: ChainPath, stapled responses: [[UInt8]],
    stamp: UTCTime?, in context: ValidationContext
  ) -> RevocationStanding {
    guard !responses.isEmpty || !context.evidence.isEmpty else { return .unknown }
    let rule = RevocationRule(stamp: stamp, now: context.time)
    let stapled = read(responses)
    let issuers = context.chains.ancestry(of: credential).issuers(at: 0)
    let answers = path.links(besides: issuers).map { links in
      links.flatMap { context.answers(about: $0, stapled: stapled) }
    }
    if answers.joined().contains(where: rule.revokes) { return .revoked }
    return answers.first?.contains(where: rule.clears) ?? false ? .good : .unknown
  }

  /// What says that a proved signature's certificate was not revoked when it signed.
  ///
  /// - Parameter stamp: the time of a stamp that counts.
  static func clearing(
    _ signature: ProvedSignature, stamp: UTCTime?, in context: ValidationContext
  ) -> [OCSPAnswer] {
    let rule = RevocationRule(stamp: stamp, now: context.time)
    let stapled = read(signature.responses)
    let first = Set(links(of: signature.credential, context: context).compactMap(\.first))
    return first.flatMap { context.answers(about: $0, stapled: stapled) }.filter(rule.clears)
  }

  private static func read(_ responses: [[UInt8]]) -> [OCSPResponse] {
    responses.prefix(SignerCredential.maximumChainLength).compactMap {
      try? OCSPResponse(der: $0)
    }
  }

  /// The signer's certificate and those above it, each with its issuer: on every path to an anchor, and
  /// where none is known, those who issued the signer's.
  private static func links(
    of credential: SignerCredential, context: ValidationContext
  ) -> [[CertificateLink]] {
    let anchors = [context.claimAnchors] + context.lists.map(\.claims)
    let paths = Set(
      anchors.compactMap(\.self).flatMap { context.chains.everyPath(of: credential, to: $0) })
    guard paths.isEmpty else { return paths.map { $0.links().compactMap(\.first) } }
    return context.chains.ancestry(of: credential).issuers(at: 0).map { issuer in
      [CertificateLink(certificate: credential.leaf, issuer: issuer)]
    }
  }
}
