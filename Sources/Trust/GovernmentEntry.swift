package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// The place on a government list that a certificate chain leads to.
///
/// A class, because every verdict looks at it and it never changes.
package final class GovernmentEntry: Sendable {
  /// The list.
  package let list: GovernmentTrustList
  /// Whose service it is.
  package let entity: TrustedEntity
  /// The service whose certificate ends the chain.
  package let service: TrustedService
  /// For whom the service speaks.
  package let scope: Scope
  /// The same for seals; nil in the entry of a signer of labels.
  package let seal: SealScope?

  fileprivate init(
    list: GovernmentTrustList, entity: TrustedEntity, service: TrustedService, scope: Scope,
    seal: SealScope? = nil
  ) {
    self.seal = seal
    self.list = list
    self.entity = entity
    self.service = service
    self.scope = scope
  }

  /// Names of the lists that recognise this entry for its jurisdiction, in their alphabet.
  package var recognisedBy: [String] { grants.map(\.by).sorted() }

  /// Whether the list believed in the service at `time`.
  package func isGranted(at time: UTCTime) -> Bool { service.isGranted(at: time) }

  /// The rules that `chain` (signer first, listed CA last) does not keep; empty when it matches.
  package func mismatches(chain: [Certificate]) -> [ScopeMismatch] {
    var all = seal?.mismatches(chain: chain) ?? scope.mismatches(chain: chain)
    if let anchor = chain.last, !service.certificates.contains(anchor) {
      all.append(ScopeMismatch(.chain))
    }
    // A recognition speaks of labels.
    if !list.isPinned, grants.isEmpty || seal != nil {
      all.append(
        ScopeMismatch(
          .recognition, found: [scope.jurisdiction.code],
          expected: list.grants.flatMap(\.recognition.jurisdictions).map(\.code)))
    }
    return all
  }

  /// The rules that a label does not keep.
  ///
  /// - Parameters:
  ///   - labels: what the label states.
  ///   - agency: the agency id in the label.
  ///   - jurisdiction: the jurisdiction in the label.
  package func mismatches(
    labels: Set<LabelKind>, agency: String, jurisdiction: String
  ) -> [ScopeMismatch] {
    var all: [ScopeMismatch] = []
    let allowed = scope.labels.filter { label in
      list.isPinned || grants.contains { $0.recognition.labels.contains(label) }
    }
    if !labels.isSubset(of: allowed) {
      all.append(
        ScopeMismatch(
          .label, found: labels.subtracting(allowed).map(\.rawValue).sorted(),
          expected: allowed.map(\.rawValue).sorted()))
    }
    if !PlainText.isSame(agency, scope.agency.id) {
      all.append(ScopeMismatch(.agency, found: [agency], expected: [scope.agency.id]))
    }
    if jurisdiction != scope.jurisdiction.code {
      all.append(
        ScopeMismatch(.jurisdiction, found: [jurisdiction], expected: [scope.jurisdiction.code]))
    }
    return all
  }

  /// What tells the entry from others, whatever place it has on its list; a pinned list's comes first.
  package var distinction: [String] {
    [
      list.isPinned ? "0" : "1", list.scheme, scope.agency.id, scope.jurisdiction.code,
      Writer.write(seal?.asValue ?? scope.asValue),
    ]
  }

  private var grants: [GovernmentTrustList.Grant] {
    list.grants.filter { $0.recognition.covers(scope.jurisdiction) }
  }
}

extension GovernmentTrustList {
  /// The entries that `chain` (signer first, anchor last) leads to: best match first, then in the
  /// order of the list.
  package func entries(forChain chain: [Certificate]) -> [GovernmentEntry] {
    guard let anchor = chain.last else { return [] }
    let found: [GovernmentEntry] = content.services.compactMap { entity, service in
      guard let scope = service.scope, service.certificates.contains(anchor) else { return nil }
      return GovernmentEntry(list: self, entity: entity, service: service, scope: scope)
    }
    return GovernmentTrustList.ranked(found, for: chain)
  }

  /// The same among the services that vouch for PDF signatures.
  package func sealEntries(forChain chain: [Certificate]) -> [GovernmentEntry] {
    guard let anchor = chain.last else { return [] }
    let found: [GovernmentEntry] = content.services.compactMap { entity, service in
      guard let seal = service.seal, service.certificates.contains(anchor) else { return nil }
      return GovernmentEntry(
        list: self, entity: entity, service: service, scope: seal.scope, seal: seal)
    }
    return GovernmentTrustList.ranked(found, for: chain)
  }

  private static func ranked(
    _ entries: [GovernmentEntry], for chain: [Certificate]
  ) -> [GovernmentEntry] {
    entries.map { ($0, $0.mismatches(chain: chain).count) }.enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
  }

  /// Whether the list believed at `time` in a time-stamping service whose certificate `anchor` is.
  package func believes(timeStampAnchor anchor: Certificate, at time: UTCTime) -> Bool {
    authorities.contains { $0.certificates.contains(anchor) && $0.isGranted(at: time) }
  }

  /// What the list says of a time-stamping service whose certificate `anchor` is, where it did not believe in it at
  /// `time`: the first belief after that moment, else the status that took it away; nil where it knows no such service.
  package func disbelief(timeStampAnchor anchor: Certificate, at time: UTCTime) -> StatusPeriod? {
    let services = authorities.filter { $0.certificates.contains(anchor) }
    let periods = services.filter { !$0.isNeverGranted }.flatMap { [$0.current] + $0.history }
    let later = periods.filter { $0.status == .granted && $0.start.map { $0 > time } ?? false }
    let past = periods.filter { $0.status != .granted && $0.start.map { $0 <= time } ?? false }
    return later.min { ($0.start ?? time) < ($1.start ?? time) }
      ?? past.max { ($0.start ?? time) < ($1.start ?? time) } ?? services.first?.current
  }
}
