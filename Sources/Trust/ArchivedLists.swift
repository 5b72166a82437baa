package import BroadsealBytes

/// Proves the lists of an evidence bundle by the keys that the reader pins today.
///
/// A list of the bundle stands for the reader's own of the same scheme, which may be stale or not yet
/// have been issued at the moment of judgement. It is proved like any other: enough of the pinned keys
/// signed it, or a pinned list recognises it. The reader's own newer list still has a word: keys that
/// it names may have signed the kept one (a rotation), and what it withdrew is withdrawn. That holds for
/// a list which he believes by recognition too: anybody can make a bundle, and none may silence it.
struct ArchivedLists {
  /// What the run believes for the moment of judgement, ready for `ListResolver`.
  let material: [TrustStore.List]
  /// The reader's own lists that are not used for the moment of judgement, proved but for their dates.
  let later: [GovernmentTrustList]

  /// A list of the reader's own.
  private struct Own {
    let item: TrustStore.List
    let list: ParsedTrustList
    /// Pinned for it; nil: it has to be recognised.
    let keys: ListKeys?
  }

  /// A list of the bundle, and the keys of the reader's that prove it, if any do.
  private struct Kept {
    let item: TrustStore.List
    let list: ParsedTrustList
    let isPinned: Bool
  }

  /// - Throws: the first fault of any list or keys file; `.keysMissing` or `.notEnoughSignatures` for a
  ///   list of the reader's own that nothing proves.
  init(
    _ reader: TrustStore, _ bundle: EvidenceBundle, named name: String, at time: UTCTime
  ) throws(TrustError) {
    var pins: [ListKeys] = []
    for file in reader.listKeys { pins.append(try ListKeys(pem: file.bytes, name: file.name)) }
    var own: [Own] = []
    for item in reader.lists {
      let list = try ParsedTrustList(parsing: item.list.bytes, name: item.list.name)
      let keys = try item.keys.map { file throws(TrustError) in
        try ListKeys(pem: file.bytes, name: file.name)
      }
      own.append(Own(item: item, list: list, keys: keys))
      if let keys { pins.append(keys) }
    }
    // Whatever its dates are, a list that its keys did not sign stops the run.
    var proved: [Int: GovernmentTrustList] = [:]
    for (place, owned) in own.enumerated() {
      guard let keys = owned.keys else { continue }
      proved[place] = try owned.list.verified(keys: keys, at: owned.list.content.issued)
      if let next = owned.list.content.nextKeys, owned.list.isProved(by: next) { pins.append(next) }
    }
    let kept = try ArchivedLists.kept(bundle, named: name, pins)
    let vouching =
      own.filter { $0.keys != nil }.map(\.list) + kept.filter(\.isPinned).map(\.list)
    for (place, owned) in own.enumerated() where owned.keys == nil {
      let keys = try ArchivedLists.keys(proving: owned.list, pins, vouching)
      proved[place] = try owned.list.verified(keys: keys, at: owned.list.content.issued)
        .recognised(by: [], isPinned: false, isInForce: true)
    }

    // Pinned lists first: it is by those of the moment that the others are recognised.
    var chosen: [TrustStore.List] = []
    var used: Set<Int> = []
    var judges = own.filter { owned in
      owned.keys != nil && !kept.contains { $0.list.isOfScheme(of: owned.list) }
    }.map(\.list)
    for isPinned in [true, false] {
      for item in kept where item.isPinned == isPinned {
        let better = own.indices.filter { place in
          own[place].list.isSuccessor(of: item.list, at: time)
            && (own[place].keys != nil
              || ArchivedLists.isRecognised(own[place].list, by: judges, at: time))
        }.max { own[$0].list.content.sequence < own[$1].list.content.sequence }
        if let better {
          // The kept one still has to be genuine, or it is no evidence.
          let keys = try ArchivedLists.keys(proving: item.list, pins, vouching)
          _ = try item.list.verified(keys: keys, at: item.list.content.issued)
          used.insert(better)
        }
        chosen.append(better.map { own[$0].item } ?? item.item)
        if isPinned { judges.append(better.map { own[$0].list } ?? item.list) }
      }
    }
    for (place, owned) in own.enumerated()
    where !kept.contains(where: { $0.list.isOfScheme(of: owned.list) }) {
      chosen.append(owned.item)
      used.insert(place)
    }
    material = chosen
    later = proved.sorted { $0.key < $1.key }.filter { !used.contains($0.key) }.map(\.value)
  }

  /// What errors call a list of a bundle.
  fileprivate static func label(of list: String, in bundle: String) -> String {
    "\(bundle) (\(list))"
  }

  private static func kept(
    _ bundle: EvidenceBundle, named name: String, _ pins: [ListKeys]
  ) throws(TrustError) -> [Kept] {
    var kept: [Kept] = []
    for part in bundle.lists {
      let label = label(of: part.name, in: name)
      let list = try ParsedTrustList(parsing: part.bytes, name: label)
      let own = pins.filter { PlainText.isSame($0.scheme, list.content.scheme ?? "") }
      let keys = own.first(where: list.isProved) ?? own.first
      kept.append(
        Kept(
          item: TrustStore.List(
            list: TrustStore.File(name: label, bytes: part.bytes),
            keys: keys.map { TrustStore.File(name: "keys of \($0.scheme)", bytes: $0.pem) }),
          list: list, isPinned: keys.map(list.isProved) ?? false))
    }
    return kept
  }

  /// The keys that prove `list`: those that the reader has, else those that a list names which he has
  /// keys of. Where none signed it, those that should have.
  private static func keys(
    proving list: ParsedTrustList, _ pins: [ListKeys], _ vouching: [ParsedTrustList]
  ) throws(TrustError) -> ListKeys {
    let scheme = list.content.scheme ?? ""
    let known =
      pins
      + vouching.filter { !$0.isOfScheme(of: list) }.flatMap { $0.content.recognises.map(\.keys) }
    let own = known.filter { PlainText.isSame($0.scheme, scheme) }
    guard let keys = own.first(where: list.isProved) ?? own.first else {
      throw .keysMissing(list)
    }
    return keys
  }

  /// Whether one of the pinned lists of the moment recognises `list` then, with keys that signed it.
  private static func isRecognised(
    _ list: ParsedTrustList, by judges: [ParsedTrustList], at time: UTCTime
  ) -> Bool {
    judges.filter { !$0.isOfScheme(of: list) }.flatMap(\.content.recognises).contains { grant in
      PlainText.isSame(grant.keys.scheme, list.content.scheme ?? "")
        && grant.isInForce(at: time) && list.isProved(by: grant.keys)
    }
  }
}

extension ParsedTrustList {
  /// Whether enough of `keys` have signed it.
  fileprivate func isProved(by keys: ListKeys) -> Bool {
    signers(among: keys).count >= keys.threshold
  }

  /// Whether both are lists of one scheme.
  fileprivate func isOfScheme(of other: ParsedTrustList) -> Bool {
    PlainText.isSame(content.scheme ?? "", other.content.scheme ?? "")
  }

  /// Whether it was in force at `time` and is not older than `kept`.
  fileprivate func isSuccessor(of kept: ParsedTrustList, at time: UTCTime) -> Bool {
    isOfScheme(of: kept) && content.issued <= time && time < content.nextUpdate
      && content.sequence >= kept.content.sequence
  }
}

extension TrustContext {
  /// Proves the material of a run together with the lists of an evidence bundle.
  ///
  /// - Parameters:
  ///   - name: the bundle, in errors.
  ///   - time: the moment to judge by, at which the kept lists must have been in force.
  /// - Throws: the first fault of any file or list.
  package init(
    _ material: TrustStore, evidence bundle: EvidenceBundle, named name: String,
    at time: UTCTime
  ) throws(TrustError) {
    do throws(TrustError) {
      let archived = try ArchivedLists(material, bundle, named: name, at: time)
      var replaced = material
      replaced.replaceLists(with: archived.material)
      let proved = try TrustContext(replaced, at: time)
      try self.init(anchors: proved.anchors, government: proved.government, later: archived.later)
    } catch {
      let labels = bundle.lists.map { ArchivedLists.label(of: $0.name, in: name) }
      guard error.kind == .keysMissing, labels.contains(error.name) else { throw error }
      throw .keysMissing(keptAs: error.name)
    }
  }
}
