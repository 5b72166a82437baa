import BroadsealBytes
import BroadsealFiles

/// Files that hold other files as they are: tapes, mail, databases, recordings with attachments.
///
/// A ZIP archive that ends near the end of such a file is a file in it, and no second reading of it: nobody opens it
/// as an archive, by its name or by its first bytes, and what is held is what it holds. Elsewhere such an end is a
/// second reading, as it is behind what these files hold.
enum MemberHolder {
  /// Whether each of `archives` is a part of one file that `source` holds.
  ///
  /// - Parameter name: the extension of its name; nil where there is none, so that first bytes decide.
  static func holds(
    _ archives: [ByteRange], in source: ByteSource, name: String?
  ) throws(SourceError) -> Bool {
    let head = Array(try source.part(from: 0, length: TarHeader.blockSize))
    for kind in kinds where kind.opens(head) {
      guard name.map({ kind.names.contains($0) }) ?? true else { return false }
      let members = try kind.members(source)
      return archives.allSatisfy { archive in
        members.contains { $0.start <= archive.start && archive.end <= $0.end }
      }
    }
    return name.map { unmarked.contains($0) } ?? false
  }

  /// Extensions of files that hold others anywhere, or are of no kind that a program knows, so that none opens them
  /// as an archive.
  private static let unmarked: Set<String> = ["eml", "mbox", "bin", "dat", "iso", "img"]

  /// A kind that its first bytes show.
  private struct Kind: Sendable {
    let names: Set<String>
    let opens: @Sendable ([UInt8]) -> Bool
    let members: @Sendable (ByteSource) throws(SourceError) -> [ByteRange]
  }

  private static let kinds: [Kind] = [
    Kind(names: ["tar"], opens: { TarHeader.isHeader($0) }, members: tape),
    Kind(
      names: ["ar", "a", "deb", "udeb", "lib"], opens: { $0.starts(with: "!<arch>\n".utf8) },
      members: library),
    Kind(names: ["warc"], opens: { $0.starts(with: "WARC/1.".utf8) }, members: webArchive),
    Kind(
      names: ["mkv", "mka", "mks", "mk3d", "webm"],
      opens: { $0.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) }, members: segments),
    Kind(
      names: ["sqlite", "sqlite3", "db", "db3", "gpkg", "mbtiles"],
      opens: { $0.starts(with: "SQLite".utf8) }, members: pages),
    Kind(names: ["cpio"], opens: { $0.starts(with: "07070".utf8) }, members: copies),
  ]

  private static let maximumMembers = 1 << 20
  /// More than any file has, and far from what an offset can be.
  private static let maximumLength = 1 << 56

  /// Walks over members: `next` gives where the data of the one at an offset is, and the offset of the next.
  private static func walk(
    from start: Int, _ source: ByteSource,
    _ next: (Int) throws(SourceError) -> (data: ByteRange?, next: Int)?
  ) throws(SourceError) -> [ByteRange] {
    var (members, offset): ([ByteRange], Int) = ([], start)
    while offset < source.size, members.count < maximumMembers, let step = try next(offset),
      step.next > offset
    {
      if let data = step.data, data.end <= source.size { members.append(data) }
      offset = step.next
    }
    return members
  }

  private static func member(at start: Int, _ length: Int?, padded unit: Int) -> (
    data: ByteRange?, next: Int
  )? {
    guard let length, length <= maximumLength,
      let data = ByteRange(start: start, length: length),
      let whole = ByteRange(start: start, length: data.length + (unit - data.end % unit) % unit)
    else { return nil }
    return (data, whole.end)
  }

  /// The number that digits of `radix` say, blanks around them; nil for anything else.
  private static func number(_ digits: ArraySlice<UInt8>, _ radix: Int) -> Int? {
    let text = String(decoding: digits.drop { $0 == 0x20 }.prefix { $0 != 0x20 }, as: UTF8.self)
    return text.hasPrefix("-") || text.hasPrefix("+") ? nil : Int(text, radix: radix)
  }

  private static func tape(_ source: ByteSource) throws(SourceError) -> [ByteRange] {
    try walk(from: 0, source) { offset throws(SourceError) in
      let block = Array(try source.part(from: offset, length: TarHeader.blockSize))
      guard let header = (try? TarHeader(block)) ?? nil else { return nil }
      let step = member(at: offset + TarHeader.blockSize, header.size, padded: TarHeader.blockSize)
      return step.map { (header.kind == .file ? $0.data : nil, $0.next) }
    }
  }

  /// The files of `ar` (System V, BSD): 60 bytes of text before each.
  private static func library(_ source: ByteSource) throws(SourceError) -> [ByteRange] {
    try walk(from: 8, source) { offset throws(SourceError) in
      let header = Array(try source.part(from: offset, length: 60))
      guard header.count == 60, header[58...].elementsEqual([0x60, 0x0A]) else { return nil }
      return member(at: offset + 60, number(header[48..<58], 10), padded: 2)
    }
  }

  /// The blocks of the records of a web archive (ISO 28500).
  private static func webArchive(_ source: ByteSource) throws(SourceError) -> [ByteRange] {
    try walk(from: 0, source) { offset throws(SourceError) in
      let header = try source.part(from: offset, length: 1 << 14)
      guard header.starts(with: "WARC/1.".utf8), let end = header.firstIndex(of: "\r\n\r\n") else {
        return nil
      }
      let fields = String(decoding: header[..<end], as: UTF8.self).split(separator: "\r\n")
      let field = fields.first { $0.lowercased().hasPrefix("content-length:") }
      guard let field, let length = number(Array(field.dropFirst(15).utf8)[...], 10) else {
        return nil
      }
      let step = member(at: offset + end - header.startIndex + 4, length, padded: 1)
      return step.map { ($0.data, $0.next + 4) }
    }
  }

  /// The segments of Matroska and WebM (RFC 8794): one of unknown size goes to the end.
  private static func segments(_ source: ByteSource) throws(SourceError) -> [ByteRange] {
    try walk(from: 0, source) { offset throws(SourceError) in
      let head = Array(try source.part(from: offset, length: 12))
      guard head.count > 5, head[0] >> 4 == 1 else { return nil }
      let width = head[4].leadingZeroBitCount + 1
      guard width <= 8, head.count >= 4 + width else { return nil }
      let first = UInt64(head[4]) & (0xFF >> UInt64(width))
      let size = head[5..<(4 + width)].reduce(first) { $0 << 8 | UInt64($1) }
      let start = offset + 4 + width
      let isOpen = size == (1 << UInt64(7 * width)) - 1
      let step = member(at: start, isOpen ? source.size - start : Int(clamping: size), padded: 1)
      let isSegment = head.starts(with: [0x18, 0x53, 0x80, 0x67])
      return step.map { (isSegment ? $0.data : nil, $0.next) }
    }
  }

  /// The pages of a database (SQLite, Database File Format §1.3).
  private static func pages(_ source: ByteSource) throws(SourceError) -> [ByteRange] {
    let head = Array(try source.part(from: 0, length: 100))
    guard head.count == 100 else { return [] }
    let stated = Int(head[16]) << 8 | Int(head[17])
    let count = head[28..<32].reduce(0) { $0 << 8 | Int($1) }
    let whole = ByteRange(start: 0, length: (stated == 1 ? 1 << 16 : stated) * count)
    return whole.map { [$0] } ?? []
  }

  /// The files of `cpio` in its forms of text.
  private static func copies(_ source: ByteSource) throws(SourceError) -> [ByteRange] {
    try walk(from: 0, source) { offset throws(SourceError) in
      let header = Array(try source.part(from: offset, length: 110))
      guard header.count == 110, header.starts(with: "07070".utf8) else { return nil }
      if header[5] == UInt8(ascii: "7") {
        guard let name = number(header[59..<65], 8) else { return nil }
        return member(at: offset + 76 + name, number(header[65..<76], 8), padded: 1)
      }
      guard let name = number(header[94..<102], 16) else { return nil }
      let start = offset + 110 + name
      return member(at: start + (4 - start % 4) % 4, number(header[54..<62], 16), padded: 4)
    }
  }
}
