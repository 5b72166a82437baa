import BroadsealBytes

/// Adds a signature field that nobody sees to the document's form (ISO 32000-2 §12.7.5.5).
struct PDFFormUpdate {
  private let document: PDFDocument
  private var resolver: PDFResolver
  private let codec: PDFStringCodec

  init(_ document: PDFDocument) {
    self.document = document
    resolver = document.resolver()
    codec = PDFStringCodec(security: document.security)
  }

  /// What the field is called: `Signature1`, or the first number that no field of the form has.
  ///
  /// Throws for a form that holds another description of itself: readers that follow that one would
  /// not see the field.
  mutating func freeName() throws(DocumentError) -> String {
    let form = try self.form()
    guard form?["XFA"] == nil else {
      throw .refused(
        Refusal(ShowCode.pdfForm, "no PDF signature can be added to an XFA form", remedy: .sidecar))
    }
    var names: Set<[UInt8]> = []
    for field in try fields(of: form)?.items ?? [] {
      guard names.count <= PDFLimits.maximumFields else {
        throw .pdf(.limit, "a form larger than the reader takes", at: field.offset)
      }
      guard let name = try resolver.resolve(try resolver.resolve(field)?["T"]),
        let text = name.object.string
      else { continue }
      names.insert(PDFStringCodec.plain(try codec.decode(text, from: name.strings)))
    }
    var number = 1
    while names.contains(Array("Signature\(number)".utf8)) { number += 1 }
    return "Signature\(number)"
  }

  /// Adds the signature dictionary with the room for its value, and the field, which is its own
  /// widget on `page`.
  mutating func addField(
    _ room: PDFSignatureRoom, to update: inout PDFUpdate, on page: PDFReference
  ) throws(DocumentError) -> PDFReference {
    let signature = try update.newReference()
    let field = try update.newReference()
    // `Contents` is the one string that stays clear in an encrypted document.
    try update.addSignature(
      signature, dictionary: try dictionary(of: room, named: signature),
      length: PDFSignatureText.contentsSize(room.size))
    let name = try codec.text(of: Array(room.field.utf8), in: context(of: field))
    try update.add(
      field,
      Array("<< /Type /Annot /Subtype /Widget /FT /Sig /T ".utf8) + name
        + Array(" /V \(signature.text) /Rect [0 0 0 0] /F 132 /P \(page.text) >>".utf8))
    return field
  }

  /// What a signature dictionary says before its value.
  ///
  /// A time stamp of the document states its time in its value alone (ISO 32000-2 §12.8.5).
  private func dictionary(
    of room: PDFSignatureRoom, named own: PDFReference
  ) throws(DocumentError) -> [UInt8] {
    switch room.kind {
    case .signature:
      let time = try codec.text(of: PDFSignatureText.date(room.time), in: context(of: own))
      return Array(
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M ".utf8) + time
    case .timeStamp:
      return Array("<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161".utf8)
    }
  }

  /// Puts the field into the form: everything else there stays as it stood.
  ///
  /// - Returns: the value of the catalog's `AcroForm`; nil when the catalog keeps the one it has.
  mutating func list(
    _ field: PDFReference, in update: inout PDFUpdate
  ) throws(DocumentError) -> [UInt8]? {
    let form = try self.form()
    let own = context(of: form?.home ?? document.trailer["Root"]?.reference)
    let fields = try self.fields(of: form)
    let strings = fields?.home.map(context) ?? own
    var items = try (fields?.items ?? []).map { item throws(DocumentError) in
      try codec.copy(item, into: strings)
    }
    items.append(Array(field.text.utf8))
    let list = Array("[".utf8) + items.joined(separator: [32]) + Array("]".utf8)
    var edit = PDFDictionaryEdit()
    if let home = fields?.home {
      try update.add(home, list)
    } else {
      edit.set("Fields", list)
    }
    // Signatures exist, and only an update may follow them (ISO 32000-2 §12.7.3, table 225).
    edit.set("SigFlags", Array("3".utf8))
    let text = try edit.text(of: form, into: own, codec: codec)
    guard let home = form?.home else { return text }
    try update.add(home, text)
    return nil
  }

  private mutating func form() throws(DocumentError) -> PDFPart? {
    let form = try resolver.resolve(try document.catalog(in: &resolver)["AcroForm"])
    guard let form, form.dictionary == nil else { return form }
    throw .pdf(.syntax, "a form that is no dictionary", at: form.offset)
  }

  private mutating func fields(of form: PDFPart?) throws(DocumentError) -> PDFPart? {
    let fields = try resolver.resolve(form?["Fields"])
    guard let fields, fields.items == nil else { return fields }
    throw .pdf(.syntax, "fields of a form that are no array", at: fields.offset)
  }

  private func context(of home: PDFReference?) -> PDFStringContext {
    guard document.security != nil, let home else { return .plain }
    return .object(home)
  }
}
