package import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// One file of one format, seen as something that can carry a manifest store.
///
/// A carrier moves an opaque store in and out and says which bytes it occupies; it knows nothing
/// of manifests. A conforming type reads what it needs of the file once, in its initializer, and
/// is immutable afterwards.
package protocol Carrier: Sendable {
  /// Reads the file's structure, strictly: what two readers could understand differently throws.
  init(_ source: ByteSource) throws(DocumentError)

  /// Where a file of the format keeps metadata that anyone may write, in file order, up to
  /// `MetadataLimits.maximumParts`; what stands behind a fault in the structure is left out. What is
  /// compressed is in `unpackedMetadata(of:)`.
  ///
  /// It is asked of the format and not of one carrier: a file of broken structure has none, and its
  /// metadata is looked at all the same.
  static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange]

  /// The same of metadata that stands in the file deflated: the texts themselves, each of at most
  /// `MetadataLimits.maximumSize` bytes; what does not inflate, or to more, is left out.
  static func unpackedMetadata(of source: ByteSource) throws(DocumentError) -> [[UInt8]]

  /// Where the store is.
  func locate() throws(DocumentError) -> StoreLocation

  /// Why nobody without a key can look through the file for a store; nil where anybody can.
  var lock: Note? { get }

  /// How to write the file with room for a store of `size` bytes: of exactly so many, or of the next
  /// number that fits the format, which `storeSize` of the placement says.
  ///
  /// - Parameter insisting: the user asked to embed where the rule would be a sidecar; a carrier
  ///   then throws only where embedding is impossible or would break the document.
  func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement

  /// How many bytes `store` becomes, with nothing added to fill a room, where that depends on its bytes
  /// and not on its size alone; nil in most formats.
  ///
  /// Where it does, the signer reserves a room by its length (`reserve(room:insisting:)`) and looks for a
  /// store that fills it: zeros inside the signature are its means.
  func length(of store: [UInt8]) -> Int?

  /// How to write the file with a room of exactly `room` bytes for a store that `length(of:)` measures.
  func reserve(room: Int, insisting: Bool) throws(DocumentError) -> Placement

  /// How to write the file with another store of the same size in place of `store`, and not a byte else
  /// changed; nil where that cannot be, or is not known.
  func replacement(of store: LocatedStore) throws(DocumentError) -> Placement?

  /// The exact content of `placement.extent` for `store`, which has the reserved size.
  func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8]

  /// The exact content of every room of `placement` for `store`: that of `extent`, and of what
  /// depends on it.
  func fills(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [Fill]

  /// How to write the file without its store; nil when there is none.
  func removal() throws(DocumentError) -> [Piece]?

  /// The file as the list of named boxes that `c2pa.hash.boxes` speaks of (C2PA 2.5 §16.3.3),
  /// in file order, or in that of a directory; nil for a format without them.
  func namedBoxes() throws(DocumentError) -> [NamedBox]?

  /// Whether what stands between the boxes follows from them, and `locate` names a doubt where it is
  /// anything else: a hash of the boxes then covers all of the file.
  var checksBetweenBoxes: Bool { get }

  /// The form of hard binding that the standard asks for in this format, over the file as it is, without
  /// its store: a `FileCollection` in an archive.
  func coverage() throws(DocumentError) -> any Coverage

  /// The carrier of a file that cannot be read without repair: good for looking at its signatures, and
  /// for nothing else; nil in most formats.
  ///
  /// - Parameter problem: what is wrong with the file.
  static func reopened(_ source: ByteSource, despite problem: DocumentError) -> Self?

  /// The signatures of the format's own that the file holds, in the order of the file.
  func signatures() throws(DocumentError) -> [DocumentSignature]

  /// What later revisions did to the file after the newest `count` of its signatures, which are all that it
  /// holds, in the order of the file.
  func changes(
    after signatures: [DocumentSignature], newest count: Int
  ) throws(DocumentError) -> [LaterChanges]

  /// What later revisions did to the file after its first `end` bytes, which were a file then; nil in
  /// formats that know no revisions.
  func changes(after end: Int) throws(DocumentError) -> LaterChanges?

  /// Where each revision of the file ends, the oldest first; none in formats that know no revisions.
  var revisionEnds: [Int] { get }

  /// What the file brings along to judge them with; nobody has to believe it.
  func validationData() throws(DocumentError) -> ValidationData

  /// The same as it stood in the revision that holds the byte at `offset`.
  func validationData(ofRevisionAt offset: Int) throws(DocumentError) -> ValidationData

  /// The addresses under which the document says that its store is kept, when it holds none
  /// (C2PA 2.5 §15.5.3); nothing is asked there. Each once; they are text that anyone could write.
  func references() throws(DocumentError) -> [String]

  /// What is worth saying about the file whether or not a store is found; nothing that decides.
  ///
  /// - Parameter path: where the file stands; nil for bytes in memory.
  func notes(at path: FilePath?) -> [Note]
}

extension Carrier {
  /// Most formats deflate none.
  package static func unpackedMetadata(of source: ByteSource) throws(DocumentError) -> [[UInt8]] {
    []
  }

  /// Most formats are never locked as a whole.
  package var lock: Note? { nil }

  /// Most formats have nothing to add to where the store is.
  package func notes(at path: FilePath?) -> [Note] { [] }

  /// In most formats the size of a store is enough to know.
  package func length(of store: [UInt8]) -> Int? { nil }

  /// In most formats a room goes by the size of its store.
  package func reserve(room: Int, insisting: Bool) throws(DocumentError) -> Placement {
    throw .storeSize(room)
  }

  /// In most formats bytes elsewhere depend on the store, or it is not known that none do.
  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? { nil }

  /// Most formats have none.
  package func signatures() throws(DocumentError) -> [DocumentSignature] { [] }

  /// Most formats have no revisions.
  package var revisionEnds: [Int] { [] }

  /// Most formats have no revisions.
  package func changes(
    after signatures: [DocumentSignature], newest count: Int
  ) throws(DocumentError) -> [LaterChanges] { [] }

  /// Most formats have no revisions.
  package func changes(after end: Int) throws(DocumentError) -> LaterChanges? { nil }

  /// Most formats are read as they should be, or not.
  package static func reopened(_ source: ByteSource, despite problem: DocumentError) -> Self? {
    nil
  }

  /// Most formats bring nothing.
  package func validationData() throws(DocumentError) -> ValidationData { ValidationData() }

  /// Most formats have no revisions.
  package func validationData(
    ofRevisionAt offset: Int
  ) throws(DocumentError) -> ValidationData { ValidationData() }

  /// Most formats have no place for a reference.
  package func references() throws(DocumentError) -> [String] { [] }

  /// Most formats have no box structure of their own.
  package func namedBoxes() throws(DocumentError) -> [NamedBox]? { nil }

  /// In most formats the boxes are all that there is.
  package var checksBetweenBoxes: Bool { false }

  /// Most formats are bound by one hash.
  package func coverage() throws(DocumentError) -> any Coverage { RestOfFile() }

  /// In most formats nothing outside its extent depends on the store.
  package func fills(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [Fill] {
    guard let fill = Fill(placement.extent, try frame(store, for: placement)) else {
      throw .storeSize(store.count)
    }
    return [fill]
  }
}

/// One box of a file as `c2pa.hash.boxes` names it (C2PA 2.5 §16.3.3.3).
package struct NamedBox: Hashable, Sendable {
  /// The name that the standard gives the box: `SOI`, `IHDR`, `C2PA`, …
  package let name: String
  /// Its bytes, with header and trailer, from the first to the last.
  package let range: ByteRange
  private let pieces: [ByteRange]
  /// The same without what stands in between and is not its own: one range in most formats.
  package var ranges: [ByteRange] { pieces.isEmpty ? [range] : pieces }
  /// Bytes in it that are hashed as zeros, since they depend on the store; nil for none.
  package let zeroed: ByteRange?

  /// A box of that name.
  package init(name: String, range: ByteRange, zeroed: ByteRange? = nil) {
    self.name = name
    self.range = range
    self.zeroed = zeroed
    pieces = []
  }

  /// A box of that name that is scattered over the file; nil for one of no bytes.
  ///
  /// - Parameter ranges: in file order.
  package init?(name: String, ranges: [ByteRange]) {
    guard let first = ranges.first, let last = ranges.last,
      let range = ByteRange(start: first.start, length: last.end - first.start)
    else { return nil }
    self.name = name
    self.range = range
    zeroed = nil
    pieces = ranges
  }

  /// Whether `other` names it: the standard's own examples leave out the blanks of four letters.
  package func isCalled(_ other: String) -> Bool {
    if name.isExactly(other) { return true }
    guard name.utf8.last == UInt8(ascii: " ") else { return false }
    var short = name[...]
    while short.utf8.last == UInt8(ascii: " ") { short.removeLast() }
    return String(short).isExactly(other)
  }

  /// Name of the box that is the manifest store.
  package static let store = "C2PA"
  /// Name of the logical box for what follows the box structure (§16.3.3.2).
  package static let after = "c2pa.after"
}
