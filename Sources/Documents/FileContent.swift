import Bytes

/// What the first and last bytes of a file show.
package struct FileContent: Sendable {
  /// What the file is.
  package let kind: FileKind
  /// A media type more exact than the kind's, where the content names one.
  package let mediaType: String?
  /// Every kind of file that a reader could also take it for.
  package let alsoReadsAs: [FileKind]
  /// The carrier of an archive, or why it cannot be read; nil for a file of another kind. What an
  /// archive is stands in its entries, so that it is read already.
  package let archive: Result<ZIPCarrier, DocumentError>?

  /// Looks at the start and the end of `source`, whose name stands for `named`.
  package init(of source: ByteSource, named: FileKind?) throws(SourceError) {
    let head = try FileContent.part(of: source, from: 0, length: FileContent.headSize)
    var readsAsPDF = false
    if head.prefix(FileContent.pdfHeaderReach).firstIndex(of: "%PDF-") != nil {
      readsAsPDF = named == .pdf ? true : try FileContent.endsAsPDF(source)
    }
    let recognised = FileContent.recognise(head, readsAsPDF: readsAsPDF)
    archive =
      recognised.0 == .zip ? try FileContent.archive(source) : nil
    // An archive that cannot be read may be what its name says.
    let damaged = named?.isArchive ?? false ? named : nil
    let package = try? archive?.get().package
    (kind, mediaType) =
      archive == nil ? recognised : (package?.kind ?? damaged ?? .zip, package?.mediaType)
    var others = package?.alsoReadsAs ?? []
    if kind != .pdf, readsAsPDF { others.append(.pdf) }
    if !kind.isArchive {
      let endsAsArchive = try FileContent.endsAsArchive(source)
      if endsAsArchive { others.append(.zip) }
    }
    if kind == .pdf, FileContent.showsMarkup(head.prefix(FileContent.pdfHeaderReach)) {
      others.append(.html)
    }
    alsoReadsAs = others
  }

  /// The bytes at which readers of PDF still accept its header: the first 1,024.
  package static let pdfHeaderReach = 1_024
  private static let headSize = 4_096

  private static func recognise(_ head: ArraySlice<UInt8>, readsAsPDF: Bool) -> (FileKind, String?)
  {
    if let known = FileSignature.match(head) { return (known, nil) }
    if starts(head, "PK\u{3}\u{4}") || starts(head, "PK\u{5}\u{6}") { return (.zip, nil) }
    if starts(head, "RIFF"), head.count >= 12 { return (riff(head[8..<12]), nil) }
    if head.count >= 12, let type = String(validating: head[4..<8], as: UTF8.self) {
      if type == "ftyp" {
        return (.bmff, brands[String(decoding: head[8..<12], as: UTF8.self)])
      }
      // QuickTime files from before there were brands.
      if ["moov", "mdat", "wide", "pnot"].contains(type) { return (.bmff, brands["qt  "]) }
    }
    if readsAsPDF { return (.pdf, nil) }
    return (text(head), nil)
  }

  private static func archive(
    _ source: ByteSource
  ) throws(SourceError) -> Result<ZIPCarrier, DocumentError> {
    do throws(DocumentError) {
      return .success(try ZIPCarrier(source))
    } catch {
      if case .source(let fault) = error { throw fault }
      return .failure(error)
    }
  }

  private static func riff(_ form: ArraySlice<UInt8>) -> FileKind {
    switch String(decoding: form, as: UTF8.self) {
    case "WEBP": .webp
    case "WAVE": .wav
    case "AVI ": .avi
    default: .riff
    }
  }

  private static let brands = [
    "qt  ": "video/quicktime", "M4A ": "audio/mp4", "heic": "image/heic", "heix": "image/heic",
    "mif1": "image/heif", "avif": "image/avif", "avis": "image/avif",
  ]

  private static func text(_ head: ArraySlice<UInt8>) -> FileKind {
    guard !head.isEmpty, head.allSatisfy({ $0 >= 0x20 || (0x08...0x0D).contains($0) || $0 == 0x1B })
    else { return .other }
    let start = head.drop { [0xEF, 0xBB, 0xBF, 0x09, 0x0A, 0x0D, 0x20].contains($0) }
    let opening = String(decoding: start.prefix(512), as: UTF8.self).lowercased()
    if opening.hasPrefix("<!doctype html") || opening.hasPrefix("<html") { return .html }
    if opening.hasPrefix("<svg") { return .svg }
    if opening.hasPrefix("<?xml") || opening.hasPrefix("<!--") || opening.hasPrefix("<!doctype svg")
    {
      return head.firstIndex(of: "<svg") != nil ? .svg : .xml
    }
    if opening.hasPrefix("{") || opening.hasPrefix("[") { return .json }
    return .text
  }

  private static func showsMarkup(_ head: ArraySlice<UInt8>) -> Bool {
    let start = head.firstIndex(of: "%PDF-") ?? head.startIndex
    let before = String(decoding: head[..<start], as: UTF8.self).lowercased()
    return before.contains("<html") || before.contains("<script") || before.contains("<!doctype")
  }

  /// Whether a reader of PDF would find its way in: text that only speaks of PDF has no end of one.
  private static func endsAsPDF(_ source: ByteSource) throws(SourceError) -> Bool {
    let start = max(0, source.size - pdfHeaderReach)
    return try part(of: source, from: start, length: pdfHeaderReach)
      .firstIndex(of: "startxref") != nil
  }

  /// Whether an end-of-central-directory record closes the file exactly and points at a directory.
  private static func endsAsArchive(_ source: ByteSource) throws(SourceError) -> Bool {
    let start = max(0, source.size - archiveEndReach)
    if let content = source.content, content[start...].firstIndex(of: "PK\u{5}\u{6}") == nil {
      return false
    }
    let tail = try part(of: source, from: start, length: archiveEndReach)
    var search = tail.startIndex
    while let index = tail.firstIndex(of: "PK\u{5}\u{6}", from: search), index + 22 <= tail.endIndex
    {
      search = index + 1
      guard index + 22 + little(tail[(index + 20)..<(index + 22)]) == tail.endIndex else {
        continue
      }
      let size = little(tail[(index + 12)..<(index + 16)])
      let directory = start + (index - tail.startIndex) - size
      guard size >= 46, directory >= 0 else { continue }
      return Array(try part(of: source, from: directory, length: 4)) == [0x50, 0x4B, 1, 2]
    }
    return false
  }

  /// An end record of 22 bytes and the longest comment.
  private static let archiveEndReach = 22 + 65_535

  private static func little(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func part(of source: ByteSource, from start: Int, length: Int)
    throws(SourceError) -> ArraySlice<UInt8>
  {
    guard let range = ByteRange(start..<max(start, min(source.size, start + length))) else {
      return []
    }
    return try source.read(range)[...]
  }

  private static func starts(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    bytes.starts(with: text.utf8)
  }
}
