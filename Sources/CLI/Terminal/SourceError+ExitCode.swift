import BroadsealFiles
import Glibc

// What the system refuses ends every command with the same code, whatever the file is for: 3, as for input that cannot be
// read. A file that is not there, or is there already, is a mistake in the command line wherever it is no document.

extension SourceError {
  /// Reasons that lie with the name: nothing of it is there, or something is.
  private static let naming: Set<Int32> = [
    ENOENT, ENOTDIR, EEXIST, EISDIR, ELOOP, ENAMETOOLONG, ENXIO,
  ]

  /// Whether the system refused it for a reason that does not lie with the name: rights, a disk that is full or read-only,
  /// a device that fails.
  var isRefusedBySystem: Bool {
    guard case .system(let code, _) = kind else { return false }
    return !Self.naming.contains(code)
  }

  /// What to do about a disk on which nothing can be written; nil for every other reason.
  var diskHint: String? {
    if case .attribute = kind { return "name another place for the result" }
    guard case .system(let code, _) = kind else { return nil }
    switch code {
    case EROFS: return "name another place for the result"
    case ENOSPC, EDQUOT: return "make room there, or name another place for the result"
    default: return nil
    }
  }
}
