/// The rules for text that goes into a manifest: it is shown to people beside a signature.
enum LabelText {
  /// Longest text that a label member may hold, in UTF-8 bytes.
  static let maximumLength = 2_000

  /// Throws when `text` cannot stand in a manifest.
  ///
  /// Control characters and characters that reorder or hide text are refused: what a reader sees
  /// must be what was signed.
  static func check(_ text: String?, _ member: String) throws(SigningError) {
    guard let text else { return }
    if isPlain(text) { return }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw SigningError(.request, "\(member) is empty")
    }
    guard text.utf8.count <= maximumLength else {
      throw SigningError(.request, "\(member) is longer than \(maximumLength) bytes")
    }
    guard let bad = text.unicodeScalars.first(where: isForbidden) else { return }
    let code = String(bad.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    throw SigningError(
      .request, "\(member) holds U+\(padded), which cannot be shown safely",
      hint: "remove control characters and characters that change the direction of text")
  }

  /// Whether `text` is short printable ASCII that does not start with a blank, as most is.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= maximumLength && text.utf8.first.map { $0 > 0x20 } ?? false
      && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }
}

/// The shape of a BCP 47 language tag: `en`, `ja`, `zh-Hant-TW`.
enum LanguageTag {
  /// Throws when `tag` does not have the shape, or begins with two letters that are no language, or with more than
  /// three; the rest of the registry is not consulted.
  static func check(_ tag: String?) throws(SigningError) {
    guard let tag else { return }
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let fits = parts.enumerated().allSatisfy { index, part in
      (index == 0 ? 2...8 : 1...8).contains(part.count)
        && part.allSatisfy { isLetter($0) || (index > 0 && isDigit($0)) }
    }
    guard fits, let first = parts.first else {
      throw SigningError(
        .request, "the language is not a language tag", hint: "write it as en, ja or zh-Hant")
    }
    // Two letters are registered, three are too many to list, and longer names are none.
    let primary = String(decoding: first, as: UTF8.self).lowercased()
    guard first.count == 3 || languages.contains(primary[...]) else {
      throw SigningError(
        .request, "there is no language \(tag)", hint: "write it as en, ja or zh-Hant")
    }
  }

  /// The languages of two letters (ISO 639-1).
  private static let languages = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es \
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki \
    kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no \
    nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta \
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " "))

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
