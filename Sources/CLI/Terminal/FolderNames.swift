import BroadsealBytes
import Glibc

/// The names in a folder.
enum FolderNames {
  /// Names that are looked at.
  private static let maximum = 10_000

  /// The names in `folder`, in no order and as far as they are UTF-8; none where it cannot be read.
  static func all(in folder: FilePath) -> [String] {
    guard let stream = unsafe folder.withCString({ name in unsafe opendir(name) }) else {
      return []
    }
    defer { unsafe closedir(stream) }
    var found: [String] = []
    for _ in 0..<maximum {
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if let text = String(validating: name, as: UTF8.self), text != ".", text != ".." {
        found.append(text)
      }
    }
    return found
  }
}
