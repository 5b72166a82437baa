package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// An SVG file as a carrier: the store is the Base64 text of a `c2pa:manifest` element in the
/// `metadata` of the root (C2PA 2.5 §A.3.3).
///
/// The extent is that text and nothing else: tags and white space around it are hashed.
package struct SVGCarrier: Carrier {
  let source: ByteSource
  private let structure: SVGStructure

  /// Scans the file; throws when it is not well-formed before a store was found, or is no drawing.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    structure = try SVGStructure(source, wholly: false)
  }

  private func whole() throws(DocumentError) -> SVGStructure {
    let whole = structure.isWhole ? structure : try SVGStructure(source, wholly: true)
    if let fault = whole.fault { throw fault }
    return whole
  }

  /// The XMP at the start and the end: it may stand in any element.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    try RDFRegions.find(in: source, among: MetadataLimits.ends(of: source))
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    guard let store = structure.stores.first else { return .none }
    let place = store.element.start
    if structure.stores.count > 1 {
      return .unusable(
        Note(
          SVGCode.multipleStores, "the file holds several elements for a store",
          at: structure.stores[1].element.start))
    }
    guard store.isInPlace else {
      return .unusable(
        Note(
          SVGCode.storePlace, "the element for a store is not in the metadata of the drawing",
          at: place))
    }
    guard store.content.length <= SVGLimits.maximumStoreText else {
      return .unusable(Note(SVGCode.storeSize, "the store is too large", at: place))
    }
    guard store.isText, let (text, extent) = try text(of: store),
      let bytes = Base64.decode(String(decoding: text, as: UTF8.self))
    else {
      return .unusable(
        Note(SVGCode.storeBase64, "the element for a store does not hold Base64", at: place))
    }
    guard bytes.count <= StoreLimits.maximumSize else {
      return .unusable(Note(SVGCode.storeSize, "the store is too large", at: place))
    }
    var doubts = structure.doubts
    if !store.hasUsualName {
      doubts.append(
        Note(SVGCode.storeName, at: place))
    }
    return .found(LocatedStore(bytes: bytes, extent: extent, doubts: doubts))
  }

  /// The text of a store without the white space around it, and where it stands.
  private func text(of store: SVGStructure.Store) throws(DocumentError) -> (
    ArraySlice<UInt8>, ByteRange
  )? {
    let content = try source.bytes(store.content)
    var text = content.drop(while: \.isXMLSpace)
    while text.last?.isXMLSpace == true { text.removeLast() }
    let start = store.content.start + text.startIndex
    guard !text.isEmpty, let extent = ByteRange(start: start, length: text.count) else {
      return nil
    }
    return (text, extent)
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    let structure = try whole()
    if let refusal = SVGCarrier.refusal(structure) { throw .refused(refusal) }
    // c2pa-rs counts from behind the mark, and would take the document for an altered one.
    if !insisting, try source.opening(3) == [0xEF, 0xBB, 0xBF] {
      throw .refused(
        Refusal(
          SVGCode.bom,
          remedy: .sidecarOrInsist))
    }
    guard size > 0, size <= StoreLimits.maximumSize, let root = structure.root else {
      throw .storeSize(size)
    }
    let room = Piece.store(length: (size + 2) / 3 * 4)
    let edits: [Edit]
    if let store = structure.stores.first {
      edits = [Edit(store.content, with: [room])]
    } else {
      edits = SVGInsertion.edits(room, root, structure.metadata)
    }
    return try Placement.of(edits, size: source.size, storeSize: size)
  }

  private static func refusal(_ structure: SVGStructure) -> Refusal? {
    if structure.stores.count > 1 {
      return Refusal(
        SVGCode.multipleStores, "the file holds several manifest stores; remove them first",
        remedy: .none)
    }
    if let store = structure.stores.first, !store.isInPlace {
      return Refusal(
        SVGCode.storePlace, "the file holds an element for a store in another place", remedy: .none)
    }
    return structure.doubts.first.map { Refusal($0, remedy: .sidecar) }
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    let text = Array(Base64.encode(store).utf8)
    guard store.count == placement.storeSize, placement.extent.length == text.count else {
      throw .storeSize(store.count)
    }
    return text
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    let structure = try whole()
    guard !structure.stores.isEmpty else { return nil }
    var edits = structure.stores.map { Edit($0.wrapper ?? $0.element, with: []) }
    if !structure.usesPrefix, let declaration = structure.root?.declaration {
      edits.insert(Edit(declaration, with: []), at: 0)
    }
    return Edit.recipe(edits, size: source.size)
  }
}

extension SVGCarrier {
  /// What the XMP near the start says.
  package func references() throws(DocumentError) -> [String] {
    StoreReference.elsewhere(
      XMPProvenance.addresses(in: try source.opening(XMPProvenance.maximumSize)))
  }
}
