import BroadsealBytes
package import BroadsealFiles

/// What the first and last bytes of a file show.
package struct FileContent: Sendable {
  /// What the file is.
  package let format: Format
  /// A media type more exact than the format's, where the content names one.
  package let mediaType: String?
  /// Every format that a reader could also take the file for.
  package let alsoReadsAs: [Format]
  /// The carrier of an archive, or why it cannot be read; nil for a file of another format. What an
  /// archive is stands in its entries, so that it is read already.
  package let archive: Result<ZIPCarrier, DocumentError>?
  /// Archives that end near the end of a file of another kind, each from its directory to the end of
  /// its end record; `alsoReadsAs` names them. Inside one stream of a PDF they are attachments.
  let archivesBehind: [ByteRange]
  /// How many bytes of something else stand before the header of a PDF, which most readers of PDF skip; 0 where
  /// there are none, or blanks alone.
  let excess: Int

  /// Looks at the start and the end of `source`, whose name stands for `named` and ends in `text`.
  package init(
    of source: ByteSource, named: Format?, extension text: String? = nil
  ) throws(SourceError) {
    let beginning = try Beginning(of: source)
    let head = beginning.head
    var (format, mediaType) = Formats.recognise(beginning)
    var others: [Format] = []
    archive = format.isArchive ? try FileContent.archive(source) : nil
    if let archive {
      // An archive that cannot be read may be what its name says.
      let damaged = named?.isArchive ?? false ? named : nil
      let package = try? archive.get().package
      (format, mediaType) = (package?.format ?? damaged ?? .zip, package?.mediaType)
      others = package?.alsoReadsAs ?? []
    }
    if format.isCompound { (format, mediaType) = try CompoundKind.content(of: source) }
    let header = head.prefix(FileContent.pdfHeaderReach).firstIndex(of: "%PDF-")
    var readsAsPDF = false
    // The first file of a tar archive stands where readers of PDF still look for its header.
    let isTape = named != .pdf && TarArchive.isHeader(Array(head.prefix(TarArchive.headerSize)))
    if header != nil, !isTape {
      // Text speaks of PDF, and containers hold some; a picture or a sound has no reason to.
      let isBinary = format.isProvedByContent && !format.isContainer && !format.isText
      readsAsPDF = named == .pdf || isBinary
      let isQuoted = named?.isText ?? false && !FileContent.isOpening(header, of: head)
      if !readsAsPDF, !isQuoted { readsAsPDF = try FileContent.endsAsPDF(source) }
    }
    if readsAsPDF, !format.isProvedByContent { (format, mediaType) = (.pdf, nil) }
    self.format = format
    self.mediaType = mediaType
    if format != .pdf, readsAsPDF { others.append(.pdf) }
    archivesBehind = format.isArchive ? [] : try FileContent.archives(at: source)
    var isHeld = false
    if !archivesBehind.isEmpty {
      if format.isCompound {
        isHeld = try FileContent.holds(archivesBehind, in: source)
      } else if !format.isProvedByContent, !(named?.isArchive ?? false) {
        isHeld = try MemberHolder.holds(archivesBehind, in: source, name: text)
      }
    }
    if !archivesBehind.isEmpty, !isHeld { others.append(.zip) }
    let before = format == .pdf ? head[..<(header ?? head.startIndex)] : []
    if !format.holdsMarkup {
      var showsMarkup = FileContent.showsMarkup(before)
      if !showsMarkup { showsMarkup = try FileContent.endsAsMarkup(source, format) }
      if showsMarkup { others.append(.html) }
    }
    excess = before.allSatisfy(FileContent.blanks.contains) ? 0 : before.count
    alsoReadsAs = others
  }

  /// The bytes at which readers of PDF still accept its header: the first 1,024.
  package static let pdfHeaderReach = 1_024
  private static let tailSize = 4_096

  /// Whether nothing but blanks stands before `offset`.
  private static func isOpening(_ offset: Int?, of head: ArraySlice<UInt8>) -> Bool {
    offset.map { head[..<$0].allSatisfy(blanks.contains) } ?? false
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

  /// Whether each of these archives is a part of one stream of a compound file.
  private static func holds(
    _ archives: [ByteRange], in source: ByteSource
  ) throws(SourceError) -> Bool {
    guard let sectors = try CompoundSectors(source) else { return false }
    for range in archives {
      let isHeld = try sectors.holds(range)
      if !isHeld { return false }
    }
    return true
  }

  /// Whether a browser that takes these bytes for a page would find one.
  private static func showsMarkup(_ bytes: ArraySlice<UInt8>) -> Bool {
    var search = bytes.startIndex
    while let bracket = bytes.firstIndex(of: "<", from: search) {
      search = bracket + 1
      let word = bytes[search...].prefix(8).map { $0 | 0x20 }
      if elements.contains(where: word.starts) { return true }
    }
    return false
  }

  private static let elements = ["html", "/html", "script", "!doctype", "body", "iframe", "?php"]
    .map { Array($0.utf8) }

  /// Whether a page stands at the end: behind the picture, where that has an end of its own.
  private static func endsAsMarkup(
    _ source: ByteSource, _ format: Format
  ) throws(SourceError) -> Bool {
    let tail = try source.part(from: max(0, source.size - tailSize), length: tailSize)
    var end = format.end.isEmpty ? nil : tail.firstIndex(of: format.end)
    if format == .pdf { end = lastEnd(of: tail) }
    return showsMarkup(tail[(end ?? tail.startIndex)...])
  }

  /// Where in `tail` what follows the last end of a PDF begins: what stands before it are its objects,
  /// and rich text and forms among them are markup.
  private static func lastEnd(of tail: ArraySlice<UInt8>) -> Int? {
    var last: Int?
    while let found = tail.firstIndex(of: "%%EOF", from: last.map { $0 + 1 }) { last = found }
    return last
  }

  /// Whether a reader of PDF would find its way in: text that only speaks of PDF has no end of one.
  private static func endsAsPDF(_ source: ByteSource) throws(SourceError) -> Bool {
    let start = max(0, source.size - archiveEndReach)
    return try source.part(from: start, length: archiveEndReach)
      .firstIndex(of: "startxref") != nil
  }

  /// The end-of-central-directory records near the end that lead to a directory: by its size, by its
  /// offset, or by ZIP64. Readers differ on which they follow and on what may come after.
  private static func archives(at source: ByteSource) throws(SourceError) -> [ByteRange] {
    let start = max(0, source.size - archiveEndReach)
    if let content = source.content, content[start...].firstIndex(of: "PK\u{5}\u{6}") == nil {
      return []
    }
    let tail = try source.part(from: start, length: archiveEndReach)
    var search = tail.startIndex
    var found: [ByteRange] = []
    var count = 0
    while let index = tail.firstIndex(of: "PK\u{5}\u{6}", from: search), index + 22 <= tail.endIndex
    {
      search = index + 1
      count += 1
      let end = start + (index - tail.startIndex) + 22
      // No document has so many by chance.
      guard count <= maximumEndRecords else {
        return ByteRange(0..<source.size).map { [$0] } ?? []
      }
      let locator = tail[max(tail.startIndex, index - 20)..<index]
      if locator.starts(with: [0x50, 0x4B, 6, 7]), let range = ByteRange(end - 42..<end) {
        found.append(range)
        continue
      }
      let size = little(tail[(index + 12)..<(index + 16)])
      let offset = little(tail[(index + 16)..<(index + 20)])
      for directory in [end - 22 - size, offset]
      where size >= 46 && directory >= 0 {
        if Array(try source.part(from: directory, length: 4)) == [0x50, 0x4B, 1, 2] {
          let whole = min(directory, end - 22)..<max(end, directory)
          if let range = ByteRange(whole) { found.append(range) }
        }
      }
    }
    return found
  }

  /// An end record of 22 bytes and the longest comment.
  private static let archiveEndReach = 22 + 65_535
  private static let maximumEndRecords = 64
  /// White space and a mark of the byte order, which editors put first.
  private static let blanks: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]

  private static func little(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
