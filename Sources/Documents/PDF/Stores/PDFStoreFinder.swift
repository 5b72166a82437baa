/// Finds the manifest stores that one revision of the document knows.
struct PDFStoreFinder {
  /// The document.
  let document: PDFDocument
  /// Index of the revision.
  let revision: Int
  private(set) var resolver: PDFResolver

  init(_ document: PDFDocument, revision: Int, work: Int = PDFLimits.maximumWork) {
    self.document = document
    self.revision = revision
    resolver = document.resolver(of: revision, work: work)
  }

  /// The entries of the catalog's `AF` as they stand there: an array, direct or not, or one file
  /// specification alone (C2PA 2.4 §A.4.2.1 could be read so).
  mutating func associatedFiles() throws(DocumentError) -> [PDFPart] {
    let catalog = try document.catalog(in: &resolver)
    guard let entry = catalog["AF"], let target = try resolver.resolve(entry) else { return [] }
    return target.items ?? [entry]
  }

  /// The stores that the catalog's `AF` lists.
  mutating func listed() throws(DocumentError) -> [PDFEmbeddedStore] {
    try stores(among: associatedFiles())
  }

  /// The names of the document's embedded files.
  mutating func names() throws(DocumentError) -> PDFNameTree {
    let catalog = try document.catalog(in: &resolver)
    let names = try resolver.resolve(catalog["Names"])
    return try PDFNameTree(names?["EmbeddedFiles"], through: &resolver)
  }

  /// The stores in the `EmbeddedFiles` tree.
  mutating func named() throws(DocumentError) -> [PDFEmbeddedStore] {
    try stores(among: names().entries.map(\.value))
  }

  /// Whether `part` is, or leads to, the file specification of a store.
  mutating func isStore(_ part: PDFPart) throws(DocumentError) -> Bool {
    guard let specification = try resolver.resolve(part) else { return false }
    return PDFEmbeddedStore.isStore(specification)
  }

  /// The part itself, or what its reference leads to.
  mutating func resolve(_ part: PDFPart?) throws(DocumentError) -> PDFPart? {
    try resolver.resolve(part)
  }

  /// What `listed` finds, or nothing where that revision cannot be read any more.
  static func listed(
    in revision: Int, of document: PDFDocument, work: inout Int
  ) throws(DocumentError) -> [PDFEmbeddedStore] {
    var finder = PDFStoreFinder(document, revision: revision, work: work)
    defer { work = finder.resolver.work }
    do throws(DocumentError) {
      return try finder.listed()
    } catch {
      if case .malformed = error, finder.resolver.work >= 0 { return [] }
      throw error
    }
  }

  private mutating func stores(
    among parts: [PDFPart]
  ) throws(DocumentError) -> [PDFEmbeddedStore] {
    var stores: [PDFEmbeddedStore] = []
    for part in parts {
      guard let specification = try resolver.resolve(part),
        PDFEmbeddedStore.isStore(specification)
      else { continue }
      stores.append(try PDFEmbeddedStore(specification, through: &resolver))
    }
    return stores
  }
}
