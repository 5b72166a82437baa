import BroadsealBytes

/// A strict cursor over DER: definite lengths in their shortest form only (X.690 §10.1).
struct DERReader {
  private var reader: ByteReader

  init(_ bytes: ArraySlice<UInt8>, base: Int = 0) {
    reader = ByteReader(bytes, base: base)
  }

  init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// Whether everything was read.
  var isAtEnd: Bool { reader.isAtEnd }

  /// The identifier octet of the next element, if there is one.
  var nextTag: UInt8? { reader.peek() }

  /// The next element: its identifier octet and its contents.
  mutating func next() throws(Malformed) -> (tag: UInt8, contents: ArraySlice<UInt8>) {
    let tag = try reader.readUInt8()
    guard tag & 0x1F != 0x1F else { throw reader.malformed("DER tag number above 30") }
    let first = try reader.readUInt8()
    var length = Int(first)
    if first >= 0x80 {
      let count = Int(first & 0x7F)
      guard (1...4).contains(count) else { throw reader.malformed("DER length not definite") }
      length = 0
      for _ in 0..<count { length = length << 8 | Int(try reader.readUInt8()) }
      guard length >= 0x80, length >> (8 * (count - 1)) != 0 else {
        throw reader.malformed("DER length not in its shortest form")
      }
    }
    return (tag, try reader.readBytes(length))
  }

  /// The contents of the next element, which must carry `tag`.
  mutating func contents(of tag: UInt8) throws(Malformed) -> ArraySlice<UInt8> {
    guard nextTag == tag else { throw reader.malformed("unexpected DER element") }
    return try next().contents
  }

  /// A cursor over the contents of the next element, which must carry `tag`.
  mutating func enter(_ tag: UInt8 = DERTag.sequence) throws(Malformed) -> DERReader {
    DERReader(try contents(of: tag))
  }

  /// The dotted form of the object identifier that comes next.
  mutating func objectIdentifier() throws(Malformed) -> String {
    guard let text = DERReader.dotted(try contents(of: DERTag.objectIdentifier)) else {
      throw reader.malformed("object identifier not in its shortest form, or cut")
    }
    return text
  }

  /// The dotted form of an object identifier; nil when its contents are not in their shortest form,
  /// cut, or hold a number beyond 63 bits.
  static func dotted(_ contents: some Sequence<UInt8>) -> String? {
    var text: [UInt8] = []
    text.reserveCapacity(32)
    var arc: UInt64 = 0
    var inside = false
    for byte in contents {
      guard inside || byte != 0x80, arc < 1 << 56 else { return nil }
      arc = arc << 7 | UInt64(byte & 0x7F)
      inside = byte & 0x80 != 0
      guard !inside else { continue }
      if text.isEmpty {
        let root = min(arc / 40, 2)
        append(root, to: &text)
        arc -= root * 40
      }
      text.append(UInt8(ascii: "."))
      append(arc, to: &text)
      arc = 0
    }
    return inside || text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// Adds the decimal digits of `number`.
  private static func append(_ number: UInt64, to text: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &text) }
    text.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// A small non-negative integer that comes next.
  mutating func smallInteger() throws(Malformed) -> Int {
    let bytes = try contents(of: DERTag.integer)
    guard let first = bytes.first, bytes.count <= 7, first < 0x80 else {
      throw reader.malformed("integer out of range")
    }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Throws unless everything was read.
  func expectEnd() throws(Malformed) { try reader.expectEnd() }
}

extension DERReader {
  /// Deepest nesting that `isStrict` follows.
  static let maximumDepth = 32

  /// Whether `bytes` are a run of well-formed DER elements: lengths shortest, truth values 0 or
  /// 255, nothing left over. Strings and integers are not looked into.
  static func isStrict(_ bytes: ArraySlice<UInt8>, depth: Int = 0) -> Bool {
    guard depth <= maximumDepth else { return false }
    var reader = DERReader(bytes)
    while !reader.isAtEnd {
      guard let (tag, contents) = try? reader.next() else { return false }
      if tag == DERTag.boolean, contents.count != 1 || ![0x00, 0xFF].contains(contents.first) {
        return false
      }
      if tag & DERTag.constructed != 0, !isStrict(contents, depth: depth + 1) { return false }
    }
    return true
  }
}

/// Identifier octets of DER (X.690 §8.1.2).
enum DERTag {
  static let boolean: UInt8 = 0x01
  static let integer: UInt8 = 0x02
  static let bitString: UInt8 = 0x03
  static let octetString: UInt8 = 0x04
  static let null: UInt8 = 0x05
  static let objectIdentifier: UInt8 = 0x06
  static let utf8String: UInt8 = 0x0C
  static let printableString: UInt8 = 0x13
  static let ia5String: UInt8 = 0x16
  static let utcTime: UInt8 = 0x17
  static let generalizedTime: UInt8 = 0x18
  static let sequence: UInt8 = 0x30
  static let set: UInt8 = 0x31

  /// The bit that says that the contents are elements themselves.
  static let constructed: UInt8 = 0x20

  /// A context-specific element that holds others: `[number]`.
  static func context(_ number: UInt8) -> UInt8 { 0xA0 | number }

  /// A context-specific element that holds a plain value: `[number] IMPLICIT`.
  static func contextPrimitive(_ number: UInt8) -> UInt8 { 0x80 | number }
}
