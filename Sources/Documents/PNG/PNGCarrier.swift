package import BroadsealBytes
import BroadsealCompression
package import BroadsealFiles
import BroadsealNotes

/// A PNG file as a carrier: the store is the data of a `caBX` chunk (C2PA 2.5 §A.3.2).
///
/// The extent is the whole chunk: its length and type are named by §16.3.1.4, and its CRC depends
/// on the store. APNG is PNG to this type.
package struct PNGCarrier: Carrier {
  let source: ByteSource
  private let structure: PNGStructure

  /// Walks over the chunks; throws when they do not follow one another to `IEND`.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    structure = try PNGStructure(source, wholly: false)
  }

  private func whole() throws(DocumentError) -> PNGStructure {
    structure.end != nil ? structure : try PNGStructure(source, wholly: true)
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    guard let chunk = structure.stores.first else { return .none }
    if structure.stores.count > 1 {
      return .unusable(
        Note(
          PNGCode.multipleStores, "the file holds \(structure.stores.count) caBX chunks",
          at: structure.stores[1].range.start))
    }
    guard chunk.data.count <= StoreLimits.maximumSize else {
      return .unusable(
        Note(PNGCode.storeSize, "the caBX chunk is too large", at: chunk.range.start))
    }
    let content = try source.bytes(chunk.range)
    let sum = content.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
    // No hash covers the CRC, so that a wrong one says nothing about what was signed. Readers that check
    // it drop the chunk, readers that do not show the label: a doubt, as in an archive.
    var doubts: [Note] = []
    if CRC32.of(content.dropFirst(4).dropLast(4)) != sum {
      let place = chunk.range.end - 4
      doubts = [Note(PNGCode.storeCRC, "the CRC of the caBX chunk is wrong", at: place)]
    }
    return .found(
      LocatedStore(
        bytes: Array(content.dropFirst(8).dropLast(4)), extent: chunk.range,
        doubts: doubts))
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    let structure = try whole()
    guard structure.stores.count <= 1 else {
      throw .refused(
        Refusal(
          PNGCode.multipleStores, "the file holds several manifest stores; remove them first",
          remedy: .none))
    }
    guard size > 0, size <= StoreLimits.maximumSize else { throw .storeSize(size) }
    let room = Piece.store(length: size + PNGChunk.overhead)
    let insertion = Edit(structure.firstPlace, with: [room])
    let edits = [insertion] + structure.stores.map { Edit($0.range, with: []) }
    // FFmpeg looks no further for the frames than 2 KiB, and the standard wants the store before them.
    return try Placement.of(
      edits, size: source.size, storeSize: size,
      notes: structure.isAnimated ? [Note(PNGCode.animated)] : [])
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize,
      placement.extent.length == store.count + PNGChunk.overhead
    else { throw .storeSize(store.count) }
    var chunk = ByteWriter(capacity: placement.extent.length)
    chunk.writeBigEndian(UInt32(store.count))
    chunk.writeBigEndian(PNGChunk.store)
    chunk.write(store)
    chunk.writeBigEndian(CRC32.of(chunk.bytes.dropFirst(4)))
    return chunk.bytes
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    let placement = try reserve(store.bytes.count, insisting: true)
    return placement.isInPlace(of: store, size: source.size) ? placement : nil
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    let structure = try whole()
    guard !structure.stores.isEmpty else { return nil }
    return Edit.recipe(structure.stores.map { Edit($0.range, with: []) }, size: source.size)
  }

  package func namedBoxes() throws(DocumentError) -> [NamedBox]? {
    try PNGStructure.namedBoxes(source)
  }
}

extension PNGCarrier {
  /// Text and EXIF chunks, with their type (PNG §11.3).
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var ranges: [ByteRange] = []
    do throws(DocumentError) {
      var walker = try PNGWalker(source)
      for _ in 0..<MetadataLimits.maximumParts {
        guard let chunk = try walker.next() else { break }
        guard kinds.contains(chunk.type) else { continue }
        if let range = ByteRange((chunk.data.lowerBound - 4)..<chunk.data.upperBound) {
          ranges.append(range)
        }
      }
    } catch {
      if case .source = error { throw error }
    }
    return ranges
  }

  private static let kinds: Set<UInt32> = [0x7445_5874, 0x6954_5874, 0x6558_4966]  // tEXt iTXt eXIf
}

extension PNGCarrier {
  /// What the XMP in `iTXt` chunks without compression says (PNG §11.3.3.4).
  package func references() throws(DocumentError) -> [String] {
    var walker = try PNGWalker(source)
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    while left > 0, let chunk = try walker.next() {
      guard chunk.type == PNGCarrier.text, chunk.data.count > PNGCarrier.xmpOpening.count,
        let range = ByteRange(
          start: chunk.data.lowerBound, length: min(chunk.data.count, XMPProvenance.maximumSize))
      else { continue }
      let content = try source.bytes(range)
      guard content.starts(with: PNGCarrier.xmpOpening) else { continue }
      left -= content.count
      found += XMPProvenance.addresses(in: content)
    }
    return StoreReference.elsewhere(found)
  }

  private static let text: UInt32 = 0x6954_5874
  /// Keyword and the flag "not compressed".
  private static let xmpOpening = Array("XML:com.adobe.xmp\0\0".utf8)
}
