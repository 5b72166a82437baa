/// Something the verdict's reader should know, under a stable code.
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

  /// Stable code: the standard's (`assertion.dataHash.mismatch`), or ours in upper case.
  public let code: String
  /// How much it matters.
  public let severity: Severity
  /// Where: a JUMBF URI, or `byte 123` of the file.
  public let place: String?
  /// One short sentence in English, in lower case and without a full stop.
  public let explanation: String
  /// Controls of published frameworks that the finding bears on: `NIST AI 600-1 MS-2.7-005`.
  public let controls: [String]

  /// A finding under `code`.
  public init(
    code: String, severity: Severity, place: String? = nil, explanation: String,
    controls: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.explanation = explanation
    self.controls = controls
  }
}
