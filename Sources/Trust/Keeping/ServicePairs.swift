import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL

/// The services of two editions, brought together, and what became of each.
struct ServicePairs {
  /// Whom a service speaks for: services of two bodies are never the same.
  enum Body: Hashable {
    case agency(String, by: String)
    case timeStamps
    /// Grants nothing: of another type, or a CA without a scope.
    case nobody(String)

    init(_ service: TrustedService) {
      if let id = service.agency?.id, let name = service.scopeExtension {
        self = .agency(id, by: name)
      } else if service.type == .timeStampAuthority {
        self = .timeStamps
      } else {
        self = .nobody(service.type?.uri ?? "")
      }
    }

    /// The agency's id; nil for others.
    var agency: String? { if case .agency(let id, _) = self { id } else { nil } }

    fileprivate var isIdle: Bool { if case .nobody = self { true } else { false } }
  }

  /// A service and the names of the organisation that runs it.
  struct Entry: Hashable {
    let organisation: LocalizedText
    let service: TrustedService

    /// Digests of its certificates' keys.
    var keys: Set<String> { Set(service.certificates.map(\.publicKey.spkiSHA256)) }

    /// What people know it by.
    var place: String {
      let names = [organisation.preferred, service.names.preferred]
      return names[0] == names[1] ? names[0] : names.joined(separator: ": ")
    }
  }

  /// One that is on both, by body.
  private(set) var kept: [(body: Body, old: Entry, new: Entry)] = []
  private(set) var gone: [(body: Body, entry: Entry)] = []
  private(set) var added: [(body: Body, entry: Entry)] = []
  private let oldAgencies: Set<String>
  private let newAgencies: Set<String>
  private let newKeys: [Body: Set<Holder>]

  /// Who has a key, as a chain of certificates looks for it.
  private struct Holder: Hashable {
    let key: String
    let name: DistinguishedName

    init(_ certificate: Certificate) {
      key = certificate.publicKey.spkiSHA256
      name = certificate.subject
    }
  }

  init(_ old: TrustListContent, _ new: TrustListContent) {
    let before = ServicePairs.grouped(old)
    let after = ServicePairs.grouped(new)
    oldAgencies = Set(before.keys.compactMap(\.agency))
    newAgencies = Set(after.keys.compactMap(\.agency))
    newKeys = after.mapValues { Set($0.flatMap(\.service.certificates).map(Holder.init)) }
    for body in Set(before.keys).union(after.keys) {
      pair(body, before[body] ?? [], after[body] ?? [])
    }
  }

  private static func grouped(_ content: TrustListContent) -> [Body: [Entry]] {
    Dictionary(
      grouping: content.services.map { Entry(organisation: $0.entity.names, service: $0.service) }
    ) { Body($0.service) }
  }

  /// Equal ones first, then those that share a key: in an order that follows from what they say.
  private mutating func pair(_ body: Body, _ old: [Entry], _ new: [Entry]) {
    var equal: [Entry: Int] = [:]
    for entry in new { equal[entry, default: 0] += 1 }
    var rest: [Entry] = []
    for entry in old {
      if let count = equal[entry], count > 0 {
        equal[entry] = count - 1
        kept.append((body, entry, entry))
      } else {
        rest.append(entry)
      }
    }
    let open = ServicePairs.ordered(
      equal.filter { $0.value > 0 }.flatMap { Array(repeating: $0.key, count: $0.value) })
    var byKey: [String: [Int]] = [:]
    for (number, entry) in open.enumerated().reversed() {
      for key in entry.keys { byKey[key, default: []].append(number) }
    }
    var taken: Set<Int> = []
    for entry in ServicePairs.ordered(rest) {
      var partner: Int?
      for key in entry.keys.sorted() where partner == nil {
        while let next = byKey[key]?.popLast() {
          guard !taken.contains(next) else { continue }
          partner = next
          break
        }
      }
      if let partner {
        taken.insert(partner)
        kept.append((body, entry, open[partner]))
      } else {
        gone.append((body, entry))
      }
    }
    for (number, entry) in open.enumerated() where !taken.contains(number) {
      added.append((body, entry))
    }
  }

  private static func ordered(_ entries: [Entry]) -> [Entry] {
    entries.map { (entry: $0, text: Writer.bytes(of: $0.service.asValue)) }
      .sorted { $0.text.lexicographicallyPrecedes($1.text) }.map(\.entry)
  }
}

extension ServicePairs {
  /// What came, went and changed, withdrawals aside.
  var changes: Set<ListChange> {
    var found: Set<ListChange> = []
    for (body, entry) in gone { found.insert(change(gone: entry, of: body)) }
    for (body, entry) in added { found.insert(change(added: entry, of: body)) }
    for (body, old, new) in kept where old != new {
      found.formUnion(certificateChanges(body, old, new))
      found.formUnion(ServicePairs.statusChanges(body, old, new))
      found.formUnion(ServicePairs.nameChanges(body, old, new))
      if let before = old.service.entryScope, let after = new.service.entryScope {
        let seals = old.service.seal.flatMap { old in new.service.seal.map { (old, $0) } }
        let differences =
          seals.map { ScopeDiff.changes(from: $0.0, to: $0.1) }
          ?? ScopeDiff.changes(from: before, to: after)
        for change in differences {
          found.insert(
            ListChange(
              change.kind, id: change.key ?? body.agency, agency: body.agency, place: new.place,
              member: change.member, before: change.before, after: change.after))
        }
      }
    }
    return found
  }

  private func change(gone entry: Entry, of body: Body) -> ListChange {
    if body.isIdle { return ListChange(.idleService, place: entry.place, before: [entry.place]) }
    if let agency = body.agency, !newAgencies.contains(agency) {
      return ListChange(
        .agencyGone, id: agency, agency: agency,
        place: entry.service.agency?.names.preferred ?? entry.place)
    }
    return ListChange(
      .serviceGone, id: entry.keys.min(), agency: body.agency, place: entry.place,
      before: entry.service.certificates.map(\.listed).sorted())
  }

  private func change(added entry: Entry, of body: Body) -> ListChange {
    if body.isIdle { return ListChange(.idleService, place: entry.place, after: [entry.place]) }
    let isNew = body.agency.map { !oldAgencies.contains($0) } ?? false
    return ListChange(
      isNew ? .agencyNew : .serviceNew, id: body.agency ?? entry.keys.min(), agency: body.agency,
      place: entry.place,
      after: (entry.service.entryScope.map(ScopeDiff.listed) ?? [])
        + [entry.service.periods.map(\.listed).sorted().joined(separator: ", ")]
        + entry.service.certificates.map(\.listed).sorted())
  }

  private func certificateChanges(_ body: Body, _ old: Entry, _ new: Entry) -> [ListChange] {
    let (before, after) = (Set(old.service.certificates), Set(new.service.certificates))
    let newOwn = new.keys
    let left = before.subtracting(after).map { certificate in
      let key = certificate.publicKey.spkiSHA256
      // What was withdrawn by number holds for what the service's own certificates have issued.
      let isWatched =
        old.service.withdrawals.contains { $0.keyDigest == nil } && !newOwn.contains(key)
      let isLost =
        !body.isIdle && (isWatched || !(newKeys[body]?.contains(Holder(certificate)) ?? false))
      return ListChange(
        isLost ? .certificateGone : .certificateReplaced, id: key, agency: body.agency,
        place: new.place, before: [certificate.listed])
    }
    return left
      + after.subtracting(before).map { certificate in
        ListChange(
          .certificateNew, id: certificate.publicKey.spkiSHA256, agency: body.agency,
          place: new.place, after: [certificate.listed])
      }
  }

  private static func nameChanges(_ body: Body, _ old: Entry, _ new: Entry) -> [ListChange] {
    let pairs: [(ListChange.Kind, LocalizedText?, LocalizedText?)] = [
      (.entityNames, old.organisation, new.organisation),
      (.serviceNames, old.service.names, new.service.names),
      (.agencyNames, old.service.agency?.names, new.service.agency?.names),
    ]
    return pairs.compactMap { kind, before, after in
      guard let before, let after, before.listed != after.listed else { return nil }
      // An agency has its names once, however many services it has.
      return ListChange(
        kind, id: body.agency, agency: body.agency, place: kind == .agencyNames ? nil : old.place,
        before: before.listed, after: after.listed)
    }
  }

  private static func statusChanges(_ body: Body, _ old: Entry, _ new: Entry) -> [ListChange] {
    let before = old.service.periods.map(\.listed).sorted()
    let after = new.service.periods.map(\.listed).sorted()
    guard before != after else { return [] }
    let (was, now) = (old.service.current.status, new.service.current.status)
    let kind: ListChange.Kind =
      was == .granted && now != .granted
      ? .ended : was != .granted && now == .granted ? .granted : .statusDates
    let id = body.agency ?? new.keys.min()
    var changes = [
      ListChange(
        kind, id: id, agency: body.agency, place: new.place, before: before, after: after)
    ]
    if !body.isIdle, GrantedTime(old.service).isLost(by: new.service) {
      changes.append(
        ListChange(
          .historyGone, id: id, agency: body.agency, place: new.place, before: before,
          after: after))
    }
    return changes
  }
}
