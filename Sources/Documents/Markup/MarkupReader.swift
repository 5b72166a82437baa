import BroadsealBytes
import BroadsealFiles
import Glibc

/// A cursor over the bytes of a text file, in file order and through one block: what is scanned may
/// be of any length, memory stays at the block.
struct MarkupReader {
  private let source: ByteSource
  private var block: [UInt8]
  private var start: Int
  private var index = 0
  private var filled = 0
  /// Offset at which reading ends as if the file ended there; never behind its end.
  private(set) var bound: Int

  /// Bytes that are held at a time.
  static let blockSize = 64 << 10

  /// Reads `range` of `source`; the whole file when there is none.
  init(_ source: ByteSource, _ range: ByteRange? = nil) {
    self.source = source
    start = range?.start ?? 0
    bound = min(range?.end ?? source.size, source.size)
    block = [UInt8](repeating: 0, count: max(1, min(MarkupReader.blockSize, bound - start)))
  }

  /// Offset of the next byte in the file.
  var offset: Int { start + index }

  /// Whether reading ends before the file does.
  var isBounded: Bool { bound < source.size }

  /// Ends reading at `offset`, or where the file ends.
  mutating func end(at offset: Int) {
    bound = min(max(offset, self.offset), source.size)
    filled = min(filled, bound - start)
  }

  /// The next byte, which stays the next; nil at the end.
  mutating func peek() throws(DocumentError) -> UInt8? {
    if index < filled { return block[index] }
    return try refill() > 0 ? block[0] : nil
  }

  /// The byte `ahead` places after the next one; nil at the end. `ahead` is far below a block.
  mutating func peek(_ ahead: Int) throws(DocumentError) -> UInt8? {
    if index + ahead < filled { return block[index + ahead] }
    return try refill() > ahead ? block[ahead] : nil
  }

  /// Takes the next byte; nil at the end.
  mutating func next() throws(DocumentError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    index += 1
    return byte
  }

  /// Moves over the next `count` bytes, which a look ahead has shown.
  mutating func skip(_ count: Int) {
    index = min(index + count, filled)
  }

  /// Moves to the next place where `byte` stands; to the end when there is none.
  @discardableResult
  mutating func skip(to byte: UInt8) throws(DocumentError) -> Bool {
    while try peek() != nil {
      let (from, count) = (index, filled - index)
      let found = unsafe block.withUnsafeBytes { bytes -> Int? in
        guard let base = bytes.baseAddress else { return nil }
        guard let hit = unsafe memchr(base + from, Int32(byte), count) else { return nil }
        return unsafe UnsafeRawPointer(hit) - base
      }
      if let found {
        index = found
        return true
      }
      index = filled
    }
    return false
  }

  /// Moves over bytes as long as `isPlain` says so.
  mutating func skip(while isPlain: (UInt8) -> Bool) throws(DocumentError) {
    while try peek() != nil {
      while index < filled {
        guard isPlain(block[index]) else { return }
        index += 1
      }
    }
  }

  /// Whether the ASCII letters of `text`, in lower case, stand here in any case, `ahead` places on.
  mutating func stands(_ text: StaticString, ahead: Int = 0) throws(DocumentError) -> Bool {
    for place in 0..<text.utf8CodeUnitCount {
      let wanted = unsafe text.utf8Start[place]
      guard let byte = try peek(ahead + place), byte.lowercased == wanted else { return false }
    }
    return true
  }

  /// Whether the bytes of `text` stand here.
  mutating func follows(_ text: StaticString) throws(DocumentError) -> Bool {
    for place in 0..<text.utf8CodeUnitCount {
      let wanted = unsafe text.utf8Start[place]
      guard try peek(place) == wanted else { return false }
    }
    return true
  }

  private mutating func refill() throws(DocumentError) -> Int {
    let next = offset
    do throws(SourceError) {
      filled = try source.fill(&block, upTo: max(0, bound - next), from: next)
    } catch { throw .source(error) }
    start = next
    index = 0
    return filled
  }
}

extension UInt8 {
  /// An ASCII letter in lower case; every other byte as it is.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// Whether this is an ASCII letter.
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// Whether this is white space to HTML: tab, line feed, form feed, carriage return, space.
  var isMarkupSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 || self == 0x0C
  }

  /// Whether this is white space to XML.
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
