/// Reads the rules of a style sheet, or the declarations of one element, and hands them to who judges.
///
/// What an older browser throws away and a newer one takes, such as rules in rules, is taken: more is
/// found than either shows.
struct StyleReader {
  /// Selectors that ask for other elements, or whose rule makes an element appear.
  struct Rule {
    let selectors: [StyleSelector]
    /// Whether elements that nobody sees otherwise appear by it.
    let displays: Bool
  }

  private let sheet: StyleTokens
  private var selectors: StyleSelectorReader
  /// What holds whatever the elements of the document are.
  private(set) var judge: StyleJudge
  /// What rules come to whose selectors ask for elements, which the document may have or not.
  private(set) var judged: [(selectors: [StyleSelector], judge: StyleJudge)] = []
  /// Declarations of how a drawing is painted, with their selectors; none for those of one element.
  private(set) var drawn: [(selectors: [StyleSelector], declarations: [StyleDeclaration])] = []
  /// What the moments of animations do, by the names of these.
  private(set) var moments: [(name: String, judge: StyleJudge)] = []
  /// The names of the animations that elements have; `anyName` where that is not known.
  private(set) var animated: [(selectors: [StyleSelector], names: Set<String>)] = []
  /// Whether there were more of these than are kept.
  private(set) var isDrawnCut = false
  /// The rules that may see other elements, up to a number.
  private(set) var rules: [Rule] = []
  /// Whether a rule may see the label that could not be read to its end.
  private(set) var isBlind = false
  /// Whether elements may appear by a declaration.
  private(set) var displays = false

  /// Rules that are kept, and blocks in each other.
  private static let maximumRules = 8_192
  private static let maximumDepth = 32

  private struct Context {
    /// Whether it holds only at some times or places.
    var isConditional = false
    /// Whether declarations stand in it.
    var isInRule = false
    var isFont = false
    /// Whether the rules are moments of an animation, and name no elements.
    var isMoment = false
    var animation = ""
    /// The ground of the whole page in a block that holds where a reader wants dark pages.
    var ground: StyleColour?
    var depth = 0

    var inner: Context {
      var inner = self
      inner.depth += 1
      return inner
    }
  }

  /// Reads a sheet; with `isInRule`, what stands in the `style` of an element.
  init(_ sheet: StyleTokens, isDrawing: Bool, isConditional: Bool, isInRule: Bool) {
    self.sheet = sheet
    selectors = StyleSelectorReader(sheet)
    judge = StyleJudge(isDrawing: isDrawing)
    let all = 0..<sheet.tokens.count
    read(all, Context(isConditional: isConditional, isInRule: isInRule))
    let questions = sheet.tokens.count { $0 == .function("has") }
    if selectors.isTooDeep || sheet.isDoubtful || questions > selectors.questions {
      isBlind = true
      judge.isUnread = judge.isUnread || selectors.isTooDeep || sheet.isDoubtful
    }
  }

  /// Reads rules and declarations; the selectors of the rule around them are `owner`.
  private mutating func read(
    _ range: Range<Int>, _ context: Context, of owner: [StyleSelector] = []
  ) {
    guard context.depth < StyleReader.maximumDepth else {
      isBlind = true
      judge.isUnread = true
      return
    }
    var declarations: [StyleDeclaration] = []
    var place = range.lowerBound
    while place < range.upperBound {
      switch sheet.tokens[place] {
      case .space, .semicolon: place += 1
      case .at(let name):
        place = readAt(name, from: place, before: range.upperBound, context, of: owner)
      default:
        let (stop, isBlock) = stop(from: place, before: range.upperBound)
        if context.isInRule,
          let found = declaration(place..<range.upperBound)
        {
          declarations.append(found.value)
          place = found.end
        } else if isBlock {
          readRule(place..<stop, sheet.end(of: stop), context)
          place = sheet.after(stop)
        } else {
          place = stop + 1
        }
      }
    }
    guard !declarations.isEmpty else { return }
    let painted = declarations.filter { StyleProperties.painting.contains($0.name) }
    if !painted.isEmpty, !context.isConditional {
      isDrawnCut = isDrawnCut || drawn.count >= StyleReader.maximumRules
      if !isDrawnCut { drawn.append((owner, painted)) }
    }
    var found = StyleJudge(isDrawing: judge.isDrawing)
    found.isTextless = !owner.isEmpty && owner.allSatisfy(\.isTextless)
    found.isSmall = !owner.isEmpty && owner.allSatisfy(\.isSmall)
    found.ground = context.ground
    found.take(declarations, isConditional: context.isConditional, isFont: context.isFont)
    let names = Set(declarations.flatMap(\.animations))
    if !names.isEmpty { animated.append((owner, names)) }
    if context.isMoment {
      moments.append((context.animation, found))
    } else if owner.isEmpty || judged.count >= StyleReader.maximumRules {
      judge.join(found)
    } else if found.says {
      judged.append((owner, found))
    }
    let displays = declarations.contains(where: \.displays)
    self.displays = self.displays || displays
    if displays { keep(owner, displays: true) }
  }

  private mutating func keep(_ found: [StyleSelector], displays: Bool) {
    let kept = found.filter { displays || $0.asksOthers }
    guard !kept.isEmpty else { return }
    guard rules.count < StyleReader.maximumRules else {
      isBlind = true
      return
    }
    rules.append(Rule(selectors: kept, displays: displays))
  }

  /// Where a block begins, or a semicolon stands before it.
  private func stop(from start: Int, before end: Int) -> (place: Int, isBlock: Bool) {
    var place = start
    while place < end {
      if sheet.tokens[place] == .semicolon { return (place, false) }
      if sheet.tokens[place] == .open(UInt8(ascii: "{")) { return (place, true) }
      place = sheet.after(place)
    }
    return (end, false)
  }

  /// The declaration at the start of `range`, and where it ends; nil where a rule begins, or nothing that is
  /// known. It is read no further than that takes to tell.
  private func declaration(_ range: Range<Int>) -> (value: StyleDeclaration, end: Int)? {
    guard case .ident(let name)? = sheet.tokens[range].first else { return nil }
    var place = range.lowerBound + 1
    while place < range.upperBound, sheet.tokens[place] == .space { place += 1 }
    guard place < range.upperBound, sheet.tokens[place] == .colon else { return nil }
    let start = place + 1
    let isCustom = name.hasPrefix("--")
    place = start
    while place < range.upperBound, sheet.tokens[place] != .semicolon {
      if !isCustom, sheet.tokens[place] == .open(UInt8(ascii: "{")) { return nil }
      place = sheet.after(place)
    }
    let end = min(place, range.upperBound)
    return (StyleDeclaration(name, sheet.tokens[sheet.trimmed(start..<end)]), end)
  }

  private mutating func readRule(_ prelude: Range<Int>, _ end: Int, _ context: Context) {
    var inner = context.inner
    inner.isInRule = true
    let found = context.isMoment ? [] : selectors.list(prelude)
    if found.contains(where: \.asksLanguage) { inner.isConditional = true }
    keep(found, displays: false)
    read(sheet.end(before: end, from: prelude.upperBound), inner, of: found)
  }

  private mutating func readAt(
    _ name: String, from start: Int, before end: Int, _ context: Context,
    of owner: [StyleSelector]
  ) -> Int {
    let (stop, isBlock) = stop(from: start + 1, before: end)
    let prelude = sheet.trimmed(start + 1..<max(start + 1, stop))
    guard isBlock else {
      if name == "import" { judge.takeImport(sheet.tokens[prelude]) }
      return stop + 1
    }
    let block = sheet.end(before: sheet.end(of: stop), from: stop)
    var inner = context.inner
    switch name {
    case "media":
      inner.isConditional = context.isConditional || !StyleReader.isAlways(sheet.tokens[prelude])
      if !context.isConditional, sheet.asksDark(prelude) { inner.ground = sheet.pageGround(block) }
    case "supports", "container", "document", "-moz-document", "when", "else", "starting-style":
      inner.isConditional = true
      // `@supports selector(:has(a))` asks the browser and no element.
      _ = selectors.list(prelude)
    case "layer": break
    case "scope":
      for place in prelude where sheet.tokens[place] == .open(UInt8(ascii: "(")) {
        keep(
          selectors.list(place + 1..<min(sheet.end(of: place), prelude.upperBound)), displays: false
        )
      }
    case "keyframes", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes":
      (inner.isConditional, inner.isMoment) = (true, true)
      inner.animation = StyleDeclaration(name, sheet.tokens[prelude]).names.first ?? ""
    case "font-face": (inner.isInRule, inner.isFont) = (true, true)
    case "page": inner.isInRule = true
    case "counter-style": judge.isConditional = true
    case "property": inner.isInRule = true
    case "font-feature-values", "font-palette-values", "viewport", "-ms-viewport":
      return sheet.after(stop)
    // Boxes in the margins of a page, and what is not known.
    default:
      inner.isInRule = true
      if !name.hasPrefix("top-"), !name.hasPrefix("bottom-"), !name.hasPrefix("left-"),
        !name.hasPrefix("right-")
      {
        judge.isUnread = true
        inner.isConditional = true
      }
    }
    read(block, inner, of: owner)
    return sheet.after(stop)
  }

  /// Whether a list of media holds everywhere.
  static func isAlways(_ media: ArraySlice<StyleToken>) -> Bool {
    media.allSatisfy { $0 == .space || $0.isWord("all") }
  }
}

extension StyleTokens {
  /// What stands between the brackets at `start` and `end`.
  fileprivate func end(before end: Int, from start: Int) -> Range<Int> {
    start + 1..<max(start + 1, min(end, tokens.count))
  }
}
