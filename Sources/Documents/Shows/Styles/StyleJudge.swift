/// Judges what declarations do to the words of a document, beside what its bytes say.
///
/// A property that is not known to be harmless, or whose value is not, is said to be unread: nobody can
/// list all ways to hide a word.
struct StyleJudge {
  /// Whether they style a drawing, in which nearly everything is moved and cut.
  let isDrawing: Bool
  /// Whether it is for elements alone that hold no text.
  var isTextless = false
  /// The ground of the whole page where they hold, if that is known.
  var ground: StyleColour?
  /// Whether it is for elements alone that stand above or below their line.
  var isSmall = false
  /// Whether something is hidden.
  private(set) var hides = false
  /// Whether something could hide that is not judged here.
  var isUnread = false
  /// Whether words are added, or what is seen depends on where and when it is looked at.
  var isConditional = false
  /// Whether the number of an element among others is asked.
  private(set) var asksPlace = false
  /// Whether a sheet is taken in that stands in the document itself.
  private(set) var takesInner = false
  /// Whether text is all but white, and whether a ground is painted on which white is read.
  private(set) var whitens = false
  private(set) var paints = false
  /// Whether a dark ground is painted without a colour for its text, and whether text is light.
  private(set) var blackens = false
  private(set) var lightens = false
  /// Whether text runs from the right.
  private(set) var turns = false
  /// Whether at some times text is dark, which needs grounds that are not.
  private(set) var darkens = false
  /// Whether boxes are cut at their edge, and whether some have next to no size.
  private(set) var cuts = false
  private(set) var shrinks = false
  /// What becomes of the room of boxes.
  private(set) var boxes = StyleBoxes()

  init(isDrawing: Bool) { self.isDrawing = isDrawing }

  /// Takes what another found.
  mutating func join(_ other: StyleJudge) {
    let flags: [WritableKeyPath<StyleJudge, Bool>] = [
      \.hides, \.isUnread, \.isConditional, \.asksPlace, \.takesInner, \.whitens, \.paints,
      \.darkens,
      \.blackens, \.lightens, \.turns, \.cuts, \.shrinks,
    ]
    for flag in flags where other[keyPath: flag] { self[keyPath: flag] = true }
    boxes.join(other.boxes)
  }

  /// Whether there is anything to say.
  var says: Bool {
    hides || isUnread || isConditional || asksPlace || takesInner || whitens || paints || darkens
      || blackens || lightens || turns || cuts || shrinks || boxes.says
  }

  /// Judges the declarations of one rule.
  mutating func take(_ declarations: [StyleDeclaration], isConditional: Bool, isFont: Bool) {
    if isFont {
      // A font can draw any word for any other, and is asked for only where others are missing.
      // Its letters can be drawn as small as nothing.
      if declarations.contains(where: {
        $0.name == "src" && StyleJudge.holdsData($0.value) || !$0.keepsLetters
      }) {
        isUnread = true
      }
      return
    }
    for declaration in declarations {
      let before = (hides, isUnread)
      (hides, isUnread) = (false, false)
      take(declaration)
      if isConditional, hides || isUnread || StyleJudge.changes(declaration) {
        self.isConditional = true
      }
      (hides, isUnread) = (hides || before.0, isUnread || before.1)
    }
    takeColours(declarations, isConditional)
    if !isDrawing { boxes.take(declarations, isConditional: isConditional, isSmall: isSmall) }
    guard !isTextless else { return }
    let room = declarations.map(\.sideRoom).max() ?? 0
    for declaration in declarations where declaration.sideShift > room + 0.5 {
      if isConditional { self.isConditional = true } else { isUnread = true }
    }
  }

  /// A sheet in the address itself, or the document once more.
  mutating func takeImport(_ prelude: ArraySlice<StyleToken>) {
    for token in prelude {
      switch token {
      case .string(let address), .url(let address):
        if WebAddress(address).isInside(isPackage: false) { takesInner = true }
        return
      default: continue
      }
    }
  }

  private static func holdsData(_ value: ArraySlice<StyleToken>) -> Bool {
    value.contains { token in
      switch token {
      case .string(let address), .url(let address): WebAddress(address).isData
      default: false
      }
    }
  }

  /// Whether it may change words, their order or their meaning, where it holds only at times.
  private static func changes(_ declaration: StyleDeclaration) -> Bool {
    if ["content", "quotes"].contains(declaration.name) || declaration.isCustom { return true }
    if StyleProperties.isForeign(declaration.name) || isDefault(declaration) { return false }
    // What the moments of an animation do is told of them.
    if declaration.name.hasPrefix("animation") { return false }
    return !StyleProperties.sizing.contains(declaration.name)
      || declaration.words.contains { $0.hasSuffix("-reverse") || $0 == "line-through" }
  }

  /// Functions that ask what stands around the document or the element.
  private static let asking: Set<String> = [
    "if", "env", "attr", "random", "random-item", "toggle", "anchor", "anchor-size", "progress",
    "media-progress", "container-progress", "light-dark", "inherit",
  ]

  private mutating func take(_ declaration: StyleDeclaration) {
    let (name, value) = (declaration.name, declaration.value)
    for function in declaration.functions {
      if function.hasPrefix("sibling-") { (asksPlace, isConditional) = (true, true) }
      if StyleJudge.asking.contains(function) { isConditional = true }
    }
    takePictures(value)
    takePushes(declaration)
    if name == "content" {
      if StyleWords.say(content: value) { isConditional = true }
      return
    }
    if !StyleProperties.named.contains(name) {
      for case .string(let text) in value where StyleWords.say(text) { isConditional = true }
    }
    if declaration.isCustom { return takeCustom(value) }
    if takeSize(declaration) { return }
    if StyleProperties.harmless.contains(name) || StyleProperties.drawing.contains(name)
      || StyleProperties.isForeign(name)
    {
      return
    }
    if StyleJudge.isDefault(declaration) { return }
    if isDrawing, StyleProperties.placing.contains(name),
      !declaration.numbers.isEmpty || name != "transform"
    {
      return takeTransform(declaration)
    }
    takeVisible(declaration)
  }

  /// A colour or a size under a name of its own, which others may use for anything.
  private mutating func takeCustom(_ value: ArraySlice<StyleToken>) {
    if value.contains(where: {
      if case .number(let number, let unit) = $0 { number < 0 && !unit.isEmpty } else { false }
    }) {
      isUnread = true
    }
    guard let colour = StyleColour(in: value) else { return }
    if colour.isPale { whitens = true }
  }

  /// Whether the value is the one that changes nothing.
  private static func isDefault(_ declaration: StyleDeclaration) -> Bool {
    let quiet: Set<String> = [
      "none", "auto", "normal", "visible", "inherit", "initial", "unset", "revert", "revert-layer",
      "static",
      "baseline", "clear",
    ]
    let words = declaration.words
    return !words.isEmpty && words.allSatisfy(quiet.contains) && declaration.functions.isEmpty
      && declaration.numbers.isEmpty && !(declaration.name == "display" && words.contains("none"))
  }

  /// Sizes and distances; whether it was one.
  private mutating func takeSize(_ declaration: StyleDeclaration) -> Bool {
    let numbers = declaration.numbers
    switch declaration.name {
    case "font-size", "font":
      guard !isDrawing || declaration.name == "font-size" else { return true }
      // In a shorthand the first that has a unit; nought has none, and a weight is never nought.
      let isShort = declaration.name == "font"
      let sizes = numbers.filter { !isShort || !$0.unit.isEmpty || $0.value == 0 }.prefix(1)
      for size in sizes {
        if let pixels = size.pixels {
          if pixels < 3.5 && !isDrawing || pixels <= 0 { hides = true }
          // A share of the size around, which may stand in another.
          if !isDrawing, size.unit.hasSuffix("em"), pixels < 8 { isUnread = true }
        }
        if size.unit == "%", size.value < 50 {
          if size.value < 15 { hides = true } else { isUnread = true }
        }
        if size.isOfWindow, !declaration.keepsSize { isUnread = true }
      }
      if !declaration.functions.isEmpty, !declaration.keepsSize { isUnread = true }
    case "letter-spacing", "word-spacing":
      if numbers.contains(where: { ($0.pixels ?? -1) <= -3 || $0.isOfWindow && $0.value < 0 }) {
        hides = true
      }
    case "text-indent":
      if numbers.contains(where: { ($0.pixels ?? 0) <= -300 || $0.pixels == nil && $0.value < -50 })
      {
        hides = true
      }
      if !declaration.functions.isEmpty { isUnread = true }
    case "width", "height", "max-width", "max-height", "inline-size", "block-size",
      "max-inline-size",
      "max-block-size":
      if numbers.contains(where: { abs($0.value) <= 1 && $0.unit == "%" || ($0.pixels ?? 2) <= 1 })
      {
        shrinks = true
      }
    case _ where declaration.name.hasPrefix("padding"):
      if numbers.contains(where: { ($0.pixels ?? 0) > 1_000 || $0.unit == "%" && $0.value > 50 }) {
        isUnread = true
      }
    case _ where declaration.name.hasPrefix("margin"):
      if numbers.contains(where: {
        abs($0.pixels ?? 0) > 1_000 || $0.unit == "%" && abs($0.value) > 90
      })
        || !declaration.functions.isEmpty && declaration.isNegative
      {
        isUnread = true
      }
      if numbers.contains(where: { ($0.pixels ?? 0) <= -300 || $0.pixels == nil && $0.value < -50 })
      {
        hides = true
      }
      if numbers.contains(where: \.isOfWindow) { isUnread = true }
    default: return false
    }
    return true
  }

  private mutating func takeTransform(_ declaration: StyleDeclaration) {
    let functions = declaration.functions
    guard ["transform", "scale", "zoom"].contains(declaration.name) else { return }
    let isScale = functions.contains { $0.hasPrefix("scale") || $0.hasPrefix("matrix") }
    if isScale || functions.isEmpty, declaration.numbers.contains(where: { abs($0.value) < 0.05 }),
      !functions.contains(where: { $0.hasPrefix("matrix") })
    {
      hides = true
    }
    if !isDrawing { isUnread = true }
  }

  /// What decides whether and where an element is seen.
  private mutating func takeVisible(_ declaration: StyleDeclaration) {
    let numbers = declaration.numbers
    switch declaration.name {
    case "display":
      if declaration.words.contains("none")
        || declaration.words.contains(where: { $0.hasPrefix("table-column") })
      {
        hides = true
      }
      if !declaration.functions.isEmpty
        || !declaration.words.allSatisfy(StyleProperties.shownDisplays.contains)
      {
        isUnread = true
      }
    case "visibility", "content-visibility":
      if declaration.words.contains(where: { $0 == "hidden" || $0 == "collapse" }) { hides = true }
      if !declaration.functions.isEmpty { isUnread = true }
    case "opacity":
      guard let value = numbers.first, declaration.functions.isEmpty else {
        isUnread = true
        return
      }
      let share = value.unit == "%" ? value.value / 100 : value.value
      // In each other they come to less.
      if share < 0.2 { hides = true } else if share < 0.4 { isUnread = true }
    case "color", "text-fill-color", "background", "background-color", "background-image":
      return
    case "position":
      // What is placed by its numbers can lie on other words.
      if declaration.word != "relative" { isUnread = true }
    case "top", "left", "right", "bottom", "inset", "inset-block", "inset-inline",
      "inset-block-start",
      "inset-inline-start", "inset-block-end", "inset-inline-end":
      if numbers.contains(where: {
        ($0.pixels ?? 0) <= -300 || $0.unit == "%" && $0.value <= -100
          || $0.isOfWindow && $0.value != 0
      }) {
        hides = true
      }
      if !declaration.functions.isEmpty
        || numbers.contains(where: { abs($0.pixels ?? $0.value) > 8 })
      {
        isUnread = true
      }
    case "z-index":
      if numbers.contains(where: { $0.value < 0 }) { hides = true }
      if !declaration.functions.isEmpty { isUnread = true }
    case "overflow", "overflow-x", "overflow-y", "overflow-block", "overflow-inline":
      cuts = true
      // A scroll bar shows that there is more.
      if !declaration.words.allSatisfy({ $0 == "auto" || $0 == "scroll" }) { isUnread = true }
    case "transform", "scale", "zoom": takeTransform(declaration)
    case "clip", "clip-path":
      let cut = numbers.first.map { $0.value <= 0 || $0.unit == "%" && $0.value >= 50 } ?? false
      if cut { hides = true } else { isUnread = true }
    case "text-security": hides = true
    // Letters keep their order but for an override.
    case "unicode-bidi": if declaration.word?.hasSuffix("override") ?? true { isUnread = true }
    case "direction": if declaration.word != "ltr" { turns = true }
    case "order":
      if numbers.contains(where: { $0.value != 0 }) || numbers.isEmpty { isUnread = true }
    case "flex-direction", "flex-flow", "flex-wrap", "box-direction":
      if declaration.words.contains(where: { $0.hasSuffix("reverse") })
        || !declaration.functions.isEmpty
      {
        isUnread = true
      }
    case "color-scheme":
      if declaration.words.contains("dark") || !declaration.functions.isEmpty { isUnread = true }
    case "vertical-align":
      if numbers.contains(where: { abs($0.pixels ?? $0.value) > 32 })
        || !declaration.functions.isEmpty
      {
        isUnread = true
      }
    case "outline", "outline-width", "outline-offset", "text-decoration",
      "text-decoration-thickness":
      let widest = declaration.name.hasPrefix("text") ? 4.0 : 8.0
      if declaration.outer.contains(where: { abs($0.pixels ?? $0.value) > widest })
        || declaration.computes
      {
        isUnread = true
      }
    case "box-shadow", "text-shadow": if declaration.covers { isUnread = true }
    case "grid-area", "grid-row", "grid-column", "grid-row-start", "grid-row-end",
      "grid-column-start",
      "grid-column-end":
      takeCell(declaration)
    case _ where declaration.name.hasPrefix("animation"): return
    default: isUnread = true
    }
  }

  /// Text and ground of one rule.
  private mutating func takeColours(_ declarations: [StyleDeclaration], _ isConditional: Bool) {
    func last(_ names: String...) -> StyleDeclaration? {
      declarations.last { names.contains($0.name) }
    }
    let (writes, grounds) = (
      last("color", "text-fill-color"), last("background", "background-color")
    )
    let picture = last("background-image")
    let text = writes.flatMap { StyleColour(in: $0.value) }
    let ground = grounds.flatMap { StyleColour(in: $0.value) }
    if let writes {
      if let text {
        if text.isClear { hides = true }
        if text.isPale, !(ground?.isGround ?? false) { whitens = true }
        if text.isPale { lightens = true }
        if let ground, !ground.isClear, text.contrast(to: ground) < ScreenColour.least {
          hides = true
        }
      } else if writes.functions.contains(where: { $0 != "var" }) {
        isUnread = true
      }
    }
    if !isTextless, writes == nil, let ground, !ground.isClear, ground.isBlack { blackens = true }
    if ground?.isGround ?? (grounds.map { !$0.isPlainGround } ?? false)
      || picture.map({ !$0.isPlainGround }) ?? false
    {
      paints = true
    }
    guard isConditional, writes != nil || grounds != nil || picture != nil else { return }
    if let text, let ground, !ground.isClear {
      if text.contrast(to: ground) < 1.5 { self.isConditional = true }
    } else if let text {
      // On the ground that the same block paints, dark text is as good as none.
      let around = self.ground ?? .white
      if self.ground != nil, text.contrast(to: around) >= 2 { return }
      if text.contrast(to: around) < 2 { self.isConditional = true } else { darkens = true }
    } else if let writes, !writes.isPlainText {
      self.isConditional = true
    } else if let ground, !ground.isClear, ground.luminance < 0.6 {
      self.isConditional = true
    }
  }
}
