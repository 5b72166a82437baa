/// Finds the signatures of a document: through the form's fields, and the certification.
struct PDFSignatureFinder {
  private let document: PDFDocument
  private var resolver: PDFResolver
  private var visited: Set<PDFReference> = []
  private var signatures: [(signature: PDFSignature, field: [UInt8])] = []
  private var fields = 0

  init(_ document: PDFDocument) {
    self.document = document
    resolver = document.resolver()
  }

  /// All signature dictionaries that the newest revision knows.
  mutating func run() throws(DocumentError) -> [PDFSignature] {
    try named().map(\.signature)
  }

  /// The same with the full names of their fields (ISO 32000-2 §12.7.4.2).
  mutating func named() throws(DocumentError) -> [(signature: PDFSignature, field: [UInt8])] {
    let catalog = try document.catalog(in: &resolver)
    let form = try resolver.resolve(catalog["AcroForm"])
    for field in try resolver.resolve(form?["Fields"])?.items ?? [] {
      try read(field, under: [], depth: PDFLimits.maximumTreeDepth)
    }
    try add(try resolver.resolve(catalog["Perms"])?["DocMDP"], field: [])
    return signatures
  }

  private mutating func read(
    _ field: PDFPart, under parent: [UInt8], depth: Int
  ) throws(DocumentError) {
    fields += 1
    guard depth > 0, fields <= PDFLimits.maximumFields else {
      throw .pdf(.limit, "a form larger than the reader takes", at: field.offset)
    }
    if let reference = field.object.reference, !visited.insert(reference).inserted { return }
    guard let field = try resolver.resolve(field), field.dictionary != nil else { return }
    let name = try name(of: field, under: parent)
    try add(field["V"], field: name)
    for kid in try resolver.resolve(field["Kids"])?.items ?? [] {
      try read(kid, under: name, depth: depth - 1)
    }
  }

  private mutating func name(
    of field: PDFPart, under parent: [UInt8]
  ) throws(DocumentError) -> [UInt8] {
    guard let own = try resolver.resolve(field["T"]), let text = own.object.string else {
      return parent
    }
    let codec = PDFStringCodec(security: document.security)
    let name = PDFStringCodec.plain(try codec.decode(text, from: own.strings))
    return Array((parent + (parent.isEmpty ? [] : [UInt8(ascii: ".")]) + name).prefix(limit))
  }

  /// Most bytes of a field's full name that are kept.
  private let limit = 1_024

  private mutating func add(_ value: PDFPart?, field: [UInt8]) throws(DocumentError) {
    guard let reference = value?.object.reference, visited.insert(reference).inserted,
      let object = try resolver.object(reference),
      let signature = PDFSignature(object, in: document.file)
    else { return }
    signatures.append((signature, field))
  }
}
