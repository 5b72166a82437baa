extension PDFComparison {
  /// The list of pages is what it was, and a page differs in its annotations only (OBJ-6).
  mutating func comparePages(_ root: PDFPart?) throws(DocumentError) {
    var visited: Set<Int> = []
    var open: [PDFPart] = root.map { [$0] } ?? []
    while let next = open.popLast() {
      guard let number = next.object.reference?.number, visited.insert(number).inserted,
        let before = try old.resolve(next), before.dictionary != nil
      else { continue }
      if let kids = try old.resolve(before["Kids"])?.items, before["Type"]?.object.name != "Page" {
        try compareNode(before)
        open += kids
      } else {
        try comparePage(before)
      }
    }
  }

  private mutating func compareNode(_ before: PDFPart) throws(DocumentError) {
    guard let number = replaced(before), let was = try old.object(number) else { return }
    if let now = try new.object(number), try isSame(was, now) { return }
    note(.changed, .pages, "the list of pages was changed")
    explain(before.home)
  }

  private mutating func comparePage(_ before: PDFPart) throws(DocumentError) {
    let list = try old.resolve(before["Annots"])
    guard replaced(before) != nil || replaced(list) != nil, let home = before.home else { return }
    guard let after = try new.resolver.object(home)?.part(encrypted: isEncrypted),
      after.dictionary != nil
    else { return }
    if differences(before, after).contains(where: { $0 != "Annots" }) {
      note(.changed, .pages, "a page was changed")
    }
    explain(before.home)
    try compareAnnotations(list, before["Annots"], after["Annots"])
  }

  private var isEncrypted: Bool { old.document.security != nil }
}
