import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// A RIFF file as a carrier, be it a picture, sound or video: the store is the content of a chunk
/// `C2PA` of the first form (C2PA 2.5 §A.3.9).
///
/// The extent is the chunk without its byte of padding, as the field's verifiers count it. A store that
/// is written is of even size, so that there is no such byte, and stays last; the size of the form is
/// left out of the hash with it (§16.3.1.6), so that the store can grow.
package struct RIFFCarrier: Carrier {
  let source: ByteSource
  let structure: RIFFStructure

  /// Walks over the chunks; throws when the file ends inside one.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    structure = try RIFFStructure(source)
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    if structure.stores.count + structure.misplaced.count > 1 {
      let second = structure.stores.dropFirst().first?.range ?? structure.misplaced.first
      return .unusable(
        Note(
          RIFFCode.multipleStores, "the file holds several chunks C2PA",
          at: second?.start))
    }
    if let range = structure.misplaced.first {
      return .unusable(
        Note(
          RIFFCode.storePlace, "the chunk C2PA is not in the first form, or not whole",
          at: range.start))
    }
    guard let chunk = structure.stores.first else { return .none }
    guard chunk.content.count <= StoreLimits.maximumSize, let content = ByteRange(chunk.content)
    else {
      return .unusable(
        Note(RIFFCode.storeSize, "the chunk C2PA is too large", at: chunk.range.start))
    }
    return .found(
      LocatedStore(
        bytes: try source.bytes(content), extent: chunk.range, mayBePadded: true,
        alternatives: chunk.padding == 0 ? [chunk.padded] : [],
        permitted: [structure.sizeField(leftOutWith: chunk, size: source.size)]
          .compactMap(\.self),
        doubts: structure.doubts))
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    if let refusal = refusal(insisting: insisting) { throw .refused(refusal) }
    let even = size + size & 1
    guard size > 0, even <= StoreLimits.maximumSize, let field = RIFFStructure.sizeField,
      let place = ByteRange(start: structure.form.end, length: 0)
    else { throw .storeSize(size) }
    var room: [Piece] = [.store(length: RIFFChunk.headerLength + even)]
    if structure.last?.lacksPadding == true, structure.stores.last != structure.last {
      room.insert(.bytes([0]), at: 0)
    }
    let moves = removals + [Edit(place, with: room)]
    let edits = [Edit(field, with: [.dependent(length: 4)])] + (try indexEdits(moves)) + moves
    let placement = try Placement.of(
      edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) },
      size: source.size, storeSize: even)
    guard placement.extent.end <= RIFFCarrier.maximumEnd else {
      throw .refused(Refusal(RIFFCode.large, remedy: .sidecar))
    }
    return placement
  }

  /// The most that the size of a form can state, which does not count its first eight bytes.
  private static let maximumEnd = Int(UInt32.max) - 1

  private func refusal(insisting: Bool) -> Refusal? {
    if structure.stores.count + structure.misplaced.count > 1 {
      return Refusal(
        RIFFCode.multipleStores, "the file holds several manifest stores; remove them first",
        remedy: .none)
    }
    if !structure.misplaced.isEmpty {
      return Refusal(
        RIFFCode.storePlace, "the file holds a manifest store in another place", remedy: .none)
    }
    if structure.form.container != .riff { return Refusal(RIFFCode.large, remedy: .sidecar) }
    if structure.form.statedEnd == nil { return Refusal(RIFFCode.open, remedy: .sidecar) }
    if let doubt = structure.doubts.first { return Refusal(doubt, remedy: .sidecar) }
    guard !insisting else { return nil }
    if !RIFFCarrier.forms.contains(structure.form.kind) {
      return Refusal(RIFFCode.form, remedy: .sidecarOrInsist)
    }
    if let trailing = structure.trailing {
      return Refusal(
        RIFFCode.trailing, "\(trailing.length) bytes follow the content", remedy: .sidecarOrInsist)
    }
    return nil
  }

  /// The forms in which other verifiers look for a store.
  private static let forms: Set<FourCharacters> = [
    FourCharacters("WAVE"), FourCharacters("AVI "), FourCharacters("WEBP"),
  ]

  private var removals: [Edit] { structure.stores.map { Edit($0.padded, with: []) } }

  /// The patches of the indexes of a video that `moves` ask for.
  private func indexEdits(_ moves: [Edit]) throws(DocumentError) -> [Edit] {
    guard structure.form.kind == FourCharacters("AVI "), let header = structure.header else {
      return []
    }
    var index = AVIIndex(source, header: header)
    return try index.edits(for: moves)
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize,
      placement.extent.length == store.count + RIFFChunk.headerLength,
      let length = UInt32(exactly: store.count)
    else { throw .storeSize(store.count) }
    var chunk = ByteWriter(capacity: placement.extent.length)
    chunk.write(FourCharacters.store.bytes)
    chunk.writeLittleEndian(length)
    chunk.write(store)
    return chunk.bytes
  }

  package func fills(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [Fill] {
    guard let chunk = Fill(placement.extent, try frame(store, for: placement)) else {
      throw .storeSize(store.count)
    }
    guard let field = placement.dependents.first else { return [chunk] }
    guard let stated = UInt32(exactly: placement.extent.end - RIFFChunk.headerLength),
      let size = Fill(field, RIFFChunk.bytes(stated))
    else { throw .storeSize(store.count) }
    return [size, chunk]
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    guard store.extent.length == store.bytes.count + RIFFChunk.headerLength else { return nil }
    let room = Edit(store.extent, with: [.store(length: store.extent.length)])
    return try Placement.of([room], size: source.size, storeSize: store.bytes.count)
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    guard !structure.stores.isEmpty else { return nil }
    var edits = removals
    let removed = edits.reduce(0) { $0 + $1.range.length }
    edits += try indexEdits(edits)
    if structure.statesItsEnd, let field = RIFFStructure.sizeField,
      let stated = UInt32(exactly: structure.form.end - removed - RIFFChunk.headerLength)
    {
      edits.append(Edit(field, with: [.bytes(RIFFChunk.bytes(stated))]))
    }
    return Edit.recipe(edits.sorted { $0.range.start < $1.range.start }, size: source.size)
  }

  package func namedBoxes() throws(DocumentError) -> [NamedBox]? {
    try RIFFStructure.namedBoxes(source)
  }
}
