/// All that is known of a code: its spelling, its nature, and its sentence in both languages.
package struct CodeRow: Sendable {
  /// The spelling, which never changes.
  package let name: String
  /// What the code says about a file.
  package let nature: Nature
  /// What it means.
  package let words: Words

  /// A row of a family's table.
  package init(_ name: String, _ nature: Nature, _ words: Words) {
    self.name = name
    self.nature = nature
    self.words = words
  }

  /// A row of a family's table.
  package init(_ name: String, _ nature: Nature, _ english: String, _ japanese: String) {
    self.init(name, nature, Words(english, japanese))
  }
}
