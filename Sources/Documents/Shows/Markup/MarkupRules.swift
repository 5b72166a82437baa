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

  /// - Parameter place: where a label would stand in the document.
  init(isPackage: Bool, place: LabelSight.Place = .none) {
    self.isPackage = isPackage
    sight = LabelSight(place)
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
  /// Whether any ground is painted.
  private var isPainted = false
  /// Who could see the label, when all elements are known.
  private var sight: LabelSight
  private var rules: [(rule: StyleReader.Rule, offset: Int)] = []
  private static let maximumRules = 16_384

  /// Notes what only the whole shows: white text where no ground is painted, boxes without a size that are
  /// cut at their edge, and who can see a label.
  mutating func finish() {
    if let white, !isPainted { note(.hidden, at: white) }
    if let dark, isPainted { note(.conditional, at: dark) }
    if let cut, let small { note(.hidden, at: max(cut, small)) }
    for (rule, offset) in rules where sight.sees(rule) { note(.sight, at: offset) }
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
    let displays = take(
      Array(declarations.utf8), at: offset, isDrawing: isDrawing, isConditional: false,
      isInRule: true)
    if displays, LabelSight.heads.contains(name), sight.place == .page { note(.sight, at: offset) }
  }

  /// Looks at a style; whether elements may appear by it.
  @discardableResult
  private mutating func take(
    _ style: [UInt8], at offset: Int, isDrawing: Bool, isConditional: Bool, isInRule: Bool
  ) -> Bool {
    guard style.count <= ShowLimits.style else {
      note(.unread, at: offset)
      note(.sight, at: offset)
      return false
    }
    take(words: style, at: offset)
    let reader = StyleReader(
      style, isDrawing: isDrawing, isConditional: isConditional, isInRule: isInRule)
    let judge = reader.judge
    if judge.hides { note(.hidden, at: offset) }
    if judge.isUnread || judge.takesInner { note(.unread, at: offset) }
    if judge.isConditional { note(.conditional, at: offset) }
    if judge.takesInner || reader.isBlind || judge.asksPlace && sight.place == .drawing {
      note(.sight, at: offset)
    }
    if judge.whitens { white = white ?? offset }
    if judge.darkens { dark = dark ?? offset }
    if judge.cuts { cut = cut ?? offset }
    if judge.shrinks { small = small ?? offset }
    if judge.paints { isPainted = true }
    if rules.count + reader.rules.count > MarkupRules.maximumRules {
      note(.sight, at: offset)
    } else {
      rules += reader.rules.map { ($0, offset) }
    }
    return reader.displays
  }

  /// Looks at the words of a style, or of a value that may hold an address.
  private mutating func take(words: [UInt8], at offset: Int) {
    let words = StyleRules(words, isPackage: isPackage)
    if words.isExternal { note(.external, at: offset) }
    if words.runs { note(.script, at: offset) }
    if words.hides { note(.hidden, at: offset) }
    if words.namesLabel { note(.sight, at: offset) }
  }

  /// Looks at an element: its name in lower case for HTML, as written in a drawing.
  ///
  /// - Parameter attributes: names, without `xlink:`, and decoded values.
  mutating func take(
    _ name: String, isDrawing: Bool, _ attributes: [(name: String, value: String)], at offset: Int
  ) {
    sight.learn(name, attributes)
    for (attribute, value) in attributes {
      if attribute.hasPrefix("on"), attribute.utf8.count > 2 { note(.script, at: offset) }
      if value.utf8.count > ShowLimits.value, attribute == "style" {
        note(.unread, at: offset)
        note(.sight, at: offset)
      }
      if attribute == "style" {
        take(declarations: value, of: name, isDrawing: isDrawing, at: offset)
      } else if isDrawing && value.contains("(") {
        take(words: Array(value.utf8), at: offset)
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
      if address.holdsPage, !["a", "link"].contains(name) {
        note(.unread, at: offset)
      }
    }
    if isDrawing {
      takeDrawing(name, attributes, at: offset)
    } else {
      takePage(name, attributes, at: offset)
    }
  }

  private static func colour(_ value: String) -> StyleColour? {
    let written = value.first?.isHexDigit == true && value.count == 6 ? "#\(value)" : value
    return StyleColour(in: StyleTokens(Array(written.utf8)).tokens[...])
  }

  private mutating func refer(_ value: String?, at offset: Int) {
    guard let value, !WebAddress(value).isInside(isPackage: isPackage) else { return }
    note(.external, at: offset)
  }

  private mutating func takeDrawing(
    _ name: String, _ attributes: [(name: String, value: String)], at offset: Int
  ) {
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    switch name {
    case "script", "handler", "listener": note(.script, at: offset)
    case "foreignObject": note(.foreign, at: offset)
    case "animate", "set", "animateTransform", "animateMotion", "animateColor", "discard":
      note(.animation, at: offset)
    case "switch": note(.conditional, at: offset)
    // It shows the text of another element, and the root holds the label.
    case "tref": note(.sight, at: offset)
    default: break
    }
    if ["systemLanguage", "requiredFeatures", "requiredExtensions"].contains(where: {
      value($0) != nil
    }) {
      note(.conditional, at: offset)
    }
    if name != "a" {
      refer(value("href"), at: offset)
      refer(value("src"), at: offset)
    }
    let isShown = value("display") != "none" && value("visibility") != "hidden"
    let isSeen = value("opacity").flatMap(Double.init) != 0
    // What is drawn elsewhere by reference is no hidden text.
    if !isShown || !isSeen, ["g", "text", "tspan", "svg", "image", "use", "switch"].contains(name) {
      note(.hidden, at: offset)
    }
  }

  private mutating func takePage(
    _ name: String, _ attributes: [(name: String, value: String)], at offset: Int
  ) {
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    switch name {
    case "script": takeScript(value("type"), value("src"), at: offset)
    case "base": if value("href") != nil { note(.external, at: offset) }
    case "link": takeLink(value("rel") ?? "", value("href"), at: offset)
    case "meta":
      if value("http-equiv")?.lowercased().contains("refresh") == true {
        note(.external, at: offset)
      }
    case "form": note(.form, at: offset)
    case "object", "embed", "applet", "portal", "fencedframe":
      for key in ["data", "src", "code", "archive", "codebase", "classid"] {
        refer(value(key), at: offset)
      }
      note(.foreign, at: offset)
    case "iframe", "frame":
      refer(value("src"), at: offset)
      if value("srcdoc") != nil { note(.unread, at: offset) }
    case "noscript", "template":
      note(.hidden, at: offset)
      if value("shadowrootmode") != nil { note(.unread, at: offset) }
    case "details", "dialog": if value("open") == nil { note(.hidden, at: offset) }
    case "marquee", "blink": note(.animation, at: offset)
    default:
      for key in ["src", "poster", "background", "manifest", "dynsrc", "lowsrc", "icon"] {
        refer(value(key), at: offset)
      }
      // In a picture of a page `href` is a mistake that browsers repair.
      if name == "image" { refer(value("href"), at: offset) }
    }
    let candidates = (value("srcset") ?? value("imagesrcset") ?? "").split(separator: ",")
    // Which of several is shown depends on the window.
    if candidates.count > 1 || name == "source" && value("media") != nil {
      note(.conditional, at: offset)
    }
    for candidate in candidates {
      refer(candidate.split(whereSeparator: \.isWhitespace).first.map(String.init), at: offset)
    }
    if value("formaction") != nil { note(.form, at: offset) }
    if value("popover") != nil { note(.hidden, at: offset) }
    if value("hidden") != nil, name != "script" { note(.hidden, at: offset) }
  }

  /// A script that a browser runs, or data that only scripts read.
  private mutating func takeScript(_ type: String?, _ source: String?, at offset: Int) {
    let essence = (type ?? "").lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace }
    if essence == "application/c2pa" { return }
    let data = ["application/ld+json", "application/json", "text/plain", "text/template"]
    refer(source, at: offset)
    if !data.contains(essence) { note(.script, at: offset) }
  }

  /// Links that a browser follows by itself, and not those that say something about the page.
  private mutating func takeLink(_ relations: String, _ address: String?, at offset: Int) {
    let quiet: Set<Substring> = [
      "canonical", "alternate", "author", "license", "help", "next", "prev", "search", "me",
      "bookmark", "shortlink", "c2pa-manifest", "profile", "first", "last", "up", "contents",
      "index",
      "copyright", "start", "chapter", "section", "tag", "nofollow",
    ]
    let words = relations.lowercased().split(whereSeparator: \.isWhitespace)
    // An alternate style sheet is a style sheet.
    let isQuiet = !words.isEmpty && words.allSatisfy(quiet.contains)
    if !isQuiet { refer(address, at: offset) }
    // A style sheet in the address itself, or the page once more.
    if words.contains("stylesheet"), let address, !address.isEmpty,
      WebAddress(address).isInside(isPackage: false)
    {
      note(.unread, at: offset)
      note(.sight, at: offset)
    }
  }
}
