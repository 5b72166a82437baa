package import BroadsealBytes
import BroadsealDocuments
package import BroadsealFolders
import BroadsealNotes
package import BroadsealVerifying

/// What a run has to say about one path.
package struct Judgement: Sendable {
  /// The path, byte for byte.
  package let path: FilePath
  /// The verdict.
  package let verdict: Verdict
  /// Why nothing was judged, when that is by rule and no fault.
  package let skip: WalkEntry.Skip?

  /// A verdict on the file at `path`.
  package init(path: FilePath, verdict: Verdict) {
    self.path = path
    self.verdict = verdict
    skip = nil
  }

  /// What could not be judged, or is not by rule: an entry that is no readable file.
  package init?(unjudged entry: WalkEntry) {
    path = entry.path
    switch entry.kind {
    case .file, .skipped(.sidecar): return nil
    case .skipped(.symbolicLink):
      skip = .symbolicLink
      verdict = Judgement.unreadable(
        entry.path, Finding(.note, Note(FileCode.symlink)))
    case .skipped(.special):
      skip = .special
      verdict = Judgement.unreadable(
        entry.path, Finding(.warning, Note(FileCode.special)))
    case .unreadable(let reason):
      skip = nil
      verdict = Judgement.unreadable(
        entry.path,
        Finding(
          .error,
          Note(FileCode.unreadable, reason.asClause)))
    }
  }

  /// A verdict on what could not be read.
  package static func unreadable(_ path: FilePath, _ finding: Finding) -> Verdict {
    Verdict(
      path: path.display, format: "unknown", mediaType: "application/octet-stream",
      integrity: .unreadable,
      findings: [finding])
  }
}
