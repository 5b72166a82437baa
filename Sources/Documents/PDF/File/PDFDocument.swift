import BroadsealBytes
import BroadsealFiles

/// The structure of a PDF: its revisions, and where each of them finds its objects.
struct PDFDocument: Sendable {
  /// The file.
  let file: PDFFile
  /// Where `%PDF-` stands, which is 0 in a proper file.
  let headerOffset: Int
  /// All cross-reference sections, newest first.
  let chain: PDFXRefChain
  /// Oldest first; never empty.
  let revisions: [PDFRevision]
  /// nil when the document is not encrypted.
  let security: PDFSecurity?

  /// What two readers could understand differently; nil in a sound document.
  let fault: DocumentError?
  /// What a reader that knows the standard alone would stumble over, where all others come to the same
  /// objects; nil in a regular document.
  var irregularity: Malformed?

  /// Reads and checks the structure of `source`.
  ///
  /// Offsets count from the header; where something stands before it, readers disagree on that: one of
  /// the two ways of counting has to lead nowhere, or both to the same objects.
  ///
  /// - Parameter tolerantly: see `PDFFile.isTolerant`.
  init(_ source: ByteSource, tolerantly: Bool = false) throws(DocumentError) {
    let file = try PDFFile(source, tolerantly: tolerantly)
    guard file.origin > 0 else {
      self = try PDFDocument(file, headerOffset: 0)
      return
    }
    let whole = PDFFile(source: source, origin: 0, end: source.size, isTolerant: tolerantly)
    if let other = try? PDFDocument(whole, headerOffset: file.origin) {
      if let own = try? PDFDocument(file, headerOffset: file.origin),
        try !PDFReadings.agree(own, other)
      {
        throw .pdf(.ambiguous, "offsets that lead somewhere in two ways of counting", at: 0)
      }
      self = other
    } else {
      self = try PDFDocument(file, headerOffset: file.origin)
    }
  }

  /// Reads the structure of `file`, whose offsets count from its origin.
  init(_ file: PDFFile, headerOffset: Int) throws(DocumentError) {
    let file = file.keeping(in: file.cache ?? PDFObjectCache())
    let tail = try file.tail(strictly: true)
    let chain = try PDFXRefChain(in: file, from: tail.target, strictly: true)
    let revisions = try PDFRevision.list(of: chain, in: file)
    guard let last = revisions.last, last.end > tail.keyword else {
      throw .pdf(
        .ambiguous, "the last startxref is not the end of a revision", at: tail.keyword)
    }
    try PDFDocument.checkTrailers(of: chain, revisions)
    var check = PDFStructureCheck(file)
    try check.run(chain)
    try PDFLinearization(of: file)?.check(chain, in: file)
    try self.init(
      file, headerOffset: headerOffset, chain: chain, revisions: revisions, fault: nil)
  }

  /// Reads what is left of a document with a `fault`: what its newest cross-reference section says,
  /// and the older ones as far as they can be read. Good for looking, never for writing.
  init(_ source: ByteSource, despite fault: DocumentError) throws(DocumentError) {
    let file = PDFFile(source: source, origin: 0, end: source.size)
    let chain = try PDFXRefChain(
      in: file, from: try file.tail(strictly: false).target, strictly: false)
    let all = PDFRevision(section: 0, start: 0, end: file.size)
    try self.init(file, headerOffset: 0, chain: chain, revisions: [all], fault: fault)
  }

  /// The document as far as it can be read where two readers could differ, in the newest of its states
  /// that has a catalog: to look for signatures, and for nothing else. Nil when there is none.
  init?(repairing source: ByteSource, despite fault: DocumentError) {
    let file = PDFFile(
      source: source, origin: 0, end: source.size, isTolerant: true, isLenient: true)
    let all = PDFRevision(section: 0, start: 0, end: file.size)
    for target in (try? file.targets()) ?? [] {
      guard let chain = try? PDFXRefChain(in: file, from: target, strictly: false),
        let document = try? PDFDocument(
          file, headerOffset: 0, chain: chain, revisions: [all], fault: fault)
      else { continue }
      var resolver = document.resolver()
      guard (try? document.catalog(in: &resolver)) != nil else { continue }
      self = document
      return
    }
    return nil
  }

  private init(
    _ file: PDFFile, headerOffset: Int, chain: PDFXRefChain, revisions: [PDFRevision],
    fault: DocumentError?
  ) throws(DocumentError) {
    self.file = file
    self.headerOffset = headerOffset
    self.chain = chain
    self.revisions = revisions
    self.fault = fault
    let resolver = PDFResolver(file: file, sections: chain.sections[...], security: nil)
    security = try PDFSecurity.read(chain.sections[0], through: resolver)
  }

  /// The sections of one revision have to name the same catalog, and all of them the same encryption
  /// or none. An update may name another catalog: the newest counts (ISO 32000-2 §7.5.6).
  private static func checkTrailers(
    of chain: PDFXRefChain, _ revisions: [PDFRevision]
  ) throws(DocumentError) {
    let newest = chain.sections[0]
    guard newest.trailer["Root"]?.reference != nil else {
      throw .pdf(.catalog, "a trailer without a document catalog", at: newest.offset)
    }
    var end = chain.sections.count
    for revision in revisions {
      let roots = Set(
        chain.sections[revision.section..<end].compactMap { $0.trailer["Root"]?.reference })
      guard roots.count <= 1 else {
        throw .pdf(
          .ambiguous, "two document catalogs", at: chain.sections[revision.section].offset)
      }
      end = revision.section
    }
    for section in chain.sections.dropFirst() {
      let old = section.trailer.value("Encrypt").map { Array(section.text[$0.bounds]) }
      let new = newest.trailer.value("Encrypt").map { Array(newest.text[$0.bounds]) }
      // The second trailer of a linearised file may leave everything to the first.
      let isSecond = chain.isLinearised && section.previous == nil
      guard old == new || (old == nil && isSecond) else {
        throw .pdf(.ambiguous, "trailers that disagree on encryption", at: section.offset)
      }
    }
  }

  /// The newest trailer.
  var trailer: PDFDictionary { chain.sections[0].trailer }

  /// Size of the file as the document counts it.
  var size: Int { file.size }

  /// A reader of objects as revision `index` knows them; the newest unless given.
  ///
  /// - Parameter work: how many bytes it may parse and inflate.
  func resolver(of index: Int? = nil, work: Int = PDFLimits.maximumWork) -> PDFResolver {
    let section = revisions[index ?? revisions.count - 1].section
    return PDFResolver(
      file: file, sections: chain.sections[section...], security: security, work: work)
  }

  /// The revision whose bytes hold `offset`.
  func revision(holding offset: Int) -> Int? {
    revisions.firstIndex { $0.contains(offset) }
  }

  /// The document catalog as `resolver` knows it.
  func catalog(in resolver: inout PDFResolver) throws(DocumentError) -> PDFPart {
    guard let root = resolver.root, let object = try resolver.object(root),
      let dictionary = object.dictionary,
      dictionary["Type"]?.name == "Catalog"
        || file.isTolerant && dictionary["Type"] == nil && dictionary["Pages"]?.reference != nil
    else { throw .pdf(.catalog, "no document catalog", at: chain.sections[0].offset) }
    return object.part(encrypted: security != nil)
  }
}

/// Whether two ways of counting offsets in one file lead to the same document.
///
/// With one line feed before `%PDF-`, a reader that counts from the header comes to each object, and so
/// does one that counts from the first byte: it meets the blank that stands before the object.
enum PDFReadings {
  /// Whether both come to the same sections, and through them to the same objects.
  static func agree(_ one: PDFDocument, _ other: PDFDocument) throws(DocumentError) -> Bool {
    guard one.chain.sections.count == other.chain.sections.count else { return false }
    for (section, twin) in zip(one.chain.sections, other.chain.sections) {
      guard section.end + one.file.origin == twin.end + other.file.origin,
        section.entries == twin.entries,
        try meet(section.offset, in: one.file, twin.offset, in: other.file)
      else { return false }
      for entry in section.entries {
        guard let offset = entry.offset else { continue }
        guard try meet(offset, in: one.file, offset, in: other.file) else { return false }
      }
    }
    return true
  }

  /// Whether nothing but blanks stands between two offsets.
  private static func meet(
    _ offset: Int, in file: PDFFile, _ twin: Int, in other: PDFFile
  ) throws(DocumentError) -> Bool {
    let places = [offset + file.origin, twin + other.origin].sorted()
    guard places[0] >= 0, places[1] <= file.source.size else { return false }
    let whole = PDFFile(source: file.source, origin: 0, end: file.source.size)
    return try whole.read(places[0]..<places[1]).allSatisfy(PDFLexer.isSpace)
  }
}
