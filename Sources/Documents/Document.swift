package import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// One file: its bytes, what it is, and how it carries a manifest store.
package struct Document: Sendable {
  /// The path it was opened under; nil for bytes in memory without a name.
  package let path: FilePath?
  /// Its bytes.
  package let source: ByteSource
  /// What it is: by content, and where that leaves it open, by extension.
  package let format: Format
  /// IANA media type, found in the same way.
  package let mediaType: String
  /// How it carries a store; nil when its format has no carrier or its structure is broken.
  package let carrier: (any Carrier)?
  /// Why a file whose format has a carrier could not be read by it: then nothing can be said about
  /// a store inside, and it is not "a file without a label".
  package let problem: DocumentError?
  /// What is worth saying about its type, and about what it holds beside a store.
  package let notes: [Note]
  /// Segments of the same film in files of their own.
  package var segments = SegmentList.none
  /// Whether nobody is to look at its content: only at its label.
  package var assumesContent = false

  /// Whether the name and every reading of the content give one type. "Official" needs it.
  package var extensionAgrees: Bool { !notes.contains { $0.code == Document.mismatchCode } }

  /// Code of the note about a name that contradicts the content, or content of two types.
  package static let mismatchCode = FileCode.typeMismatch

  /// Opens the file at `path` and reads its structure.
  ///
  /// Throws only `.source`: what is wrong with the content stands in `problem`, so that a sidecar
  /// can still label a file of broken structure.
  package static func open(_ path: FilePath) throws(DocumentError) -> Document {
    try open(try source(at: path), path: path)
  }

  /// Opens the file at `path` and reads nothing of its structure.
  package static func source(at path: FilePath) throws(DocumentError) -> ByteSource {
    do throws(SourceError) {
      return try ByteSource(path)
    } catch { throw .source(error) }
  }

  /// Reads the structure of `source`, the file at `path`.
  package static func open(
    _ source: ByteSource, path: FilePath
  ) throws(DocumentError) -> Document {
    do throws(SourceError) {
      return try Document(source, path: path)
    } catch { throw .source(error) }
  }

  /// Reads the structure of `source`; `path` is where the extension comes from.
  package init(_ source: ByteSource, path: FilePath?) throws(SourceError) {
    let named = path.flatMap(FileExtension.init(of:))
    let content = try FileContent(
      of: source, named: named?.format, extension: path.flatMap { FileExtension.text(of: $0) })
    let type = Document.type(of: content, named: named)
    self.path = path
    self.source = source
    format = type.format
    mediaType = type.mediaType
    do throws(DocumentError) {
      let carrier: (any Carrier)? =
        if let archive = content.archive {
          try archive.get()
        } else {
          try type.format.opener.open(
            source,
            Opener.NamedType(mediaType: type.mediaType, isNamed: named?.format == type.format))
        }
      self.carrier = carrier
      problem = nil
      notes =
        Document.notes(
          content, path: path, named: named, attached: Document.attaches(carrier, content))
        + (carrier?.notes(at: path) ?? [])
    } catch {
      if case .source(let fault) = error { throw fault }
      carrier = nil
      problem = error
      notes = Document.notes(content, path: path, named: named)
    }
  }

  /// The same text read by a carrier of another kind of text, which its name does not say.
  init(_ other: Document, readBy carrier: any Carrier) {
    (path, source, format, mediaType) = (other.path, other.source, other.format, other.mediaType)
    self.carrier = carrier
    problem = nil
    notes =
      other.notes + [
        Note(
          Document.mismatchCode,
          "the label stands where another kind of text has it than the name says")
      ]
  }

  /// Whether the archives that end near the end of a PDF are files that it attaches.
  private static func attaches(_ carrier: (any Carrier)?, _ content: FileContent) -> Bool {
    guard !content.archivesBehind.isEmpty, let carrier = carrier as? PDFCarrier else {
      return false
    }
    return carrier.holdsInStreams(content.archivesBehind)
  }

  /// Whether it is an archive under a name that says something else than archive, of a kind that is not
  /// known: nobody here knows what that kind lets stand in it.
  package var isUnknownContainer: Bool {
    guard let path, format == .zip, FileExtension.text(of: path) != nil else { return false }
    return FileExtension(of: path) == nil
  }

  /// What would be worth saying about its type under the name of `path`.
  package func typeNotes(at path: FilePath) throws(SourceError) -> [Note] {
    let named = FileExtension(of: path)
    let content = try FileContent(
      of: source, named: named?.format, extension: FileExtension.text(of: path))
    return Document.notes(
      content, path: path, named: named, attached: Document.attaches(carrier, content))
  }

  /// The extension under which it would agree with its content; nil when there is none, or none that is
  /// known.
  package func agreeingExtension() throws(SourceError) -> String? {
    let content = try FileContent(of: source, named: nil)
    // What is of no kind that is known bears a name that no program goes by.
    let plain = content.format == .other && content.alsoReadsAs == [.zip] ? ["bin"] : []
    for text in FileExtension.all(for: content.format, mediaType: content.mediaType) + plain
    where try typeNotes(at: FilePath("a." + text)).isEmpty {
      return text
    }
    return nil
  }

  /// How many bytes stand before the header of a PDF, where the rest would agree with the name of `path`; nil
  /// where there are none, or they are not all that is amiss.
  package func excessBeforeHeader(at path: FilePath) throws(SourceError) -> Int? {
    let named = FileExtension(of: path)
    let excess = try FileContent(of: source, named: named?.format).excess
    guard excess > 0, let range = ByteRange(excess..<source.size) else { return nil }
    let rest = try FileContent(of: try source.part(range), named: named?.format)
    return Document.notes(rest, path: path, named: named).isEmpty ? excess : nil
  }

  /// The signatures of the format's own that the file holds, in the order of the file. Those of a file
  /// that cannot be read without repair are looked for too, and bear that fault.
  package func signatures() throws(DocumentError) -> [DocumentSignature] {
    try holder?.signatures() ?? []
  }

  /// What later revisions did to the file after each of its signatures, which are all that it holds.
  ///
  /// - Parameter count: how many of them it is told of, the newest; all unless given. Each costs a pass over
  ///   the cross-references of the file.
  package func changes(
    after signatures: [DocumentSignature], newest count: Int = .max
  ) throws(DocumentError) -> [LaterChanges] {
    try holder?.changes(after: signatures, newest: count) ?? []
  }

  /// What later revisions did to the file after its first `end` bytes; nil in formats that know no
  /// revisions.
  package func changes(after end: Int) throws(DocumentError) -> LaterChanges? {
    try carrier?.changes(after: end)
  }

  /// Where each revision of the file ends, the oldest first; none where nobody knows.
  package var revisionEnds: [Int] { carrier?.revisionEnds ?? [] }

  /// Where a revision ends, counted from one: as the signature covers it that was made for it, where
  /// one was; nil when there is no such revision.
  package func end(ofRevision number: Int) throws(DocumentError) -> Int? {
    guard revisionEnds.indices.contains(number - 1) else { return nil }
    let signatures = try signatures()
    for (signature, changes) in zip(signatures, try changes(after: signatures))
    where changes.revision == number {
      if let end = signature.covered.last?.end { return end }
    }
    return revisionEnds[number - 1]
  }

  /// What the file brings along to judge them with.
  package func validationData() throws(DocumentError) -> ValidationData {
    try holder?.validationData() ?? ValidationData()
  }

  /// The same as it stood in the revision that holds the byte at `offset`; nothing where nobody knows.
  package func validationData(
    ofRevisionAt offset: Int
  ) throws(DocumentError) -> ValidationData {
    try carrier?.validationData(ofRevisionAt: offset) ?? ValidationData()
  }

  private var holder: (any Carrier)? {
    if let carrier { return carrier }
    guard let problem, case .carrier(let type) = format.opener else { return nil }
    return type.reopened(source, despite: problem)
  }

  private static func type(of content: FileContent, named: FileExtension?)
    -> (format: Format, mediaType: String)
  {
    if let named, content.format.agrees(with: named.format) {
      // The name says what an encrypted document is, and nothing else does.
      if content.format.isCompound {
        return (content.format, content.mediaType ?? named.mediaType)
      }
      // Text under a name of Word is what every text is: its name decides what becomes of it.
      if named.format.isCompound { return (.other, named.mediaType) }
      let exact = content.format == named.format ? content.mediaType : nil
      return (named.format, exact ?? named.mediaType)
    }
    return (content.format, content.mediaType ?? content.format.mediaType)
  }

  /// What people call such a file; one of no bytes is called empty, whatever its name says.
  package var typeName: FileType.Name {
    source.size == 0 ? Format.empty.name : format.name(of: mediaType)
  }

  private static func notes(
    _ content: FileContent, path: FilePath?, named: FileExtension?, attached: Bool = false
  ) -> [Note] {
    var notes: [Note] = []
    let shown = content.format.name(of: content.mediaType ?? content.format.mediaType).english
    if let named, !content.format.agrees(with: named.format) {
      let said = named.format.name(of: named.mediaType).english
      notes.append(
        Note(mismatchCode, "the name says \(said), the content is \(shown)"))
    } else if let named, let type = content.mediaType, named.format.isContainer,
      !type.isExactly(named.mediaType)
    {
      // A template, a document with macros, or one of another program, under the name of another.
      let said = named.format.name(of: named.mediaType).english
      let (one, other) = said.isExactly(shown) ? (named.mediaType, type) : (said, shown)
      notes.append(Note(mismatchCode, "the name says \(one), the content is \(other)"))
    } else if named == nil, content.format.isProvedByContent,
      let path, let text = FileExtension.text(of: path),
      !content.format.isContainer || FileExtension.programs.contains(text),
      FileExtension.shared[text] != content.format.kind
    {
      notes.append(
        Note(
          mismatchCode, "the content is \(shown), which .\(text) does not say"))
    }
    if content.excess > 0 {
      notes.append(
        Note(mismatchCode, "something else stands before the header of the PDF", at: 0))
    }
    for other in content.alsoReadsAs where !(attached && other == .zip) {
      notes.append(
        Note(
          mismatchCode,
          "the content can be read as \(shown) and as \(other.name.english)"))
    }
    return notes
  }
}
