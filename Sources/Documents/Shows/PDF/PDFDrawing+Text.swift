/// Text (ISO 32000-2 §9.4).
extension PDFDrawing {
  mutating func takeText(_ name: String, _ content: PDFContent, _ resources: PDFPart?) {
    let numbers = content.numbers ?? []
    let first = numbers.first ?? 0
    switch name {
    case "BT": begin(at: .identity)
    // What is painted next is seen through these letters alone.
    case "ET": if !clipping.isEmpty { graphics.isClipRagged = true }
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
    // Letters that stand together, a few at a time: what hides half a line hides words.
    var chunk: (start: Double, end: Double, count: Int)?
    var chunks: [(start: Double, end: Double, letters: Int)] = []
    var hasher = Hasher()
    var characters: [UInt8] = []
    var plain = 0.0
    let codes = font.count(of: string)
    let most = font.isExact ? max(PDFDrawing.chunk, codes / PDFDrawing.maximumChunks) : codes
    for place in 0..<codes {
      guard budget.codes > 0 else {
        isUnread = true
        break
      }
      let code = font.code(place, of: string)
      let own = font.width(of: code) / 1_000 * graphics.size
      plain += own
      if font.isBlank(code) {
        if font.isExact, let last = chunk {
          chunks.append((last.start, last.end, hasher.finalize()))
          (chunk, hasher) = (nil, Hasher())
        }
      } else {
        hasher.combine(code)
        hasher.combine(font.characters(of: code))
        chunk = (chunk?.start ?? width, width + own, (chunk?.count ?? 0) + 1)
        if let last = chunk, last.count >= most {
          chunks.append((last.start, last.end, hasher.finalize()))
          (chunk, hasher) = (nil, Hasher())
        }
      }
      width += own + graphics.characterSpace
      if !font.isWide, code == 0x20 { width += graphics.wordSpace }
      let shown = font.characters(of: code)
      budget.codes -= 1 + shown.count
      if shown.isEmpty, code != 0x20 {
        if !characters.isEmpty { take(characters) }
        characters.removeAll(keepingCapacity: true)
        if font.isBlank(code) { spoken.addBlank() } else { spoken.addUnknown() }
      }
      characters += shown
      // However long it is, and whatever its codes stand for: it is looked at as it comes.
      if characters.count >= ShowLimits.piece {
        take(characters)
        characters.removeAll(keepingCapacity: true)
      }
    }
    if let last = chunk { chunks.append((last.start, last.end, hasher.finalize())) }
    if !characters.isEmpty { take(characters) }
    let isHeaped =
      font.isExact && codes > 1 && plain != 0 && width / plain < PDFDrawing.leastAdvance
    if isHeaped, !chunks.isEmpty, graphics.mode != 3, graphics.mode != 7 {
      canvas.addHidden()
    } else {
      for part in chunks {
        judge(
          from: part.start * graphics.scale, to: part.end * graphics.scale, letters: part.letters)
      }
    }
    advance(width * graphics.scale)
    if !font.isExact { isPlaced = false }
  }

  private mutating func take(_ characters: [UInt8]) {
    text.take(characters, at: offset)
    if spoken.add(characters) { saysOther = true }
  }

  /// Letters that are judged together, and how many such parts one string has.
  private static let chunk = 4
  private static let maximumChunks = 256
  /// How far letters go on at least, as a share of their widths: those that do not lie on each other.
  private static let leastAdvance = 0.3

  /// Says how letters from one place of the line to another are seen.
  private mutating func judge(from start: Double, to end: Double, letters known: Int) {
    let size = graphics.size
    let matrix = textMatrix.then(graphics.matrix)
    let glyphs = PDFBox(
      left: min(start, end), bottom: graphics.rise + min(0, size) * 0.75, right: max(start, end),
      top: graphics.rise + max(0, size) * 0.75)
    let box = matrix.box(glyphs)
    guard box.left.isFinite, box.right.isFinite, box.top.isFinite, box.bottom.isFinite else {
      return canvas.addHidden()
    }
    if graphics.mode == 7 {
      clipping.append(box)
      return
    }
    if graphics.mode == 3 { return canvas.addUnseen(box) }
    if isTooSmall(matrix) { return canvas.addHidden() }
    if isPlaced, box.isApart(from: canvas.page, by: 1) || isClipped(box) {
      return canvas.addHidden()
    }
    if isPlaced, graphics.font.isExact {
      // A half of them counts as all: what is left of letters at the edge of a clip says nothing.
      let letters = PDFLetters(glyphs, through: matrix, ink: .black, ground: .white)
      let clips = graphics.clips + [PDFShape(box: canvas.page.cut(graphics.clip).grown(by: 2))]
      if letters.isOutside(clips) { return canvas.addHidden() }
    }
    if graphics.isMasked || graphics.isTransferred || graphics.blend == .other { isUnread = true }
    // Where it stands is asked for, so that it has to be certain.
    canvas.add(glyphs, through: matrix, inks(), letters: isPlaced ? known : nil)
  }

  /// The colours in which letters are drawn.
  private mutating func inks() -> [PDFPaint] {
    let fill = (graphics.fill, graphics.opacity, graphics.fillPattern)
    let stroke = (graphics.stroke, graphics.strokeOpacity, graphics.strokePattern)
    let used = [[fill], [stroke], [fill, stroke], []][graphics.mode & 3]
    return used.map { colour, opacity, pattern in
      switch colour {
      case .nothing: return .colour(.white, share: 0)
      case .known(let colour):
        return graphics.blend == .darkening
          ? .darkening(colour, share: opacity) : .colour(colour, share: opacity)
      case .unknown:
        if pattern != .darkShades { isUnread = true }
        return .uncertain
      }
    }
  }

  /// Whether letters are below one and a half points high, below half a point wide, or squeezed to a tenth of their width.
  private func isTooSmall(_ matrix: PDFMatrix) -> Bool {
    guard !graphics.font.isDrawn || graphics.font.glyphHeight != nil else { return false }
    let size = abs(graphics.size) * unit
    let height = (matrix.c * matrix.c + matrix.d * matrix.d).squareRoot() * size
    let width =
      (matrix.a * matrix.a + matrix.b * matrix.b).squareRoot() * size * abs(graphics.scale)
    if let share = graphics.font.glyphHeight { return share * height < 1 }
    return height < 1.5 || width < max(1, height / 10)
  }

  private func isClipped(_ box: PDFBox) -> Bool {
    graphics.clip.left > graphics.clip.right || graphics.clip.bottom > graphics.clip.top
      || box.isApart(from: graphics.clip, by: 2)
  }
}
