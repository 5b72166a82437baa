import BroadsealBytes
import BroadsealOpenSSL

/// What became of withdrawals.
///
/// One by key holds wherever the key is met, so that it may move from entry to entry; one by number holds
/// at its service. Only what takes less worth than before is lost.
struct WithdrawalDiff {
  private(set) var changes: Set<ListChange> = []
  /// Keys of CAs and of time-stamp authorities on either list, and what a change calls them: what falls with such a
  /// key is more than what it signed itself.
  private let holders: [String: String]

  /// A withdrawal and the entry that it stands at.
  private struct Item {
    let invalidation: Invalidation
    let entry: ServicePairs.Entry

    var listed: String { "\(invalidation.reason.rawValue) \(invalidation.date.rfc3339)" }
  }

  init(_ old: TrustListContent, _ new: TrustListContent, _ pairs: ServicePairs) {
    holders = Dictionary(
      [old, new].flatMap(WithdrawalDiff.holders), uniquingKeysWith: { first, _ in first })
    compare(WithdrawalDiff.keys(old), WithdrawalDiff.keys(new))
    for (_, before, after) in pairs.kept where before.service != after.service {
      compare(WithdrawalDiff.numbers(before), WithdrawalDiff.numbers(after))
    }
    for (_, entry) in pairs.gone { compare(WithdrawalDiff.numbers(entry), [:]) }
    for (_, entry) in pairs.added { compare([:], WithdrawalDiff.numbers(entry)) }
  }

  /// The keys of the authorities on a list; those of a service that seals itself are signers'.
  private static func holders(_ content: TrustListContent) -> [(String, String)] {
    content.services.map(\.service).flatMap { service in
      let isClock = service.type == .timeStampAuthority
      return service.certificates.filter { isClock || $0.isCA }
        .map { ($0.publicKey.spkiSHA256, isClock ? "tsa" : "ca") }
    }
  }

  private static func keys(_ content: TrustListContent) -> [String: [Item]] {
    var items: [String: [Item]] = [:]
    for (entity, service) in content.services {
      for invalidation in service.withdrawals {
        guard let key = invalidation.keyDigest else { continue }
        items[key, default: []].append(
          Item(
            invalidation: invalidation,
            entry: ServicePairs.Entry(organisation: entity.names, service: service)))
      }
    }
    return items
  }

  private static func numbers(_ entry: ServicePairs.Entry) -> [String: [Item]] {
    var items: [String: [Item]] = [:]
    for invalidation in entry.service.withdrawals {
      guard case .serial(let number) = invalidation.subject else { continue }
      items[number, default: []].append(Item(invalidation: invalidation, entry: entry))
    }
    return items
  }

  private mutating func compare(_ old: [String: [Item]], _ new: [String: [Item]]) {
    for id in Set(old.keys).union(new.keys) {
      let before = old[id] ?? []
      let after = new[id] ?? []
      guard let kind = WithdrawalDiff.kind(before, after), let item = after.first ?? before.first
      else { continue }
      let places = (after.isEmpty ? before : after).map(\.entry)
      let place = places.map(\.place).min() ?? item.entry.place
      changes.insert(
        ListChange(
          kind, id: id, agency: places.compactMap(\.service.agency?.id).min(), place: place,
          member: item.invalidation.keyDigest.map { holders[$0] ?? "key" } ?? "serial",
          before: Set(before.map(\.listed)).sorted(), after: Set(after.map(\.listed)).sorted()))
    }
  }

  /// What takes the most: the earliest of those for a compromise, and the earliest of all.
  private static func kind(_ before: [Item], _ after: [Item]) -> ListChange.Kind? {
    if before.isEmpty { return .withdrawalNew }
    if after.isEmpty { return .withdrawalGone }
    // Without its certificate, the withdrawal of a CA above the listed ones takes nothing any more.
    let had = before.contains { $0.invalidation.certificate != nil }
    let has = after.contains { $0.invalidation.certificate != nil }
    if had, !has { return .withdrawalGone }
    func earliest(_ items: [Item], _ isMeant: (Invalidation) -> Bool) -> UTCTime? {
      items.map(\.invalidation).filter(isMeant).map(\.date).min()
    }
    let was = (
      any: earliest(before) { _ in true }, grave: earliest(before) { $0.reason.isCompromise }
    )
    let now = (
      any: earliest(after) { _ in true }, grave: earliest(after) { $0.reason.isCompromise }
    )
    if isLater(now.any, than: was.any) { return .withdrawalLater }
    if was.grave != nil, now.grave == nil { return .withdrawalWeaker }
    if isLater(now.grave, than: was.grave) { return .withdrawalLater }
    return was.any == now.any && was.grave == now.grave && had == has
      ? (Set(before.map(\.listed)) == Set(after.map(\.listed)) ? nil : .withdrawalStronger)
      : .withdrawalStronger
  }

  /// Whether a beginning that there was is later now.
  private static func isLater(_ now: UTCTime?, than was: UTCTime?) -> Bool {
    was.map { was in now.map { $0 > was } ?? true } ?? false
  }
}
