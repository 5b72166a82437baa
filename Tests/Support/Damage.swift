/// Damage to bytes by chance, the same for the same seed.
public struct Damage: RandomNumberGenerator {
  private var state: UInt64

  /// Numbers that lengths and counts are often confused by.
  private static let numbers: [UInt32] = [
    0, 1, 7, 8, 15, 16, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x1_0000, 0x7FFF_FFFF,
    0x8000_0000, 0xFFFF_FFFF, 0x9A00_0000, 0xBA7F_FFFF, 0x5B7F_FFFF,
  ]

  /// Damage by `seed`.
  public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// The next number of SplitMix64.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// The bytes after one to four accidents.
  public mutating func strike(_ bytes: [UInt8]) -> [UInt8] {
    var damaged = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) where !damaged.isEmpty {
      strikeOnce(&damaged)
    }
    return damaged
  }

  private mutating func strikeOnce(_ bytes: inout [UInt8]) {
    let start = Int.random(in: bytes.indices, using: &self)
    let length = Int.random(in: 1...64, using: &self)
    let part = start..<min(bytes.count, start + length)
    switch Int.random(in: 0..<9, using: &self) {
    case 0, 1: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &self)
    case 2: bytes[start] = UInt8.random(in: .min ... .max, using: &self)
    case 3, 4:
      let number = Damage.numbers.randomElement(using: &self) ?? 0
      for (index, shift) in zip(start..<bytes.count, [24, 16, 8, 0] as [UInt32]) {
        bytes[index] = UInt8(truncatingIfNeeded: number >> shift)
      }
    case 5: bytes.removeSubrange(part)
    case 6: bytes.insert(contentsOf: bytes[part], at: start)
    case 7:
      let place = Int.random(in: bytes.indices, using: &self)
      bytes.insert(contentsOf: bytes[part], at: place)
    default: bytes.removeSubrange(start...)
    }
  }
}
