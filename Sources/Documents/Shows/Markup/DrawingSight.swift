/// Follows a drawing in the order in which it is painted, and says which of its text is not seen.
///
/// Boxes stand for areas: that of a text is guessed from its size and its characters, that of a path holds all of
/// its points. Where that cannot tell whether a later area covers a text, it counts as not looked through.
struct DrawingSight {
  /// What is said of a text.
  enum Finding { case hidden, unread, pale }

  private struct Layer {
    var state = DrawnState()
    let name: String
    /// Whether what stands in it is painted only where something refers to it.
    let isAside: Bool
  }

  private struct Area {
    let box: PDFBox
    let paint: DrawnState.Paint
    let isWhole: Bool
  }

  private struct Text {
    let box: PDFBox
    let offset: Int
  }

  private var layers: [Layer] = []
  private var areas: [Area] = []
  private var texts: [Text] = []
  private var view: PDFBox?
  /// The boxes of shapes by their names, where nothing turns them: `use` paints them again elsewhere.
  private var shapes: [String: PDFBox] = [:]
  private var markers: [String: Double] = [:]
  /// Where the last run of the text that is open begins.
  private var run: (x: Double, y: Double)?
  private var advance = 0.0
  private var limit: Double?
  private var work = 1 << 22
  /// Rules of style sheets that stand before what they are for.
  private var rules = DrawnRules()
  /// What was found, and where.
  private(set) var found: [(finding: Finding, offset: Int)] = []

  private static let most = 8_192

  /// Takes the rules of a style sheet.
  mutating func take(_ sheet: StyleReader) {
    rules.take(sheet.drawn, isWhole: !sheet.isDrawnCut)
  }

  /// Takes the start of an element.
  mutating func open(
    _ name: String, isEmpty: Bool, _ attributes: [(name: String, value: String)], at offset: Int
  ) {
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    var layer = Layer(
      state: layers.last?.state ?? DrawnState(), name: name.lowercased(),
      isAside: layers.last?.isAside ?? false || DrawingSight.asides.contains(name.lowercased()))
    style(&layer.state, name, attributes)
    if let transform = value("transform") { layer.state.take(transform: transform) }
    place(&layer, value)
    if let id = value("id"), name != "use", value("transform") == nil,
      shapes.count < DrawingSight.most
    {
      // A name that stands twice is that of the first.
      if shapes[id] == nil { shapes[id] = DrawnShape.box(layer.name, value) }
    }
    if !layer.isAside { paint(layer, value, at: offset) }
    if !isEmpty, layers.count < DrawingSight.most { layers.append(layer) }
  }

  /// Takes the end of an element.
  mutating func close(_ name: String) {
    let name = name.lowercased()
    guard let place = layers.lastIndex(where: { $0.name == name }) else { return }
    layers.removeSubrange(place...)
  }

  private static let asides: Set<String> = [
    "defs", "symbol", "clippath", "mask", "pattern", "marker", "lineargradient", "radialgradient",
    "filter", "metadata", "title", "desc",
  ]

  private mutating func style(
    _ state: inout DrawnState, _ name: String, _ attributes: [(name: String, value: String)]
  ) {
    for (attribute, value) in attributes where StyleProperties.painting.contains(attribute) {
      state.take(attribute, StyleTokens(Array(value.utf8)).tokens[...])
    }
    for declaration in rules.declarations(of: name, attributes, isRoot: layers.isEmpty) {
      state.take(declaration.name, declaration.value)
    }
    guard let style = attributes.first(where: { $0.name == "style" })?.value else { return }
    let reader = StyleReader(
      StyleTokens(Array(style.utf8)), isDrawing: true, isConditional: false, isInRule: true)
    for (_, declarations) in reader.drawn {
      for declaration in declarations { state.take(declaration.name, declaration.value) }
    }
  }

  private mutating func place(_ layer: inout Layer, _ value: (String) -> String?) {
    func number(_ name: String) -> Double? { value(name).flatMap(DrawingSight.number) }
    switch layer.name {
    case "svg":
      if number("width") == 0 || number("height") == 0 { layer.state.isHidden = true }
      let box = (value("viewBox") ?? value("viewbox")).map(DrawnShape.numbers)
      if layers.isEmpty {
        (areas, texts, view) = ([], [], nil)
        if let box, box.count == 4 {
          view = PDFBox(corners: [box[0], box[1], box[0] + box[2], box[1] + box[3]])
        } else if let width = number("width"), let height = number("height"),
          value("width")?.hasSuffix("%") != true, value("height")?.hasSuffix("%") != true
        {
          view = PDFBox(corners: [0, 0, width, height])
        }
      } else {
        placeInner(&layer, value, box)
      }
    case "marker":
      if let id = value("id"), markers[id] == nil, markers.count < DrawingSight.most {
        markers[id] = DrawnMarker.reach(value)
      }
    case "text", "tspan", "textpath":
      if layer.name == "textpath" { layer.state.isLost = true }
      if layer.name == "text" { (layer.state.x, layer.state.y, advance, limit) = (0, 0, 0, nil) }
      if layer.name == "text" { run = nil }
      if DrawnLetters.areDisordered(
        value, isPart: layer.name != "text" && value("x") == nil, size: layer.state.size)
      {
        layer.state.isPiled = true
      }
      if let x = value("x").map(DrawnShape.numbers)?.first { (layer.state.x, advance) = (x, 0) }
      if let y = value("y").map(DrawnShape.numbers)?.first { layer.state.y = y }
      layer.state.x += value("dx").map(DrawnShape.numbers)?.first ?? 0
      layer.state.y += value("dy").map(DrawnShape.numbers)?.first ?? 0
      if let length = number("textLength") ?? number("textlength") { limit = length }
    default: return
    }
  }

  private static func number(_ text: String) -> Double? { DrawnShape.numbers(text).first }

  /// Takes text that is drawn.
  mutating func show(_ text: [UInt8], at offset: Int) {
    guard let layer = layers.last, !layer.isAside else { return }
    let state = layer.state
    if state.isHidden { return note(.hidden, at: offset) }
    if state.isCut || state.isPiled || rules.isCut { return note(.unread, at: offset) }
    let letters = String(decoding: text, as: UTF8.self).unicodeScalars.filter {
      !$0.properties.isWhitespace
    }
    let width = letters.reduce(0.0) { $0 + ($1.value >= 0x2E80 ? 1 : 0.5) } * state.size
    if let limit, limit < width / 3 { note(.unread, at: offset) }
    let edge = view.map { min($0.right - $0.left, $0.top - $0.bottom) }
    if state.size * state.scale < (edge.map { min(1, $0 / 500) } ?? 1) {
      return note(.hidden, at: offset)
    }
    let start = state.x + advance - (state.isEnd ? width : state.isMiddle ? width / 2 : 0)
    advance += width
    // A later run at a place of its own, before the last one or on it, is read in another order.
    if let run, advance == width, abs(run.y - state.y) < state.size * 0.6,
      start < run.x + state.size * 0.15
    {
      return note(.unread, at: offset)
    }
    if !letters.isEmpty { run = (start, state.y) }
    // From the line on which the letters stand up to about their height.
    let box = state.matrix.box(
      PDFBox(left: start, bottom: state.y - state.size * 0.6, right: start + width, top: state.y))
    let isKnown = !state.isLost
    if let clip = state.clip, !isKnown || !clip.holds(box, margin: width * 0.1 + 1) {
      return note(.unread, at: offset)
    }
    if isKnown, let view, box.isApart(from: view) { return note(.hidden, at: offset) }
    judge(state, isKnown ? box : .everything, at: offset)
    guard texts.count < DrawingSight.most else { return note(.unread, at: offset) }
    texts.append(Text(box: isKnown ? box : .everything, offset: offset))
  }

  /// Says whether text is told from the grounds that it may lie on.
  private mutating func judge(_ state: DrawnState, _ box: PDFBox, at offset: Int) {
    let (fill, line) = (
      (state.fill, state.opacity * state.fillOpacity),
      (state.stroke, state.opacity * state.strokeOpacity)
    )
    var paints = [fill]
    if state.strokeWidth > 0 { paints.append(line) }
    if state.hasStroke, state.isDashed, !state.hasFill { return note(.unread, at: offset) }
    // A line lies on what is filled, on both sides of its edge: a wide one is all that is left of a letter.
    if state.hasStroke, !state.isStrokeFirst, line.1 >= 0.5,
      state.strokeWidth > state.size / 20
    {
      paints = [line]
    }
    var inks: [(ScreenColour, Double)] = []
    for (paint, share) in paints {
      switch paint {
      case .none: continue
      case .unknown: return note(.unread, at: offset)
      case .colour(let colour): inks.append((colour.contrast, colour.alpha * share))
      }
    }
    func isSeen(on ground: ScreenColour) -> Bool {
      inks.contains { !$0.over(ground, share: $1).isPale(on: ground) }
    }
    var isOnPage = true
    for area in areas.reversed() {
      guard work > 0 else { return note(.unread, at: offset) }
      work -= 1
      guard !area.box.isApart(from: box) else { continue }
      guard case .colour(let colour) = area.paint else { return }
      if isSeen(on: colour.contrast) { return }
      if area.isWhole, area.box.holds(box, margin: 0) {
        isOnPage = false
        break
      }
    }
    guard isOnPage else { return note(.hidden, at: offset) }
    if !isSeen(on: .white) { note(isSeen(on: .black) ? .pale : .hidden, at: offset) }
  }

  private mutating func note(_ finding: Finding, at offset: Int) {
    if found.count < DrawingSight.most { found.append((finding, offset)) }
  }

  /// Takes a shape that is painted over what stands before.
  private mutating func paint(_ layer: Layer, _ value: (String) -> String?, at offset: Int) {
    guard !layer.state.isHidden, var box = DrawnShape.box(layer.name, value) else { return }
    if layer.name == "use", let link = value("href"), let known = shapes[String(link.dropFirst())] {
      func number(_ name: String) -> Double { value(name).flatMap(DrawingSight.number) ?? 0 }
      box = PDFMatrix(x: number("x"), y: number("y")).box(known).grown(by: 1)
    }
    let state = layer.state
    let isMarked = ["path", "line", "polyline", "polygon"].contains(layer.name)
    if isMarked, !state.markers.isEmpty { paintMarkers(state, on: box, at: offset) }
    let isPicture = layer.name == "image" || layer.name == "use"
    var paint = isPicture ? DrawnState.Paint.unknown : state.fill
    var share = state.opacity * state.fillOpacity
    if case .colour(let colour) = paint { share *= colour.alpha }
    if case .none = paint { share = 0 }
    // A line as wide as letters are high.
    let line = state.strokeWidth
    var isLine = false
    if case .none = state.stroke {
    } else if line >= 6, share < 0.5 {
      (paint, share, isLine) = (state.stroke, state.opacity, true)
    }
    guard share >= 0.5 else { return }
    let place = isLine ? box.grown(by: line / 2) : box
    let isWhole = layer.name == "rect" && !isLine && state.matrix.isStraight && !state.isCut
    let isEndless = state.isLost || !place.right.isFinite
    let area = isEndless ? PDFBox.everything : state.matrix.box(place)
    cover(area, paint, isWhole: isWhole && !isEndless, at: offset)
  }

  /// What is drawn at the points of a line, of whatever colour.
  private mutating func paintMarkers(_ state: DrawnState, on box: PDFBox, at offset: Int) {
    let reaches = state.markers.map { markers[$0] ?? .infinity }
    let reach = (reaches.max() ?? 0) * max(1, state.strokeWidth)
    let isEndless = state.isLost || !reach.isFinite || !box.right.isFinite
    let area = isEndless ? PDFBox.everything : state.matrix.box(box.grown(by: reach))
    cover(area, .unknown, isWhole: false, at: offset)
  }

  /// A drawing in a drawing has a place of its own, and is cut at its edge (SVG 2 §7.7, §14.3).
  private mutating func placeInner(
    _ layer: inout Layer, _ value: (String) -> String?, _ box: [Double]?
  ) {
    let isBare = ["x", "y", "width", "height"].allSatisfy { value($0) == nil } && box == nil
    if isBare { return }
    let texts = ["x", "y", "width", "height"].map(value)
    let numbers = texts.map { $0.flatMap(DrawingSight.number) }
    guard box == nil, let width = numbers[2], let height = numbers[3],
      !texts.contains(where: { $0?.hasSuffix("%") ?? false }), layer.state.clip == nil,
      layer.state.matrix.isStraight, !layer.state.isLost
    else {
      layer.state.isCut = true
      return
    }
    let step = PDFMatrix(x: numbers[0] ?? 0, y: numbers[1] ?? 0)
    layer.state.matrix = step.then(layer.state.matrix)
    layer.state.clip = PDFBox(corners: [0, 0, width, height]).map(layer.state.matrix.box)
  }

  /// Takes an area that is painted over the texts before it.
  private mutating func cover(
    _ area: PDFBox, _ paint: DrawnState.Paint, isWhole: Bool, at offset: Int
  ) {
    for text in texts where work > 0 {
      work -= 1
      guard !area.isApart(from: text.box, by: -0.1) else { continue }
      note(
        isWhole && area.holds(text.box, margin: 1) ? .hidden : .unread,
        at: text.offset)
    }
    guard areas.count < DrawingSight.most, work > 0 else { return note(.unread, at: offset) }
    areas.append(Area(box: area, paint: paint, isWhole: isWhole))
  }
}
