package import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// An HTML document as a carrier: the store is the Base64 text of a `script` element of type
/// `application/c2pa` in the head (C2PA 2.5 §A.7).
///
/// The extent is the whole element, from `<script` to `</script>`. No hash covers the tags, so that
/// only the one form of them that says nothing but "here is the store" can make an official label.
package struct HTMLCarrier: Carrier {
  let source: ByteSource
  let head: HTMLHead
  private let encodingProblem: Note?

  /// Reads the head. Any bytes are an HTML document: what is wrong with them shows later.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    head = try HTMLHead(source)
    encodingProblem = try HTMLEncoding.problem(of: source, head)
  }

  /// The head of a page is not searched for it.
  package static func metadata(of source: ByteSource) -> [ByteRange] { [] }

  package func notes(at path: FilePath?) -> [Note] {
    var notes: [Note] = []
    for store in head.stores {
      // A reference is never followed: a store beside the document is found by its name alone.
      if case .link(let reference) = store.kind,
        !(path.map { Sidecar.path(for: $0).name.elementsEqual(reference) } ?? false)
      {
        notes.append(
          Note(
            HTMLCode.link, "the head refers to a manifest store that is not looked at",
            at: store.tag.start))
      }
    }
    if let outside = head.outside {
      notes.append(
        Note(HTMLCode.storeOutside, at: outside))
    }
    return notes
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    guard let element = head.stores.first else { return .none }
    if head.stores.count > 1 {
      return .unusable(
        Note(
          HTMLCode.multipleStores, "the head holds \(head.stores.count) elements for a store",
          at: head.stores[1].tag.start))
    }
    switch element.kind {
    case .link: return .none
    case .unfinishedScript:
      return .unusable(
        Note(
          HTMLCode.storeUnfinished, "the element of the store does not end",
          at: element.tag.start))
    case .script(let content, let end): return try read(element, content, end)
    }
  }

  private func read(
    _ element: HTMLStoreElement, _ content: ByteRange, _ end: ByteRange
  ) throws(DocumentError) -> StoreLocation {
    let text = try source.bytes(content)
    var trimmed = text.drop(while: \.isMarkupSpace)
    while trimmed.last?.isMarkupSpace == true { trimmed.removeLast() }
    guard !trimmed.isEmpty,
      let store = Base64.decode(String(decoding: trimmed, as: UTF8.self)),
      let extent = element.range
    else {
      return .unusable(
        Note(
          HTMLCode.storeBase64, "the element of the store does not hold Base64",
          at: content.start))
    }
    guard store.count <= StoreLimits.maximumSize else {
      return .unusable(
        Note(HTMLCode.storeSize, "the store is too large", at: content.start))
    }
    var doubts = [encodingProblem].compactMap(\.self)
    let tags = (try bytes(element.tag), try bytes(end))
    if trimmed.count < text.count || tags != (HTMLStoreElement.prefix, HTMLStoreElement.suffix) {
      doubts.append(
        Note(
          HTMLCode.storeForm,
          at: element.tag.start))
    }
    if element.isDisputed {
      doubts.append(
        Note(
          HTMLCode.storePlace,
          at: element.tag.start))
    }
    if let limit = head.limit {
      doubts.append(Note(HTMLCode.limit, "the head is too long", at: limit))
    }
    return .found(LocatedStore(bytes: store, extent: extent, doubts: doubts))
  }

  /// The start of a tag; more than it needs to be told from the form that is written here.
  private func bytes(_ tag: ByteRange) throws(DocumentError) -> [UInt8] {
    let length = min(tag.length, HTMLStoreElement.prefix.count + 1)
    guard let range = ByteRange(start: tag.start, length: length) else { return [] }
    return try source.bytes(range)
  }

  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    if let refusal { throw .refused(refusal) }
    guard size > 0, size <= StoreLimits.maximumSize else { throw .storeSize(size) }
    let room = HTMLCarrier.length(of: size)
    guard let place = ByteRange(start: head.place, length: 0) else { throw .storeSize(size) }
    var edits = head.stores.compactMap(\.range).map { Edit($0, with: []) }
    edits.append(Edit(place, with: [.store(length: room)]))
    edits.sort { $0.range.start < $1.range.start }
    return try Placement.of(edits, size: source.size, storeSize: size)
  }

  /// Why no store can be written into this document.
  private var refusal: Refusal? {
    if head.stores.count > 1 {
      return Refusal(
        HTMLCode.multipleStores, "the head holds several manifest stores; remove them first",
        remedy: .none)
    }
    switch head.stores.first?.kind {
    case .link:
      return Refusal(
        HTMLCode.link, "the head refers to a manifest store in another file", remedy: .sidecar)
    case .unfinishedScript:
      return Refusal(
        HTMLCode.storeUnfinished, "the document breaks off inside a manifest store", remedy: .none)
    case .script, nil: break
    }
    // C2PA 2.4 counts elements outside the head as well, 2.5 does not: a document of both has one.
    if head.outside != nil {
      return Refusal(
        HTMLCode.storeOutside,
        remedy: .sidecar)
    }
    if let problem = encodingProblem {
      return Refusal(problem, remedy: .sidecar)
    }
    if head.limit != nil {
      return Refusal(
        HTMLCode.limit, "the head is longer than \(HTMLLimits.maximumHeadSize) bytes",
        remedy: .sidecar)
    }
    return nil
  }

  /// Length of the element around a store of `size` bytes.
  private static func length(of size: Int) -> Int {
    HTMLStoreElement.prefix.count + (size + 2) / 3 * 4 + HTMLStoreElement.suffix.count
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize,
      placement.extent.length == HTMLCarrier.length(of: store.count)
    else { throw .storeSize(store.count) }
    var element = ByteWriter(capacity: placement.extent.length)
    element.write(HTMLStoreElement.prefix)
    element.write(Array(Base64.encode(store).utf8))
    element.write(HTMLStoreElement.suffix)
    return element.bytes
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    let scripts = head.stores.filter(\.isScript).compactMap(\.range)
    guard !scripts.isEmpty else { return nil }
    return Edit.recipe(scripts.map { Edit($0, with: []) }, size: source.size)
  }
}

extension HTMLCarrier {
  /// What the `link` elements name that every reader counts to the head (C2PA 2.5 §A.7.1.2).
  package func references() throws(DocumentError) -> [String] {
    StoreReference.elsewhere(
      head.stores.compactMap { store in
        guard case .link(let reference) = store.kind, !store.isDisputed else { return nil }
        let text = String(decoding: HTMLCharacterReference.resolve(reference), as: UTF8.self)
        return text.replacing("&amp;", with: "&")
      })
  }
}
