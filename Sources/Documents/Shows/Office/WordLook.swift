/// How text of a document of Word is asked to show: what one place says of it (ECMA-376-1 §17.3).
///
/// Sizes are in half points, distances in twentieths of a point, as the standard has them.
struct WordLook: Hashable {
  /// The ground that text stands on.
  enum Ground: Hashable {
    case plain
    case painted(WrittenColour)
    case unknown
  }

  var isVanished: Bool?
  /// Whether a view of the document as a page of the web leaves it out.
  var isWebHidden: Bool?
  /// The tab stop that is furthest to the right.
  var tab: Double?
  /// Whether nothing of it is drawn (`w14:textFill`).
  var isUndrawn: Bool?
  var colour: WrittenColour?
  var ground: Ground?
  var size: Double?
  var scale: Double?
  var spacing: Double?
  var position: Double?
  /// The height of a line: exact, or in parts of 240 of what it needs.
  var line: Double?
  var isLineExact: Bool?
  var left: Double?
  var right: Double?
  var first: Double?
  /// Whether it is fitted into next to no room, or framed beside the page.
  var isSqueezed: Bool?

  /// This, and where it says nothing, what `base` says.
  func over(_ base: WordLook) -> WordLook {
    var look = self
    look.isVanished = isVanished ?? base.isVanished
    look.isWebHidden = isWebHidden ?? base.isWebHidden
    if let other = base.tab { look.tab = max(tab ?? other, other) }
    look.isUndrawn = isUndrawn ?? base.isUndrawn
    look.colour = colour ?? base.colour
    look.ground = ground ?? base.ground
    look.size = size ?? base.size
    look.scale = scale ?? base.scale
    look.spacing = spacing ?? base.spacing
    look.position = position ?? base.position
    if line == nil { (look.line, look.isLineExact) = (base.line, base.isLineExact) }
    look.left = left ?? base.left
    look.right = right ?? base.right
    look.first = first ?? base.first
    look.isSqueezed = isSqueezed ?? base.isSqueezed
    return look
  }

  /// Takes a property; `owner` is the list of properties that it stands in.
  mutating func take(_ reading: XMLReading, in owner: String) {
    func number(_ name: StaticString) -> Double? { reading.value(name, .word).flatMap(Double.init) }
    switch reading.name.local {
    case "vanish", "specVanish": isVanished = !WordValue.isOff(reading)
    case "webHidden": isWebHidden = !WordValue.isOff(reading)
    case "tab" where owner == "tabs" && reading.value("val", .word) != "clear":
      if let place = number("pos") { tab = max(tab ?? place, place) }
    case "color": colour = WrittenColour(word: reading, ("val", "themeColor"))
    case "sz": size = number("val") ?? size
    case "szCs": if let other = number("val"), other < 4 { size = other }
    case "w": scale = reading.value("val", .word).flatMap { Double($0.filter { $0 != "%" }) }
    case "spacing" where owner == "rPr": spacing = number("val")
    case "spacing":
      line = number("line") ?? line
      if line != nil { isLineExact = reading.value("lineRule", .word).map { $0 == "exact" } }
      if reading.value("lineRule", .word) == "atLeast" { line = nil }
    case "position": position = number("val")
    case "fitText": isSqueezed = (number("val") ?? 1_440) < 100
    case "shd": ground = WordLook.ground(reading)
    case "highlight":
      ground = reading.value("val", .word) == "none" ? ground : WordLook.marked(reading)
    case "ind":
      left = number("left") ?? number("start") ?? left
      right = number("right") ?? number("end") ?? right
      first = number("firstLine") ?? number("hanging").map { -$0 } ?? first
      if let chars = number("leftChars") ?? number("startChars"), chars != 0 { left = chars * 2.4 }
    case "framePr":
      let places = [number("x"), number("y")].compactMap(\.self)
      if places.contains(where: { $0 < -1_440 || $0 > 20_000 }) { isSqueezed = true }
      if reading.value("hRule", .word) == "exact", let high = number("h"), high < 100 {
        isSqueezed = true
      }
    default: break
    }
  }

  /// A shading (§17.3.5): a pattern of two colours is a ground that is not known.
  private static func ground(_ reading: XMLReading) -> Ground {
    switch reading.value("val", .word) ?? "clear" {
    // No ground, whatever colour is written beside it.
    case "nil": return .plain
    case "clear":
      let fill = reading.value("fill", .word)
      if fill == nil || fill == "auto", reading.value("themeFill", .word) == nil { return .plain }
      return .painted(WrittenColour(word: reading, ("fill", "themeFill")))
    case "solid":
      return .painted(WrittenColour(word: reading, ("color", "themeColor")))
    default: return .unknown
    }
  }

  private static func marked(_ reading: XMLReading) -> Ground {
    let names = [
      "black": "000000", "white": "FFFFFF", "yellow": "FFFF00", "lightGray": "C0C0C0",
      "darkGray": "808080", "red": "FF0000", "darkRed": "800000", "blue": "0000FF",
      "darkBlue": "000080", "green": "00FF00", "darkGreen": "008000", "cyan": "00FFFF",
      "magenta": "FF00FF",
    ]
    guard let colour = names[reading.value("val", .word) ?? ""] else { return .unknown }
    return .painted(WrittenColour(drawn: colour, isTheme: false))
  }

  /// Whether nobody sees text that shows so, whatever it stands on.
  var isUnseen: Bool {
    // Ten points, where nothing says a size (§17.3.2.38).
    let size = size ?? 20
    if isVanished == true || isUndrawn == true || isSqueezed == true || size < 4 { return true }
    if let scale, scale < 10 { return true }
    // Letters are half as wide as they are high: with a fifth less they lie on each other.
    if let spacing, spacing < -size * 10 / 5 { return true }
    if let position, abs(position) > max(size * 2, 48) { return true }
    return isClipped(size)
  }

  /// Whether the lines are too low for what stands in them.
  private func isClipped(_ size: Double) -> Bool {
    guard let line else { return false }
    return isLineExact == true ? abs(line) < size * 10 * 0.6 : line < 120
  }

  /// Whether nobody sees text of its colour on any of `grounds`.
  func isLost(on grounds: [ScreenColour], _ themes: OfficeThemes) -> Bool {
    (colour?.resolved(themes) ?? []).contains { text in grounds.contains { text.isPale(on: $0) } }
  }
}
