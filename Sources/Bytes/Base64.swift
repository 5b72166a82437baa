/// Base64 text (RFC 4648), strict: no white space, no stray bits, padding as the alphabet demands.
package enum Base64 {
  /// Which alphabet, and whether the text is padded.
  package enum Alphabet: Sendable {
    /// §4: `+`, `/` and padding.
    case standard
    /// §5: `-`, `_` and no padding, as JWS uses it.
    case url
  }

  private static let common = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// The text of `bytes`.
  package static func encode(
    _ bytes: some Collection<UInt8>, alphabet: Alphabet = .standard
  ) -> String {
    let digits = common + Array((alphabet == .standard ? "+/" : "-_").utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      held += 1
      if held == 3 {
        for shift in [18, 12, 6, 0] { text.append(digits[Int(group >> shift) & 63]) }
        group = 0
        held = 0
      }
    }
    if held > 0 {
      let filled = group << UInt32(8 * (3 - held))
      for index in 0...held { text.append(digits[Int(filled >> (18 - 6 * index)) & 63]) }
      if alphabet == .standard {
        text.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - held))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of `text`; nil when it is not exactly what `encode` would have written.
  package static func decode(
    _ text: some StringProtocol, alphabet: Alphabet = .standard
  ) -> [UInt8]? {
    var digits = Array(text.utf8)
    if alphabet == .standard {
      guard digits.count % 4 == 0 else { return nil }
      for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() }
    }
    guard digits.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 4 * 3 + 2)
    var group: UInt32 = 0
    var bits = 0
    for digit in digits {
      guard let value = value(of: digit, alphabet) else { return nil }
      group = group << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
      }
    }
    guard group & ((1 << UInt32(bits)) - 1) == 0 else { return nil }
    return bytes
  }

  private static func value(of digit: UInt8, _ alphabet: Alphabet) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+") where alphabet == .standard: 62
    case UInt8(ascii: "/") where alphabet == .standard: 63
    case UInt8(ascii: "-") where alphabet == .url: 62
    case UInt8(ascii: "_") where alphabet == .url: 63
    default: nil
    }
  }
}
