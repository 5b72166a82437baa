import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying

extension CertificateRules {
  /// Longest chain that is followed upwards.
  private static let maximumDepth = 8

  /// Whether the certificate, or one of an authority above it, was revoked.
  func revocation(
    _ evidence: RevocationEvidence, _ context: TrustContext, isStrict: Bool
  ) -> CheckSection {
    var section = CheckSection("revocation at \(time.display)")
    switch standing(of: leaf, evidence, context) {
    case .revoked: section.add(false, "it was revoked")
    case .good: section.add(true, "it is not revoked")
    case .unknown:
      let text = "nothing that is known says whether it was revoked"
      if isStrict { section.add(false, text) } else { section.addUnchecked(text) }
    }
    for authority in authorities(context) {
      let name = Untrusted.clean("\(authority.subject)")
      switch standing(of: authority, evidence, context) {
      case .revoked: section.add(false, "authority \(name): it was revoked")
      case .good: section.add(true, "authority \(name): it is not revoked")
      case .unknown: break
      }
    }
    return section
  }

  /// What is known of `certificate`, by whoever may have issued it.
  private func standing(
    of certificate: Certificate, _ evidence: RevocationEvidence, _ context: TrustContext
  ) -> CertificateStanding {
    evidence.standing(
      of: certificate, issuers: issuers(of: certificate, context), at: time,
      withdrawn: context.withdrawals,
      among: KnownAuthorities(given: context.certificates, proved: others))
  }

  /// Every authority that may stand above the certificate, below those that issued themselves.
  private func authorities(_ context: TrustContext) -> [Certificate] {
    var found: [Certificate] = []
    var next = [leaf]
    for _ in 0..<CertificateRules.maximumDepth {
      next = next.flatMap { issuers(of: $0, context) }
        .filter { $0.subject != $0.issuer && !found.contains($0) }
      guard !next.isEmpty else { break }
      for authority in next where !found.contains(authority) { found.append(authority) }
    }
    return found
  }

  /// `chain` and every certificate that vouches for one of it, on whatever way, withdrawn or not.
  func everybody(above chain: [Certificate], _ context: TrustContext) -> [Certificate] {
    let pool = others + context.certificates
    var found = chain
    var place = 0
    // Grows while it is walked; the pool bounds it.
    while place < found.count {
      let certificate = found[place]
      for issuer in pool where !found.contains(issuer) && certificate.isIssued(by: issuer) {
        found.append(issuer)
      }
      place += 1
    }
    return found
  }

  private func issuers(of certificate: Certificate, _ context: TrustContext) -> [Certificate] {
    let stores = [context.claimAnchors] + context.government.map(\.claimAnchors)
    var found: [Certificate] = []
    for candidate in others + stores.flatMap({ $0?.certificates ?? [] })
    where candidate.subject == certificate.issuer && candidate != certificate
      && !found.contains(candidate)
    {
      found.append(candidate)
    }
    return found
  }
}
