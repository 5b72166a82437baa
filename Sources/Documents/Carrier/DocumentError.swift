package import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// Why a document could not be read, or could not be given a store.
package enum DocumentError: Error, Hashable, Sendable {
  /// The file could not be opened or read.
  case source(SourceError)
  /// The file does not follow its format, or a label does not follow its own.
  case malformed(code: Code, Malformed)
  /// The file follows its format, but embedding is refused.
  case refused(Refusal)
}

/// Why a carrier will not embed, and what to do instead.
package struct Refusal: Hashable, Sendable {
  /// What would serve.
  package enum Remedy: Hashable, Sendable {
    /// A sidecar labels this file without touching it; `insisting` would embed all the same.
    case sidecarOrInsist
    /// A sidecar labels this file without touching it; embedding is impossible.
    case sidecar
    /// Nothing: the file should not be signed as it is.
    case none
  }

  /// Why: its code, and what the code cannot know.
  package let note: Note
  /// What would serve instead.
  package let remedy: Remedy

  /// A refusal under `code`.
  package init(_ code: some CodeFamily, _ detail: String? = nil, remedy: Remedy) {
    self.init(Note(code, detail), remedy: remedy)
  }

  /// A refusal because of what was found.
  package init(_ note: Note, remedy: Remedy) {
    self.note = note
    self.remedy = remedy
  }

  /// The code of the refusal.
  package var code: Code { note.code }
}
