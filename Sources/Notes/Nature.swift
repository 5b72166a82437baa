/// What a code says about a file.
public enum Nature: String, Sendable, Hashable, CaseIterable {
  /// The file does not follow its format: it is damaged.
  case broken
  /// The file could be read in two ways.
  case ambiguous
  /// The file may be sound, and goes beyond what is read here.
  case unread
  /// The file is encrypted.
  case locked
  /// The file, or its label, could not be had.
  case unavailable
  /// The label or its frame is not as it has to be.
  case label
  /// Why a document is not signed, or gets its label beside it.
  case refusal
  /// The document can show more, less or other than its own bytes say.
  case risk
  /// Something unsigned speaks of AI.
  case hint
  /// A condition of being official that does not hold.
  case reason
  /// Worth knowing.
  case remark
  /// A check of the standard that held.
  case success
  /// What the standard calls informational.
  case informational
  /// A check of the standard that failed.
  case failure

  /// Whether nothing can be said of such a file: what is wrong is not its label.
  package var isObstacle: Bool {
    switch self {
    case .broken, .ambiguous, .unread, .locked: true
    case .unavailable, .label, .refusal, .risk, .hint, .reason, .remark, .success, .informational,
      .failure:
      false
    }
  }
}
