import BroadsealBytes
import BroadsealFiles
import Glibc

/// What `verify` was given and does not judge, and what does: a folder, an address, a file in an archive as an audit
/// names it.
enum Misdirected {
  case folder
  case address
  case member

  /// What `path` is of these; nil for anything else.
  init?(_ path: FilePath) {
    let isAddress = ["http://", "https://"].contains { prefix in
      path.display.lowercased().hasPrefix(prefix)
    }
    if path.isFolder {
      // Of a folder that nobody may read, audit would say no more.
      guard unsafe path.withCString({ unsafe access($0, R_OK | X_OK) }) == 0 else { return nil }
      self = .folder
    } else if isAddress {
      self = .address
    } else if Misdirected.isMember(path) {
      self = .member
    } else {
      return nil
    }
  }

  /// Whether no file is there, and the path up to `!/` is one.
  private static func isMember(_ path: FilePath) -> Bool {
    guard FileNode(path) == nil, let place = path.bytes.firstRange(of: "!/".utf8),
      let archive = FilePath(bytes: path.bytes[..<place.lowerBound])
    else { return false }
    return FileNode(archive) != nil && !archive.isFolder
  }

  /// What to do instead.
  var hint: String {
    switch self {
    case .folder: "broadseal audit judges every file of a folder"
    case .member:
      "audit --archives judges the files in an archive; unpack it, and verify the file"
    case .address: "verify reads files; save it as one first, as with curl -O, and verify that"
    }
  }
}
