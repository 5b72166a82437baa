import BroadsealDocuments
import BroadsealNotes

/// Why nobody looked into a file, or not everywhere, so that it is neither intact nor without a label.
///
///     if let reason = verdict.unjudged { print("nobody can say: \(reason.rawValue)") }
public enum Unjudged: String, Sendable, Hashable, CaseIterable {
  /// The system did not let it be read, or its separate label.
  case unreadable
  /// It changed while it was read.
  case changed
  /// It is encrypted.
  case encrypted
  /// It is larger than what the run judges.
  case tooLarge = "too-large"
  /// Its structure could not be read to the end, or a limit was hit.
  case partial
  /// No label is beside it, and this version does not look inside files of its format.
  case notRead = "not-read"
}

extension Verdict {
  /// Why the file was not judged to the end; nil where it was.
  ///
  /// A fault weighs more than a gap: of an altered file, or a label that does not hold, nothing more has to
  /// be known. "No label" is said only of files for which this is nil.
  public var unjudged: Unjudged? {
    switch integrity {
    case .unreadable: whyUnreadable
    case .noLabel: whyUnsearched
    case .intact, .intactRevision: isJudgedToTheEnd || hasFailedLabel ? nil : .partial
    case .altered, .malformed: nil
    }
  }

  private var whyUnreadable: Unjudged {
    if has(FileCode.size) { return .tooLarge }
    if has(FileCode.changed) || has(FileCode.truncated) { return .changed }
    if isLocked { return .encrypted }
    let isOpen = !limits.isEmpty || findings.contains { $0.code.nature.isObstacle }
    return isOpen ? .partial : .unreadable
  }

  private var whyUnsearched: Unjudged? {
    if has(PlaceCode.searchIncomplete) { return isLocked ? .encrypted : .partial }
    if !isJudgedToTheEnd { return .partial }
    // A file of no bytes was looked into, and a seal speaks for all of its file.
    let isUnread = has(PlaceCode.formatNotRead) && size != 0 && origin == nil
    guard isUnread else { return nil }
    return format == Format.encrypted.kind ? .encrypted : .notRead
  }

  private var isLocked: Bool { findings.contains { $0.code.nature == .locked } }
}
