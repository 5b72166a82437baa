import BroadsealBytes

/// Pictures, forms and named states.
extension PDFDrawing {
  mutating func paintPicture(covers: Bool) {
    clipping = []
    let unit = PDFBox(left: 0, bottom: 0, right: 1, top: 1)
    let box = graphics.matrix.box(unit).cut(graphics.clip)
    canvas.paintPicture(
      box,
      covers: covers && graphics.matrix.isStraight && !graphics.isClipRagged
        && graphics.opacity >= 0.99 && !graphics.isMixed)
  }

  /// What `name` stands for among the resources of a kind; what cannot be read is remembered.
  mutating func resource(
    _ kind: PDFName, _ name: ArraySlice<UInt8>, _ resources: PDFPart?
  ) -> (part: PDFPart, reference: PDFReference?, data: ByteRange?)? {
    do throws(DocumentError) {
      guard let all = try resolver.resolve(resources?[kind]),
        let entry = all[PDFContent.name(name)]
      else { return nil }
      guard case .reference(let reference) = entry.object else { return (entry, nil, nil) }
      guard let object = try resolver.object(reference) else { return nil }
      return (object.part(encrypted: resolver.security != nil), reference, object.data)
    } catch {
      isUnread = true
      return nil
    }
  }

  mutating func takeState(_ content: PDFContent, _ resources: PDFPart?) {
    guard case .name(let name)? = content.operands.last,
      let state = resource("ExtGState", name, resources)?.part
    else { return }
    if let opacity = state["ca"]?.number { graphics.opacity = opacity }
    if let mode = state["BM"] {
      graphics.isBlended = mode.object.name != "Normal" && mode.object.name != "Compatible"
    }
    if let mask = state["SMask"] { graphics.isMasked = mask.object.name != "None" }
    if let font = state["Font"]?.items, font.count == 2, let size = font[1].number {
      graphics.size = size
    }
  }

  mutating func drawObject(_ content: PDFContent, _ resources: PDFPart?, _ depth: Int) {
    guard case .name(let name)? = content.operands.last,
      let object = resource("XObject", name, resources), let data = object.data
    else { return }
    do throws(DocumentError) {
      let type = try resolver.resolve(object.part["Subtype"])?.object.name
      if type == "Image" {
        let isWhole =
          object.part["SMask"] == nil && object.part["Mask"] == nil
          && object.part["ImageMask"]?.object.boolean != true
        return paintPicture(covers: isWhole)
      }
      guard type == "Form", let reference = object.reference else { return }
      guard depth < ShowLimits.streamDepth, !budget.isSpent,
        let stream = try resolver.object(reference)
      else {
        isUnread = true
        return
      }
      let bytes = try budget.decoded(
        stream, data, limit: ShowLimits.content - open, through: resolver)
      try drawForm(bytes, object.part, resources, depth)
    } catch { isUnread = true }
  }

  private mutating func drawForm(
    _ bytes: [UInt8], _ form: PDFPart, _ outer: PDFPart?, _ depth: Int
  ) throws(DocumentError) {
    let before = graphics
    let text = (textMatrix, lineMatrix, isPlaced)
    if let matrix = PDFMatrix(try numbers(form["Matrix"])) {
      graphics.matrix = matrix.then(graphics.matrix)
    }
    if let box = PDFBox(corners: try numbers(form["BBox"])) {
      graphics.clip = graphics.clip.cut(graphics.matrix.box(box))
    }
    let own = try resolver.resolve(form["Resources"])
    draw(bytes, resources: own ?? outer, depth: depth + 1)
    graphics = before
    (textMatrix, lineMatrix, isPlaced) = text
  }

  private mutating func numbers(_ part: PDFPart?) throws(DocumentError) -> [Double] {
    var numbers: [Double] = []
    for item in try resolver.resolve(part)?.items ?? [] {
      if let number = try resolver.resolve(item)?.number { numbers.append(number) }
    }
    return numbers
  }
}
