/// The shape of a BCP 47 language tag: `en`, `ja`, `zh-Hant-TW`.
enum LanguageTag {
  /// Throws when `tag` does not have the shape; the registry is not consulted.
  static func check(_ tag: String?) throws(SigningError) {
    guard let tag else { return }
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let fits = parts.enumerated().allSatisfy { index, part in
      (index == 0 ? 2...8 : 1...8).contains(part.count)
        && part.allSatisfy { isLetter($0) || (index > 0 && isDigit($0)) }
    }
    guard fits, !parts.isEmpty else {
      throw SigningError(
        .request, "the language is not a language tag", hint: "write it as en, ja or zh-Hant")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
