import BroadsealBytes

/// Rewrites what the catalog says about manifest stores: `AF` and the `EmbeddedFiles` names.
///
/// Every other entry is copied byte for byte. What the catalog refers to (the name dictionary, the
/// root of the tree) is written anew under its own number when it has to change.
struct PDFCatalogUpdate {
  private var finder: PDFStoreFinder
  private let catalog: PDFPart
  private let codec: PDFStringCodec

  init(_ document: PDFDocument) throws(DocumentError) {
    finder = PDFStoreFinder(document, revision: document.revisions.count - 1)
    var resolver = document.resolver()
    catalog = try document.catalog(in: &resolver)
    codec = PDFStringCodec(security: document.security)
  }

  /// The lowest object number that nothing uses: neither the cross-reference, nor `Size`, nor a
  /// reference in the catalog that leads nowhere and would suddenly lead to something new.
  static func firstFreeNumber(of document: PDFDocument, catalog: PDFPart) -> Int {
    let sections = document.chain.sections
    let highest = sections.compactMap(\.entries.last?.number).max() ?? 0
    let size = sections.compactMap { $0.trailer["Size"]?.integer }.max() ?? 0
    return max(highest + 1, size, catalog.value.highestReference + 1)
  }

  /// Adds the catalog to `update`, with `specification` as its one manifest store.
  ///
  /// - Parameters:
  ///   - specification: the new store's file specification; nil when the document loses its store.
  ///   - naming: whether it joins the embedded files; otherwise an annotation refers to it.
  ///   - entries: further entries of the catalog that change.
  mutating func add(
    to update: inout PDFUpdate, specification: PDFReference?, naming: Bool,
    entries: [(key: PDFName, value: [UInt8])] = []
  ) throws(DocumentError) {
    guard let home = catalog.home else { return }
    let context = self.context(of: home)
    var edit = PDFDictionaryEdit()
    var files: [[UInt8]] = []
    for file in try finder.associatedFiles() where try !finder.isStore(file) {
      files.append(try codec.copy(file, into: context))
    }
    if let specification { files.append(Array(specification.text.utf8)) }
    edit.set("AF", files.isEmpty ? nil : Array("[".utf8) + files.joined(separator: [32]) + [93])
    if naming || specification == nil {
      let changed = try names(in: context, specification: specification, update: &update)
      if let changed { edit.set("Names", changed) }
    }
    for (key, value) in entries { edit.set(key, value) }
    try update.add(home, try edit.text(of: catalog, into: context, codec: codec))
  }

  /// Adds the catalog to `update` with `entries` changed and everything else as it was.
  func add(
    to update: inout PDFUpdate, entries: [(key: PDFName, value: [UInt8])]
  ) throws(DocumentError) {
    guard let home = catalog.home, !entries.isEmpty else { return }
    var edit = PDFDictionaryEdit()
    for (key, value) in entries { edit.set(key, value) }
    try update.add(home, try edit.text(of: catalog, into: context(of: home), codec: codec))
  }

  /// The value of `Names`; nil when the catalog keeps the one it has.
  private mutating func names(
    in context: PDFStringContext, specification: PDFReference?, update: inout PDFUpdate
  ) throws(DocumentError) -> [UInt8]? {
    let names = try finder.resolve(catalog["Names"])
    let own = names?.home.map(self.context) ?? context
    var edit = PDFDictionaryEdit()
    guard let changed = try tree(in: own, of: names, specification, update: &update) else {
      return nil
    }
    edit.set("EmbeddedFiles", changed)
    let text = try edit.text(of: names, into: own, codec: codec)
    guard let home = names?.home else { return text }
    try update.add(home, text)
    return nil
  }

  /// The value of `EmbeddedFiles`; nil when the name dictionary keeps the one it has.
  ///
  /// The tree is written as one node, sorted: its kids, if it had any, are no longer referred to.
  private mutating func tree(
    in context: PDFStringContext, of names: PDFPart?, _ specification: PDFReference?,
    update: inout PDFUpdate
  ) throws(DocumentError) -> [UInt8]? {
    let root = try finder.resolve(names?["EmbeddedFiles"])
    let own = root?.home.map(self.context) ?? context
    let old = try finder.names().entries
    var entries: [(key: [UInt8], value: [UInt8])] = []
    for entry in old {
      if specification == nil, try finder.isStore(entry.value) { continue }
      entries.append((entry.key, try codec.copy(entry.value, into: own)))
    }
    if let specification {
      let key = PDFFileSpecification.key(besides: old.map(\.key), for: specification)
      entries.append((key, Array(specification.text.utf8)))
    } else if entries.count == old.count {
      return nil
    }
    entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
    var list = ByteWriter()
    list.write("[")
    for (index, entry) in entries.enumerated() {
      if index > 0 { list.write(" ") }
      list.write(try codec.text(of: entry.key, in: own))
      list.write(" ")
      list.write(entry.value)
    }
    list.write("]")
    var edit = PDFDictionaryEdit()
    edit.set("Kids", nil)
    edit.set("Limits", nil)
    edit.set("Names", list.bytes)
    let text = try edit.text(of: root, into: own, codec: codec)
    guard let home = root?.home else { return text }
    try update.add(home, text)
    return nil
  }

  private func context(of home: PDFReference) -> PDFStringContext {
    codec.security == nil ? .plain : .object(home)
  }
}
