import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Walks over the forms of a RIFF file and the chunks on their first level.
///
/// Lists are not gone into: a store stands on the first level (C2PA 2.5 §A.3.9), so that no nesting,
/// however deep, costs anything.
struct RIFFWalker {
  private let size: Int
  private var window: ByteWindow
  private var form: RIFFForm?
  private var sizes: RIFFSizes?
  private var offset = 0
  private var count = 0

  /// Begins at the first form, which must be there.
  init(_ source: ByteSource) throws(DocumentError) {
    size = source.size
    window = ByteWindow(source)
    guard try container(at: 0) != nil, size >= RIFFForm.headerLength else {
      throw RIFFWalker.error("no RIFF header", at: 0)
    }
  }

  /// What comes next; nil at the end of the file.
  mutating func next() throws(DocumentError) -> RIFFPart? {
    guard offset < size else { return nil }
    count += 1
    guard count <= RIFFLimits.maximumParts else {
      throw RIFFWalker.error("more than \(RIFFLimits.maximumParts) chunks", at: offset)
    }
    guard let form, offset < form.end else { return try nextForm() }
    return try nextChunk(of: form)
  }

  private mutating func nextForm() throws(DocumentError) -> RIFFPart? {
    let start = offset
    guard let container = try container(at: start), start == 0 || container == .riff,
      let kind = try characters(at: start + 8), let stated = try length(at: start + 4)
    else { return take(ByteRange(start..<size).map { .trailing($0) }, to: size) }
    sizes = nil
    offset = start + RIFFForm.headerLength
    var statedEnd: Int? = start + RIFFChunk.headerLength + stated
    if container != .riff, stated == RIFFWalker.unknown {
      let sizes = try RIFFSizes(at: offset, in: &window)
      self.sizes = sizes
      statedEnd = start + RIFFChunk.headerLength + sizes.form
    } else if container == .riff, start == 0, stated == 0 || stated == RIFFWalker.unknown {
      statedEnd = nil
    }
    guard statedEnd ?? size >= offset else {
      throw RIFFWalker.error("a form that is shorter than its header", at: start + 4)
    }
    let form = RIFFForm(
      container: container, kind: kind, start: start, end: min(statedEnd ?? size, size),
      statedEnd: statedEnd)
    self.form = form
    return .form(form)
  }

  private mutating func nextChunk(of form: RIFFForm) throws(DocumentError) -> RIFFPart? {
    let start = offset
    guard form.end - start >= RIFFChunk.headerLength, let type = try characters(at: start),
      type.isPrintable, let stated = try length(at: start + 4)
    else { return take(ByteRange(start..<form.end).map { .loose($0) }, to: form.end) }
    let length = self.length(stated, of: type, at: start, in: form)
    guard let range = ByteRange(start: start, length: RIFFChunk.headerLength + length),
      range.end <= size
    else {
      throw .malformed(
        code: RIFFCode.truncated.code,
        Malformed("the file ends inside the chunk \(type.text)", at: start))
    }
    guard range.end <= form.end else {
      return take(ByteRange(start..<form.end).map { .loose($0) }, to: form.end)
    }
    let padding = try padding(behind: range, in: form)
    offset = range.end + (padding == nil ? 0 : 1)
    var list: FourCharacters?
    if type == .list, length >= 4 { list = try characters(at: start + RIFFChunk.headerLength) }
    return .chunk(RIFFChunk(type: type, list: list, range: range, padding: padding))
  }

  /// The length of the content, where the 32 bits that state it do not.
  private func length(
    _ stated: Int, of type: FourCharacters, at start: Int, in form: RIFFForm
  ) -> Int {
    if let sizes, stated == RIFFWalker.unknown { return sizes[type] ?? stated }
    // A recorder that did not come back to write how much it recorded.
    if form.statedEnd == nil, stated == RIFFWalker.unknown || (stated == 0 && type == .data) {
      return form.end - start - RIFFChunk.headerLength
    }
    return stated
  }

  /// The byte that makes the size of a chunk even. Behind the last chunk some writers do not count it to
  /// the form.
  private mutating func padding(
    behind range: ByteRange, in form: RIFFForm
  ) throws(DocumentError) -> UInt8? {
    guard range.length & 1 == 1, let byte = try window.byte(at: range.end) else { return nil }
    if range.end < form.end { return byte }
    let isAlone = range.end + 1 == size
    let isBetween = try container(at: range.end + 1) == .riff
    guard byte == 0, isAlone || isBetween else { return nil }
    self.form?.end = range.end + 1
    return byte
  }

  private mutating func take(_ part: RIFFPart?, to end: Int) -> RIFFPart? {
    offset = end
    return part
  }

  /// The letters that open a form at `offset`; nil for others.
  private mutating func container(at offset: Int) throws(DocumentError) -> FourCharacters? {
    let found = try characters(at: offset)
    return [.riff, .largeRIFF, .broadcastRIFF].first { $0 == found }
  }

  private mutating func characters(at offset: Int) throws(DocumentError) -> FourCharacters? {
    try window.number(UInt32.self, at: offset).map(FourCharacters.init)
  }

  private mutating func length(at offset: Int) throws(DocumentError) -> Int? {
    try window.number(UInt32.self, at: offset).map { Int($0.byteSwapped) }
  }

  /// What stands for a length that is not known, or does not fit.
  static let unknown = Int(UInt32.max)

  static func error(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: RIFFCode.structure.code, Malformed(reason, at: offset))
  }
}

/// The sizes of a large file that do not fit into 32 bits (EBU Tech 3306, `ds64`).
struct RIFFSizes {
  /// Size of the form.
  let form: Int
  private var others: [FourCharacters: Int]

  /// Reads the chunk at `offset`, which must be this one.
  init(at offset: Int, in window: inout ByteWindow) throws(DocumentError) {
    guard try window.number(UInt32.self, at: offset) == FourCharacters.sizes.code,
      let length = try window.number(UInt32.self, at: offset + 4)?.byteSwapped, length >= 28,
      let form = try RIFFSizes.size(at: offset + 8, in: &window),
      let data = try RIFFSizes.size(at: offset + 16, in: &window),
      let count = try window.number(UInt32.self, at: offset + 32)?.byteSwapped,
      count <= RIFFLimits.maximumSizes, Int(length) >= 28 + Int(count) * 12
    else { throw RIFFWalker.error("no chunk ds64 where it must stand", at: offset) }
    self.form = form
    others = [.data: data]
    for index in 0..<Int(count) {
      let place = offset + 36 + index * 12
      guard let type = try window.number(UInt32.self, at: place),
        let size = try RIFFSizes.size(at: place + 4, in: &window)
      else { throw RIFFWalker.error("a table of sizes that ends early", at: place) }
      others[FourCharacters(type)] = size
    }
  }

  /// The size of a chunk.
  subscript(_ type: FourCharacters) -> Int? { others[type] }

  /// A size that leaves room for what is added to it.
  private static func size(
    at offset: Int, in window: inout ByteWindow
  ) throws(DocumentError) -> Int? {
    guard let value = try window.number(UInt64.self, at: offset)?.byteSwapped,
      value <= UInt64(Int64.max / 2)
    else { return nil }
    return Int(value)
  }
}
