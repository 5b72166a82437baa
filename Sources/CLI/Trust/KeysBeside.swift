import BroadsealBytes
import BroadsealFiles
import BroadsealTrust

/// The keys file of a list that lies in the same folder, whatever its name.
struct KeysBeside {
  /// The keys.
  let keys: ListKeys
  /// Where they lie.
  let path: FilePath

  /// The keys beside the first of `places` that has such a file under its own name, where they are those of `list`; else
  /// the only keys file of this list that is there. Nil where there is none, or several that say different things.
  init?(of list: ParsedTrustList, at places: [FilePath]) throws {
    for path in places.map(TrustStore.keysPath) where FileNode(path) != nil {
      let keys = try ListKeys(
        pem: try SmallFile.read(path, limit: TrustLimits.maximumFileSize), name: path.display)
      guard keys.scheme == list.content.scheme else { continue }
      (self.keys, self.path) = (keys, path)
      return
    }
    var found: [ListKeys: FilePath] = [:]
    for folder in places.map(\.folder) {
      for name in FolderNames.all(in: folder).sorted() where name.hasSuffix(".keys.pem") {
        let path = folder.appending(name.utf8)
        guard let bytes = try? SmallFile.read(path, limit: TrustLimits.maximumFileSize),
          let keys = try? ListKeys(pem: bytes, name: path.display),
          keys.scheme == list.content.scheme, found[keys] == nil
        else { continue }
        found[keys] = path
      }
    }
    guard found.count == 1, let only = found.first else { return nil }
    (keys, path) = (only.key, only.value)
  }
}
