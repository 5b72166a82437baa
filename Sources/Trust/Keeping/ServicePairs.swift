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

    /// By which bodies have an order of their own.
    fileprivate var order: String {
      switch self {
      case .agency(let id, let name): "1 \(id) \(name)"
      case .timeStamps: "2"
      case .nobody(let uri): "3 \(uri)"
      }
    }
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
  /// When the older list was issued.
  private let issued: UTCTime

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
    issued = old.issued
    for body in Set(before.keys).union(after.keys).sorted(by: { $0.order < $1.order }) {
      pair(body, before[body] ?? [], after[body] ?? [])
    }
  }

  private static func grouped(_ content: TrustListContent) -> [Body: [Entry]] {
    Dictionary(
      grouping: content.services.map { Entry(organisation: $0.entity.names, service: $0.service) }
    ) { Body($0.service) }
  }

  /// The likest first: equal ones, then those of one name and the same certificates, of the same certificates, of
  /// one name and with a key in common, with a key in common. So a service that lost a certificate is not taken for
  /// its neighbour, and the order of a list tells nothing.
  private mutating func pair(_ body: Body, _ old: [Entry], _ new: [Entry]) {
    var (before, after) = (ServicePairs.ordered(old), ServicePairs.ordered(new))
    func match(_ marks: (Entry) -> [Mark]) {
      let pairs = ServicePairs.pairs(before, after, marks)
      kept += pairs.map { (body, before[$0], after[$1]) }
      let (these, those) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
      before = before.enumerated().filter { !these.contains($0.offset) }.map(\.element)
      after = after.enumerated().filter { !those.contains($0.offset) }.map(\.element)
    }
    match { [Mark(entry: $0)] }
    match { [Mark(name: $0.place, certificates: Set($0.service.certificates))] }
    match { [Mark(certificates: Set($0.service.certificates))] }
    match { entry in entry.keys.sorted().map { Mark(name: entry.place, key: $0) } }
    match { entry in entry.keys.sorted().map { Mark(key: $0) } }
    gone += before.map { (body, $0) }
    added += after.map { (body, $0) }
  }

  /// What two entries have in common that are taken for one service.
  private struct Mark: Hashable {
    var entry: Entry?
    var name: String?
    var certificates: Set<Certificate> = []
    var key: String?
  }

  /// Places of those that share a mark, each once, in order.
  private static func pairs(
    _ old: [Entry], _ new: [Entry], _ marks: (Entry) -> [Mark]
  ) -> [(Int, Int)] {
    var open: [Mark: [Int]] = [:]
    for (place, entry) in new.enumerated().reversed() {
      for mark in marks(entry) { open[mark, default: []].append(place) }
    }
    var taken: Set<Int> = []
    var pairs: [(Int, Int)] = []
    for (place, entry) in old.enumerated() {
      search: for mark in marks(entry) {
        while let next = open[mark]?.popLast() {
          guard taken.insert(next).inserted else { continue }
          pairs.append((place, next))
          break search
        }
      }
    }
    return pairs
  }

  private static func ordered(_ entries: [Entry]) -> [Entry] {
    entries.map { entry in
      (
        entry,
        Writer.bytes(of: entry.service.asValue) + [0] + entry.organisation.listed.flatMap(\.utf8)
      )
    }
    .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
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
      found.formUnion(statusChanges(body, old, new))
      found.formUnion(ServicePairs.nameChanges(body, old, new))
      if let before = old.service.entryScope, let after = new.service.entryScope {
        let seals = old.service.seal.flatMap { old in new.service.seal.map { (old, $0) } }
        let differences =
          seals.map { ScopeDiff.changes(from: $0.0, to: $0.1) }
          ?? ScopeDiff.changes(from: before, to: after)
        for change in differences {
          found.insert(
            ListChange(
              change.kind, id: body.agency, agency: body.agency, place: new.place,
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
      after: ScopeDiff.listed(entry.service)
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

  private func statusChanges(_ body: Body, _ old: Entry, _ new: Entry) -> [ListChange] {
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
    if !body.isIdle, GrantedTime(old.service).isLost(by: new.service, since: issued) {
      changes.append(
        ListChange(
          .historyGone, id: id, agency: body.agency, place: new.place, before: before,
          after: after))
    }
    return changes
  }
}
