import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// A store in the ID3 tag that a sound begins with: what MP3 and FLAC have in common.
///
/// The extent is the object in its frame and nothing else (C2PA 2.5 §A.3.5).
enum ID3Label {
  /// The store in `tags`.
  ///
  /// - Parameter others: what is doubtful about the rest of the file.
  static func locate(
    _ tags: ID3Structure, in source: ByteSource, doubts others: [Note] = []
  ) throws(DocumentError) -> StoreLocation {
    guard let store = tags.stores.first else { return .none }
    let place = store.frame.range.start
    if tags.stores.count > 1 {
      return .unusable(
        Note(
          ID3Code.multipleStores, "the tag holds \(tags.stores.count) objects for a store",
          at: tags.stores[1].frame.range.start))
    }
    guard tags.tags.first?.frames.contains(store.frame) == true else {
      return .unusable(
        Note(ID3Code.storePlace, "the store is not in the first tag", at: place))
    }
    guard let object = store.object, !store.isEscaped else {
      return .unusable(
        Note(ID3Code.storeFrame, "the object for a store cannot be read as it stands", at: place))
    }
    guard object.length <= StoreLimits.maximumSize else {
      return .unusable(Note(ID3Code.storeSize, "the store is too large", at: place))
    }
    return .found(
      LocatedStore(
        bytes: try source.bytes(object), extent: object, mayBePadded: true,
        doubts: tags.doubts + others))
  }

  /// Room for a store of `size` bytes, with `others`, which are edits behind the tags.
  static func reserve(
    _ size: Int, in tags: ID3Structure, of source: ByteSource, insisting: Bool,
    others: [Edit] = []
  ) throws(DocumentError) -> Placement {
    guard tags.stores.count <= 1 else {
      throw .refused(
        Refusal(
          ID3Code.multipleStores, "the file holds several manifest stores; remove them first",
          remedy: .none))
    }
    guard size > 0, size <= StoreLimits.maximumSize else { throw .storeSize(size) }
    try tags.requireNoIndex()
    let edits = try tags.edits(adding: size, insisting: insisting) + others
    return try Placement.of(sorted(edits), size: source.size, storeSize: size)
  }

  /// The file without its stores, and without `others`.
  static func removal(
    _ tags: ID3Structure, of source: ByteSource, others: [Edit] = []
  ) throws(DocumentError) -> [Piece]? {
    guard !tags.stores.isEmpty || !others.isEmpty else { return nil }
    try tags.requireNoIndex()
    let edits = try tags.removals(in: tags.tags) + others
    return Edit.recipe(sorted(edits), size: source.size)
  }

  /// The store's bytes, which stand in the file as they are.
  static func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize, placement.extent.length == store.count else {
      throw .storeSize(store.count)
    }
    return store
  }

  /// Another store of the same size in the place of `store`.
  static func replacement(
    of store: LocatedStore, in source: ByteSource
  ) throws(DocumentError) -> Placement? {
    guard store.extent.length == store.bytes.count else { return nil }
    let room = Edit(store.extent, with: [.store(length: store.extent.length)])
    return try Placement.of([room], size: source.size, storeSize: store.bytes.count)
  }

  private static func sorted(_ edits: [Edit]) -> [Edit] {
    edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }
}

extension ID3Label {
  /// What programs say about the sound: every frame but pictures and a store; the whole tag where frames
  /// cannot be told apart.
  static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    guard let tags = try structure(of: source) else { return [] }
    let stores = Set(tags.stores.map(\.frame))
    return tags.tags.flatMap { tag -> [ByteRange] in
      var ranges = tag.frames.prefix(MetadataLimits.maximumParts)
        .filter { !$0.isPicture && !stores.contains($0) }.map(\.range)
      if tag.fault != nil, let rest = ByteRange(tag.framesEnd..<tag.header.contentEnd) {
        ranges.append(rest)
      }
      return ranges
    }
  }

  /// The tags; nil where their structure is broken.
  static func structure(of source: ByteSource) throws(DocumentError) -> ID3Structure? {
    do throws(DocumentError) {
      return try ID3Structure(source)
    } catch {
      if case .source = error { throw error }
      return nil
    }
  }

  /// What the XMP in the tags says: private frames of that owner (XMP part 3 §1.1.3).
  static func references(_ tags: ID3Structure, in source: ByteSource) throws(DocumentError)
    -> [String]
  {
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    for frame in tags.tags.flatMap(\.frames) where frame.name == "PRIV" && left > 0 {
      guard
        let range = ByteRange(
          start: frame.content.lowerBound,
          length: min(frame.content.count, XMPProvenance.maximumSize))
      else { continue }
      let content = try source.bytes(range)
      guard content.starts(with: Array("XMP\0".utf8)) else { continue }
      left -= content.count
      found += XMPProvenance.addresses(in: content)
    }
    return StoreReference.elsewhere(found)
  }
}
