/// Colours of a content stream (ISO 32000-2 §8.6.8).
extension PDFDrawing {
  mutating func takeColour(
    _ name: String, _ content: PDFContent, _ resources: PDFPart?
  ) -> Bool {
    let numbers = content.numbers ?? []
    switch name {
    case "g": setFill(.light, numbers)
    case "rg": setFill(.light, numbers)
    case "k": setFill(.ink, numbers)
    case "G", "RG": setStroke(.light, numbers)
    case "K": setStroke(.ink, numbers)
    case "cs":
      graphics.fillSpace = space(content, resources)
      graphics.fill = graphics.fillSpace == .unknown ? .unknown : .black
    case "CS":
      graphics.strokeSpace = space(content, resources)
      graphics.stroke = graphics.strokeSpace == .unknown ? .unknown : .black
    case "sc", "scn":
      graphics.fill =
        content.numbers == nil ? .unknown : PDFColour(numbers, graphics.fillSpace)
    case "SC", "SCN":
      graphics.stroke =
        content.numbers == nil ? .unknown : PDFColour(numbers, graphics.strokeSpace)
    default: return false
    }
    return true
  }

  private mutating func setFill(_ space: PDFColour.Space, _ numbers: [Double]) {
    graphics.fillSpace = space
    graphics.fill = PDFColour(numbers, space)
  }

  private mutating func setStroke(_ space: PDFColour.Space, _ numbers: [Double]) {
    graphics.strokeSpace = space
    graphics.stroke = PDFColour(numbers, space)
  }

  /// How the numbers of a named space are read.
  private mutating func space(_ content: PDFContent, _ resources: PDFPart?) -> PDFColour.Space {
    guard case .name(let name)? = content.operands.last else { return .unknown }
    switch String(decoding: name, as: UTF8.self) {
    case "DeviceGray", "G", "DeviceRGB", "RGB": return .light
    case "DeviceCMYK", "CMYK": return .ink
    case "Pattern": return .unknown
    default: break
    }
    guard let found = resource("ColorSpace", name, resources)?.part else { return .unknown }
    if let name = found.object.name {
      return name == "DeviceCMYK" ? .ink : name == "Pattern" ? .unknown : .light
    }
    guard let items = found.items, let kind = items.first?.object.name else { return .unknown }
    switch kind {
    case "CalGray", "CalRGB": return .light
    case "Separation", "DeviceN": return .ink
    case "ICCBased":
      let count = items.count > 1 ? (try? resolver.resolve(items[1]))?["N"]?.object.integer : nil
      return count == 4 ? .ink : count == nil ? .unknown : .light
    default: return .unknown
    }
  }
}

/// Text (ISO 32000-2 §9.4).
extension PDFDrawing {
  mutating func takeText(_ name: String, _ content: PDFContent, _ resources: PDFPart?) {
    let numbers = content.numbers ?? []
    let first = numbers.first ?? 0
    switch name {
    case "BT": begin(at: .identity)
    case "Tc": graphics.characterSpace = first
    case "Tw": graphics.wordSpace = first
    case "Tz": graphics.scale = first / 100
    case "TL": graphics.leading = first
    case "Ts": graphics.rise = first
    case "Tr": graphics.mode = first.isFinite && abs(first) < 8 ? Int(first) : 0
    case "Tf": takeFont(content, resources)
    case "Tm": if let matrix = PDFMatrix(numbers) { begin(at: matrix) }
    case "Td", "TD":
      guard numbers.count == 2 else { return }
      if name == "TD" { graphics.leading = -numbers[1] }
      move(numbers[0], numbers[1])
    case "T*": move(0, -graphics.leading)
    case "Tj": if case .string(let text)? = content.operands.last { show(text) }
    case "'":
      move(0, -graphics.leading)
      if case .string(let text)? = content.operands.last { show(text) }
    case "\"":
      if content.operands.count == 3, case .number(let word) = content.operands[0],
        case .number(let character) = content.operands[1]
      {
        (graphics.wordSpace, graphics.characterSpace) = (word, character)
      }
      move(0, -graphics.leading)
      if case .string(let text)? = content.operands.last { show(text) }
    case "TJ":
      guard case .array(let items)? = content.operands.last else { return }
      for item in items {
        switch item {
        case .string(let text): show(text)
        case .number(let shift):
          advance(-shift / 1_000 * graphics.size * graphics.scale)
          // What stands apart is another word.
          if shift < -180 { text.take([0x20], at: offset) }
        default: continue
        }
      }
    default: break
    }
  }

  private mutating func begin(at matrix: PDFMatrix) {
    (textMatrix, lineMatrix, isPlaced) = (matrix, matrix, true)
    text.take([0x20], at: offset)
  }

  private mutating func move(_ x: Double, _ y: Double) {
    begin(at: PDFMatrix(x: x, y: y).then(lineMatrix))
  }

  private mutating func advance(_ x: Double) {
    textMatrix = PDFMatrix(x: x, y: 0).then(textMatrix)
  }

  private mutating func takeFont(_ content: PDFContent, _ resources: PDFPart?) {
    guard content.operands.count >= 2, case .name(let name) = content.operands[0],
      case .number(let size) = content.operands[1]
    else { return }
    graphics.size = size
    graphics.font = PDFFont()
    guard let (part, _, _) = resource("Font", name, resources) else { return }
    graphics.font = fonts.font(part, through: &resolver, &budget)
    if graphics.font.isCut { isUnread = true }
  }

  private mutating func show(_ string: [UInt8]) {
    let font = graphics.font
    var width = 0.0
    var isBlank = true
    var characters: [UInt8] = []
    for place in 0..<font.count(of: string) {
      guard budget.codes > 0 else {
        isUnread = true
        break
      }
      let code = font.code(place, of: string)
      width += font.width(of: code) / 1_000 * graphics.size + graphics.characterSpace
      if !font.isWide, code == 0x20 { width += graphics.wordSpace }
      if isBlank, !font.isBlank(code) { isBlank = false }
      let shown = font.characters(of: code)
      budget.codes -= 1 + shown.count
      characters += shown
      // However long it is, and whatever its codes stand for: it is looked at as it comes.
      if characters.count >= ShowLimits.piece {
        text.take(characters, at: offset)
        characters.removeAll(keepingCapacity: true)
      }
    }
    width *= graphics.scale
    if !characters.isEmpty { text.take(characters, at: offset) }
    if !isBlank { judge(width: width) }
    advance(width)
    if !font.isExact { isPlaced = false }
  }

  /// Says how text of `width` at this place is seen.
  private mutating func judge(width: Double) {
    let size = graphics.size
    let matrix = textMatrix.then(graphics.matrix)
    let glyphs = PDFBox(
      left: min(0, width), bottom: graphics.rise + min(0, size) * 0.75,
      right: max(0, width), top: graphics.rise + max(0, size) * 0.75)
    let box = matrix.box(glyphs)
    guard box.left.isFinite, box.right.isFinite, box.top.isFinite, box.bottom.isFinite else {
      return canvas.addHidden()
    }
    if graphics.mode == 7 {
      clipping.append(box)
      return
    }
    if graphics.mode == 3 { return canvas.addUnseen(box) }
    if isTooSmall(matrix) || graphics.opacity <= 0.01 { return canvas.addHidden() }
    if isPlaced, box.isApart(from: canvas.page, by: 1) || isClipped(box) {
      return canvas.addHidden()
    }
    let isStroked = graphics.mode % 4 == 1
    let colour = isStroked ? graphics.stroke : graphics.fill
    if colour.isWhite, !graphics.isMixed, graphics.mode % 4 != 2 {
      canvas.addWhite(box)
    } else {
      canvas.add(box)
    }
  }

  /// Whether letters are below a point high, or below a quarter of one wide.
  private func isTooSmall(_ matrix: PDFMatrix) -> Bool {
    guard !graphics.font.isDrawn else { return false }
    let height = (matrix.c * matrix.c + matrix.d * matrix.d).squareRoot() * abs(graphics.size)
    let width =
      (matrix.a * matrix.a + matrix.b * matrix.b).squareRoot() * abs(graphics.size * graphics.scale)
    return height < 1 || width < 0.5
  }

  private func isClipped(_ box: PDFBox) -> Bool {
    graphics.clip.left > graphics.clip.right || graphics.clip.bottom > graphics.clip.top
      || box.isApart(from: graphics.clip, by: 2)
  }
}
