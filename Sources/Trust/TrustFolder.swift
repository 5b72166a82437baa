public import BroadsealBytes

/// A folder of trust material under fixed names: `--trust-dir`, `$BROADSEAL_TRUST`.
///
///     anchors.pem  tsa.pem  allowed.pem  eku.txt  government/NAME.json  government/NAME.keys.pem
///
/// `anchors.json` and `tsa.json` are the same in the JSON that C2PA publishes.
/// Every part may be absent, but nothing else may be there: a misspelt name would silently change
/// who is believed.
package enum TrustFolder {
  /// Everything in the folder.
  ///
  /// - Throws: `.missing` for a folder without anchor or list, `.unreadable`, `.unknownFile` for anything
  ///   without a meaning, and for a keys file without its list.
  package static func read(_ path: FilePath) throws(TrustError) -> TrustStore {
    guard TrustFile.isFolder(path) || !TrustFile.isThere(path) else {
      throw TrustError(
        .unreadable, path.display, "this is a file, and a trust folder is meant",
        hint: "--government names a list by itself, with its keys beside it")
    }
    var material = TrustStore()
    for name in try TrustFile.names(in: path) {
      let entry = path.appending(name.bytes)
      switch name.text {
      case "anchors.pem", "anchors.json": try material.addClaimAnchors(entry)
      case "tsa.pem", "tsa.json": try material.addTimeStampAnchors(entry)
      case "allowed.pem": try material.addAllowed(entry)
      case "eku.txt": try material.addPurposes(entry)
      case "government": try addLists(entry, to: &material)
      default: throw unknown(entry, isInFolder: true, isList: isList(name))
      }
    }
    guard !material.isEmpty else {
      throw TrustError(
        .missing, path.display, "the trust folder holds no anchor and no list",
        hint: "a list stands in it as government/NAME.json, with NAME.keys.pem beside it")
    }
    return material
  }

  /// Every file in the folder, whether it has a meaning or not; none where the folder cannot be read.
  package static func files(in path: FilePath) -> [FilePath] {
    [path, path.appending("government".utf8)].flatMap { folder in
      ((try? TrustFile.names(in: folder)) ?? []).map { folder.appending($0.bytes) }
    }
  }

  private static func addLists(
    _ path: FilePath, to material: inout TrustStore
  ) throws(TrustError) {
    // What another run is writing just now, or did not come to write, is no list yet.
    let names = try TrustFile.names(in: path)
      .filter { !$0.bytes.starts(with: unfinished) }
    let keys = names.filter { $0.bytes.suffix(9) == Array(".keys.pem".utf8)[...] }
    let lists = names.filter { $0.bytes.suffix(5) == Array(".json".utf8)[...] }
    for name in names where !keys.contains(name) && !lists.contains(name) {
      throw unknown(path.appending(name.bytes))
    }
    for name in keys
    where !lists.contains(where: { TrustStore.keysPath(of: $0).name == name.name }) {
      throw TrustError(
        .unknownFile, path.appending(name.bytes).display, "keys of a list that is not here")
    }
    for name in lists { try material.addGovernmentList(path.appending(name.bytes)) }
  }

  /// How the names of files begin that `trust update` has not finished.
  private static let unfinished = Array(".broadseal-".utf8)

  /// Whether a file is named as a government list, or the keys of one.
  private static func isList(_ name: FilePath) -> Bool {
    name.bytes.suffix(5) == Array(".json".utf8)[...]
      || name.bytes.suffix(9) == Array(".keys.pem".utf8)[...]
  }

  /// Whether `path` is the folder `government` within a trust folder: it bears the name, and nothing but lists,
  /// their keys and what is not finished stands in it.
  private static func isPlaceOfLists(_ path: FilePath) -> Bool {
    guard path.name.elementsEqual("government".utf8), let names = try? TrustFile.names(in: path)
    else { return false }
    return names.allSatisfy { isList($0) || $0.bytes.starts(with: unfinished) }
  }

  /// - Parameters:
  ///   - isInFolder: whether it stands in the trust folder itself.
  ///   - isList: whether it is named as a list or its keys, and stands in the wrong folder alone.
  private static func unknown(
    _ path: FilePath, isInFolder: Bool = false, isList: Bool = false
  ) -> TrustError {
    guard !isList else {
      let folder = path.folder
      if isInFolder, isPlaceOfLists(folder) {
        return TrustError(
          .unknownFile, path.display,
          "this is the folder government of a trust folder, and not the trust folder itself",
          hint: "name the folder above it: \(folder.folder.display)")
      }
      let place = path.folder.appending("government".utf8).appending(path.name)
      return TrustError(
        .unknownFile, path.display, "lists and their keys do not stand in the trust folder itself",
        hint: "put them into a folder government inside it: \(place.display)")
    }
    return TrustError(
      .unknownFile, path.display, "a trust folder may not hold a file of this name",
      hint: "names are anchors.pem or .json, tsa.pem or .json, allowed.pem, eku.txt, "
        + "government/NAME.json and government/NAME.keys.pem")
  }
}

extension TrustStore {
  /// What a folder holds under fixed names: `anchors.pem`, `tsa.pem`, `allowed.pem`, `eku.txt`,
  /// `government/NAME.json` and `government/NAME.keys.pem`. Every part may be absent; nothing else may be
  /// there, since a misspelt name would silently change who is believed.
  ///
  /// - Throws: `.missing` for a folder without anchor or list, `.unreadable`, `.unknownFile`.
  public init(folder: FilePath) throws(TrustError) {
    self = try TrustFolder.read(folder)
  }
}
