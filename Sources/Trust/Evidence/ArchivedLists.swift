package import BroadsealBytes

/// Proves the lists of an evidence bundle by the keys that the reader pins today.
///
/// A list of the bundle stands for the reader's own of the same scheme, which may be stale or not yet
/// have been issued at the moment of judgement. It is proved like any other: enough of the pinned keys
/// signed it, or a pinned list recognises it. The reader's own newer list still has a word: keys that
/// it names may have signed the kept one (a rotation), and what it withdrew is withdrawn.
struct ArchivedLists {
  /// What the run believes for the moment of judgement, ready for `ListResolver`.
  let material: [TrustStore.List]
  /// The reader's own lists of schemes that the bundle has lists of, proved but for their dates.
  let later: [GovernmentTrustList]

  /// - Throws: the first fault of any list or keys file.
  init(
    _ own: TrustStore, _ bundle: EvidenceBundle, named name: String, at time: UTCTime
  ) throws(TrustError) {
    var pins: [ListKeys] = []
    var owned: [(item: TrustStore.List, list: ParsedTrustList, keys: ListKeys?)] = []
    for file in own.listKeys { pins.append(try ListKeys(pem: file.bytes, name: file.name)) }
    for item in own.lists {
      let list = try ParsedTrustList(parsing: item.list.bytes, name: item.list.name)
      let keys = try item.keys.map { file throws(TrustError) in
        try ListKeys(pem: file.bytes, name: file.name)
      }
      owned.append((item, list, keys))
      if let keys { pins.append(keys) }
    }
    var later: [GovernmentTrustList] = []
    for (_, list, keys) in owned {
      guard let keys else { continue }
      // Whatever its dates are, a list that its keys did not sign stops the run.
      later.append(try list.verified(keys: keys, at: list.content.issued))
      if let next = list.content.nextKeys, list.signers(among: next).count >= next.threshold {
        pins.append(next)
      }
    }
    var chosen: [TrustStore.List] = []
    var schemes: [String] = []
    for kept in bundle.lists {
      let label = "\(name) (\(kept.name))"
      let list = try ParsedTrustList(parsing: kept.bytes, name: label)
      let scheme = list.content.scheme ?? ""
      let keys = pins.filter { PlainText.isSame($0.scheme, scheme) }
      let proving = keys.first { list.signers(among: $0).count >= $0.threshold } ?? keys.first
      let better = owned.first { own in
        own.keys != nil && PlainText.isSame(own.list.content.scheme ?? "", scheme)
          && own.list.content.issued <= time && time < own.list.content.nextUpdate
          && own.list.content.sequence >= list.content.sequence
      }
      schemes.append(scheme)
      if let better, let proving {
        // The reader's own list is as good for that moment; the kept one still has to be genuine.
        _ = try list.verified(keys: proving, at: list.content.issued)
        chosen.append(better.item)
        continue
      }
      chosen.append(
        TrustStore.List(
          list: TrustStore.File(name: label, bytes: kept.bytes),
          keys: proving.map { TrustStore.File(name: "keys of \(scheme)", bytes: $0.pem) }))
    }
    func isKept(_ list: ParsedTrustList) -> Bool {
      schemes.contains { PlainText.isSame($0, list.content.scheme ?? "") }
    }
    material = chosen + owned.filter { !isKept($0.list) }.map(\.item)
    self.later = later.filter { list in schemes.contains { PlainText.isSame($0, list.scheme) } }
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
    let archived = try ArchivedLists(material, bundle, named: name, at: time)
    var replaced = material
    replaced.replaceLists(with: archived.material)
    let proved = try TrustContext(replaced, at: time)
    try self.init(anchors: proved.anchors, government: proved.government, later: archived.later)
  }
}
