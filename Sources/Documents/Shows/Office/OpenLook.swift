/// How text of OpenDocument is asked to show: what one style says of it (ODF 1.3 part 3 §20). Lengths are
/// in points.
struct OpenLook {
  /// How a shape is filled (ODF 1.3 part 3 §20.122).
  enum Fill { case clear, solid, other }

  var isHidden: Bool?
  /// The colour of text; `.some(nil)` where the program chooses one that is seen.
  var colour: ScreenColour??
  /// The colour behind letters, paragraphs and cells; `.some(nil)` where that is not known.
  var background: ScreenColour??
  /// How a shape is filled: the colour beside it says something of a solid one that is not clear.
  var fill: Fill?
  var fillColour: ScreenColour??
  var fillShare: Double?
  var size: Double?
  var spacing: Double?
  /// How far it is raised or lowered, in parts of its size.
  var raised: Double?
  var line: Double?
  var isLineShare = false
  var left: Double?
  var right: Double?
  var indent: Double?
  /// Whether the row is lower, or the column narrower, than any text.
  var isFlat: Bool?
  /// The height of a row that does not grow.
  var height: Double?
  /// Whether text does not flow around a shape that lies before it, and whether the shape has a ground of its own.
  var isLoose: Bool?
  var isFilled: Bool? {
    if let fill { return fill != .clear }
    if case .some = background { return true }
    return nil
  }
  /// The tab stop that is furthest to the right.
  var tab: Double?

  /// This, and where it says nothing, what `base` says.
  func over(_ base: OpenLook) -> OpenLook {
    var look = self
    look.isHidden = isHidden ?? base.isHidden
    look.colour = colour ?? base.colour
    // What lies above another fill hides it.
    look.background = background ?? (fill == nil || fill == .clear ? base.background : nil)
    look.fill = fill ?? base.fill
    look.fillColour = fillColour ?? base.fillColour
    look.fillShare = fillShare ?? base.fillShare
    look.size = size ?? base.size
    look.spacing = spacing ?? base.spacing
    look.raised = raised ?? base.raised
    if line == nil { (look.line, look.isLineShare) = (base.line, base.isLineShare) }
    look.left = left ?? base.left
    look.right = right ?? base.right
    look.indent = indent ?? base.indent
    look.isFlat = isFlat ?? base.isFlat
    look.height = height ?? base.height
    look.isLoose = isLoose ?? base.isLoose
    if let other = base.tab { look.tab = max(tab ?? other, other) }
    return look
  }

  /// Takes the properties that a style gives to text, paragraphs, cells, rows and so on.
  mutating func take(_ reading: XMLReading) {
    let length = OfficeLength.points
    if let display = reading.value("display", .officeText) { isHidden = display != "true" }
    if reading.value("use-window-font-color", .style) == "true" { colour = .some(nil) }
    if let written = reading.value("color", .format) { colour = .some(ScreenColour(written)) }
    if let written = reading.value("font-size", .format) {
      size = length(written) ?? OfficeLength.share(written).map { $0 * 12 }
    }
    if let written = reading.value("letter-spacing", .format) { spacing = length(written) ?? 0 }
    if let written = reading.value("text-position", .style)?.split(separator: " ") {
      raised = written.first.flatMap { OfficeLength.share(String($0)) } ?? 0
      if written.count > 1, let part = OfficeLength.share(String(written[1])), part < 0.1 {
        isHidden = true
      }
    }
    if let scale = OfficeLength.share(reading.value("text-scale", .style)), scale < 0.1 {
      isHidden = true
    }
    // How much of the colour is laid on, in a later namespace; beside the window's own colour LibreOffice writes 0 % and
    // lays on all of it.
    if let part = OfficeLength.share(reading.value("opacity", .other)), part < 0.1,
      reading.value("use-window-font-color", .style) != "true"
    {
      isHidden = true
    }
    if let flow = reading.value("wrap", .style) {
      isLoose =
        flow == "run-through" && reading.value("run-through", .style) != "background"
    }
    // On the screen while the sheet is protected, and on paper at all times.
    if reading.value("cell-protect", .style) == "hidden-and-protected"
      || reading.value("print-content", .style) == "false"
    {
      isHidden = true
    }
    takeGround(reading)
    takeParagraph(reading)
  }

  private mutating func takeParagraph(_ reading: XMLReading) {
    let length = OfficeLength.points
    switch reading.name.local {
    case "paragraph-properties":
      if let written = reading.value("line-height", .format) {
        let share = OfficeLength.share(written)
        (line, isLineShare) = (share ?? length(written), share != nil)
      }
      left = length(reading.value("margin-left", .format)) ?? left
      right = length(reading.value("margin-right", .format)) ?? right
      indent = length(reading.value("text-indent", .format)) ?? indent
    case "table-row-properties":
      height = length(reading.value("row-height", .style))
      isFlat = height.map { $0 < 3 }
      if reading.value("use-optimal-row-height", .style) == "true" { height = nil }
    case "tab-stop":
      if let place = length(reading.value("position", .style)) { tab = max(tab ?? place, place) }
    case "table-column-properties":
      isFlat = length(reading.value("column-width", .style)).map { $0 < 1.5 }
    default: break
    }
  }

  private mutating func takeGround(_ reading: XMLReading) {
    if let written = reading.value("background-color", .format), written != "transparent" {
      background = .some(ScreenColour(written))
    }
    if let written = reading.value("fill-color", .draw) {
      fillColour = .some(ScreenColour(written))
    }
    if let share = OfficeLength.share(reading.value("opacity", .draw)) { fillShare = share }
    switch reading.value("fill", .draw) {
    case nil: break
    case "none": fill = .clear
    case "solid": fill = .solid
    default: fill = .other
    }
  }

  /// The colour of what text stands on; `.some(nil)` where that is not known, nil where nothing is painted.
  ///
  /// LibreOffice writes a colour beside `draw:fill="none"` too, in the style or in one that it inherits from.
  private var ground: ScreenColour?? {
    if let background { return background }
    switch fill {
    case .clear: return nil
    case .other: return .some(nil)
    case .solid, nil:
      guard let fillColour else { return nil }
      return fillShare ?? 1 < 0.5 ? .some(nil) : fillColour
    }
  }

  /// Whether nobody sees text that shows so; `isShape` when it stands on a ground that is not known.
  func isUnseen(isShape: Bool) -> Bool {
    let size = size ?? 12
    if isHidden == true || isFlat == true || size < 2 { return true }
    if let spacing, spacing < -size / 5 { return true }
    if let raised, abs(raised) > 2 { return true }
    if let line, isLineShare ? line < 0.5 : abs(line) < size * 0.6 { return true }
    // Beyond the margins of two centimetres that pages have, or a page that is wider than any.
    let edges = [left ?? 0, right ?? 0, (left ?? 0) + (indent ?? 0), (tab ?? 0) + 400]
    if edges.contains(where: { $0 < -72 || $0 > 1_400 }) { return true }
    return isLost(isShape: isShape)
  }

  private func isLost(isShape: Bool) -> Bool {
    guard let colour, let text = colour else { return false }
    guard let ground else { return !isShape && text.isPale(on: .white) }
    return ground.map { text.isPale(on: $0) } ?? false
  }
}
