/// Something that was found, under its code: in a file, in a label, or while signing.
public struct Note: Sendable, Hashable {
  /// Where something was found.
  public enum Place: Sendable, Hashable, CustomStringConvertible {
    /// A byte of the file, counted from 0.
    case byte(Int)
    /// A box of the manifest store, by its JUMBF URI.
    case box(String)

    /// `byte 123`, or the URI.
    public var description: String {
      switch self {
      case .byte(let offset): "byte \(offset)"
      case .box(let uri): uri
      }
    }
  }

  /// What was found.
  public let code: Code
  /// What the code cannot know: a number, a name, which of several causes. In English, in lower
  /// case and without a full stop; it may quote the file. Nil when the code says it all.
  public let detail: String?
  /// Where it was found.
  public let place: Place?

  /// A note under `code`.
  package init(_ code: Code, _ detail: String? = nil, at place: Place? = nil) {
    self.code = code
    self.detail = detail
    self.place = place
  }

  /// A note under a code of a family, about a byte of the file or about no place.
  package init(_ code: some CodeFamily, _ detail: String? = nil, at offset: Int? = nil) {
    self.init(Code(code), detail, at: offset.map(Place.byte))
  }

  /// A note under a code of a family, about a place.
  package init(_ code: some CodeFamily, _ detail: String? = nil, at place: Place) {
    self.init(Code(code), detail, at: place)
  }

  /// The detail, or else the code's sentence: in English, in lower case, without a full stop.
  public var explanation: String { detail ?? code.clause }

  /// The same, with what to do about it.
  package func adding(_ remedy: String) -> Note { Note(code, explanation + remedy, at: place) }

  /// The byte that the note is about, where it is about one.
  package var offset: Int? { if case .byte(let offset)? = place { offset } else { nil } }
}

extension Code {
  /// The English sentence as a part of another: in lower case, without its full stop.
  package var clause: String {
    let sentence = english
    // `PDF …` and `LibreOffice …` keep their capitals.
    let isName = sentence.prefix { $0 != " " }.dropFirst().contains(where: \.isUppercase)
    let start =
      isName
      ? String(sentence.prefix(1)) : sentence.prefix(1).lowercased()
    return start + sentence.dropFirst().dropLast(sentence.hasSuffix(".") ? 1 : 0)
  }
}
