import BroadsealBytes
import BroadsealOpenSSL

/// Proves the lists of a run, with the word of pinned lists for lists that are not pinned.
struct ListResolver {
  private let pinned: [GovernmentTrustList]
  private let parsed: [ParsedTrustList]
  /// Positions in `parsed` of the lists that `pinned` was made of, in the same order.
  private let pinnedPositions: [Int]
  private let time: UTCTime
  private let seen: SeenSequences

  /// Reads every list and proves those with keys.
  init(
    _ lists: [TrustStore.List], at time: UTCTime, _ seen: SeenSequences
  ) throws(TrustError) {
    var pinned: [GovernmentTrustList] = []
    var parsed: [ParsedTrustList] = []
    var positions: [Int] = []
    for (position, item) in lists.enumerated() {
      let list = try ParsedTrustList(parsing: item.list.bytes, name: item.list.name)
      parsed.append(list)
      guard let file = item.keys else { continue }
      let keys = try ListKeys(pem: file.bytes, name: file.name)
      pinned.append(
        try list.verified(
          keys: keys, at: time, minimumSequence: seen.number(keys)))
      positions.append(position)
    }
    self.pinned = pinned
    self.parsed = parsed
    self.pinnedPositions = positions
    self.time = time
    self.seen = seen
  }

  /// Every list in the order given, each with the recognitions that hold for it.
  func resolve() throws(TrustError) -> [GovernmentTrustList] {
    var resolved: [GovernmentTrustList] = []
    for (position, list) in parsed.enumerated() {
      let grants = self.grants(for: list)
      if let index = pinnedPositions.firstIndex(of: position) {
        try checkFloor(list, grants)
        resolved.append(
          pinned[index].recognised(
            by: grants, isPinned: true, isInForce: true))
      } else {
        resolved.append(try proved(list, by: grants))
      }
    }
    for (index, list) in resolved.enumerated() {
      let twin = resolved[..<index].first { PlainText.isSame($0.scheme, list.scheme) }
      if let twin {
        guard twin.sequence != list.sequence || twin.digest == list.digest else {
          throw TrustError(
            .malformed, list.name,
            "two different trust lists of the same scheme with the number \(list.sequence), the other is \(twin.name)",
            hint:
              "a number is signed once: ask the list's operator which of them was published, and wait for the next "
              + "number where both were")
        }
        throw TrustError(
          .malformed, list.name, "two trust lists of the same scheme, the other is \(twin.name)",
          hint: "name one alone: the one with the higher number is the current one")
      }
    }
    return resolved
  }

  /// The recognitions of `list` that are in force and whose keys have signed it.
  private func grants(for list: ParsedTrustList) -> [GovernmentTrustList.Grant] {
    signed(list).filter { $0.recognition.isInForce(at: time) }
  }

  /// The recognitions of `list` whose keys have signed it.
  private func signed(_ list: ParsedTrustList) -> [GovernmentTrustList.Grant] {
    offers(for: list).filter { grant in
      list.signers(among: grant.recognition.keys).count >= grant.recognition.keys.threshold
    }
  }

  /// What pinned lists say of the scheme of `list`; none recognises itself.
  private func offers(for list: ParsedTrustList) -> [GovernmentTrustList.Grant] {
    guard let scheme = list.content.scheme else { return [] }
    return pinned.filter { !PlainText.isSame($0.scheme, scheme) }.flatMap { pinned in
      pinned.content.recognises.filter { PlainText.isSame($0.keys.scheme, scheme) }
        .map { GovernmentTrustList.Grant(by: pinned.scheme, recognition: $0) }
    }.sorted { ($0.by, $0.recognition.from) < ($1.by, $1.recognition.from) }
  }

  /// A list is as new as any of the keys has ever signed it that are pinned or recognised for it now.
  private func checkFloor(
    _ list: ParsedTrustList, _ grants: [GovernmentTrustList.Grant]
  ) throws(TrustError) {
    for grant in grants {
      let floor = seen.number(grant.recognition.keys)
      guard list.content.sequence >= floor else {
        throw .rolledBack(list, under: floor)
      }
    }
  }

  /// What to say of a list whose keys a pinned list recognises under another name of its scheme: somebody mistyped it,
  /// and every reader would look for keys that are at hand.
  private func misnamed(_ list: ParsedTrustList) -> TrustError? {
    for pinned in pinned {
      let near = pinned.content.recognises.first {
        list.signers(among: $0.keys).count >= $0.keys.threshold
      }
      guard let near, let scheme = list.content.scheme else { continue }
      return TrustError(
        .keysMissing, list.name,
        "\(pinned.name) recognises its keys for another scheme: \(near.keys.scheme), and not \(scheme)",
        hint:
          "the recognition has to name the list's English SchemeName, letter for letter; tell the keepers of that list"
      )
    }
    return nil
  }

  private func proved(
    _ list: ParsedTrustList, by grants: [GovernmentTrustList.Grant]
  ) throws(TrustError) -> GovernmentTrustList {
    guard let grant = grants.first ?? signed(list).first ?? offers(for: list).first else {
      throw misnamed(list) ?? .keysMissing(list)
    }
    let keys = grant.recognition.keys
    let proved = try list.verified(
      keys: keys, at: time, minimumSequence: seen.number(keys))
    try checkFloor(list, grants)
    // A recognition that has ended must not stop those whom other lists know: it is proved whose
    // list this is, and nobody on it is believed.
    return proved.recognised(
      by: grants.isEmpty ? [grant] : grants, isPinned: false, isInForce: !grants.isEmpty)
  }
}
