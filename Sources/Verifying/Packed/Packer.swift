import BroadsealNotes

/// Writes values one after the other, without names: as short and as quick to read as can be, for those who
/// keep verdicts and read them back with the same version of the program.
struct Packer {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ byte: UInt8) { bytes.append(byte) }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes += text.utf8
  }

  mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func put<Value: Packable>(_ value: Value) { value.pack(into: &self) }

  mutating func put<Value: Packable>(_ value: Value?) {
    put(value != nil)
    if let value { put(value) }
  }

  mutating func put<Value: Packable>(_ values: [Value]) {
    put(values.count)
    for value in values { put(value) }
  }
}

/// Reads what a `Packer` wrote. Damage is told, never trapped on: the bytes come out of a file.
struct Unpacker {
  /// The bytes are not what a `Packer` of this version writes.
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private var place = 0
  /// Codes by their names.
  let codes: [String: Code]

  init(_ bytes: [UInt8], codes: [String: Code]) {
    self.bytes = bytes
    self.codes = codes
  }

  var isAtEnd: Bool { place == bytes.count }

  mutating func byte() throws(Damaged) -> UInt8 {
    guard place < bytes.count else { throw Damaged() }
    place += 1
    return bytes[place - 1]
  }

  mutating func number() throws(Damaged) -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = try byte()
      number |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return Int(Int64(bitPattern: number)) }
      shift += 7
    }
    throw Damaged()
  }

  mutating func text() throws(Damaged) -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw Damaged() }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  mutating func flag() throws(Damaged) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw Damaged()
    }
  }

  mutating func value<Value: Packable>(_: Value.Type = Value.self) throws(Damaged) -> Value {
    try Value(from: &self)
  }

  mutating func optional<Value: Packable>(_: Value.Type = Value.self) throws(Damaged) -> Value? {
    try flag() ? try Value(from: &self) : nil
  }

  mutating func array<Value: Packable>(_: Value.Type = Value.self) throws(Damaged) -> [Value] {
    let count = try number()
    // Each takes a byte at least.
    guard count >= 0, count <= bytes.count - place else { throw Damaged() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }
}

/// A value that is written by `Packer` and read back by `Unpacker`, field by field.
protocol Packable {
  func pack(into packer: inout Packer)
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged)
}
