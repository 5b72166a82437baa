extension PDFComparison {
  /// A manifest store joins the associated and the embedded files, and nothing else does: a part of
  /// the rule on the catalog (OBJ-2). The store that it replaces may leave both lists.
  mutating func compareLabels(_ one: PDFPart, _ other: PDFPart) throws(DocumentError) {
    try compareAssociatedFiles(one["AF"], other["AF"])
    try compareNames(one["Names"], other["Names"])
  }

  private mutating func compareAssociatedFiles(
    _ one: PDFPart?, _ other: PDFPart?
  ) throws(DocumentError) {
    let (before, after) = (try old.resolve(one), try new.resolve(other))
    // The list may stand elsewhere, or be written anew.
    if isSame(before, after) { return }
    var kept: [PDFPart] = []
    var stores: [PDFPart] = []
    for file in before?.items ?? one.map({ [$0] }) ?? [] {
      if try old.isStore(file) { stores.append(file) } else { kept.append(file) }
    }
    var newStores: [PDFPart] = []
    var rest = kept[...]
    for file in after?.items ?? other.map({ [$0] }) ?? [] {
      if let next = rest.first, isSame(next, file) {
        rest = rest.dropFirst()
      } else if try new.isStore(file) {
        newStores.append(file)
      } else {
        note(.changed, .catalog, "another file was associated with the document")
        return
      }
    }
    guard rest.isEmpty, newStores.count >= min(1, stores.count) else {
      note(.changed, .catalog, "a file is no longer associated with the document")
      return
    }
    guard newStores.count < 2 else {
      note(.changed, .catalog, "several manifest stores are associated with the document")
      return
    }
    let isKept = newStores.first.map { store in stores.contains { isSame($0, store) } } ?? true
    if !isKept || stores.count > newStores.count {
      note(.label, .catalog, "a manifest store was added")
    }
    // A file that stands there without a list is compared as every other object.
    if before?.items != nil, let number = replaced(before), before?.home == after?.home {
      explain(before?.home)
      _ = isUsed(number, times: 1)
    }
  }

  private mutating func compareNames(_ one: PDFPart?, _ other: PDFPart?) throws(DocumentError) {
    let (before, after) = (try old.resolve(one), try new.resolve(other))
    if isSame(one, other), isSame(before, after), try !isRewritten(before?["EmbeddedFiles"]) {
      return
    }
    guard differences(before, after).allSatisfy({ $0 == "EmbeddedFiles" }) else {
      note(.changed, .catalog, "the names of the document were changed")
      return
    }
    if let number = replaced(before), before?.home == after?.home {
      explain(before?.home)
      if !isSame(before, after) { _ = isUsed(number, times: 1) }
    }
    try compareEmbeddedFiles(
      before?["EmbeddedFiles"], after?["EmbeddedFiles"], in: before?.home)
  }

  private mutating func compareEmbeddedFiles(
    _ one: PDFPart?, _ other: PDFPart?, in names: PDFReference?
  ) throws(DocumentError) {
    let before = try PDFNameTree(one, through: &old.resolver).entries
    let after = try PDFNameTree(other, through: &new.resolver).entries
    var places = PDFNamePlaces(after)
    var isStoreOther = false
    var added: [PDFNameTree.Entry] = []
    var next = 0
    for entry in before {
      if let place = places.first(of: entry.key, from: next),
        isSame(entry.value, after[place].value)
      {
        // A tree is sorted: what stands before is new.
        added += after[next..<place]
        next = place + 1
      } else if try old.isStore(entry.value) {
        isStoreOther = true
      } else {
        note(.changed, .catalog, "an embedded file is gone")
        return
      }
    }
    added += after[next...]
    for entry in added where try !new.isStore(entry.value) {
      note(.changed, .catalog, "a file was embedded")
      return
    }
    if isStoreOther || !added.isEmpty {
      note(.label, .catalog, "a manifest store was added")
    }
    // The root of the tree, which is written as one node.
    guard let root = try old.resolve(one), let number = replaced(root) else { return }
    guard isUsed(number, times: 1), names.map({ isUsed($0.number, times: 1) }) ?? true else {
      return
    }
    explain(root.home)
  }

  private mutating func isRewritten(_ root: PDFPart?) throws(DocumentError) -> Bool {
    replaced(try old.resolve(root)) != nil
  }

  /// Whether an annotation attaches a manifest store and shows nothing (C2PA 2.5 §A.4.2.1).
  mutating func isLabel(attachment: PDFPart) throws(DocumentError) -> Bool {
    guard let file = attachment["FS"], try new.isStore(file) else { return false }
    return try !PDFVisibility.isSeen(attachment, through: &new)
  }
}

/// Where each name of a tree stands in it.
private struct PDFNamePlaces {
  /// The places of each name, the last first.
  private var places: [[UInt8]: [Int]] = [:]

  init(_ entries: [PDFNameTree.Entry]) {
    for (place, entry) in entries.enumerated().reversed() {
      places[entry.key, default: []].append(place)
    }
  }

  /// The first place of `name` at or behind `start`, which never goes back.
  mutating func first(of name: [UInt8], from start: Int) -> Int? {
    while let place = places[name]?.last {
      if place >= start { return place }
      places[name]?.removeLast()
    }
    return nil
  }
}

extension PDFSnapshot {
  /// Whether a part is, or leads to, the file specification of a manifest store.
  fileprivate mutating func isStore(_ file: PDFPart) throws(DocumentError) -> Bool {
    guard let specification = try resolve(file) else { return false }
    return PDFEmbeddedStore.isStore(specification)
  }
}
