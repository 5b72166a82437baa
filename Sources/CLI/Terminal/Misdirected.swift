import BroadsealBytes
import BroadsealFiles

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
