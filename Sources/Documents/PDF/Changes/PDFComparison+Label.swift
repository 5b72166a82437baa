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
    if isSame(one, other), isSame(before, after) { return }
    var kept: [PDFPart] = []
    for file in before?.items ?? one.map({ [$0] }) ?? [] where try !old.isStore(file) {
      kept.append(file)
    }
    var added = 0
    var rest = kept[...]
    for file in after?.items ?? other.map({ [$0] }) ?? [] {
      if let next = rest.first, isSame(next, file) {
        rest = rest.dropFirst()
      } else if try new.isStore(file) {
        added += 1
      } else {
        note(.changed, .catalog, "another file was associated with the document")
        return
      }
    }
    guard rest.isEmpty, added == 1 else {
      note(.changed, .catalog, "a file is no longer associated with the document")
      return
    }
    note(.label, .catalog, "a manifest store was added")
    if let number = replaced(before), before?.home == after?.home {
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
    var after = try PDFNameTree(other, through: &new.resolver).entries[...]
    for entry in before {
      if let place = after.firstIndex(where: { $0.key == entry.key }),
        isSame(entry.value, after[place].value)
      {
        // A tree is sorted: what stands before is new.
        for added in after[..<place] where try !new.isStore(added.value) {
          note(.changed, .catalog, "a file was embedded")
          return
        }
        after = after[(place + 1)...]
      } else if try !old.isStore(entry.value) {
        note(.changed, .catalog, "an embedded file is gone")
        return
      }
    }
    for added in after where try !new.isStore(added.value) {
      note(.changed, .catalog, "a file was embedded")
      return
    }
    note(.label, .catalog, "a manifest store was added")
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

extension PDFSnapshot {
  /// Whether a part is, or leads to, the file specification of a manifest store.
  fileprivate mutating func isStore(_ file: PDFPart) throws(DocumentError) -> Bool {
    guard let specification = try resolve(file) else { return false }
    return PDFEmbeddedStore.isStore(specification)
  }
}
