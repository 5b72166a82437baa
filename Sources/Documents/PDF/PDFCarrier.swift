package import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// A PDF as a carrier: the store is an embedded file of the catalog's `AF` (C2PA 2.5 §A.4).
///
/// Written only as an incremental update: the document's own bytes stay what they are. The extent
/// is the data of the embedded file stream, which the store fills exactly.
package struct PDFCarrier: Carrier {
  let document: PDFDocument
  /// The PDF signature that a store is embedded with; nil when it is embedded alone.
  package internal(set) var room: PDFSignatureRoom?
  /// Certificates and answers about revocation that the same update brings.
  var proofs = ValidationData()
  /// When the store is written; nil where the file shall not say so.
  var time: UTCTime?

  /// Reads the structure; throws where two readers could understand the file differently, unless
  /// its newest revision shows a manifest store: then that store comes with `doubts`.
  package init(_ source: ByteSource) throws(DocumentError) {
    do throws(DocumentError) {
      document = try PDFCarrier.read(source)
    } catch {
      guard case .malformed = error, let broken = try? PDFDocument(source, despite: error),
        case .active = try? PDFStoreSearch(broken).run()
      else { throw error }
      document = broken
    }
  }

  /// A carrier of a document that is read already.
  init(_ document: PDFDocument) {
    self.document = document
  }

  /// Reads a document by the standard, else one that is irregular in a way that readers know.
  private static func read(_ source: ByteSource) throws(DocumentError) -> PDFDocument {
    do throws(DocumentError) {
      return try read(source, tolerantly: false)
    } catch {
      guard case .malformed(_, let reason) = error,
        var document = try? read(source, tolerantly: true)
      else { throw error }
      document.irregularity = reason
      return document
    }
  }

  private static func read(
    _ source: ByteSource, tolerantly: Bool
  ) throws(DocumentError) -> PDFDocument {
    let document = try PDFDocument(source, tolerantly: tolerantly)
    var resolver = document.resolver()
    do throws(DocumentError) {
      _ = try document.catalog(in: &resolver)
    } catch {
      // What only a password opens can still have a sidecar.
      guard case .refused = error else { throw error }
    }
    return document
  }

  /// The XMP at the start and the end: its packet may be any object's.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    try RDFRegions.find(in: source, among: MetadataLimits.ends(of: source))
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    do throws(DocumentError) {
      switch try PDFStoreSearch(document).run() {
      case .none: return .none
      case .unusable(let note): return .unusable(note)
      case .active(let extent, let earlier):
        return .found(try store(at: extent, earlier: earlier))
      }
    } catch {
      // A catalog that only a password opens shows no store to anyone without it.
      if case .refused = error { return .none }
      throw error
    }
  }

  /// A password that nobody gave, or a catalog that nobody can read.
  package var lock: Note? {
    guard let refusal = document.security?.refusal else { return nil }
    if refusal.code == PDFCode.password.code { return refusal.note }
    var resolver = document.resolver()
    return (try? document.catalog(in: &resolver)) == nil ? refusal.note : nil
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize, placement.extent.length == store.count else {
      throw .storeSize(store.count)
    }
    return store
  }

  /// A signature of the PDF itself may cover the store: then not a byte of it may change.
  package func replacement(of store: LocatedStore) throws(DocumentError) -> Placement? {
    let source = document.file.source
    guard try signatures().isEmpty, try source.bytes(store.extent) == store.bytes else {
      return nil
    }
    return try Placement.of(
      [Edit(store.extent, with: [.store(length: store.extent.length)])], size: source.size,
      storeSize: store.extent.length)
  }

  package func fills(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [Fill] {
    guard let fill = Fill(placement.extent, try frame(store, for: placement)) else {
      throw .storeSize(store.count)
    }
    guard room != nil else { return [fill] }
    // The signature is over the store too: until it is made, its room holds an empty one.
    return [fill, try signatureFill([], for: placement)]
  }

  /// The exact content of the room of a PDF signature: `Contents` around a CMS message.
  package func signatureFill(
    _ message: [UInt8], for placement: Placement
  ) throws(DocumentError) -> Fill {
    guard let room, placement.dependents.count == 1,
      let contents = PDFSignatureText.contents(message, size: room.size),
      let fill = Fill(placement.dependents[0], contents)
    else { throw .storeSize(message.count) }
    return fill
  }

  private func store(
    at extent: ByteRange, earlier: [PDFStoreSearch.Earlier]
  ) throws(DocumentError) -> LocatedStore {
    // Of very many, the newest: each of ours holds copies of all before it.
    var stores: [EarlierStore] = []
    var room = PDFLimits.maximumEarlierStores
    for store in earlier.reversed() {
      room -= store.extent.length
      guard room >= 0 else { break }
      stores.append(
        EarlierStore(
          bytes: try document.file.source.bytes(store.extent), extent: store.extent,
          revisionEnd: store.revisionEnd))
    }
    return LocatedStore(
      bytes: try document.file.source.bytes(extent), extent: extent, mayBePadded: true,
      permitted: try permitted(besides: extent), earlier: stores.reversed(), doubts: doubts,
      notes: notes(on: extent))
  }

  /// Says that revisions follow the one that wrote the store: it cannot speak for them.
  private func notes(on extent: ByteRange) -> [Note] {
    guard let index = document.revision(holding: extent.start),
      case let later = document.revisions.count - 1 - index, later > 0
    else { return [] }
    let end = document.revisions[index].end
    return [
      Note(
        PDFCode.laterRevision,
        (later == 1 ? "1 revision" : "\(later) revisions")
          + " added after the one that was signed, whose bytes are the first \(end)",
        at: end)
    ]
  }

  private var doubts: [Note] {
    var reason = document.irregularity
    if case .malformed(_, let fault) = document.fault { reason = fault }
    guard let reason else { return [] }
    return [
      Note(
        PDFCode.ambiguous, "readers could disagree on the file: \(reason.reason)",
        at: reason.offset)
    ]
  }

  /// The `Contents` of the signatures that were made in the store's revision, with the angle
  /// brackets and without them (C2PA 2.5 §A.4.2.2): the hole has to be the string and no more, and
  /// the signature has to cover everything else of its revision.
  private func permitted(besides extent: ByteRange) throws(DocumentError) -> [ByteRange] {
    guard document.fault == nil, document.irregularity == nil,
      let index = document.revision(holding: extent.start)
    else {
      return []
    }
    let revision = document.revisions[index]
    var finder = PDFSignatureFinder(document)
    var ranges: [ByteRange] = []
    for signature in try finder.run() where signature.isExact {
      let end = signature.covered[1].end
      guard revision.contains(signature.offset), end <= revision.end, end >= revision.end - 2,
        !signature.contents.overlaps(extent),
        let inner = ByteRange(
          start: signature.contents.start + 1, length: signature.contents.length - 2)
      else { continue }
      ranges += [signature.contents, inner]
    }
    return ranges
  }
}

extension PDFCarrier {
  /// What the metadata of the catalog says.
  package func references() throws(DocumentError) -> [String] {
    do throws(DocumentError) {
      var resolver = document.resolver()
      let catalog = try document.catalog(in: &resolver)
      guard let reference = catalog["Metadata"]?.object.reference,
        let object = try resolver.object(reference), let data = object.data
      else { return [] }
      return StoreReference.elsewhere(
        XMPProvenance.addresses(
          in: try resolver.decoded(object, data, limit: XMPProvenance.maximumSize)))
    } catch {
      // Metadata that cannot be read names no place; the document is judged without it.
      if case .source = error { throw error }
      return []
    }
  }
}

extension PDFCarrier {
  package static func reopened(
    _ source: ByteSource, despite problem: DocumentError
  ) -> PDFCarrier? {
    guard case .malformed = problem else { return nil }
    return PDFDocument(repairing: source, despite: problem).map(PDFCarrier.init)
  }

  package func signatures() throws(DocumentError) -> [DocumentSignature] {
    try PDFSignatureCensus(document).signatures()
  }

  package func validationData() throws(DocumentError) -> ValidationData {
    PDFSignatureCensus(document).validationData()
  }

  package func validationData(
    ofRevisionAt offset: Int
  ) throws(DocumentError) -> ValidationData {
    guard document.fault == nil, let index = document.revision(holding: offset) else {
      return ValidationData()
    }
    return PDFSignatureCensus(document).validationData(of: index)
  }
}
