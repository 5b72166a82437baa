import BroadsealBytes

/// A strict walk over the tags of a small XML document in UTF-8.
///
/// Whatever needs more than tags and attributes to be understood is refused: document types,
/// character data, CDATA and entities of the document's own.
struct XMLScan {
  /// A start tag.
  struct Tag {
    /// Name as it is written, with its prefix.
    let name: String
    /// Attributes as they are written, values decoded.
    let attributes: [(name: String, value: String)]
    /// Offset just past the tag.
    let end: Int
    /// How many elements are open around it.
    let depth: Int
    /// Whether it closes itself.
    let isEmpty: Bool

    /// The value of an attribute without prefix.
    func value(_ name: String) -> String? {
      attributes.first { $0.name.isExactly(name) }?.value
    }
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var open: [String] = []
  private var hasRoot = false

  /// Deepest nesting that is followed.
  static let maximumDepth = 16
  /// Most attributes of an element.
  static let maximumAttributes = 64

  /// Begins at the start of `bytes`, behind a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next start tag; nil at the end of a document whose elements are all closed.
  mutating func next() throws(Malformed) -> Tag? {
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        guard XMLScan.isSpace(bytes[offset]) else { throw fault("text between elements") }
        offset += 1
        continue
      }
      if take("<!--") {
        try skip(past: "--")
        guard take(">") else { throw fault("two hyphens in a comment") }
      } else if take("<?") {
        try skip(past: "?>")
      } else if take("</") {
        let name = try name()
        skipSpace()
        guard take(">"), open.popLast()?.isExactly(name) ?? false else {
          throw fault("an element is closed that is not open")
        }
      } else if take("<!") {
        throw fault("a document type or a marked section")
      } else {
        return try tag()
      }
    }
    guard hasRoot, open.isEmpty else { throw fault("the document breaks off") }
    return nil
  }

  private mutating func tag() throws(Malformed) -> Tag {
    offset += 1
    guard open.count < XMLScan.maximumDepth else { throw fault("elements are nested too deeply") }
    guard !open.isEmpty || !hasRoot else { throw fault("a second root element") }
    let name = try name()
    var attributes: [(name: String, value: String)] = []
    while true {
      let hadSpace = skipSpace()
      let depth = open.count
      if take("/>") { return finish(name, attributes, depth, isEmpty: true) }
      if take(">") { return finish(name, attributes, depth, isEmpty: false) }
      guard hadSpace, attributes.count < XMLScan.maximumAttributes else {
        throw fault("an attribute is out of place")
      }
      let attribute = try attribute()
      guard !attributes.contains(where: { $0.name.isExactly(attribute.name) }) else {
        throw fault("an attribute stands twice")
      }
      attributes.append(attribute)
    }
  }

  private mutating func finish(
    _ name: String, _ attributes: [(name: String, value: String)], _ depth: Int, isEmpty: Bool
  ) -> Tag {
    hasRoot = true
    if !isEmpty { open.append(name) }
    return Tag(name: name, attributes: attributes, end: offset, depth: depth, isEmpty: isEmpty)
  }

  private mutating func attribute() throws(Malformed) -> (name: String, value: String) {
    let name = try name()
    skipSpace()
    guard take("=") else { throw fault("an attribute without a value") }
    skipSpace()
    guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw fault("a value without quotes")
    }
    offset += 1
    let start = offset
    while let byte, byte != quote, byte != UInt8(ascii: "<") { offset += 1 }
    guard byte == quote, let raw = String(validating: bytes[start..<offset], as: UTF8.self) else {
      throw fault("a value is not closed")
    }
    offset += 1
    guard let value = XMLScan.decoded(raw) else { throw fault("an entity of unknown meaning") }
    return (name, value)
  }

  private mutating func name() throws(Malformed) -> String {
    let start = offset
    while let byte, XMLScan.isNameByte(byte) { offset += 1 }
    guard offset > start, let name = String(validating: bytes[start..<offset], as: UTF8.self) else {
      throw fault("a name is missing")
    }
    return name
  }

  private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func fault(_ reason: String) -> Malformed { Malformed(reason, at: offset) }

  private mutating func take(_ text: StaticString) -> Bool {
    guard bytes[offset...].starts(with: Array("\(text)".utf8)) else { return false }
    offset += text.utf8CodeUnitCount
    return true
  }

  private mutating func skip(past text: StaticString) throws(Malformed) {
    guard let found = bytes[offset...].firstIndex(of: text) else {
      throw fault("a comment or an instruction is not closed")
    }
    offset = found + text.utf8CodeUnitCount
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = offset
    while let byte, XMLScan.isSpace(byte) { offset += 1 }
    return offset > start
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  /// `text` with its references replaced; nil for a reference that XML itself does not define.
  private static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)[...]
    var decoded = String(parts.removeFirst())
    for part in parts {
      guard let end = part.firstIndex(of: ";"), let scalar = XMLReference.scalar(part[..<end])
      else {
        return nil
      }
      decoded.unicodeScalars.append(scalar)
      decoded += part[part.index(after: end)...]
    }
    return CombiningRun.isShort(in: decoded) ? decoded : nil
  }
}

/// The bytes of an XML document as UTF-8, and back: OPC allows UTF-8 and UTF-16 (ECMA-376-2 §8.1.4).
struct XMLText {
  /// How the document is encoded.
  enum Encoding { case utf8, utf16LittleEndian, utf16BigEndian }

  /// The document in UTF-8.
  let utf8: [UInt8]
  /// How it was encoded.
  let encoding: Encoding

  /// Decodes `bytes`; nil when they are neither, damaged, or longer to compare than to read.
  init?(_ bytes: [UInt8]) {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): encoding = .utf16LittleEndian
    case (0xFE, 0xFF): encoding = .utf16BigEndian
    case (0, _), (_, 0): return nil
    default: encoding = .utf8
    }
    if encoding == .utf8 {
      guard let text = String(validating: bytes, as: UTF8.self), CombiningRun.isShort(in: text)
      else { return nil }
      utf8 = bytes
      return
    }
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let isLittle = encoding == .utf16LittleEndian
    let units = stride(from: 0, to: bytes.count, by: 2).map { index -> UInt16 in
      let (low, high) = isLittle ? (index, index + 1) : (index + 1, index)
      return UInt16(bytes[low]) | UInt16(bytes[high]) << 8
    }
    guard let text = String(validating: units, as: UTF16.self), CombiningRun.isShort(in: text)
    else { return nil }
    utf8 = Array(text.utf8)
  }

  /// `text`, which is UTF-8, in the document's own encoding.
  func encoded(_ text: [UInt8]) -> [UInt8] {
    guard encoding != .utf8 else { return text }
    return String(decoding: text, as: UTF8.self).utf16.flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
      return encoding == .utf16LittleEndian ? [low, high] : [high, low]
    }
  }
}
