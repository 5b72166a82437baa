package import BroadsealBytes
import BroadsealOpenSSL

/// What speaks against an entry of a list, by what it says itself: no signer's certificate is at hand.
///
/// None of them is an error: a CA of one country may issue for an agency of another. But where a name, a country or a
/// file was mistaken, nothing that the entry vouches for is ever official, and the first to see it are the readers. So
/// keepers are told while they write a draft, and before they sign one.
package struct EntryDoubt: Hashable, Sendable {
  /// What is odd.
  package enum Kind: String, CaseIterable, Sendable {
    /// A CA's certificate names another country than the scope asks of the signers.
    case country
    /// The scope asks for an organisation that is neither the CA's nor a name of the agency.
    case organization
    /// The CA's certificate has another organizationIdentifier than the scope asks of the signers.
    case organizationIdentifier
    /// The agency may state something, and not that a document is official.
    case labels
    /// A certificate signed itself and may have CAs below it, and the scope lets none of them stand before a signer.
    case root
    /// Every certificate of the service had ended before it was granted.
    case ended
    /// A certificate of a time-stamp authority is no CA's, and its key may not make time stamps.
    case clock
    /// The entry counts only from a moment on that has not come.
    case later
    /// The entry asks for time stamps, and counts from before the first authority on the list that makes them.
    case lateClock
    /// A withdrawal by a number that is the CA's own: it takes a certificate of that number that the CA issued.
    case ownNumber
    /// A CA is withdrawn whose certificate no reader has: nothing tells whom it certified.
    case strayAuthority
  }

  /// What is odd.
  package let kind: Kind
  /// The service as people know it; untrusted text.
  package let service: String
  /// What stands there: in the certificate, or in the entry; untrusted text.
  package let found: [String]
  /// What the entry asks for; untrusted text.
  package let expected: [String]
}

extension TrustListContent {
  /// What speaks against its entries, in their order.
  ///
  /// - Parameter time: the moment by which an entry is said to begin later.
  package func doubts(at time: UTCTime) -> [EntryDoubt] {
    services.flatMap { $0.service.doubts(at: time) } + lateClocks + idleWithdrawals
  }

  /// Entries that count from before the first time-stamp authority of the list: what they sign in between is stamped by
  /// nobody in whom the list believes. Nothing where the list has no such authority at all.
  private var lateClocks: [EntryDoubt] {
    let services = services.map(\.service)
    let clocks = services.filter { $0.type == .timeStampAuthority && $0.wasGranted }
      .map(\.firstGranted)
    guard !clocks.contains(nil), let first = clocks.compactMap(\.self).min() else { return [] }
    return services.compactMap { service in
      guard service.current.status == .granted, service.entryScope?.requiresTimeStamp ?? false,
        let start = service.firstGranted, start < first
      else { return nil }
      return EntryDoubt(
        kind: .lateClock, service: service.names.preferred, found: [first.display],
        expected: [start.display])
    }
  }
}

extension TrustedService {
  /// When the list first believed in it; nil where it does not say since when.
  fileprivate var firstGranted: UTCTime? {
    let starts = periods.filter { $0.status == .granted }.map(\.start)
    return starts.contains(nil) ? nil : starts.compactMap(\.self).min()
  }

  /// What speaks against this entry; nothing where it has ended, since its documents are those of the past.
  fileprivate func doubts(at time: UTCTime) -> [EntryDoubt] {
    guard current.status == .granted else { return [] }
    var doubts: [EntryDoubt] = []
    func add(_ kind: EntryDoubt.Kind, _ found: [String], _ expected: [String] = []) {
      let doubt = EntryDoubt(
        kind: kind, service: names.preferred, found: found, expected: expected)
      if !doubts.contains(doubt) { doubts.append(doubt) }
    }
    if let start = current.start, start > time, history.isEmpty { add(.later, [start.display]) }
    if type == .timeStampAuthority {
      for certificate in certificates where !certificate.isCA && !certificate.mayStamp {
        add(.clock, ["\(certificate.subject)"])
      }
    }
    // A listed key of seals says by itself who is meant: the CA above it may be anybody's.
    guard let scope = entryScope, seal?.keys.isEmpty ?? true else { return doubts }
    for certificate in certificates {
      for mismatch in certificate.contradictions(to: scope) {
        switch mismatch.code {
        case .country: add(.country, mismatch.found, mismatch.expected)
        case .organization: add(.organization, mismatch.found, mismatch.expected)
        default: add(.organizationIdentifier, mismatch.found, mismatch.expected)
        }
      }
    }
    if scope.maximumPathLength == 0 {
      for certificate in certificates where certificate.isSelfSigned && certificate.pathLength != 0
      {
        add(.root, ["\(certificate.subject)"])
      }
    }
    guard self.scope != nil else { return doubts }
    if !scope.labels.contains(.official) { add(.labels, scope.labels.map(\.rawValue).sorted()) }
    if let start = current.start, !certificates.isEmpty,
      certificates.allSatisfy({ $0.notAfter < start })
    {
      add(.ended, certificates.map(\.notAfter.display), [start.display])
    }
    return doubts
  }
}

extension Certificate {
  /// Whether its key may make time stamps.
  fileprivate var mayStamp: Bool { extendedKeyUsage == [Purpose.timeStamping] }

  /// What a CA's certificate says otherwise than `scope` asks of the signers below it. What it does not say
  /// contradicts nothing.
  fileprivate func contradictions(to scope: Scope) -> [ScopeMismatch] {
    let rule = SubjectRule(
      organizations: scope.subject.organizations,
      organizationIdentifiers: scope.subject.organizationIdentifiers)
    let codes: [ScopeCode] = [.country, .organization, .organizationIdentifier]
    return SubjectCheck(self, scope.jurisdiction).mismatches(rule).filter { mismatch in
      guard codes.contains(mismatch.code), !mismatch.found.isEmpty else { return false }
      // One CA issues for many agencies: then the organisation is the agency's, under one of its names.
      return mismatch.code != .organization
        || !scope.subject.organizations.contains { name in
          scope.agency.names.entries.contains { PlainText.isSame($0.value, name) }
        }
    }
  }
}
