import BroadsealBytes
import BroadsealFiles
import BroadsealReporting
import BroadsealTrust

/// A keys file of a list that lies in the same folder, whatever its name.
///
/// A keeper's folder may hold several: after a change of keys the former ones stay, so that old numbers can be proved.
/// Which of them a list goes by is told by its name, and else by who has signed it; never by the order of files.
struct KeysBeside {
  /// The keys.
  let keys: ListKeys
  /// Where they lie.
  let path: FilePath

  /// The keys beside the first of `places` that has such a file under its own name, where they are those of `list`, and
  /// then these alone; else every keys file of this list that is there, in the order of names, each set of keys once.
  static func all(
    of list: ParsedTrustList, at places: [FilePath]
  ) throws -> [KeysBeside] {
    for path in places.map(TrustStore.keysPath) where FileNode(path) != nil {
      let keys = try ListKeys(
        pem: try SmallFile.read(path, limit: TrustLimits.maximumFileSize), name: path.display)
      guard keys.scheme == list.content.scheme else { continue }
      return [KeysBeside(keys: keys, path: path)]
    }
    var found: [KeysBeside] = []
    for folder in places.map(\.folder) {
      for name in FolderNames.all(in: folder).sorted() where name.hasSuffix(".keys.pem") {
        let path = folder.appending(name.utf8)
        guard let bytes = try? SmallFile.read(path, limit: TrustLimits.maximumFileSize),
          let keys = try? ListKeys(pem: bytes, name: path.display),
          keys.scheme == list.content.scheme, !found.contains(where: { $0.keys == keys })
        else { continue }
        found.append(KeysBeside(keys: keys, path: path))
      }
    }
    return found
  }

  /// The one of `all` that `list` goes by: the only one, or the one of whose keys more have signed than of any other.
  /// Nil where nobody can say.
  static func best(of all: [KeysBeside], for list: ParsedTrustList) -> KeysBeside? {
    guard all.count > 1 else { return all.first }
    let counts = all.map { list.signatures(by: $0.keys) }
    guard let most = counts.max(), most > 0, counts.count(where: { $0 == most }) == 1 else {
      return nil
    }
    return zip(all, counts).first { $0.1 == most }?.0
  }

  /// Its name in the folder of the list, for people.
  var name: String { (FilePath(bytes: Array(path.name)) ?? path).display }

  /// The names of several, for people.
  static func names(of all: [KeysBeside]) -> String { all.map(\.name).joined(separator: ", ") }

  /// What to do where several lie there and nobody can say which is meant.
  static let hint = "a list is named as its keys are: NAME.json where they are NAME.keys.pem"
}
