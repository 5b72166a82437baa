import BroadsealSettings

extension SettingsTable {
  /// One of several words under `key`; nil where it is absent.
  func choice(_ key: String, from words: [String]) throws(SettingsError) -> String? {
    guard let word = try text(key) else { return nil }
    guard words.contains(word) else {
      throw failure(
        key, "cannot be \(word)", hint: "it is one of \(words.joined(separator: ", "))")
    }
    return word
  }
}
