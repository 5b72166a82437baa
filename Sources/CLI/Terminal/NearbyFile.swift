import BroadsealBytes
import BroadsealFiles
import Synchronization

/// A file that somebody may have meant who named one that is not there.
enum NearbyFile {
  /// Files for which others were looked for: of a list of thousands that are gone, the first few say enough.
  private static let looks = Atomic(0)
  private static let maximumLooks = 8
  /// How reasons end that say that a file or folder is not there.
  private static let missing = ["no such file or directory", "no such file", "no such folder"]

  /// Which one may have been meant; nil where none has a name like it, or `reason` is another than that it is missing.
  static func hint(for path: String?, _ reason: String) -> String? {
    guard let path, missing.contains(where: reason.hasSuffix) else { return nil }
    let scheme = "file://"
    if path.hasPrefix(scheme + "/") {
      return "name the file itself: \(path.dropFirst(scheme.count))"
    }
    if ["http://", "https://"].contains(where: path.lowercased().hasPrefix) {
      return "save it as a file first, as with curl -O, and name that"
    }
    let place = FilePath(path)
    guard looks.wrappingAdd(1, ordering: .relaxed).newValue <= maximumLooks,
      FileNode(place) == nil, let name = String(validating: place.name, as: UTF8.self),
      let near = FolderNames.all(in: place.folder).nearest(to: name)
    else { return nil }
    let isHere = place.folder.bytes == Array(".".utf8)
    return "did you mean \(isHere ? near : place.folder.appending(near.utf8).display)?"
  }
}
