/// Hexadecimal text, in lower case.
package enum Hex {
  /// Two lower-case digits a byte.
  package static func encode(_ bytes: [UInt8]) -> String { encode(bytes[...]) }

  /// Two lower-case digits a byte.
  package static func encode(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digit(of: byte >> 4))
      text.append(digit(of: byte & 0x0F))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func digit(of value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The bytes of `text`, in either case; nil for an odd length or a foreign character.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text.utf8 {
      guard let value = value(of: character) else { return nil }
      if let upper = high {
        bytes.append(upper << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  /// How many digits `text` holds from `start` on without a break.
  package static func run(in text: borrowing Span<UInt8>, from start: Int) -> Int {
    let values = Hex.values
    let table = values.span
    var place = start
    while place < text.count, table[Int(text[place])] != foreign { place += 1 }
    return place - start
  }

  /// Whether `text` is digits, whose letters are all large or all small.
  package static func isOfOneCase(_ text: borrowing Span<UInt8>) -> Bool {
    guard run(in: text, from: 0) == text.count else { return false }
    // Of a digit's byte the three highest bits are 1, a large letter's 2, a small one's 3.
    var kinds: UInt8 = 0
    for index in text.indices { kinds |= 1 &<< (text[index] &>> 5) }
    return kinds & 0b1100 != 0b1100
  }

  /// The bytes of the pairs of digits that `text` holds from `start` on without a break; a digit that is left
  /// over is not among them.
  package static func pairs(in text: borrowing Span<UInt8>, from start: Int) -> [UInt8] {
    let values = Hex.values
    let table = values.span
    var bytes = [UInt8](repeating: 0, count: run(in: text, from: start) / 2)
    var room = bytes.mutableSpan
    var place = start
    for index in room.indices {
      room[index] = table[Int(text[place])] << 4 | table[Int(text[place + 1])]
      place += 2
    }
    return bytes
  }

  /// The value of each byte as a digit: a signature's room has tens of thousands, and a look into a table takes
  /// a fraction of the comparisons.
  private static let values = (0...UInt8.max).map { value(of: $0) ?? foreign }

  /// What is no digit.
  private static let foreign: UInt8 = 0xFF

  /// The value of one digit; nil for any other character.
  @inlinable package static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
