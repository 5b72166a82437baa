public import BroadsealNotes

/// A note of a verdict, and how much it matters.
public struct Finding: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing.
    case note
    /// Worth a look.
    case warning
    /// The verdict is worse for it.
    case error

    /// Whether the left severity is the lesser one.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// What was found, and where.
  public let note: Note
  /// How much it matters.
  public let severity: Severity

  /// A note that matters so much.
  package init(_ severity: Severity, _ note: Note) {
    self.note = note
    self.severity = severity
  }

  /// What was found: a code of the standard or one of ours.
  public var code: Code { note.code }
  /// Where: a byte of the file, or a box of the manifest store.
  public var place: Note.Place? { note.place }
  /// What the code cannot know; nil when it says it all.
  public var detail: String? { note.detail }
  /// The detail, or else the code's sentence: in English, in lower case, without a full stop.
  public var explanation: String { note.explanation }
}
