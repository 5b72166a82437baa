/// What elements of pages and drawings show or do beside their own text.
///
/// The same rules hold for HTML, XHTML, drawings and pages in books; who asks decides under which code
/// it is said.
struct MarkupRules {
  /// A kind of thing that is found.
  enum Kind: Sendable {
    case script, external, form, hidden, animation, foreign, unread
    /// Words that a style adds, and what depends on where and when it is looked at.
    case conditional
    /// What can see a label in the document.
    case sight
  }

  /// What was found, with the first place of each.
  private(set) var found: [Kind: Int] = [:]
  /// Whether relative addresses lead to other parts of the same file.
  let isPackage: Bool
  /// Whether it is the list of contents of a book, some of whose lists are for its reader alone
  /// (EPUB 3.3 §7.2, the `hidden` attribute).
  var isNavigation = false

  /// - Parameter place: where a label would stand in the document.
  ///   - isPart: whether elements stand elsewhere that its styles hold for.
  init(isPackage: Bool, place: LabelSight.Place = .none, isPart: Bool = false) {
    self.isPackage = isPackage
    sight = LabelSight(place)
    elements = LabelSight.Elements(
      types: ["html", "head", "body", "tbody", "colgroup", "img"], isAny: isPart, isRoot: true)
  }

  /// Notes something at `offset`.
  mutating func note(_ kind: Kind, at offset: Int) {
    found[kind] = min(found[kind] ?? offset, offset)
  }

  /// Where something is written in white, is dark at times, is cut at its edge, and has no size.
  private var white: Int?
  private var dark: Int?
  private var cut: Int?
  private var small: Int?
  /// The elements that are open, and what the formula that is open says.
  private var open = OpenElements()
  private var formula = FormulaText()
  private var drawing = DrawingSight()
  /// What becomes of the boxes of a page, and what the `style` of the last element does to its own.
  private var boxes = PageBoxes()
  private var styled: StyleBoxes?
  /// Whether an element was met that no head holds.
  private var isInBody = false
  /// Whether any ground is painted.
  private var isPainted = false
  /// Where a dark ground is painted on which black text is lost, and whether any text is light.
  private var black: Int?
  private var isLight = false
  /// Who could see the label, when all elements are known.
  private var sight: LabelSight
  private var rules: [(rule: StyleReader.Rule, offset: Int)] = []
  /// The elements of the document, and what rules come to where it has such.
  var elements: LabelSight.Elements
  private var judged: [(selectors: [StyleSelector], judge: StyleJudge, offset: Int)] = []
  /// Where text runs from the right by a style, and whether any is of a script that does.
  private var turned: Int?
  private var hasRightToLeft = false
  private static let maximumRules = 16_384
  /// The moments of animations, and which elements are animated.
  private var animations = PageAnimations()

  /// Notes what only the whole shows: white text where no ground is painted, boxes without a size that are
  /// cut at their edge, and who can see a label.
  mutating func finish() {
    // A rule for elements that are not there does nothing.
    judged.removeAll { rule in !rule.selectors.contains(where: elements.admit) }
    for (_, judge, offset) in judged { take(judge, at: offset) }
    let moved = boxes.judge(judged.map { ($0.selectors, $0.judge.boxes, $0.offset) }, elements)
    if let offset = moved.always { note(.unread, at: offset) }
    if let offset = moved.attimes { note(.conditional, at: offset) }
    judged = []
    if animations.isCut { note(.unread, at: 0) }
    let isOpen = isPackage || elements.isAny
    for (judge, offset) in animations.judges(elements, isOpen: isOpen) {
      take(judge, at: offset)
      if judge.boxes.moves { note(.conditional, at: offset) }
    }
    for (finding, offset) in drawing.found {
      switch finding {
      case .hidden: note(.hidden, at: offset)
      case .unread: note(.unread, at: offset)
      // In a page the ground of the page may be dark.
      case .pale:
        if sight.place == .page { white = white ?? offset } else { note(.hidden, at: offset) }
      }
    }
    if let turned, !hasRightToLeft { note(.unread, at: turned) }
    if let white, !isPainted { note(.hidden, at: white) }
    // Whether the box holds text, and of which colour, is not followed.
    if let black, !isLight, white == nil { note(.unread, at: black) }
    if let dark, isPainted { note(.conditional, at: dark) }
    if let cut, let small { note(.hidden, at: max(cut, small)) }
    for (rule, offset) in rules where sight.sees(rule) { note(.sight, at: offset) }
  }

  /// Takes the elements of another document, for which the same style sheets hold.
  mutating func join(elementsOf other: MarkupRules) {
    elements.join(other.elements)
    boxes.join(other.boxes)
  }

  /// Looks at a style sheet.
  ///
  /// - Parameters:
  ///   - media: for which media it holds, as its element says.
  ///   - isDrawing: whether it styles a drawing and nothing else.
  mutating func take(
    style: [UInt8], at offset: Int, media: String? = nil, isDrawing: Bool = false
  ) {
    let tokens = StyleTokens(Array((media ?? "").utf8)).tokens
    take(
      style, at: offset, isDrawing: isDrawing, isConditional: !StyleReader.isAlways(tokens[...]),
      isInRule: false)
  }

  /// Looks at the style of one element.
  private mutating func take(declarations: String, of name: String, isDrawing: Bool, at offset: Int)
  {
    let reader = take(
      Array(declarations.utf8), at: offset, isDrawing: isDrawing, isConditional: false,
      isInRule: true)
    styled = reader?.judge.boxes
    if reader?.displays ?? false, LabelSight.heads.contains(name), sight.place == .page {
      note(.sight, at: offset)
    }
  }

  /// Looks at an attribute that is a declaration of a style under another name.
  mutating func take(
    declaration property: String, _ value: String, isDrawing: Bool = false, at offset: Int
  ) {
    // What would end the declaration is no part of a value.
    let value = value.utf8.map { [UInt8(ascii: ";"), 0x7B, 0x7D].contains($0) ? 0x21 : $0 }
    take(
      Array("\(property):".utf8) + value, at: offset, isDrawing: isDrawing, isConditional: false,
      isInRule: true)
  }

  /// Looks at a style; nil where it is too long.
  @discardableResult
  private mutating func take(
    _ style: [UInt8], at offset: Int, isDrawing: Bool, isConditional: Bool, isInRule: Bool
  ) -> StyleReader? {
    guard style.count <= ShowLimits.style else {
      note(.unread, at: offset)
      note(.sight, at: offset)
      return nil
    }
    let sheet = StyleTokens(style)
    take(addresses: sheet, at: offset)
    let reader = StyleReader(
      sheet, isDrawing: isDrawing, isConditional: isConditional, isInRule: isInRule)
    let judge = reader.judge
    take(judge, at: offset)
    if reader.isBlind { note(.sight, at: offset) }
    if !isInRule {
      drawing.take(reader)
      // Of rules without elements, such as those of more than are kept apart.
      if reader.judge.boxes.moves { note(.unread, at: offset) }
    }
    animations.take(reader, at: offset)
    if judged.count + reader.judged.count > MarkupRules.maximumRules {
      note(.unread, at: offset)
    } else {
      judged += reader.judged.map { ($0.selectors, $0.judge, offset) }
    }
    if rules.count + reader.rules.count > MarkupRules.maximumRules {
      note(.sight, at: offset)
    } else {
      rules += reader.rules.map { ($0, offset) }
    }
    return reader
  }

  /// Notes what declarations come to.
  private mutating func take(_ judge: StyleJudge, at offset: Int) {
    if judge.hides { note(.hidden, at: offset) }
    if judge.isUnread || judge.takesInner { note(.unread, at: offset) }
    if judge.isConditional { note(.conditional, at: offset) }
    if judge.takesInner || judge.asksPlace && sight.place == .drawing { note(.sight, at: offset) }
    if judge.whitens { white = white ?? offset }
    if judge.darkens { dark = dark ?? offset }
    if judge.blackens { black = black ?? offset }
    if judge.cuts { cut = cut ?? offset }
    if judge.shrinks { small = small ?? offset }
    if judge.turns { turned = turned ?? offset }
    if judge.paints { isPainted = true }
    if judge.lightens { isLight = true }
  }

  /// Looks at the addresses in a style, or in a value that may hold one.
  private mutating func take(addresses sheet: StyleTokens, at offset: Int) {
    let words = StyleRules(sheet, isPackage: isPackage)
    if words.isExternal { note(.external, at: offset) }
    if words.runs { note(.script, at: offset) }
    if words.isUnread { note(.unread, at: offset) }
    if words.namesLabel { note(.sight, at: offset) }
  }

  /// Looks at text that stands in the elements that are open.
  mutating func take(text: [UInt8], at offset: Int) {
    guard text.contains(where: { !$0.isMarkupSpace }) else { return }
    boxes.show()
    if !hasRightToLeft { hasRightToLeft = text.contains(where: MarkupRules.beginsRightToLeft) }
    if open.isInside("annotation") {
      if formula.isTeX { return formula.explain(text) }
    } else if open.isInside("math") {
      formula.show(text)
    }
    switch open.fate {
    case .shown: if open.isInside("text"), open.isInside("svg") { drawing.show(text, at: offset) }
    case .aside: return
    // The brackets around a reading are for programs that know none (HTML §4.5.13).
    case .hidden where open.last == "rp" && !StyleWords.say(String(decoding: text, as: UTF8.self)):
      return
    case .hidden: note(.hidden, at: offset)
    case .unknown: note(.unread, at: offset)
    }
  }

  /// Whether a character in UTF-8 that begins with `byte` is of a script that runs from the right: Hebrew
  /// to Arabic (U+0580–U+07FF), but for other letters that begin with the same byte.
  private static func beginsRightToLeft(_ byte: UInt8) -> Bool { (0xD6...0xDF).contains(byte) }

  /// Of `semantics` the first child is shown.
  private mutating func takeChild(_ name: String, at offset: Int) {
    if open.last == "semantics", !name.hasPrefix("annotation") {
      if formula.hasChild { note(.hidden, at: offset) }
      formula.hasChild = true
    }
    if name == "semantics" { formula.hasChild = false }
  }

  /// Looks at the end of an element.
  mutating func end(_ name: String, at offset: Int) {
    open.close(name)
    drawing.close(name)
    boxes.end(name)
    if name == "math", !open.isInside("math") {
      if formula.differs { note(.hidden, at: offset) }
      formula = FormulaText()
    }
  }

  /// Looks at an element: its name in lower case for HTML, as written in a drawing.
  ///
  /// - Parameters:
  ///   - isEmpty: whether it ends where it begins.
  ///   - attributes: names, without `xlink:`, and decoded values.
  mutating func take(
    _ name: String, in realm: ShownElements.Realm, isEmpty: Bool,
    _ attributes: [(name: String, value: String)], at offset: Int
  ) {
    if realm == .formula { takeChild(name, at: offset) }
    if !isEmpty {
      open.open(name, realm)
      if name == "annotation" { formula.begin(attributes.first { $0.name == "encoding" }?.value) }
    }
    let isDrawing = realm == .drawing
    if isDrawing { drawing.open(name, isEmpty: isEmpty, attributes, at: offset) }
    sight.learn(name, attributes)
    elements.learn(name, attributes)
    if realm == .page {
      if name == "title", isInBody || elements.isAny { note(.hidden, at: offset) }
      if name != "html", name != "head", !LabelSight.heads.contains(name) { isInBody = true }
    }
    for (attribute, value) in attributes {
      if attribute.hasPrefix("on"), attribute.utf8.count > 2 { note(.script, at: offset) }
      if value.utf8.count > ShowLimits.value, attribute == "style" {
        note(.unread, at: offset)
        note(.sight, at: offset)
      }
      if attribute == "style" {
        take(declarations: value, of: name, isDrawing: isDrawing, at: offset)
      } else if isDrawing && value.contains("(") {
        take(addresses: StyleTokens(Array(value.utf8)), at: offset)
      }
      if attribute == "dir", realm != .drawing,
        value.lowercased().filter({ !$0.isWhitespace }) == "rtl"
      {
        turned = turned ?? offset
      }
      if attribute == "background" { isPainted = true }
      if attribute == "bgcolor", MarkupRules.colour(value)?.isGround ?? true { isPainted = true }
      if name == "font" && attribute == "color" || name == "body" && attribute == "text",
        MarkupRules.colour(value)?.isPale == true
      {
        white = white ?? offset
      }
      if isPackage, WebAddress.namesLabel(value) { note(.sight, at: offset) }
      let address = WebAddress(value)
      if address.isScript { note(.script, at: offset) }
      // A link is followed by hand, and a browser opens no page that stands in one.
      if address.isData, !["a", "link"].contains(name),
        address.holdsPage || address.isUnreadData && MarkupRules.addresses.contains(attribute)
      {
        note(.unread, at: offset)
      }
    }
    if realm != .drawing || name == "svg" {
      boxes.begin(
        name, isEmpty: isEmpty || realm == .drawing, attributes, styled, at: offset)
    }
    styled = nil
    switch realm {
    case .drawing: takeDrawing(name, attributes, at: offset)
    case .page: takePage(name, attributes, at: offset)
    case .formula:
      takeFormula(name, attributes, at: offset)
      takePage(name, attributes, at: offset)
    }
  }

  /// Attributes that hold an address.
  private static let addresses: Set<String> = [
    "src", "href", "data", "poster", "background", "manifest", "dynsrc", "lowsrc", "icon", "code",
    "archive", "codebase", "classid", "action", "formaction", "from", "to", "by", "altimg",
  ]

  private static func colour(_ value: String) -> StyleColour? {
    let written = value.first?.isHexDigit == true && value.count == 6 ? "#\(value)" : value
    return StyleColour(in: StyleTokens(Array(written.utf8)).tokens[...])
  }

  mutating func refer(_ value: String?, at offset: Int) {
    guard let value else { return }
    let address = WebAddress(value)
    if address.isUnreadData { note(.unread, at: offset) }
    if !address.isInside(isPackage: isPackage) { note(.external, at: offset) }
  }
}
