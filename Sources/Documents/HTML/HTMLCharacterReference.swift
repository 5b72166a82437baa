/// Character references in attribute values, as far as they can stand for ASCII characters.
///
/// Only comparing needs them: what stands for anything else never equals a name of interest.
enum HTMLCharacterReference {
  /// Named references to characters that can stand in a media type, between link types or in an address.
  private static let names: [String: UInt8] = [
    "sol": 0x2F, "Tab": 0x09, "NewLine": 0x0A, "semi": 0x3B, "period": 0x2E, "colon": 0x3A,
    "lpar": 0x28, "rpar": 0x29, "quot": 0x22, "apos": 0x27, "amp": 0x26, "num": 0x23, "comma": 0x2C,
    "bsol": 0x5C, "excl": 0x21, "commat": 0x40, "equals": 0x3D, "lowbar": 0x5F, "quest": 0x3F,
  ]
  private static let longest = 10

  /// `value` with its references to ASCII characters resolved.
  static func resolve(_ value: [UInt8]) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return value }
    var text: [UInt8] = []
    var rest = value[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&"), let (character, length) = character(at: rest) {
        text.append(character)
        rest = rest.dropFirst(length)
      } else {
        text.append(byte)
      }
    }
    return text
  }

  /// The ASCII character that the reference whose text `rest` begins with stands for, and the
  /// length of that text.
  static func character(at rest: ArraySlice<UInt8>) -> (UInt8, Int)? {
    guard rest.first == UInt8(ascii: "#") else {
      let name = rest.prefix(longest).prefix { $0 != UInt8(ascii: ";") }
      guard rest.dropFirst(name.count).first == UInt8(ascii: ";"),
        let character = names[String(decoding: name, as: UTF8.self)]
      else { return nil }
      return (character, name.count + 1)
    }
    let isHex = rest.dropFirst().first?.lowercased == UInt8(ascii: "x")
    let digits = rest.dropFirst(isHex ? 2 : 1).prefix { byte in
      (0x30...0x39).contains(byte) || isHex && (0x61...0x66).contains(byte | 0x20)
    }
    // A number of any length is one reference; leading zeros do not change it.
    let number = digits.drop { $0 == 0x30 }
    guard !digits.isEmpty, number.count <= 4,
      let value = number.isEmpty
        ? 0 : Int(String(decoding: number, as: UTF8.self), radix: isHex ? 16 : 10),
      let character = UInt8(exactly: value), character < 0x80
    else { return nil }
    let end = digits.endIndex < rest.endIndex && rest[digits.endIndex] == UInt8(ascii: ";")
    return (character, digits.endIndex - rest.startIndex + (end ? 1 : 0))
  }
}
