import BroadsealBytes

/// A bounded cursor over BER (X.690 §8): indefinite lengths and lengths with leading zeros are read
/// too. What it gives are slices of the received bytes: nothing is written anew.
///
/// Others' signatures are read with it. Ours have to be in DER, which `DERReader` insists on.
package struct BERReader {
  /// One element as it was received.
  struct Element {
    /// Its identifier octet.
    let tag: UInt8
    /// All of it, with identifier and length.
    let raw: ArraySlice<UInt8>
    /// Its contents, without the mark that ends an indefinite length.
    let contents: ArraySlice<UInt8>
  }

  /// Deepest nesting that is followed.
  static let maximumDepth = 32

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private let depth: Int

  init(_ bytes: ArraySlice<UInt8>, depth: Int = BERReader.maximumDepth) {
    self.bytes = bytes
    index = bytes.startIndex
    self.depth = depth
  }

  /// Whether everything was read.
  var isAtEnd: Bool { index == bytes.endIndex }

  /// The identifier octet of the next element, if there is one.
  var nextTag: UInt8? { isAtEnd ? nil : bytes[index] }

  /// Length of the one element that `bytes` start with, its header included; nil when none does.
  package static func lengthOfElement(_ bytes: [UInt8]) -> Int? {
    var reader = BERReader(bytes[...])
    return try? reader.next().raw.count
  }

  /// The next element.
  mutating func next() throws(Malformed) -> Element {
    let start = index
    let (tag, length) = try BERReader.header(bytes, &index)
    let first = index
    if let length {
      index += length
      return Element(tag: tag, raw: bytes[start..<index], contents: bytes[first..<index])
    }
    try BERReader.skipIndefinite(bytes, &index, depth: depth)
    return Element(tag: tag, raw: bytes[start..<index], contents: bytes[first..<index - 2])
  }

  /// The next element, which must carry `tag`.
  mutating func next(_ tag: UInt8) throws(Malformed) -> Element {
    guard nextTag == tag else { throw Malformed("unexpected BER element", at: index) }
    return try next()
  }

  /// A cursor over the contents of the next element, which must carry `tag`.
  mutating func enter(_ tag: UInt8 = DERTag.sequence) throws(Malformed) -> BERReader {
    try inside(next(tag))
  }

  /// A cursor over the contents of `element`.
  func inside(_ element: Element) throws(Malformed) -> BERReader {
    guard depth > 0 else { throw Malformed("BER elements are nested too deeply", at: index) }
    return BERReader(element.contents, depth: depth - 1)
  }

  /// The dotted form of the object identifier that comes next.
  mutating func objectIdentifier() throws(Malformed) -> String {
    guard let dotted = DERReader.dotted(try next(DERTag.objectIdentifier).contents) else {
      throw Malformed("an object identifier that cannot be read", at: index)
    }
    return dotted
  }

  /// The bytes of the octet string that comes next, put together when it was sent in pieces.
  mutating func octets() throws(Malformed) -> [UInt8] {
    let element = try next()
    if element.tag == DERTag.octetString { return Array(element.contents) }
    guard element.tag == DERTag.octetString | DERTag.constructed else {
      throw Malformed("unexpected BER element", at: index)
    }
    var pieces = try inside(element)
    var bytes: [UInt8] = []
    while !pieces.isAtEnd { bytes += try pieces.octets() }
    return bytes
  }

  /// Throws unless everything was read.
  func expectEnd() throws(Malformed) {
    guard isAtEnd else { throw Malformed("bytes after a BER element", at: index) }
  }

  /// Reads identifier and length; nil for an indefinite length.
  private static func header(
    _ bytes: ArraySlice<UInt8>, _ index: inout Int
  ) throws(Malformed) -> (tag: UInt8, length: Int?) {
    let start = index
    guard bytes.endIndex - index >= 2 else { throw Malformed("BER element cut", at: start) }
    let tag = bytes[index]
    guard tag & 0x1F != 0x1F else { throw Malformed("BER tag number above 30", at: start) }
    let first = bytes[index + 1]
    index += 2
    if first == 0x80 {
      guard tag & DERTag.constructed != 0 else {
        throw Malformed("a plain BER element without a length", at: start)
      }
      return (tag, nil)
    }
    var length = Int(first)
    if first > 0x80 {
      let count = Int(first & 0x7F)
      guard count <= 8, bytes.endIndex - index >= count else {
        throw Malformed("BER length that cannot be", at: start)
      }
      length = 0
      for _ in 0..<count {
        guard length <= bytes.count else { throw Malformed("BER element cut", at: start) }
        length = length << 8 | Int(bytes[index])
        index += 1
      }
    }
    guard length <= bytes.endIndex - index else { throw Malformed("BER element cut", at: start) }
    return (tag, length)
  }

  /// Moves over the contents of an element without a length, and over the mark that ends it.
  private static func skipIndefinite(
    _ bytes: ArraySlice<UInt8>, _ index: inout Int, depth: Int
  ) throws(Malformed) {
    guard depth > 0 else { throw Malformed("BER elements are nested too deeply", at: index) }
    while true {
      if bytes.endIndex - index >= 2, bytes[index] == 0, bytes[index + 1] == 0 {
        index += 2
        return
      }
      let (_, length) = try header(bytes, &index)
      if let length {
        index += length
      } else {
        try skipIndefinite(bytes, &index, depth: depth - 1)
      }
    }
  }
}
