import BroadsealBytes
import BroadsealFiles
import Synchronization

/// A file that somebody may have meant who named one that is not there.
enum NearbyFile {
  /// Files for which others were looked for: of a list of thousands that are gone, the first few say enough.
  private static let looks = Atomic(0)
  private static let maximumLooks = 8

  /// Which one may have been meant; nil where none has a name like it, or `reason` is another than that it is missing.
  static func hint(for path: String?, _ reason: String) -> String? {
    guard let path, reason.hasSuffix("no such file or directory") else { return nil }
    let scheme = "file://"
    if path.hasPrefix(scheme + "/") {
      return "name the file itself: \(path.dropFirst(scheme.count))"
    }
    let missing = FilePath(path)
    guard looks.wrappingAdd(1, ordering: .relaxed).newValue <= maximumLooks,
      FileNode(missing) == nil, let name = String(validating: missing.name, as: UTF8.self),
      let near = FolderNames.all(in: missing.folder).nearest(to: name)
    else { return nil }
    let isHere = missing.folder.bytes == Array(".".utf8)
    return "did you mean \(isHere ? near : missing.folder.appending(near.utf8).display)?"
  }
}
