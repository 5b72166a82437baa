package import BroadsealNotes

extension Wording {
  /// What a code means, as a sentence.
  package func sentence(for code: Code) -> String {
    say(code.words.english, code.words.japanese)
  }
}
