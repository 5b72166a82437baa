import BroadsealBytes

/// The looks of annotations, which readers put on the page after its content (ISO 32000-2 §12.5.5): they cover what is
/// below them, and hold text themselves.
extension PDFDrawing {
  /// Annotations of one page that are drawn.
  private static let maximumAnnotations = 16_384

  mutating func drawAnnotations(of page: PDFPart) {
    do throws(DocumentError) {
      let all = try resolver.resolve(page["Annots"])?.items ?? []
      if all.count > PDFDrawing.maximumAnnotations { isUnread = true }
      for item in all.prefix(PDFDrawing.maximumAnnotations) {
        guard !budget.isSpent else {
          isUnread = true
          return
        }
        if let annotation = try resolver.resolve(item) { try draw(annotation: annotation) }
      }
    } catch { isUnread = true }
  }

  private mutating func draw(annotation: PDFPart) throws(DocumentError) {
    // Hidden, and not on the screen: that is told by a code of its own.
    let flags = try resolver.resolve(annotation["F"])?.object.integer ?? 0
    guard flags & 0x22 == 0, try resolver.resolve(annotation["Subtype"])?.object.name != "Popup",
      let place = PDFBox(corners: try resolver.numbers(annotation["Rect"])),
      let look = try look(of: annotation), let data = look.data
    else { return }
    let form = look.part(encrypted: resolver.security != nil)
    guard let box = PDFBox(corners: try resolver.numbers(form["BBox"])) else { return }
    let matrix = PDFMatrix(try resolver.numbers(form["Matrix"])) ?? .identity
    let around = matrix.box(box)
    let (width, height) = (around.right - around.left, around.top - around.bottom)
    guard width > 0, height > 0, width.isFinite, height.isFinite else { return }
    let bytes = try budget.decoded(look, data, limit: ShowLimits.content - open, through: resolver)
    startOver()
    var scale = PDFMatrix.identity
    scale.a = (place.right - place.left) / width
    scale.d = (place.top - place.bottom) / height
    scale.e = place.left - around.left * scale.a
    scale.f = place.bottom - around.bottom * scale.d
    graphics.matrix = scale
    spoken.begin(try value(of: annotation))
    try drawForm(bytes, form, nil, 0)
    endSpoken()
  }

  /// The stream of its normal look, in the state in which it is.
  private mutating func look(
    of annotation: PDFPart
  ) throws(DocumentError) -> PDFIndirectObject? {
    guard let entry = try resolver.resolve(annotation["AP"])?["N"] else { return nil }
    if let plain = try stream(entry) { return plain }
    guard let state = try resolver.resolve(annotation["AS"])?.object.name,
      let chosen = try resolver.resolve(entry)?[state]
    else { return nil }
    return try stream(chosen)
  }

  private mutating func stream(_ part: PDFPart) throws(DocumentError) -> PDFIndirectObject? {
    guard case .reference(let reference) = part.object,
      let object = try resolver.object(reference), object.data != nil
    else { return nil }
    return object
  }

  /// The value of a text field, in UTF-8: its look has to show the same. Nil for other annotations, and for a password.
  private mutating func value(of widget: PDFPart) throws(DocumentError) -> [UInt8]? {
    // Strings are not decrypted here.
    guard resolver.security == nil, try inherited("FT", by: widget)?.object.name == "Tx",
      (try inherited("Ff", by: widget)?.object.integer ?? 0) & 0x2000 == 0,
      let value = try inherited("V", by: widget)?.object.string
    else { return nil }
    return PDFSpokenText.utf8(value)
  }

  private mutating func inherited(
    _ key: PDFName, by widget: PDFPart
  ) throws(DocumentError) -> PDFPart? {
    var field: PDFPart? = widget
    for _ in 0..<ShowLimits.streamDepth {
      if let value = try resolver.resolve(field?[key]) { return value }
      field = try resolver.resolve(field?["Parent"])
    }
    return nil
  }
}
