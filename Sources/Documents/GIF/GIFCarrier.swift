package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// A GIF file as a carrier: the store is the data of an application extension before the first picture
/// (C2PA 2.5 §A.3.10).
///
/// The extent is the whole block, from its introducer to its terminator (§16.3.3.3.4).
package struct GIFCarrier: Carrier {
  let source: ByteSource
  private let structure: GIFStructure

  /// Walks over the blocks; throws when they do not follow one another to the trailer.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    structure = try GIFStructure(source)
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    guard let block = structure.stores.first else { return .none }
    if structure.stores.count > 1 {
      return .unusable(
        Note(
          GIFCode.multipleStores, "the file holds \(structure.stores.count) manifest stores",
          at: structure.stores[1].range.start))
    }
    guard structure.isBeforeImages(block) else {
      return .unusable(
        Note(
          GIFCode.storePlace, "the store is behind the first picture", at: block.range.start))
    }
    guard block.range.length <= GIFFraming.longest else {
      return .unusable(
        Note(GIFCode.storeSize, "the manifest store is too large", at: block.range.start))
    }
    let store = GIFFraming.store(in: try source.bytes(block.range))
    guard store.count <= StoreLimits.maximumSize else {
      return .unusable(
        Note(GIFCode.storeSize, "the manifest store is too large", at: block.range.start))
    }
    return .found(LocatedStore(bytes: store, extent: block.range, mayBePadded: true))
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard structure.stores.count <= 1 else {
      throw .refused(
        Refusal(
          GIFCode.multipleStores, "the file holds several manifest stores; remove them first",
          remedy: .none))
    }
    guard size > 0, size <= StoreLimits.maximumSize else { throw .storeSize(size) }
    let room = [Piece.store(length: structure.framing.length(of: size))]
    var edits: [Edit] = []
    // Extensions came with the second version.
    if structure.isFirstVersion, let version = ByteRange(start: 4, length: 1) {
      edits.append(Edit(version, with: [.bytes(Array("9".utf8))]))
    }
    if let old = structure.stores.first, structure.isBeforeImages(old) {
      edits.append(Edit(old.range, with: room))
    } else {
      edits.append(Edit(structure.firstPlace, with: room))
      edits += structure.stores.map { Edit($0.range, with: []) }
    }
    return try Placement.of(edits, size: source.size, storeSize: size)
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize,
      placement.extent.length == structure.framing.length(of: store.count)
    else { throw .storeSize(store.count) }
    return structure.framing.block(of: store)
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    let placement = try reserve(store.bytes.count, insisting: true)
    return placement.isInPlace(of: store, size: source.size) ? placement : nil
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    guard !structure.stores.isEmpty else { return nil }
    var edits = structure.stores.map { Edit($0.range, with: []) }
    if structure.framing == .ofFirstVersion, !structure.hasExtensions,
      let version = ByteRange(start: 4, length: 1)
    {
      edits.insert(Edit(version, with: [.bytes(Array("7".utf8))]), at: 0)
    }
    return Edit.recipe(edits, size: source.size)
  }

  package func namedBoxes() throws(DocumentError) -> [NamedBox]? {
    var walker = GIFWalker(source)
    var boxes: [NamedBox] = []
    while let block = try walker.next() {
      boxes.append(NamedBox(name: block.name, range: block.range))
    }
    if let rest = ByteRange(walker.offset..<source.size), rest.length > 0 {
      boxes.append(NamedBox(name: NamedBox.after, range: rest))
    }
    return boxes
  }
}

extension GIFCarrier {
  /// Comments, drawn text, and what applications wrote, among it XMP.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var ranges: [ByteRange] = []
    do throws(DocumentError) {
      var walker = GIFWalker(source)
      while ranges.count < MetadataLimits.maximumParts, let block = try walker.next() {
        if case .extension(let label) = block.kind, texts.contains(label) {
          ranges.append(block.range)
        }
      }
    } catch {
      if case .source = error { throw error }
    }
    return ranges
  }

  private static let texts = [GIFBlock.comment, GIFBlock.application, GIFBlock.plainText]

  /// What the XMP says, which stands in its extension as it is.
  package func references() throws(DocumentError) -> [String] {
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    for block in structure.applications where left > 0 {
      guard
        let range = ByteRange(
          start: block.range.start, length: min(block.range.length, XMPProvenance.maximumSize))
      else { continue }
      let content = try source.bytes(range)
      guard content.starts(with: GIFBlock.xmpOpening) else { continue }
      left -= content.count
      found += XMPProvenance.addresses(in: content)
    }
    return StoreReference.elsewhere(found)
  }
}
