package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// An MP3 file as a carrier: the store is an encapsulated object of its ID3 tag (C2PA 2.5 §A.3.5).
package struct MP3Carrier: Carrier {
  let source: ByteSource
  private let tags: ID3Structure

  /// Reads the tags; throws when the file is neither tagged nor begins with sound.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    tags = try ID3Structure(source)
    guard tags.tags.isEmpty else { return }
    let opening = try source.opening(8)
    guard opening.starts(with: "APETAGEX".utf8) || MPEGFrame(opening[...]) != nil else {
      throw .malformed(
        code: ID3Code.structure.code, Malformed("neither a tag nor a frame of sound", at: 0))
    }
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    try ID3Label.locate(tags, in: source)
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    try ID3Label.reserve(size, in: tags, of: source, insisting: insisting)
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    try ID3Label.frame(store, for: placement)
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    try ID3Label.replacement(of: store, in: source)
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    try ID3Label.removal(tags, of: source)
  }

  package func references() throws(DocumentError) -> [String] {
    try ID3Label.references(tags, in: source)
  }

  /// The frames of the ID3 tag, and the tags of other kinds that stand at the end.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    try ID3Label.metadata(of: source) + APETag.ranges(in: source)
  }
}

/// Tags at the end of a sound: APE, and the 128 bytes of the first ID3.
enum APETag {
  private static let titleLength = 128
  private static let footerLength = 32

  /// Where they stand, in file order.
  static func ranges(in source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var window = ByteWindow(source)
    var found: [ByteRange] = []
    var end = source.size
    if let bytes = try window.bytes(3, at: end - titleLength), bytes.elementsEqual("TAG".utf8),
      let title = ByteRange(start: end - titleLength, length: titleLength)
    {
      found.append(title)
      end = title.start
    }
    let footer = end - footerLength
    guard let bytes = try window.bytes(8, at: footer), bytes.elementsEqual("APETAGEX".utf8),
      let size = try window.number(UInt32.self, at: footer + 12)?.byteSwapped
    else { return found }
    // The size counts the items and the footer; pictures in it may be long.
    let start = max(0, end - min(Int(size), MetadataLimits.tailSize))
    if let tag = ByteRange(start..<end) { found.insert(tag, at: 0) }
    return found
  }
}
