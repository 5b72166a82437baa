import BroadsealOpenSSL

extension ListDraft {
  /// What a withdrawal does not take, by what the draft shows; nothing of it is an error, since a signature may
  /// bring the certificates that the draft does not have.
  package enum Reach: Hashable, Sendable {
    /// Nothing speaks against it.
    case whole
    /// A key that no certificate on the draft has: it takes what brings a certificate of it.
    case unknownKey
    /// A CA that neither issued a certificate on the draft nor has one issued by them.
    case apart
    /// A number at a CA below which other CAs may stand: it takes what the CA itself issued.
    case ownIssue
  }

  /// How far the withdrawal of `what` reaches.
  ///
  /// - Parameter agency: at whose entry it stands; nil: it was found by its key.
  package func reach(of what: Withdrawn, agency: String?) -> Reach {
    let listed = content.services.flatMap(\.service.certificates)
    switch what {
    case .key(let digest):
      return content.services.contains { $0.service.names(key: digest) } ? .whole : .unknownKey
    case .certificate(let certificate):
      guard certificate.isCA else { return .whole }
      let isNear = listed.contains {
        $0.publicKey == certificate.publicKey || $0.isIssued(by: certificate)
          || certificate.isIssued(by: $0)
      }
      return isNear ? .whole : .apart
    case .serial:
      let services = agency.flatMap { try? places(ofAgency: $0) }?.map { service($0) } ?? []
      let mayHaveCAsBelow = services.contains { service in
        service.entryScope?.maximumPathLength != 0
          && service.certificates.contains { $0.isCA && $0.pathLength != 0 }
      }
      return mayHaveCAsBelow ? .ownIssue : .whole
    }
  }
}
