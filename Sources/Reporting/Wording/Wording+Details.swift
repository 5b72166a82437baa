package import BroadsealNotes

/// What a code cannot know, in words: which of several causes, and where.
extension Wording {
  /// A message or a detail, which libraries word in English, in this language, as far as the catalogue has it.
  package func worded(_ message: String) -> String {
    say(message, MessageCatalogue.japanese(message))
  }

  /// Why something was noted, as a part of a sentence: its detail, or else what its code means.
  package func explanation(of note: Note) -> String {
    let sentence = sentence(for: note.code)
    let clause = sentence.hasSuffix("。") ? String(sentence.dropLast()) : sentence
    return Untrusted.line(
      say(note.explanation, note.detail.flatMap { MessageCatalogue.known($0) } ?? clause))
  }

  /// Where something was found.
  package func words(for place: Note.Place) -> String {
    switch place {
    case .byte(let offset): say("byte \(offset)", "\(offset)バイト目")
    case .box(let uri): uri
    }
  }
}
