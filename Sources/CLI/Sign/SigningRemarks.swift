import BroadsealBytes
import BroadsealNotes
import BroadsealReporting

/// A note of which a run over a folder has one for each document of a kind: told once, with how many there are.
struct RepeatedNote: Sendable {
  /// What it is about.
  enum Kind: Hashable, Sendable {
    /// The label of the document is a file of its own, whatever the reason.
    case beside
    /// The same code.
    case code(Code)
  }

  /// What it is about.
  let kind: Kind
  /// The document.
  let path: FilePath
  /// The note.
  let note: Note

  /// A note on the document at `path`.
  init(_ note: Note, isBeside: Bool = false, on path: FilePath) {
    kind = isBeside ? .beside : .code(note.code)
    self.path = path
    self.note = note
  }

  /// The note by itself, a line a language.
  func lines(in wordings: [Wording]) -> [String] {
    wordings.map { wording in
      let text = "\(Untrusted.escaped(path)): \(wording.text(of: note))"
      guard kind == .beside else { return text }
      return text + wording.say("; hand both files on together", " 文書とラベルの両方を渡してください。")
    }
  }

  /// The ending of the document's name, in small letters; nil where it has none.
  fileprivate var ending: String? {
    let name = path.name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex,
      let text = String(validating: name[dot...], as: UTF8.self), text.utf8.count > 1
    else { return nil }
    return Untrusted.clean(text.lowercased())
  }
}

/// The notes of a run that are told at its end: by kind, in the order in which each came first.
struct SigningRemarks {
  private var kinds: [RepeatedNote.Kind] = []
  private var notes: [RepeatedNote.Kind: [RepeatedNote]] = [:]

  /// Endings that a line names.
  private static let mostEndings = 6

  /// Takes `note` up.
  mutating func add(_ note: RepeatedNote) {
    if notes[note.kind] == nil { kinds.append(note.kind) }
    notes[note.kind, default: []].append(note)
  }

  /// What is told: a note that came once as it is, any other with how often it came.
  func lines(in wordings: [Wording]) -> [String] {
    kinds.flatMap { kind -> [String] in
      let found = notes[kind] ?? []
      guard found.count > 1, let first = found.first else {
        return found.flatMap { $0.lines(in: wordings) }
      }
      return wordings.map { wording in
        let count = found.count
        guard kind == .beside else {
          // What each says of itself is not said of all of them.
          let isSame = found.allSatisfy { $0.note.explanation == first.note.explanation }
          let text = wording.text(of: isSame ? first.note : Note(first.note.code))
          return wording.say(
            "\(count) documents, \(Untrusted.escaped(first.path)) among them: \(text); -v names each",
            "文書\(count)件(\(Untrusted.escaped(first.path)) など): \(text) -v ですべて表示します。")
        }
        let endings = Set(found.compactMap(\.ending)).sorted()
        let shown =
          endings.prefix(Self.mostEndings).joined(separator: ", ")
          + (endings.count > Self.mostEndings ? ", …" : "")
        let which = shown.isEmpty ? "" : " (\(shown))"
        return wording.say(
          "\(count) labels stand beside their documents\(which): hand both files on together; -v says of each why",
          "ラベルが文書とは別のファイルになったものが\(count)件あります\(which)。文書とラベルの両方を渡してください。理由は -v で表示します"
        )
      }
    }
  }
}
