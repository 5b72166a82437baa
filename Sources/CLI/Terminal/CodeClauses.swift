import BroadsealNotes

/// The sentences of codes, and names of purposes, as parts of messages: the catalogue of messages stands too low to
/// know them.
enum CodeClauses {
  /// What the clause of a code says in Japanese, by what it says in English; without a full stop.
  static let japanese: [String: String] = Dictionary(
    Code.all.map { code in
      (code.clause, code.japanese.hasSuffix("。") ? String(code.japanese.dropLast()) : code.japanese)
    } + ObjectName.further.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
}
