package import BroadsealBytes
package import BroadsealNotes

/// A file that is a collection of files, as `c2pa.hash.collection.data` binds it (C2PA 2.5 §A.6.2).
///
/// Members and directory together are every byte of the file but the store's own entry, and the
/// checksum that the directory repeats of it.
package struct FileCollection: Coverage, Hashable {
  /// One file of the collection.
  package struct Member: Hashable, Sendable {
    /// Its path, as the collection spells it.
    package let path: String
    /// Its bytes in the file with their header and trailer.
    package let range: ByteRange
    /// How many bytes at the end of `range` are a trailer that repeats what the directory says, and
    /// that some writers leave out of the hash.
    package let trailerLength: Int
    /// What may be stated as its size: the content as it is stored, and as it is used.
    package let contentSizes: [Int]
    /// Whether its header and trailer say nothing that the directory does not say too.
    package let isRepeated: Bool

    /// A member at `range`.
    package init(
      path: String, range: ByteRange, trailerLength: Int = 0, contentSizes: [Int] = [],
      isRepeated: Bool = false
    ) {
      self.path = path
      self.range = range
      self.trailerLength = trailerLength
      self.contentSizes = contentSizes
      self.isRepeated = isRepeated
    }

    /// The path as a relative URI: only unreserved characters and the solidus stand for themselves.
    package var uri: String { PercentCoding.encode(path) }
  }

  /// The files that a binding has to list, in file order.
  package let members: [Member]
  /// Entries without content, such as folders, which a binding may list or leave out; what is not
  /// listed is covered only where the directory repeats it.
  package let empty: [Member]
  /// The directory, hashed as one: sorted ranges behind every member.
  package let directory: [ByteRange]
  /// What is said of a binding that takes the file for one run of bytes.
  package let noteOnOneHash: Note?

  /// A collection whose ranges are sorted and do not overlap.
  package init(
    members: [Member], empty: [Member] = [], directory: [ByteRange], noteOnOneHash: Note? = nil
  ) {
    self.members = members
    self.empty = empty
    self.directory = directory
    self.noteOnOneHash = noteOnOneHash
  }
}

extension Carrier {
  /// The file as the collection of files that `c2pa.hash.collection.data` speaks of (C2PA 2.5 §A.6.2);
  /// nil for a format that is none.
  package func collection() throws(DocumentError) -> FileCollection? {
    try coverage() as? FileCollection
  }
}
