/// The names of an archive as they are gathered: no two may meet in one place.
struct ZIPNames {
  private struct Name {
    let folded: String
    let isFolder: Bool
    let offset: Int
  }

  private var known: Set<String> = []
  private var names: [Name] = []

  /// Takes the name of an entry whose record stands at `offset`.
  mutating func add(_ name: ZIPName, at offset: Int) throws(DocumentError) {
    guard known.insert(name.folded).inserted else {
      throw ZIPFault.malformed(
        ZIPCode.nameTwin, "two entries have names that some readers do not tell apart", at: offset)
    }
    names.append(Name(folded: name.folded, isFolder: name.isFolder, offset: offset))
  }

  /// Throws when one entry's file is another's folder.
  ///
  /// Looking up every folder of every name would take the square of the length of a name that is
  /// nothing but folders. With the solidus before all else, what stands in a folder follows it.
  func checkFolders() throws(DocumentError) {
    let sorted = names.sorted { one, other in
      one.folded.utf8.lexicographicallyPrecedes(other.folded.utf8) { rank($0) < rank($1) }
    }
    for (name, next) in zip(sorted, sorted.dropFirst()) where !name.isFolder {
      let path = next.folded.utf8
      guard path.starts(with: name.folded.utf8),
        path.dropFirst(name.folded.utf8.count).first == UInt8(ascii: "/")
      else { continue }
      throw ZIPFault.malformed(ZIPCode.nameTwin, "an entry is a file and a folder", at: next.offset)
    }
  }

  /// No name holds a NUL.
  private func rank(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "/") ? 0 : byte }
}
