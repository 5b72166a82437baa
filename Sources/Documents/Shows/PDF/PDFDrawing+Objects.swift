import BroadsealBytes

/// Pictures, forms and named states.
extension PDFDrawing {
  mutating func paintPicture(_ paint: PDFPaint) {
    clipping = []
    let unit = PDFBox(left: 0, bottom: 0, right: 1, top: 1)
    let box = graphics.matrix.box(unit).cut(graphics.clip)
    var shape = PDFShape(box: box)
    if !graphics.matrix.isStraight {
      shape.outlines = [
        [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map { corner in
          let point = graphics.matrix.apply(corner.0, corner.1)
          return PDFShape.Point(x: point.x, y: point.y)
        }
      ]
      guard shape.outlines[0].allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    }
    let isPlain =
      !graphics.isClipRagged && graphics.opacity >= 0.99 && graphics.blend == .normal
      && !graphics.isMasked
    if case .opaque = paint, !isPlain {
      // Of a picture that is mixed with what is below, nobody knows; one that a clip cuts leaves some of it.
      let isUnknown = graphics.blend == .other || graphics.isMasked
      return canvas.paint(
        clipped(shape), isUnknown && !graphics.isClipRagged ? .uncertain : .ground(isPicture: true))
    }
    canvas.paint(clipped(shape), paint)
  }

  /// What a picture does to what is below it.
  private mutating func paint(
    ofPicture picture: PDFPart
  ) throws(DocumentError) -> PDFPaint {
    if try resolver.resolve(picture["ImageMask"])?.object.boolean == true {
      return .ground(isPicture: true)
    }
    if picture["SMask"] == nil {
      return picture["Mask"] == nil ? .opaque(isPicture: true) : .ground(isPicture: true)
    }
    guard case .reference(let reference)? = picture["SMask"]?.object,
      let stream = try resolver.object(reference), let data = stream.data,
      let inverse = graphics.matrix.inverse
    else { return .ground(isPicture: true) }
    let mask = stream.part(encrypted: resolver.security != nil)
    guard let width = try resolver.resolve(mask["Width"])?.object.integer,
      let height = try resolver.resolve(mask["Height"])?.object.integer,
      try resolver.resolve(mask["BitsPerComponent"])?.object.integer == 8, mask["Decode"] == nil,
      width > 0, height > 0, width <= 16_384, height <= 16_384,
      width * height <= PDFDrawing.largestMask,
      let bytes = try? budget.decoded(stream, data, limit: width * height, through: resolver),
      bytes.count >= width * height
    else { return .ground(isPicture: true) }
    return .opaque(
      mask: PDFMask(inverse: inverse, width: width, height: height, bytes: bytes), isPicture: true)
  }

  /// Pixels of a mask that is followed.
  private static let largestMask = 4 << 20

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
    do throws(DocumentError) {
      if let opacity = try resolver.resolve(state["ca"])?.number { graphics.opacity = opacity }
      if let opacity = try resolver.resolve(state["CA"])?.number {
        graphics.strokeOpacity = opacity
      }
      if let mode = try resolver.resolve(state["BM"]) {
        let first = try resolver.resolve(mode.items?.first)?.object.name
        graphics.blend = PDFBlend(mode.object.name ?? first)
      }
      if let mask = try resolver.resolve(state["SMask"]) {
        graphics.isMasked = mask.object.name != "None"
      }
      // `TR2` wins over `TR`.
      if let transfer = try resolver.resolve(state["TR2"] ?? state["TR"]) {
        let name = transfer.object.name
        graphics.isTransferred = name != "Identity" && name != "Default"
      }
    } catch { isUnread = true }
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
      if type == "Image" { return paintPicture(try paint(ofPicture: object.part)) }
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

  mutating func drawForm(
    _ bytes: [UInt8], _ form: PDFPart, _ outer: PDFPart?, _ depth: Int
  ) throws(DocumentError) {
    let before = graphics
    let text = (textMatrix, lineMatrix, isPlaced)
    if let matrix = PDFMatrix(try resolver.numbers(form["Matrix"])) {
      graphics.matrix = matrix.then(graphics.matrix)
    }
    if let box = PDFBox(corners: try resolver.numbers(form["BBox"])) {
      graphics.clip = graphics.clip.cut(graphics.matrix.box(box))
    }
    let own = try resolver.resolve(form["Resources"])
    draw(bytes, resources: own ?? outer, depth: depth + 1)
    graphics = before
    (textMatrix, lineMatrix, isPlaced) = text
  }
}
