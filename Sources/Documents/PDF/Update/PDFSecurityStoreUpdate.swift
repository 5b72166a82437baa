import BroadsealBytes
import BroadsealNotes

/// Adds certificates and answers about revocation to the document's security store (`DSS`, ISO 32000-2
/// §12.8.4.3), each once.
///
/// What the store holds stays, since an older signature may need it, and `VRI` stays as it stands. None is
/// written: its key is the hash of the value of a signature, which in the same update is not made yet.
struct PDFSecurityStoreUpdate {
  private let document: PDFDocument
  private var resolver: PDFResolver
  private let codec: PDFStringCodec

  init(_ document: PDFDocument) {
    self.document = document
    resolver = document.resolver(work: PDFLimits.maximumValidationData * 2)
    codec = PDFStringCodec(security: document.security)
  }

  /// Adds `data` to `update`.
  ///
  /// - Parameter isStamped: whether the update brings a time stamp of the document.
  /// - Returns: the entries of the catalog that change.
  mutating func add(
    _ data: ValidationData, to update: inout PDFUpdate, isStamped: Bool
  ) throws(DocumentError) -> [(key: PDFName, value: [UInt8])] {
    guard data != ValidationData() || isStamped else { return [] }
    var entries: [(key: PDFName, value: [UInt8])] = []
    if data != ValidationData() { entries += try store(data, in: &update) }
    let catalog = try document.catalog(in: &resolver)
    if let value = try extensions(of: catalog) { entries.append(("Extensions", value)) }
    return entries
  }

  private mutating func store(
    _ data: ValidationData, in update: inout PDFUpdate
  ) throws(DocumentError) -> [(key: PDFName, value: [UInt8])] {
    let known = PDFSignatureCensus(document).validationData()
    try requireRoom(for: data, beside: known)
    let catalog = try document.catalog(in: &resolver)
    let store = try resolver.resolve(catalog["DSS"])
    if let store, store.dictionary == nil {
      throw .pdf(.syntax, "a security store that is no dictionary", at: store.offset)
    }
    let own = if let home = store?.home { home } else { try update.newReference() }
    let context: PDFStringContext = document.security == nil ? .plain : .object(own)
    var edit = PDFDictionaryEdit()
    edit.set("Type", Array("/DSS".utf8))
    let lists: [(PDFName, [[UInt8]], [[UInt8]])] = [
      ("Certs", data.certificates, known.certificates),
      ("OCSPs", data.responses, known.responses),
      ("CRLs", data.revocationLists, known.revocationLists),
    ]
    for (key, new, known) in lists {
      var items = try (try resolver.resolve(store?[key])?.items ?? []).map {
        item throws(DocumentError) in try codec.copy(item, into: context)
      }
      var seen = Set(known)
      for bytes in new where seen.insert(bytes).inserted {
        let reference = try update.newReference()
        let filter =
          document.security == nil ? "" : PDFFileSpecification.clearFilter + " "
        try update.addStream(reference, filter: filter, data: bytes)
        items.append(Array(reference.text.utf8))
      }
      if !items.isEmpty {
        edit.set(key, Array("[".utf8) + items.joined(separator: [32]) + Array("]".utf8))
      }
    }
    try update.add(own, try edit.text(of: store, into: context, codec: codec))
    return [("DSS", Array(own.text.utf8))]
  }

  /// Whatever is written is read again: no more than a reader takes, old and new together.
  private func requireRoom(
    for data: ValidationData, beside known: ValidationData
  ) throws(DocumentError) {
    let isLarge =
      data.size > PDFLimits.maximumAddedValidationData
      || data.size + known.size > PDFLimits.maximumValidationData
    let counts = [
      data.certificates.count + known.certificates.count,
      data.responses.count + known.responses.count,
      data.revocationLists.count + known.revocationLists.count,
    ]
    guard !isLarge, counts.allSatisfy({ $0 <= PDFLimits.maximumValidationItems }) else {
      throw .refused(
        Refusal(
          PDFCode.securityStore, "the answers would take \(data.size) bytes", remedy: .none))
    }
  }

  /// The value of the catalog's `Extensions`, which say that PAdES is used (EN 319 142-1 §5.7); nil where
  /// it says so, or the file is PDF 2.0, which knows all of it.
  private mutating func extensions(of catalog: PDFPart) throws(DocumentError) -> [UInt8]? {
    guard try !isSecondEdition(catalog) else { return nil }
    let extensions = try resolver.resolve(catalog["Extensions"])
    guard extensions?["ESIC"] == nil, extensions == nil || extensions?.dictionary != nil else {
      return nil
    }
    // An entry of the catalog that has to stand there itself (ISO 32000-2 §7.12.2).
    let context: PDFStringContext =
      document.security == nil ? .plain : catalog.home.map(PDFStringContext.object) ?? .plain
    var edit = PDFDictionaryEdit()
    edit.set("ESIC", Array("<< /BaseVersion /1.7 /ExtensionLevel 5 >>".utf8))
    return try edit.text(of: extensions, into: context, codec: codec)
  }

  private func isSecondEdition(_ catalog: PDFPart) throws(DocumentError) -> Bool {
    if let version = catalog["Version"]?.object.name, version.bytes.first == UInt8(ascii: "2") {
      return true
    }
    let head = try document.file.read(0..<min(6, document.size))
    return head == Array("%PDF-2".utf8)
  }
}

extension ValidationData {
  /// Bytes of all that it holds.
  package var size: Int {
    (certificates + responses + revocationLists).reduce(0) { $0 + $1.count }
  }
}
