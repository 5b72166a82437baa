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

  /// What is read; kept as it came, so that strings are cut out of it.
  private let bytes: ArraySlice<UInt8>
  private let base: Int
  private let form: Form
  private let limits: Limits
  /// Index of the next byte in `bytes`.
  private var next: Int
  private var items = 0

  private init(_ bytes: ArraySlice<UInt8>, base: Int = 0, _ form: Form, _ limits: Limits) {
    self.bytes = bytes
    self.base = base
    self.form = form
    self.limits = limits
    next = bytes.startIndex
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
    var decoder = Decoder(bytes, base: base, form, limits)
    let value = try decoder.readItem(depth: 0)
    guard decoder.remaining == 0 else { throw decoder.malformed("bytes after the CBOR item") }
    return value
  }

  /// The one item that `bytes` hold.
  package static func decode(
    _ bytes: [UInt8], form: Form = .definite, limits: Limits = .standard
  ) throws(Malformed) -> Value {
    try decode(bytes[...], form: form, limits: limits)
  }

  /// The item that `bytes` begin with, and what stands behind it.
  ///
  /// - Throws: `Malformed` with the offset of the fault.
  package static func decodeFirst(
    _ bytes: [UInt8], form: Form = .definite, limits: Limits = .standard
  ) throws(Malformed) -> (value: Value, rest: ArraySlice<UInt8>) {
    var decoder = Decoder(bytes[...], form, limits)
    let value = try decoder.readItem(depth: 0)
    return (value, bytes[decoder.next...])
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
    var decoder = Decoder(bytes, form, limits)
    let start = decoder.next
    let argument = try decoder.readArgument(try decoder.readByte() & 0x1F, start)
    let count = try decoder.checked(argument, width: 2)
    var values: [String: ArraySlice<UInt8>] = [:]
    var index = 0
    while try decoder.hasNext(index, of: count) {
      let key = try decoder.readItem(depth: 1)
      let first = decoder.next
      _ = try decoder.readItem(depth: 1)
      if let key = key.text { values[key] = bytes[first..<decoder.next] }
      index += 1
    }
    return values
  }

  private mutating func readItem(depth: Int) throws(Malformed) -> Value {
    items += 1
    guard items <= limits.maximumItems else { throw malformed("too many CBOR items") }
    guard depth <= limits.maximumDepth else { throw malformed("CBOR nested too deep") }
    let start = next
    let head = try readByte()
    let additional = head & 0x1F
    if head >> 5 == 7 { return try readSimple(additional, start) }
    let count = try readArgument(additional, start)
    switch head >> 5 {
    case 0: return .unsigned(try definite(count, start))
    case 1: return .negative(try definite(count, start))
    case 2: return .bytes(Array(try readString(count, major: 2)))
    case 3: return .text(try readText(count, start))
    case 4: return .array(try readArray(count, depth))
    case 5: return .map(try readMap(count, depth))
    default: return .tagged(try definite(count, start), try readItem(depth: depth + 1))
    }
  }

  /// The argument of a head; nil announces an indefinite length, where those are read.
  private mutating func readArgument(
    _ additional: UInt8, _ start: Int
  ) throws(Malformed) -> UInt64? {
    switch additional {
    case 0..<24: return UInt64(additional)
    case 24...27: return try readNumber(width: 1 << Int(additional - 24))
    case 31 where form == .wellFormed: return nil
    case 31: throw malformed("indefinite lengths are not accepted", at: start)
    default: throw malformed("reserved CBOR encoding", at: start)
    }
  }

  private func definite(_ argument: UInt64?, _ start: Int) throws(Malformed) -> UInt64 {
    guard let argument else { throw malformed("reserved CBOR encoding", at: start) }
    return argument
  }

  /// Whether another part follows: one of `count`, or anything before the break that ends an
  /// indefinite length, which is taken.
  private mutating func hasNext(_ index: Int, of count: Int?) throws(Malformed) -> Bool {
    if let count { return index < count }
    guard remaining > 0, bytes[next] == 0xFF else { return true }
    next += 1
    return false
  }

  private mutating func readText(_ count: UInt64?, _ start: Int) throws(Malformed) -> String {
    let received = try readString(count, major: 3)
    if received.isASCII { return String(decoding: received, as: UTF8.self) }
    guard let text = String(validating: received, as: UTF8.self) else {
      throw malformed("text is not valid UTF-8", at: start)
    }
    guard CombiningRun.isShort(in: text) else {
      throw malformed("too many characters combine in a text", at: start)
    }
    return text
  }

  private mutating func readString(
    _ count: UInt64?, major: UInt8
  ) throws(Malformed) -> ArraySlice<UInt8> {
    if let count { return try readChunk(count) }
    var joined: [UInt8] = []
    while try hasNext(0, of: nil) {
      let start = next
      let head = try readByte()
      items += 1
      guard items <= limits.maximumItems else {
        throw malformed("too many CBOR items", at: start)
      }
      guard head >> 5 == major, let count = try readArgument(head & 0x1F, start) else {
        throw malformed("a part of a string is no string of its kind", at: start)
      }
      let chunk = try readChunk(count)
      guard major == 2 || String(validating: chunk, as: UTF8.self) != nil else {
        throw malformed("text is not valid UTF-8", at: start)
      }
      joined.append(contentsOf: chunk)
    }
    return joined[...]
  }

  private mutating func readChunk(_ count: UInt64) throws(Malformed) -> ArraySlice<UInt8> {
    guard let count = Int(exactly: count), count <= remaining else {
      throw malformed("a string is longer than the bytes that remain")
    }
    let first = next
    next += count
    return bytes[first..<next]
  }

  /// Checks `count` items of at least `width` bytes each against what remains.
  private func checked(_ count: UInt64?, width: Int) throws(Malformed) -> Int? {
    guard let count else { return nil }
    guard let count = Int(exactly: count), count <= remaining / width else {
      throw malformed("more items are announced than bytes remain")
    }
    guard count <= limits.maximumItems else { throw malformed("too many CBOR items") }
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
    if let count { entries.reserveCapacity(min(count, KeySet.few)) }
    var keys = KeySet()
    while try hasNext(entries.count, of: count) {
      let start = next
      let key = try readItem(depth: depth + 1)
      switch key {
      case .unsigned, .negative, .text, .bytes: break
      default: throw malformed("a map key is neither integer, text nor bytes", at: start)
      }
      guard keys.insert(key, after: entries) else {
        throw malformed("duplicate map key", at: start)
      }
      entries.append(Map.Entry(key: key, value: try readItem(depth: depth + 1)))
    }
    return Map(entries)
  }

  private mutating func readSimple(
    _ additional: UInt8, _ start: Int
  ) throws(Malformed) -> Value {
    switch additional {
    case 20: return .boolean(false)
    case 21: return .boolean(true)
    case 22: return .null
    case 23: return .undefined
    case 0..<20: return .simple(additional)
    case 24:
      let value = try readByte()
      guard value >= 32 else { throw malformed("reserved simple value", at: next) }
      return .simple(value)
    case 25:
      let bits = UInt16(truncatingIfNeeded: try readNumber(width: 2))
      return .float(Double(Float16(bitPattern: bits)))
    case 26:
      let bits = UInt32(truncatingIfNeeded: try readNumber(width: 4))
      return .float(Double(Float(bitPattern: bits)))
    case 27: return .float(Double(bitPattern: try readNumber(width: 8)))
    case 31: throw malformed("a break ends nothing", at: start)
    default: throw malformed("reserved CBOR encoding", at: start)
    }
  }
}

extension Decoder {
  private var remaining: Int { bytes.endIndex - next }

  private func malformed(_ reason: String) -> Malformed { malformed(reason, at: next) }

  /// An error at an index of `bytes`.
  private func malformed(_ reason: String, at index: Int) -> Malformed {
    Malformed(reason, at: base + (index - bytes.startIndex))
  }

  private mutating func readByte() throws(Malformed) -> UInt8 {
    guard remaining > 0 else { throw malformed("unexpected end of data") }
    let byte = bytes[next]
    next += 1
    return byte
  }

  /// A number of `width` bytes, most significant byte first.
  private mutating func readNumber(width: Int) throws(Malformed) -> UInt64 {
    guard width <= remaining else { throw malformed("unexpected end of data") }
    var number: UInt64 = 0
    for index in next..<next + width { number = number << 8 | UInt64(bytes[index]) }
    next += width
    return number
  }
}
