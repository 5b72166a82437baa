import BroadsealBytes

/// Follows the content of one page: the state of graphics and text, and what is painted.
struct PDFDrawing {
  var resolver: PDFResolver
  var canvas: PDFCanvas
  var budget: PDFBudget
  var fonts: [PDFReference: PDFFont]
  var text: TextShows
  /// Whether something could not be followed.
  private(set) var isUnread = false

  var graphics = PDFGraphics()
  private var saved: [PDFGraphics] = []
  /// Where text stands, and where its line begins.
  var textMatrix = PDFMatrix.identity
  var lineMatrix = PDFMatrix.identity
  /// Whether the place of the next text is certain.
  var isPlaced = true
  /// Text that clips what is painted next, and is seen only so.
  var clipping: [PDFBox] = []

  private var path = PDFBox.nothing
  private var isStraight = true
  private var corners = 0
  private var lastPoint: (x: Double, y: Double)?
  private var clipsNext = false

  /// States that are kept at a time.
  private static let maximumSaved = 512

  init(
    resolver: PDFResolver, canvas: PDFCanvas, budget: PDFBudget, fonts: [PDFReference: PDFFont],
    text: TextShows
  ) {
    self.resolver = resolver
    self.canvas = canvas
    self.budget = budget
    self.fonts = fonts
    self.text = text
  }

  /// Ends the page.
  mutating func finish() {
    flushClipping()
    canvas.finish()
    text.take([0x20], at: 0)
  }

  /// Draws a content stream.
  mutating func draw(_ bytes: [UInt8], resources: PDFPart?, depth: Int) {
    var content = PDFContent(bytes)
    let floor = saved.count
    while content.next() {
      budget.operators -= 1
      guard budget.operators > 0 else {
        isUnread = true
        break
      }
      run(content, resources, depth, floor)
    }
    while saved.count > floor { restore() }
  }

  private mutating func run(
    _ content: PDFContent, _ resources: PDFPart?, _ depth: Int, _ floor: Int
  ) {
    let name = String(decoding: content.operatorName.prefix(4), as: UTF8.self)
    switch name {
    case "q":
      guard saved.count - floor < PDFDrawing.maximumSaved else {
        isUnread = true
        return
      }
      saved.append(graphics)
    case "Q": if saved.count > floor { restore() }
    case "cm":
      if let matrix = content.numbers.flatMap({ PDFMatrix($0) }) {
        graphics.matrix = matrix.then(graphics.matrix)
      }
    case "w": graphics.lineWidth = content.numbers?.first ?? graphics.lineWidth
    case "gs": takeState(content, resources)
    case "Do": drawObject(content, resources, depth)
    case "BI": paintPicture(covers: false)
    case "sh":
      clipping = []
      canvas.paint(graphics.clip.cut(canvas.page), isWhite: false, covers: false)
    default:
      if !takePath(name, content), !takeColour(name, content, resources) {
        takeText(name, content, resources)
      }
    }
  }

  private mutating func restore() {
    flushClipping()
    if let last = saved.popLast() { graphics = last }
  }

  private mutating func flushClipping() {
    for box in clipping { canvas.addUnseen(box) }
    clipping = []
  }
}

/// Paths and what they paint (ISO 32000-2 §8.5).
extension PDFDrawing {
  private mutating func takePath(_ name: String, _ content: PDFContent) -> Bool {
    switch name {
    case "m", "l", "c", "v", "y":
      guard let numbers = content.numbers else { return true }
      if name == "m" ? corners > 0 : name != "l" { isStraight = false }
      corners += 1
      checkLine(name, numbers)
      for index in stride(from: 0, to: numbers.count - 1, by: 2) {
        addPoint(numbers[index], numbers[index + 1])
      }
    case "re":
      guard let numbers = content.numbers, numbers.count == 4 else { return true }
      // Several boxes in one path cover less than the box around them.
      if corners > 0 { isStraight = false }
      corners += 4
      addPoint(numbers[0], numbers[1])
      addPoint(numbers[0] + numbers[2], numbers[1])
      addPoint(numbers[0], numbers[1] + numbers[3])
      addPoint(numbers[0] + numbers[2], numbers[1] + numbers[3])
    case "h": break
    case "W", "W*": clipsNext = true
    case "n": endPath()
    case "f", "F", "f*": fillPath()
    case "B", "B*", "b", "b*": fillPath()
    case "S", "s": strokePath()
    default: return false
    }
    return true
  }

  /// A line that is neither level nor upright makes no box.
  private mutating func checkLine(_ name: String, _ numbers: [Double]) {
    guard numbers.count >= 2 else { return }
    let point = (x: numbers[numbers.count - 2], y: numbers[numbers.count - 1])
    if name == "l", let last = lastPoint, abs(last.x - point.x) > 0.01, abs(last.y - point.y) > 0.01
    {
      isStraight = false
    }
    lastPoint = point
  }

  private mutating func addPoint(_ x: Double, _ y: Double) {
    let point = graphics.matrix.apply(x, y)
    if point.x.isFinite, point.y.isFinite { path.add(point.x, point.y) }
  }

  private mutating func fillPath() {
    clipping = []
    let box = path.cut(graphics.clip)
    let isBox = isStraight && (corners == 4 || corners == 5) && graphics.matrix.isStraight
    canvas.paint(
      box, isWhite: graphics.fill.isWhite && !graphics.isMixed && graphics.opacity > 0.5,
      covers: isBox && !graphics.isClipRagged && graphics.opacity >= 0.99 && !graphics.isMixed
        && graphics.fill.isKnown)
    endPath()
  }

  /// A thick line can be the ground of text.
  private mutating func strokePath() {
    clipping = []
    let scale = max(
      abs(graphics.matrix.a) + abs(graphics.matrix.c),
      abs(graphics.matrix.b) + abs(graphics.matrix.d))
    let width = graphics.lineWidth * scale
    if width > 4, !graphics.stroke.isWhite {
      canvas.paint(
        path.grown(by: width / 2).cut(graphics.clip), isWhite: false, covers: false)
    }
    endPath()
  }

  private mutating func endPath() {
    if clipsNext {
      graphics.clip = graphics.clip.cut(path)
      if !isStraight || corners != 4 && corners != 5 || !graphics.matrix.isStraight {
        graphics.isClipRagged = true
      }
    }
    path = .nothing
    isStraight = true
    corners = 0
    lastPoint = nil
    clipsNext = false
  }
}

/// Pictures, forms and named states.
extension PDFDrawing {
  private mutating func paintPicture(covers: Bool) {
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
        let entry = all[PDFName(PDFDrawing.unescaped(name))]
      else { return nil }
      guard case .reference(let reference) = entry.object else { return (entry, nil, nil) }
      guard let object = try resolver.object(reference) else { return nil }
      return (object.part(encrypted: resolver.security != nil), reference, object.data)
    } catch {
      isUnread = true
      return nil
    }
  }

  private static func unescaped(_ name: ArraySlice<UInt8>) -> [UInt8] {
    guard name.contains(UInt8(ascii: "#")) else { return Array(name) }
    var plain: [UInt8] = []
    var rest = name
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "#"), rest.count > 1, let high = Hex.value(of: rest[rest.startIndex]),
        let low = Hex.value(of: rest[rest.startIndex + 1])
      {
        plain.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        plain.append(byte)
      }
    }
    return plain
  }

  private mutating func takeState(_ content: PDFContent, _ resources: PDFPart?) {
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

  private mutating func drawObject(_ content: PDFContent, _ resources: PDFPart?, _ depth: Int) {
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
      guard depth < ShowLimits.streamDepth, budget.bytes > 0,
        let stream = try resolver.object(reference)
      else {
        isUnread = true
        return
      }
      let bytes = try resolver.decoded(stream, data, limit: budget.bytes)
      budget.bytes -= bytes.count
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
