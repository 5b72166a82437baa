/// How text of RTF is asked to show: what the control words before it say. Sizes are in half points, distances
/// in twentieths of a point, as the format has them.
struct RTFLook {
  private var isVanished = false
  private var colour = 0
  private var highlight: Int?
  private var ground: Int?
  private var isShaded = false
  private var size = 24.0
  private var spacing = 0.0
  private var scale = 100.0
  private var raised = 0.0
  private var line = 0.0
  private var isLineShare = false
  private var left = 0.0
  private var right = 0.0
  private var first = 0.0
  private var tab = 0.0
  /// Of the row that is open, its exact height and what stands in it.
  private var height: Double?

  /// The height of a row that does not grow; nil of others.
  var rowHeight: Double? { height }
  /// The height of a letter, in twentieths of a point.
  var lineHeight: Double { size * 10 }

  /// Takes a control word; whether it is one of those that are followed.
  mutating func take(_ word: String, _ number: Int?) -> Bool {
    let value = Double(number ?? 0)
    switch word {
    case "v", "webhidden": isVanished = number != 0
    case "plain":
      (isVanished, colour, highlight, size, spacing, scale, raised) = (
        false, 0, nil, 24, 0, 100, 0
      )
    case "pard": (line, isLineShare, left, right, first, tab, ground) = (0, false, 0, 0, 0, 0, nil)
    case "cf": colour = number ?? 0
    case "cb", "chcbpat", "highlight":
      highlight = (number ?? 0) == 0 ? (word == "highlight" ? highlight : nil) : number
    case "cbpat": ground = (number ?? 0) == 0 ? nil : number
    case "clcbpat", "clcbpatraw", "trcbpat": isShaded = true
    case "cfpat", "chcfpat", "clcfpat", "clcfpatraw", "trcfpat": break
    case "shading", "chshdng", "clshdng", "clshdngraw", "trshdng": if value > 0 { isShaded = true }
    case "fs": size = number.map(Double.init) ?? 24
    case "expnd": spacing = value * 5
    case "expndtw": spacing = value
    case "charscalex": scale = number.map(Double.init) ?? 100
    case "up", "dn": raised = number.map(Double.init) ?? 6
    case "sl": line = value
    case "slmult": isLineShare = number == 1
    case "li", "lin", "culi": left = value
    case "ri", "rin", "curi": right = value
    case "fi", "cufi": first = value
    case "tx": tab = max(tab, value)
    case "trowd": (height, isShaded) = (nil, false)
    case "trrh": height = value < 0 ? -value : nil
    default: return false
    }
    return true
  }

  /// Ends a row of a table.
  mutating func endRow() { (height, isShaded) = (nil, false) }

  /// Whether nobody sees text that shows so, whatever its colour: as `WordLook` has it.
  var isUnseen: Bool {
    if isVanished || size <= 4 || scale < 10 || spacing < -size * 2 { return true }
    if raised > max(size * 2, 48) { return true }
    if let height, height < 100 { return true }
    if isLineShare ? line > 0 && line < 120 : line < 0 && -line < size * 6 { return true }
    let edges = [left, right, left + first, tab]
    return edges.contains { $0 < -1_440 || $0 > 20_000 }
  }

  /// Whether its colour is not seen on its ground; nil where the ground is not known.
  func isPale(_ colours: [ScreenColour?]) -> Bool? {
    func colour(_ index: Int) -> ScreenColour? {
      colours.indices.contains(index) ? colours[index] : nil
    }
    let text = colour(self.colour)
    let under = highlight ?? ground
    // A program chooses a colour that is seen.
    guard let text else {
      return under.flatMap(colour).map { ScreenColour.black.isPale(on: $0) } ?? false
    }
    if let under { return colour(under).map { text.isPale(on: $0) } }
    guard text.isPale() else { return false }
    return isShaded ? nil : true
  }
}
