extension Wording {
  /// What a code means, as a sentence; nil for a code that nothing in this program makes.
  package func sentence(for code: String) -> String? {
    guard let (english, japanese) = Wording.texts(for: code) else { return nil }
    return say(english, japanese)
  }

  private static func texts(for code: String) -> (String, String)? {
    officialCodes[code] ?? fileCodes[code] ?? scopeTexts(for: code) ?? standardTexts(for: code)
  }

  /// A rule of a trust list's scope: `OFF-5-COUNTRY`, `OFF-6-AGENCY`, `SCOPE-COUNTRY`.
  private static func scopeTexts(for code: String) -> (String, String)? {
    for prefix in ["OFF-5-", "OFF-6-", "SCOPE-"] where code.hasPrefix(prefix) {
      guard let (english, japanese) = scopeRules[String(code.dropFirst(prefix.count))] else {
        return nil
      }
      return (
        "\(english) does not agree with the entry of the trust list.",
        "\(japanese)がトラストリストの記載と一致しません。"
      )
    }
    return nil
  }

  /// A code of the standard: what it is about, and what is said of it.
  private static func standardTexts(for code: String) -> (String, String)? {
    guard let dot = code.lastIndex(of: "."),
      let subject = standardSubjects[String(code[..<dot])],
      let outcome = standardOutcomes[String(code[code.index(after: dot)...])]
    else { return nil }
    return ("\(subject.0): \(outcome.0).", "\(subject.1):\(outcome.1)。")
  }
}
