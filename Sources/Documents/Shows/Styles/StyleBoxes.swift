/// What declarations do to the place that boxes take: which make one smaller than its text, which pull it over
/// others, and which paint something that would cover what stands below.
///
/// Text that has no room runs over into the next box (CSS 2.2 §11.1.1), and a ground that is painted later lies on it
/// (CSS 2.2, Appendix E): then another sentence is read in its place.
struct StyleBoxes {
  /// Whether boxes have next to no room for what stands in them.
  private(set) var squeezes = false
  /// Whether boxes have a fixed room, which text may not keep to.
  private(set) var fixes = false
  /// Whether boxes are moved onto others.
  private(set) var pulls = false
  /// Whether boxes are painted after those that follow them in the flow, as far as it is in their own rule.
  private(set) var lifts = false
  /// Whether a ground is painted, of any colour.
  private(set) var grounds = false
  /// Whether boxes stand in lines, or are painted like such.
  private(set) var inlines = false
  /// Whether a ground reaches beyond its line, where its box stands in one.
  private(set) var reaches = false
  /// Whether cells of a table are laid out otherwise, so that they do not grow with what stands in them.
  private(set) var relays = false
  /// Whether the line through a text is taken away, where it has one by its element.
  private(set) var unstrikes = false
  /// Whether it holds only at some times.
  private(set) var isConditional = false

  private static var flags: [WritableKeyPath<StyleBoxes, Bool>] {
    [\.squeezes, \.fixes, \.pulls, \.lifts, \.grounds, \.inlines, \.reaches, \.relays, \.unstrikes]
  }

  /// A line of text needs about as much, in pixels.
  private static let line = 16.0
  /// A box as narrow has no room for a word.
  private static let narrow = 8.0
  /// What lies in the gap between two lines.
  private static let gap = 8.0

  /// Whether there is anything to say.
  var says: Bool { StyleBoxes.flags.contains { self[keyPath: $0] } }

  /// Whether text may be out of its place by it, with or without others.
  var moves: Bool { squeezes || fixes || pulls || reaches }

  /// Takes what another found.
  mutating func join(_ other: StyleBoxes) {
    for flag in StyleBoxes.flags where other[keyPath: flag] { self[keyPath: flag] = true }
    isConditional = isConditional || other.isConditional
  }

  /// Judges the declarations of one rule.
  ///
  /// - Parameter isSmall: whether it is for elements alone that stand above or below their line.
  mutating func take(_ declarations: [StyleDeclaration], isConditional: Bool, isSmall: Bool) {
    self.isConditional = isConditional
    // A scroll bar shows that there is more.
    let scrolls = declarations.contains {
      $0.name.hasPrefix("overflow") && $0.word.map { ["auto", "scroll"].contains($0) } ?? false
    }
    let grows = declarations.contains {
      ["flex", "flex-grow"].contains($0.name) && $0.numbers.first.map { $0.value >= 0.1 } ?? false
    }
    for declaration in declarations {
      if !scrolls { takeRoom(declaration, grows: grows, isSmall: isSmall) }
      takePlace(declaration, isSmall: isSmall)
    }
    takeSides(declarations)
    takeReach(declarations)
  }

  /// How much room a box has.
  private mutating func takeRoom(_ declaration: StyleDeclaration, grows: Bool, isSmall: Bool) {
    let numbers = declaration.numbers
    let computes = !declaration.functions.isEmpty
    switch declaration.name {
    case "height", "max-height", "block-size", "max-block-size":
      takeRoom(numbers, computes: computes, least: StyleBoxes.line, fixed: .infinity)
    case "width", "max-width", "inline-size", "max-inline-size":
      takeRoom(numbers, computes: false, least: StyleBoxes.narrow, fixed: 100)
    case "line-height": if !isSmall { takeLine(numbers, computes: computes) }
    case "font":
      let slash = declaration.value.firstIndex(of: .delim(UInt8(ascii: "/")))
      guard !isSmall, let slash else { return }
      let line = StyleDeclaration("line-height", declaration.value[(slash + 1)...])
      takeLine(Array(line.numbers.prefix(1)), computes: false)
    case "grid-template-rows", "grid-auto-rows", "grid-template", "grid":
      takeTracks(declaration.tracks, least: StyleBoxes.line)
    case "grid-template-columns", "grid-auto-columns":
      takeTracks(declaration.tracks, least: StyleBoxes.narrow)
    case "flex", "flex-basis":
      guard !grows else { return }
      let basis = declaration.name == "flex" ? numbers.dropFirst(2).first : numbers.first
      if let basis, (basis.pixels ?? basis.value * StyleBoxes.narrow) <= StyleBoxes.narrow {
        squeezes = true
      }
    case "aspect-ratio":
      if numbers.contains(where: { $0.value > 10 || $0.value < 0.1 }) { squeezes = true }
    case "shape-outside", "shape-margin":
      // Text runs through a float whose shape is less than its box.
      if declaration.word != "none", !numbers.isEmpty || computes { squeezes = true }
    default: return
    }
  }

  private mutating func takeRoom(
    _ numbers: [StyleLength], computes: Bool, least: Double, fixed: Double
  ) {
    if computes { fixes = true }
    guard !computes else { return }
    for number in numbers {
      if let pixels = number.pixels {
        if pixels < least { squeezes = true } else if pixels < fixed { fixes = true }
      } else if number.unit == "%" || number.isOfWindow {
        // A share of a box that has no height of its own is none.
        let tiny = least == StyleBoxes.line ? 10.0 : 1.0
        if number.value <= tiny {
          squeezes = true
        } else if number.value < 50, fixed.isInfinite {
          fixes = true
        }
      }
    }
  }

  /// Lines that are lower than their letters lie on each other.
  private mutating func takeLine(_ numbers: [StyleLength], computes: Bool) {
    if computes {
      fixes = true
      return
    }
    for number in numbers {
      let lines: Double
      switch number.unit {
      case "", "em", "rem": lines = number.value
      case "%": lines = number.value / 100
      default: lines = (number.pixels ?? 0) / 14
      }
      if lines < 0.7 { squeezes = true }
    }
  }

  private mutating func takeTracks(_ tracks: [StyleLength], least: Double) {
    for track in tracks {
      switch track.unit {
      case "fr": if track.value < 0.2 { squeezes = true }
      case "%": if track.value < 3 { squeezes = true }
      default: if let pixels = track.pixels, pixels < least { squeezes = true }
      }
    }
  }

  /// How a box is painted, and where.
  private mutating func takePlace(_ declaration: StyleDeclaration, isSmall: Bool) {
    switch declaration.name {
    case "text-decoration", "text-decoration-line":
      if !declaration.words.contains("line-through") { unstrikes = true }
      if StyleColour(in: declaration.value)?.isPale ?? false { unstrikes = true }
    case "text-decoration-color":
      if StyleColour(in: declaration.value)?.isPale ?? true { unstrikes = true }
    case "text-decoration-thickness": if !declaration.numbers.isEmpty { unstrikes = true }
    case "position": if !isSmall, declaration.word != "static" { lifts = true }
    case "opacity": if declaration.numbers.contains(where: { $0.value != 1 }) { lifts = true }
    case "isolation", "will-change", "z-index":
      if declaration.word.map({ !["auto", "inherit", "initial"].contains($0) }) ?? true {
        lifts = true
      }
    case "display":
      let words = declaration.words
      if words.contains(where: { $0.hasPrefix("inline") || $0.hasSuffix("flex") || $0 == "grid" }) {
        inlines = true
      }
      if words.contains(where: { $0 != "none" && !$0.hasPrefix("table") }) { relays = true }
    case "table-layout": if declaration.word != "auto" { relays = true }
    case "background", "background-color", "background-image":
      if declaration.paints { grounds = true }
    case "top", "left", "right", "bottom", "inset", "inset-block", "inset-inline",
      "inset-block-start", "inset-block-end", "inset-inline-start", "inset-inline-end":
      if !isSmall, declaration.numbers.contains(where: { abs($0.pixels ?? $0.value) > 4 }) {
        pulls = true
      }
    default: return
    }
  }

  /// Margins that pull a box onto the one before, behind or beside it. Rows of columns take the room at both of their
  /// sides, which moves nothing onto others but where they stand in a line.
  private mutating func takeSides(_ declarations: [StyleDeclaration]) {
    var (left, right) = (0.0, 0.0)
    for declaration in declarations where declaration.name.hasPrefix("margin") {
      let sides = declaration.sides
      if sides.top < -2 || sides.bottom < -2 { pulls = true }
      (left, right) = (min(left, sides.left), min(right, sides.right))
    }
    guard min(left, right) < -2 else { return }
    if left != right || lifts || grounds || inlines { pulls = true }
  }

  private mutating func takeReach(_ declarations: [StyleDeclaration]) {
    let isBlock = declarations.contains { declaration in
      declaration.name == "display" && declaration.words.contains { $0 != "inline" && $0 != "none" }
    }
    guard !isBlock else { return }
    for declaration in declarations {
      let sides = declaration.sides
      let reach = max(sides.top, sides.bottom)
      if declaration.name.hasPrefix("padding"), grounds, reach > StyleBoxes.gap { reaches = true }
      let isBorder =
        declaration.name.hasPrefix("border") && !declaration.name.hasSuffix("color")
        && !declaration.name.hasSuffix("radius") && !declaration.name.hasSuffix("spacing")
      guard isBorder, !declaration.words.contains("none") else { continue }
      let isSide = ["left", "right", "inline"].contains { declaration.name.contains($0) }
      if !isSide, declaration.outer.contains(where: { ($0.pixels ?? 0) > StyleBoxes.gap }) {
        reaches = true
      }
    }
  }
}

extension StyleDeclaration {
  /// Whether a background paints anything.
  fileprivate var paints: Bool {
    if let colour = StyleColour(in: value) { return !colour.isClear }
    return !functions.isEmpty || !isPlainGround
  }

  /// The lengths at the four sides, in pixels; those that are no lengths, and shares, are nought.
  fileprivate var sides: (top: Double, right: Double, bottom: Double, left: Double) {
    var found: [Double] = []
    for token in value {
      switch token {
      case .number(let number, let unit):
        let length = StyleLength(number, unit)
        found.append(length.pixels ?? (length.isOfWindow ? number * 10 : number))
      case .ident: found.append(0)
      default: continue
      }
    }
    guard let first = found.first, found.count <= 4 else { return (0, 0, 0, 0) }
    func at(_ place: Int) -> Double { place < found.count ? found[place] : first }
    switch name {
    case "margin", "padding":
      let right = at(1)
      return (first, right, at(2), found.count > 3 ? found[3] : right)
    case "margin-block", "padding-block": return (first, 0, at(1), 0)
    case "margin-inline", "padding-inline": return (0, at(1), 0, first)
    default:
      if name.hasSuffix("top") || name.hasSuffix("block-start") { return (first, 0, 0, 0) }
      if name.hasSuffix("bottom") || name.hasSuffix("block-end") { return (0, 0, first, 0) }
      if name.hasSuffix("right") || name.hasSuffix("inline-end") { return (0, first, 0, 0) }
      return (0, 0, 0, first)
    }
  }

  /// The most that each row or column of a grid may have: of `minmax()` the second, of `repeat()` all but how often.
  fileprivate var tracks: [StyleLength] {
    var open: [(name: String, part: Int)] = []
    var found: [StyleLength] = []
    for token in value {
      switch token {
      case .function(let name): open.append((name, 0))
      case .open: open.append(("", 0))
      case .close: _ = open.popLast()
      case .comma: if !open.isEmpty { open[open.count - 1].part += 1 }
      case .number(let number, let unit):
        let isCount = open.last.map { ["minmax", "repeat"].contains($0.name) && $0.part == 0 }
        if !(isCount ?? false), open.last?.name != "fit-content" {
          found.append(StyleLength(number, unit))
        }
      default: continue
      }
    }
    return found
  }
}
