package import BroadsealBytes

/// A strict and bounded decoder of CBOR (RFC 8949).
///
/// Refused: duplicate keys, keys that are neither integer, text nor bytes, invalid UTF-8, reserved
/// encodings, counts beyond the bytes that remain, deep nesting, trailing bytes, and indefinite
/// lengths unless they are asked for. Integers longer than need be and unsorted keys are accepted,
/// since foreign writers use them and nothing received is ever encoded again.
package struct Decoder {
  /// Which encodings are read.
  package enum Form: Sendable, Hashable {
    /// Definite lengths only.
    case definite
    /// Indefinite lengths too: every well-formed item (RFC 8949 §3.2), as the claims and assertions
    /// of many writers are, and as C2PA 2.5 §14.6.2 asks of a validator.
    case wellFormed
  }

  private var bytes: ByteReader
  private let form: Form
  private let limits: Limits
  private var items = 0

  private init(_ bytes: ByteReader, _ form: Form, _ limits: Limits) {
    self.bytes = bytes
    self.form = form
    self.limits = limits
  }

  /// The one item that `bytes` hold.
  ///
  /// - Parameters:
  ///   - bytes: the encoded item and nothing else.
  ///   - base: offset of the first byte, for error messages.
  ///   - form: which encodings are read.
  ///   - limits: depth and number of items.
  /// - Throws: `Malformed` with the offset of the fault.
  package static func decode(
    _ bytes: ArraySlice<UInt8>, base: Int = 0, form: Form = .definite, limits: Limits = .standard
  ) throws(Malformed) -> Value {
    var decoder = Decoder(ByteReader(bytes, base: base), form, limits)
    let value = try decoder.readItem(depth: 0)
    try decoder.bytes.expectEnd("bytes after the CBOR item")
    return value
  }

  /// The one item that `bytes` hold.
  package static func decode(
    _ bytes: [UInt8], form: Form = .definite, limits: Limits = .standard
  ) throws(Malformed) -> Value {
    try decode(bytes[...], form: form, limits: limits)
  }

  /// Whether `bytes` are one item in the core deterministic encoding (RFC 8949 §4.2.1).
  package static func isDeterministic(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let value = try? decode(bytes) else { return false }
    return Encoder.encode(value).elementsEqual(bytes)
  }

  /// The values of the one map that `bytes` hold, each exactly as it was received, by their text
  /// keys: for a map whose parts are signed one by one.
  ///
  /// - Throws: `Malformed` when `bytes` are not one map.
  package static func encodedValues(
    ofMap bytes: ArraySlice<UInt8>, form: Form = .definite, limits: Limits = .standard
  ) throws(Malformed) -> [String: ArraySlice<UInt8>] {
    guard case .map = try decode(bytes, form: form, limits: limits) else {
      throw Malformed("not a map", at: 0)
    }
    var decoder = Decoder(ByteReader(bytes), form, limits)
    let start = decoder.bytes
    let argument = try decoder.readArgument(try decoder.bytes.readUInt8() & 0x1F, start)
    let count = try decoder.checked(argument, width: 2)
    var values: [String: ArraySlice<UInt8>] = [:]
    var index = 0
    while try decoder.hasNext(index, of: count) {
      let key = try decoder.readItem(depth: 1)
      let left = decoder.bytes.remaining
      _ = try decoder.readItem(depth: 1)
      if let key = key.text {
        values[key] = bytes.suffix(left).prefix(left - decoder.bytes.remaining)
      }
      index += 1
    }
    return values
  }

  private mutating func readItem(depth: Int) throws(Malformed) -> Value {
    items += 1
    guard items <= limits.maximumItems else { throw bytes.malformed("too many CBOR items") }
    guard depth <= limits.maximumDepth else { throw bytes.malformed("CBOR nested too deep") }
    let start = bytes
    let head = try bytes.readUInt8()
    let additional = head & 0x1F
    if head >> 5 == 7 { return try readSimple(additional, start) }
    let count = try readArgument(additional, start)
    switch head >> 5 {
    case 0: return .unsigned(try definite(count, start))
    case 1: return .negative(try definite(count, start))
    case 2: return .bytes(Array(try readString(count, major: 2)))
    case 3:
      guard let text = String(validating: try readString(count, major: 3), as: UTF8.self) else {
        throw start.malformed("text is not valid UTF-8")
      }
      guard CombiningRun.isShort(in: text) else {
        throw start.malformed("too many characters combine in a text")
      }
      return .text(text)
    case 4: return .array(try readArray(count, depth))
    case 5: return .map(try readMap(count, depth))
    default: return .tagged(try definite(count, start), try readItem(depth: depth + 1))
    }
  }

  /// The argument of a head; nil announces an indefinite length, where those are read.
  private mutating func readArgument(
    _ additional: UInt8, _ start: ByteReader
  ) throws(Malformed) -> UInt64? {
    switch additional {
    case 0..<24: return UInt64(additional)
    case 24: return UInt64(try bytes.readUInt8())
    case 25: return UInt64(try bytes.readUInt16())
    case 26: return UInt64(try bytes.readUInt32())
    case 27: return try bytes.readUInt64()
    case 31 where form == .wellFormed: return nil
    case 31: throw start.malformed("indefinite lengths are not accepted")
    default: throw start.malformed("reserved CBOR encoding")
    }
  }

  private func definite(_ argument: UInt64?, _ start: ByteReader) throws(Malformed) -> UInt64 {
    guard let argument else { throw start.malformed("reserved CBOR encoding") }
    return argument
  }

  /// Whether another part follows: one of `count`, or anything before the break that ends an
  /// indefinite length, which is taken.
  private mutating func hasNext(_ index: Int, of count: Int?) throws(Malformed) -> Bool {
    if let count { return index < count }
    guard bytes.peek() == 0xFF else { return true }
    try bytes.skip(1)
    return false
  }

  private mutating func readString(
    _ count: UInt64?, major: UInt8
  ) throws(Malformed) -> ArraySlice<UInt8> {
    if let count { return try readChunk(count) }
    var joined: [UInt8] = []
    while try hasNext(0, of: nil) {
      let start = bytes
      let head = try bytes.readUInt8()
      items += 1
      guard items <= limits.maximumItems else { throw start.malformed("too many CBOR items") }
      guard head >> 5 == major, let count = try readArgument(head & 0x1F, start) else {
        throw start.malformed("a part of a string is no string of its kind")
      }
      let chunk = try readChunk(count)
      guard major == 2 || String(validating: chunk, as: UTF8.self) != nil else {
        throw start.malformed("text is not valid UTF-8")
      }
      joined.append(contentsOf: chunk)
    }
    return joined[...]
  }

  private mutating func readChunk(_ count: UInt64) throws(Malformed) -> ArraySlice<UInt8> {
    guard let count = Int(exactly: count), count <= bytes.remaining else {
      throw bytes.malformed("a string is longer than the bytes that remain")
    }
    return try bytes.readBytes(count)
  }

  /// Checks `count` items of at least `width` bytes each against what remains.
  private func checked(_ count: UInt64?, width: Int) throws(Malformed) -> Int? {
    guard let count else { return nil }
    guard let count = Int(exactly: count), count <= bytes.remaining / width else {
      throw bytes.malformed("more items are announced than bytes remain")
    }
    guard count <= limits.maximumItems else { throw bytes.malformed("too many CBOR items") }
    return count
  }

  private mutating func readArray(_ count: UInt64?, _ depth: Int) throws(Malformed) -> [Value] {
    let count = try checked(count, width: 1)
    var elements: [Value] = []
    while try hasNext(elements.count, of: count) {
      elements.append(try readItem(depth: depth + 1))
    }
    return elements
  }

  private mutating func readMap(_ count: UInt64?, _ depth: Int) throws(Malformed) -> Map {
    let count = try checked(count, width: 2)
    var entries: [Map.Entry] = []
    var keys: Set<[UInt8]> = []
    while try hasNext(entries.count, of: count) {
      let start = bytes
      let key = try readItem(depth: depth + 1)
      switch key {
      case .unsigned, .negative, .text, .bytes: break
      default: throw start.malformed("a map key is neither integer, text nor bytes")
      }
      guard keys.insert(Encoder.encode(key)).inserted else {
        throw start.malformed("duplicate map key")
      }
      entries.append(Map.Entry(key: key, value: try readItem(depth: depth + 1)))
    }
    return Map(entries)
  }

  private mutating func readSimple(
    _ additional: UInt8, _ start: ByteReader
  ) throws(Malformed) -> Value {
    switch additional {
    case 20: return .boolean(false)
    case 21: return .boolean(true)
    case 22: return .null
    case 23: return .undefined
    case 0..<20: return .simple(additional)
    case 24:
      let value = try bytes.readUInt8()
      guard value >= 32 else { throw start.malformed("reserved simple value") }
      return .simple(value)
    case 25: return .float(Double(Float16(bitPattern: try bytes.readUInt16())))
    case 26: return .float(Double(Float(bitPattern: try bytes.readUInt32())))
    case 27: return .float(Double(bitPattern: try bytes.readUInt64()))
    case 31: throw start.malformed("a break ends nothing")
    default: throw start.malformed("reserved CBOR encoding")
    }
  }
}
