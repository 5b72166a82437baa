import BroadsealBytes
import BroadsealFiles
import Glibc

/// What `verify` was given and does not judge, and what does: a folder, an address.
enum Misdirected {
  case folder
  case address

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
    } else {
      return nil
    }
  }

  /// What to do instead.
  var hint: String {
    switch self {
    case .folder: "broadseal audit judges every file of a folder"
    case .address: "verify reads files; save it as one first, as with curl -O, and verify that"
    }
  }
}
