/// The names of an archive as they are gathered: no two may meet in one place.
struct ZIPNames {
  private var offsets: [String: Int] = [:]
  private var files: Set<String> = []

  /// Takes the name of an entry whose record stands at `offset`.
  mutating func add(_ name: ZIPName, at offset: Int) throws(DocumentError) {
    guard offsets.updateValue(offset, forKey: name.folded) == nil else {
      throw ZIPFault.malformed(
        "ZIP-NAME-TWIN", "two entries have names that some readers do not tell apart", at: offset)
    }
    if !name.isFolder { files.insert(name.folded) }
  }

  /// Throws when one entry's file is another's folder.
  func checkFolders() throws(DocumentError) {
    for (name, offset) in offsets {
      var path = name[...]
      while let end = path.lastIndex(of: "/") {
        path = path[..<end]
        guard !files.contains(String(path)) else {
          throw ZIPFault.malformed(
            "ZIP-NAME-TWIN", "an entry is a file and a folder", at: offset)
        }
      }
    }
  }
}
