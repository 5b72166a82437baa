package import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// A JPEG XL file as a carrier: the store is a `jumb` box of the container (C2PA 2.5 §A.3.11). A bare
/// codestream has no boxes, and no place for one.
///
/// The extent is the whole box, which is the store itself.
package struct JXLCarrier: Carrier {
  let source: ByteSource
  private let isContainer: Bool
  private let stores: [JXLBox]
  private let firstPlace: ByteRange?
  /// Where the first compressed box of metadata begins; nil for none.
  private let compressed: Int?

  /// Walks over the boxes; throws when they do not follow one another to the end of the file.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    let opening = try source.opening(JXLBox.signature.count)
    isContainer = !opening.starts(with: JXLBox.codestream)
    guard isContainer else {
      (stores, firstPlace, compressed) = ([], nil, nil)
      return
    }
    guard opening == JXLBox.signature else {
      throw JXLWalker.error("no signature of JPEG XL", at: 0)
    }
    var walker = JXLWalker(source)
    var stores: [JXLBox] = []
    var place: ByteRange?
    var compressed: Int?
    while let box = try walker.next() {
      if box.isStore { stores.append(box) }
      if box.type == "brob", compressed == nil { compressed = box.range.start }
      if box.type == "ftyp", place == nil { place = ByteRange(start: box.range.end, length: 0) }
    }
    guard let place else {
      throw JXLWalker.error("no ftyp box", at: JXLBox.signature.count)
    }
    (self.stores, firstPlace, self.compressed) = (stores, place, compressed)
  }

  /// Brotli is not read here, so that nobody knows what compressed metadata says.
  package func notes(at path: FilePath?) -> [Note] {
    compressed.map { [Note(JXLCode.metadataUnread, at: $0)] } ?? []
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    guard let box = stores.first else { return .none }
    if stores.count > 1 {
      return .unusable(
        Note(
          JXLCode.multipleStores, "the file holds \(stores.count) manifest stores",
          at: stores[1].range.start))
    }
    guard box.range.length <= StoreLimits.maximumSize else {
      return .unusable(
        Note(JXLCode.storeSize, "the manifest store is too large", at: box.range.start))
    }
    return .found(LocatedStore(bytes: try source.bytes(box.range), extent: box.range))
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard let firstPlace else { throw .refused(Refusal(JXLCode.codestream, remedy: .sidecar)) }
    guard stores.count <= 1 else {
      throw .refused(
        Refusal(
          JXLCode.multipleStores, "the file holds several manifest stores; remove them first",
          remedy: .none))
    }
    guard size > 0, size <= StoreLimits.maximumSize else { throw .storeSize(size) }
    var edits = [Edit(stores.first?.range ?? firstPlace, with: [.store(length: size)])]
    // A box before the type of the file is where other readers do not get to.
    if let old = stores.first, old.range.start < firstPlace.start {
      edits = [Edit(old.range, with: []), Edit(firstPlace, with: [.store(length: size)])]
    }
    return try Placement.of(edits, size: source.size, storeSize: size)
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize, store.count == placement.extent.length else {
      throw .storeSize(store.count)
    }
    return store
  }

  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    let placement = try reserve(store.bytes.count, insisting: true)
    return placement.isInPlace(of: store, size: source.size) ? placement : nil
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    guard !stores.isEmpty else { return nil }
    return Edit.recipe(stores.map { Edit($0.range, with: []) }, size: source.size)
  }

  /// The boxes by their types, whose four letters may be blanks (C2PA 2.5 §14.12.3.2).
  package func namedBoxes() throws(DocumentError) -> [NamedBox]? {
    guard isContainer else { return nil }
    var walker = JXLWalker(source)
    var boxes: [NamedBox] = []
    while let box = try walker.next() {
      boxes.append(NamedBox(name: box.isStore ? NamedBox.store : box.type, range: box.range))
    }
    return boxes
  }
}

extension JXLCarrier {
  /// XMP and EXIF that are not compressed; of others a note says that they are there.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var ranges: [ByteRange] = []
    do throws(DocumentError) {
      guard try source.opening(JXLBox.signature.count) == JXLBox.signature else { return [] }
      var walker = JXLWalker(source)
      while ranges.count < MetadataLimits.maximumParts, let box = try walker.next() {
        guard box.type == "xml " || box.type == "Exif", let payload = box.payload else { continue }
        ranges.append(payload)
      }
    } catch {
      if case .source = error { throw error }
    }
    return ranges
  }

  /// What the XMP says.
  package func references() throws(DocumentError) -> [String] {
    guard isContainer else { return [] }
    var walker = JXLWalker(source)
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    while left > 0, let box = try walker.next() {
      guard box.type == "xml ",
        let range = ByteRange(
          start: box.content, length: min(box.range.end - box.content, XMPProvenance.maximumSize))
      else { continue }
      left -= range.length
      found += XMPProvenance.addresses(in: try source.bytes(range))
    }
    return StoreReference.elsewhere(found)
  }
}
