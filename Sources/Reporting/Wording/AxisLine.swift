/// One of the three lines about a file: a word, a symbol and a sentence, which say the same thing.
package struct AxisLine: Sendable, Hashable {
  /// How the line is coloured; colour never says anything alone.
  package enum Tone: Sendable, Hashable {
    /// What was hoped for.
    case good
    /// What a reader must not rely on.
    case bad
    /// What a reader should look at.
    case caution
    /// Neither.
    case neutral
  }

  /// The axis: `Integrity`.
  package let name: String
  /// The state as one sign: `✓`.
  package let symbol: String
  /// How the line is coloured.
  package let tone: Tone
  /// The state as a sentence.
  package let sentence: Sentence
}
