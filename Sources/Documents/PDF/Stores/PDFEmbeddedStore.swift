import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// A manifest store that a file specification of the document embeds.
struct PDFEmbeddedStore: Sendable {
  /// The embedded file stream.
  let stream: PDFReference
  /// The stream's data in the file; nil when there is a problem.
  let extent: ByteRange?
  /// Why the store cannot be read; nil when it can.
  let problem: Note?

  /// What the file specification says it is (C2PA 2.5 §A.4.1).
  static let relationship: PDFName = "C2PA_Manifest"
  /// What a file specification says shows it, or the stream that it is; other files that the document holds, and
  /// their streams, stand in streams.
  static let mark = StoreMark(
    .inside([StoreMark.Frame("stream\n", 7), StoreMark.Frame("stream\r\n", 8)]),
    names: ["/C2PA_Manifest"]
  ) { source throws(SourceError) in try PDFHeldData(source).ranges }
  /// Media types of a store; the second is deprecated and still written.
  static let mediaTypes: [PDFName] = ["application/c2pa", "application/x-c2pa-manifest-store"]

  /// Whether `specification`, which was resolved, embeds a manifest store.
  static func isStore(_ specification: PDFPart) -> Bool {
    specification["AFRelationship"]?.object.name == relationship
  }

  /// Follows `EF` of `specification` to the stream.
  init(
    _ specification: PDFPart, through resolver: inout PDFResolver
  ) throws(DocumentError) {
    let offset = specification.offset
    let files = try resolver.resolve(specification["EF"])
    let targets = Set(
      (files?.dictionary?.entries ?? []).compactMap { $0.value.object.reference })
    guard let stream = targets.first, targets.count == 1 else {
      self.init(
        PDFReference(number: 0, generation: 0), PDFCode.storeMissing,
        "a manifest store's file specification without exactly one embedded file", at: offset)
      return
    }
    guard let object = try resolver.object(stream), let data = object.data,
      let dictionary = object.dictionary
    else {
      self.init(stream, PDFCode.storeMissing, "a manifest store that is no stream", at: offset)
      return
    }
    let subtypes = [dictionary["Subtype"], specification["Subtype"]?.object].compactMap { $0 }
    guard subtypes.allSatisfy({ $0.name.map(PDFEmbeddedStore.mediaTypes.contains) ?? false }) else {
      self.init(
        stream, PDFCode.storeSubtype, "a manifest store of another media type", at: object.offset)
      return
    }
    if let problem = try PDFEmbeddedStore.obstacle(of: object, security: resolver.security) {
      self.init(stream: stream, extent: nil, problem: problem)
    } else if data.length > StoreLimits.maximumSize {
      self.init(stream, PDFCode.storeSize, "the manifest store is too large", at: object.offset)
    } else {
      self.init(stream: stream, extent: data, problem: nil)
    }
  }

  /// What stands between the stored bytes and the store: any filter but Identity encryption.
  ///
  /// A compressed form of the store would have bytes that no signature covers.
  private static func obstacle(
    of object: PDFIndirectObject, security: PDFSecurity?
  ) throws(DocumentError) -> Note? {
    let filters = try PDFFilter.list(
      of: object.dictionary ?? PDFDictionary(entries: []), at: object.offset)
    // Whoever encrypts a document mostly compresses it too: that it is encrypted says more.
    let crypt = filters.first { $0.name == "Crypt" }
    let own = crypt.map { $0.parameters?["Name"]?.name ?? "Identity" }
    if let security, !security.leavesEmbeddedFilesClear(own) {
      return Note(
        PDFCode.storeEncrypted, "the manifest store is encrypted", at: object.offset)
    }
    guard filters.allSatisfy({ $0.name == "Crypt" }), filters.count <= 1 else {
      return Note(
        PDFCode.storeFiltered, "the manifest store is compressed", at: object.offset)
    }
    return nil
  }

  private init(_ stream: PDFReference, _ code: PDFCode, _ reason: String, at offset: Int) {
    self.init(stream: stream, extent: nil, problem: Note(code, reason, at: offset))
  }

  private init(stream: PDFReference, extent: ByteRange?, problem: Note?) {
    self.stream = stream
    self.extent = extent
    self.problem = problem
  }
}
