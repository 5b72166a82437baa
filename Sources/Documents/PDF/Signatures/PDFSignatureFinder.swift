/// Finds the signatures of a document: through the form's fields, and the certification.
struct PDFSignatureFinder {
  private let document: PDFDocument
  private var resolver: PDFResolver
  private var visited: Set<PDFReference> = []
  private var signatures: [(signature: PDFSignature, field: [UInt8])] = []
  private var found: [PDFReference: PDFSignature] = [:]
  private var fields = 0
  private let known: Set<Int>
  private var needsNames = true

  /// A finder that passes over the signatures whose objects stand at the `known` offsets: those need
  /// not be read again.
  init(_ document: PDFDocument, passingOver known: Set<Int> = []) {
    self.document = document
    self.known = known
    resolver = document.resolver()
  }

  /// All signature dictionaries that the newest revision knows, each once.
  mutating func run() throws(DocumentError) -> [PDFSignature] {
    var offsets: Set<Int> = []
    // Whether the names can be read has its say all the same.
    needsNames = document.security != nil
    return try named().map(\.signature).filter { offsets.insert($0.offset).inserted }
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
    var object: PDFIndirectObject?
    var own: PDFPart?
    if let reference = field.object.reference {
      guard visited.insert(reference).inserted else { return }
      object = try resolver.object(reference)
      own = object?.part(encrypted: document.security != nil)
    }
    // Read once, unless it leads on.
    if own == nil || own?.object.reference != nil { own = try resolver.resolve(field) }
    guard let field = own, field.dictionary != nil else { return }
    let isNamed = needsNames || field["T"]?.object.reference != nil
    let name = isNamed ? try name(of: field, under: parent) : parent
    if let value = field["V"] {
      if value.object.reference != nil {
        try add(value, field: name)
      } else if let object, object.container == nil, let dictionary = value.dictionary,
        let signature = PDFSignature(
          dictionary, text: value.text, offset: object.offset, byteRange: dictionary["ByteRange"],
          in: document.file)
      {
        signatures.append((signature, name))
      }
    }
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
    // What only a password opens hides the name, and not the signature.
    guard document.security?.refusal == nil else { return parent }
    let name = PDFStringCodec.plain(try codec.decode(text, from: own.strings))
    return Array((parent + (parent.isEmpty ? [] : [UInt8(ascii: ".")]) + name).prefix(limit))
  }

  /// Most bytes of a field's full name that are kept.
  private let limit = 1_024

  private mutating func add(_ value: PDFPart?, field: [UInt8]) throws(DocumentError) {
    guard let reference = value?.object.reference else { return }
    if let twin = found[reference] {
      // The certification is a field's value as well; two fields are two readings.
      if !field.isEmpty { signatures.append((twin, field)) }
      return
    }
    if let offset = resolver.entry(reference.number)?.offset, known.contains(offset) { return }
    guard let object = try resolver.object(reference), object.container == nil,
      let dictionary = object.dictionary
    else { return }
    let byteRange = try resolver.resolve(object.part(encrypted: false)["ByteRange"])
    guard
      let signature = PDFSignature(
        dictionary, text: object.text, offset: object.offset, byteRange: byteRange?.object,
        in: document.file)
    else { return }
    found[reference] = signature
    signatures.append((signature, field))
  }
}
