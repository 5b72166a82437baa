package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// A FLAC file as a carrier: the store is an encapsulated object of an ID3 tag in front of the sound
/// (C2PA 2.5 §A.3.5).
///
/// A store in a block of FLAC's own, which the standard leaves open, is read and never written.
package struct FLACCarrier: Carrier {
  let source: ByteSource
  private let tags: ID3Structure
  private let blocks: FLACBlocks

  /// Reads the tags, and the blocks in front of the sound.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    tags = try ID3Structure(source)
    blocks = try FLACBlocks(source, at: tags.end)
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    guard let store = blocks.stores.first else {
      return try ID3Label.locate(tags, in: source, doubts: faults)
    }
    guard blocks.stores.count == 1, tags.stores.isEmpty else {
      return .unusable(
        Note(ID3Code.multipleStores, "the file holds several stores", at: store.range.start))
    }
    guard store.content.length <= StoreLimits.maximumSize else {
      return .unusable(Note(ID3Code.storeSize, "the store is too large", at: store.range.start))
    }
    return .found(
      LocatedStore(
        bytes: try source.bytes(store.content), extent: store.content, mayBePadded: true,
        alternatives: [store.data],
        doubts: tags.doubts + faults + [Note(ID3Code.blockStore, at: store.range.start)]))
  }

  private var faults: [Note] { [blocks.fault].compactMap(\.self) }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard blocks.stores.isEmpty || tags.stores.isEmpty, blocks.stores.count <= 1 else {
      throw .refused(
        Refusal(
          ID3Code.multipleStores, "the file holds several manifest stores; remove them first",
          remedy: .none))
    }
    if let fault = blocks.fault, !insisting {
      throw .refused(Refusal(fault, remedy: .sidecarOrInsist))
    }
    // Behind an ID3 tag, which it may not have had, Firefox takes a file for MP3 by whatever name.
    var search = MPEGSearch(source)
    if let place = try search.first(from: tags.end) {
      throw .refused(Refusal(Note(ID3Code.otherSound, at: place), remedy: .sidecar))
    }
    return try ID3Label.reserve(
      size, in: tags, of: source, insisting: insisting, others: blocks.removals)
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    try ID3Label.frame(store, for: placement)
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    try ID3Label.replacement(of: store, in: source)
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    try ID3Label.removal(tags, of: source, others: blocks.removals)
  }

  package func references() throws(DocumentError) -> [String] {
    try ID3Label.references(tags, in: source)
  }

  /// The frames of the ID3 tag, the comments of FLAC, and what other programs keep in blocks.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var ranges = try ID3Label.metadata(of: source)
    guard let tags = try ID3Label.structure(of: source) else { return ranges }
    do throws(DocumentError) {
      ranges += try FLACBlocks(source, at: tags.end).comments
    } catch {
      if case .source = error { throw error }
    }
    return ranges
  }
}
