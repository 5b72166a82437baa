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
