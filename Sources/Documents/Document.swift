package import BroadsealBytes

/// One file: its bytes, what it is, and how it carries a manifest store.
package struct Document: Sendable {
  /// The path it was opened under; nil for bytes in memory without a name.
  package let path: FilePath?
  /// Its bytes.
  package let source: ByteSource
  /// What it is: by content, and where that leaves it open, by extension.
  package let kind: FileKind
  /// IANA media type, found in the same way.
  package let mediaType: String
  /// How it carries a store; nil when its kind has no carrier or its structure is broken.
  package let carrier: (any Carrier)?
  /// Why a file whose kind has a carrier could not be read by it: then nothing can be said about
  /// a store inside, and it is not "a file without a label".
  package let problem: DocumentError?
  /// What is worth saying about its type, and about what it holds beside a store.
  package let notes: [DocumentNote]

  /// Whether the name and every reading of the content give one type. "Official" needs it.
  package var extensionAgrees: Bool { !notes.contains { $0.code == Document.mismatchCode } }

  /// Code of the note about a name that contradicts the content, or content of two types.
  package static let mismatchCode = "FILE-TYPE-MISMATCH"

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
    let content = try FileContent(of: source, named: named?.kind)
    let type = Document.type(of: content, named: named)
    self.path = path
    self.source = source
    kind = type.kind
    mediaType = type.mediaType
    let typeNotes = Document.notes(content, path: path, named: named)
    do throws(DocumentError) {
      carrier =
        if let archive = content.archive {
          try archive.get()
        } else {
          try type.kind.carrier(
            of: source, mediaType: type.mediaType, isNamed: named?.kind == type.kind)
        }
      problem = nil
      notes = typeNotes + (carrier?.notes(at: path) ?? [])
    } catch {
      if case .source(let fault) = error { throw fault }
      carrier = nil
      problem = error
      notes = typeNotes
    }
  }

  /// What is worth saying about the type of the file at `path`, without reading its structure.
  package static func notes(at path: FilePath) throws(SourceError) -> [DocumentNote] {
    let named = FileExtension(of: path)
    let content = try FileContent(of: try ByteSource(path), named: named?.kind)
    return notes(content, path: path, named: named)
  }

  private static func type(of content: FileContent, named: FileExtension?)
    -> (kind: FileKind, mediaType: String)
  {
    if let named, content.kind.agrees(with: named.kind) {
      let exact = content.kind == named.kind ? content.mediaType : nil
      return (named.kind, exact ?? named.mediaType)
    }
    return (content.kind, content.mediaType ?? content.kind.mediaType)
  }

  private static func notes(_ content: FileContent, path: FilePath?, named: FileExtension?)
    -> [DocumentNote]
  {
    var notes: [DocumentNote] = []
    if let named, !content.kind.agrees(with: named.kind) {
      notes.append(
        DocumentNote(
          mismatchCode,
          "the name says \(named.kind.rawValue), the content is \(content.kind.rawValue)"))
    } else if let named, let type = content.mediaType, named.kind.isArchive,
      !type.isExactly(named.mediaType)
    {
      // A template, or a document with macros, under the name of another.
      notes.append(
        DocumentNote(
          mismatchCode, "the name says \(named.mediaType), the content is \(type)"))
    } else if named == nil, content.kind.isProvedByContent,
      let path, let text = FileExtension.text(of: path)
    {
      notes.append(
        DocumentNote(
          mismatchCode, "the content is \(content.kind.rawValue), which .\(text) does not say"))
    }
    if content.startsElsewhere {
      notes.append(
        DocumentNote(mismatchCode, "something else stands before the header of the PDF", at: 0))
    }
    for other in content.alsoReadsAs {
      notes.append(
        DocumentNote(
          mismatchCode,
          "the content can be read as \(content.kind.rawValue) and as \(other.rawValue)"))
    }
    return notes
  }
}

extension FileKind {
  /// Whether files of this kind are searched for a store.
  package var isReadForStores: Bool {
    switch self {
    case .png, .jpeg, .pdf, .text, .json, .xml, .html, .svg: true
    default: isArchive
    }
  }

  /// The carrier of a file of this kind; nil when there is none.
  func carrier(
    of source: ByteSource, mediaType: String, isNamed: Bool
  ) throws(DocumentError) -> (any Carrier)? {
    switch self {
    case .png: try PNGCarrier(source)
    case .jpeg: try JPEGCarrier(source)
    case .pdf: try PDFCarrier(source)
    case .html: try HTMLCarrier(source)
    case .svg: try SVGCarrier(source)
    case .text, .json, .xml:
      if let syntax = CommentSyntax.of(mediaType: mediaType) {
        try StructuredTextCarrier(source, syntax: syntax)
      } else {
        try PlainTextCarrier(source, use: PlainTextUse(mediaType: mediaType, isNamed: isNamed))
      }
    default: nil
    }
  }
}
