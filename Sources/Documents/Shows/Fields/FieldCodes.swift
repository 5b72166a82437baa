import BroadsealBytes

/// Field codes of Word and RTF whose result is not in the file (ECMA-376-1 §17.16.5).
enum FieldCodes {
  /// Longest code that is kept, in bytes: its first word decides.
  static let longest = 256

  private static let live: Set<String> = [
    "DATE", "TIME", "PRINTDATE", "USERNAME", "USERINITIALS", "USERADDRESS", "ASK", "FILLIN",
    "MACROBUTTON", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY",
  ]
  private static let external: Set<String> = [
    "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "DDE", "DDEAUTO", "LINK", "DATABASE",
    "RD",
  ]

  /// Fields of Word that show a number of a page and nothing else.
  private static let numbers: Set<String> = [
    "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "SEQ", "AUTONUM", "AUTONUMLGL",
    "AUTONUMOUT", "LISTNUM",
  ]
  /// Fields whose result is text of the document that no program exchanges by itself: links, entries for
  /// lists, lists made of headings, and what a reader fills in.
  private static let own: Set<String> = [
    "HYPERLINK", "TOC", "TOA", "INDEX", "BIBLIOGRAPHY", "CITATION", "ADDIN", "FORMTEXT",
    "FORMCHECKBOX", "FORMDROPDOWN", "BOOKMARK", "EMBED", "SHAPE",
  ]
  /// Fields that show nothing, whatever is stored: entries for lists.
  private static let silent: Set<String> = ["XE", "TC", "TA", "PRIVATE"]

  /// Whether a program shows the stored `result` of a field of Word, or a number of a page, for `code`.
  ///
  /// The others are computed, or taken from the properties of the file, from other places in it or from
  /// whoever opens it: one program shows that, and another what is stored.
  static func isSettled(_ code: ArraySlice<UInt8>, result: [UInt8]) -> Bool {
    guard let word = word(code) else { return result.allSatisfy(\.isXMLSpace) }
    if isLive(code) { return false }
    if numbers.contains(word) { return isNumber(result) }
    if silent.contains(word) { return result.allSatisfy(\.isXMLSpace) }
    return own.contains(word)
  }

  /// Whether `text` is a number as lists and pages bear it: `12`, `iv`, `b`, `- 3 -`.
  static func isNumber(_ text: [UInt8]) -> Bool {
    let words = String(decoding: text, as: UTF8.self).lowercased().filter {
      !$0.isWhitespace && !"-–—.()[]/".contains($0)
    }
    if words.isEmpty || words.count == 1 { return true }
    return words.count <= 32
      && (words.allSatisfy(\.isNumber) || words.allSatisfy { "ivxlcdm".contains($0) })
  }

  /// Whether the result of `code` changes with the day, the reader or another file.
  static func isLive(_ code: ArraySlice<UInt8>) -> Bool {
    guard let word = word(code) else { return false }
    return live.contains(word) || external.contains(word)
  }

  /// Whether the result comes from another file or another program.
  static func isExternal(_ code: ArraySlice<UInt8>) -> Bool {
    word(code).map(external.contains) ?? false
  }

  /// The first word, in capitals.
  private static func word(_ code: ArraySlice<UInt8>) -> String? {
    let start = code.drop { !$0.isLetter }
    let word = start.prefix(32).prefix(while: \.isLetter)
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self).uppercased()
  }
}
