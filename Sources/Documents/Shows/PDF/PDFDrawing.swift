import BroadsealBytes

/// Follows the content of one page: the state of graphics and text, and what is painted.
struct PDFDrawing {
  var resolver: PDFResolver
  var canvas: PDFCanvas
  var budget: PDFBudget
  var fonts: PDFFonts
  var text: TextShows
  /// Where the page stands.
  let offset: Int
  /// How many points a unit of the page is (`UserUnit`, ISO 32000-2 §8.3.2.3).
  var unit = 1.0
  /// Whether text for programs says something else than is shown.
  var saysOther = false
  /// Whether something could not be followed.
  var isUnread = false

  var graphics = PDFGraphics()
  private var saved: [PDFGraphics] = []
  /// Where text stands, and where its line begins.
  var textMatrix = PDFMatrix.identity
  var lineMatrix = PDFMatrix.identity
  /// Whether the place of the next text is certain.
  var isPlaced = true
  /// Drawings that are repeated and were looked into.
  var tiles: Set<PDFReference> = []
  /// What is said of the text that is shown now.
  var spoken = PDFSpokenText()
  /// Text that clips what is painted next, and is seen only so.
  var clipping: [PDFBox] = []

  /// The path that is being drawn.
  var path = PDFPath()

  /// Bytes of the content streams that are being drawn.
  private(set) var open = 0

  /// States that are kept at a time.
  private static let maximumSaved = 512

  init(
    resolver: PDFResolver, canvas: PDFCanvas, budget: PDFBudget, fonts: PDFFonts, text: TextShows,
    offset: Int
  ) {
    self.resolver = resolver
    self.canvas = canvas
    self.budget = budget
    self.fonts = fonts
    self.text = text
    self.offset = offset
  }

  /// Ends the page.
  mutating func finish() {
    flushClipping()
    canvas.finish()
    text.take([0x20], at: offset)
  }

  /// Draws a content stream.
  mutating func draw(_ bytes: [UInt8], resources: PDFPart?, depth: Int) {
    open += bytes.count
    defer { open -= bytes.count }
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
    case "BI":
      paintPicture(
        content.isStencil ? .ground(isPicture: true) : .opaque(isPicture: true))
    case "sh":
      clipping = []
      let paint = paint(.unknown, graphics.opacity, nil)
      canvas.paint(
        clipped(PDFShape(box: graphics.clip.cut(canvas.page))),
        graphics.isClipRagged ? .ground(isPicture: false) : paint)
    case "BMC", "BDC": spoken.begin(replacement(content, resources))
    case "EMC": endSpoken()
    default:
      if !takePath(name, content), !takeColour(name, content, resources) {
        takeText(name, content, resources)
      }
    }
  }

  /// Begins another drawing on the same page.
  mutating func startOver() {
    flushClipping()
    (graphics, path, spoken) = (PDFGraphics(), PDFPath(), PDFSpokenText())
    (textMatrix, lineMatrix, isPlaced) = (.identity, .identity, true)
    text.take([0x20], at: offset)
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
