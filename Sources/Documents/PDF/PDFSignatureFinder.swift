/// Finds the signatures of a document: through the form's fields, and the certification.
struct PDFSignatureFinder {
  private let document: PDFDocument
  private var resolver: PDFResolver
  private var visited: Set<PDFReference> = []
  private var signatures: [PDFSignature] = []
  private var fields = 0

  init(_ document: PDFDocument) {
    self.document = document
    resolver = document.resolver()
  }

  /// All signature dictionaries that the newest revision knows.
  mutating func run() throws(DocumentError) -> [PDFSignature] {
    let catalog = try document.catalog(in: &resolver)
    let form = try resolver.resolve(catalog["AcroForm"])
    for field in try resolver.resolve(form?["Fields"])?.items ?? [] {
      try read(field, depth: PDFLimits.maximumTreeDepth)
    }
    try add(try resolver.resolve(catalog["Perms"])?["DocMDP"])
    return signatures
  }

  private mutating func read(_ field: PDFPart, depth: Int) throws(DocumentError) {
    fields += 1
    guard depth > 0, fields <= PDFLimits.maximumFields else {
      throw .pdf(.limit, "a form larger than the reader takes", at: field.offset)
    }
    if let reference = field.object.reference, !visited.insert(reference).inserted { return }
    guard let field = try resolver.resolve(field), field.dictionary != nil else { return }
    try add(field["V"])
    for kid in try resolver.resolve(field["Kids"])?.items ?? [] {
      try read(kid, depth: depth - 1)
    }
  }

  private mutating func add(_ value: PDFPart?) throws(DocumentError) {
    guard let reference = value?.object.reference, visited.insert(reference).inserted,
      let object = try resolver.object(reference),
      let signature = PDFSignature(object, in: document.file)
    else { return }
    signatures.append(signature)
  }
}
