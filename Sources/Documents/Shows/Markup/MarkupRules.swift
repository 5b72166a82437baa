/// What elements of pages and drawings show or do beside their own text.
///
/// The same rules hold for HTML, XHTML, drawings and pages in books; who asks decides under which code
/// it is said.
struct MarkupRules {
  /// A kind of thing that is found.
  enum Kind: Sendable {
    case script, external, form, hidden, animation, foreign, unread
  }

  /// What was found, with the first place of each.
  private(set) var found: [Kind: Int] = [:]
  /// Whether relative addresses lead to other parts of the same file.
  let isPackage: Bool

  init(isPackage: Bool) { self.isPackage = isPackage }

  /// Notes something at `offset`.
  mutating func note(_ kind: Kind, at offset: Int) {
    found[kind] = min(found[kind] ?? offset, offset)
  }

  /// Where something is written in white, and whether any ground is painted.
  private var white: Int?
  private var isPainted = false

  /// Notes what only the whole shows: white text where no ground is painted.
  mutating func finish() {
    if let white, !isPainted { note(.hidden, at: white) }
  }

  /// Looks at a style sheet or the style of an element.
  mutating func take(style: [UInt8], at offset: Int) {
    guard style.count <= ShowLimits.style else { return note(.unread, at: offset) }
    let rules = StyleRules(style, isPackage: isPackage)
    if rules.isExternal { note(.external, at: offset) }
    if rules.runs { note(.script, at: offset) }
    if rules.hides { note(.hidden, at: offset) }
    if rules.whitens { white = white ?? offset }
    if rules.paints { isPainted = true }
  }

  /// Looks at an element: its name in lower case for HTML, as written in a drawing.
  ///
  /// - Parameter attributes: names, without `xlink:`, and decoded values.
  mutating func take(
    _ name: String, isDrawing: Bool, _ attributes: [(name: String, value: String)], at offset: Int
  ) {
    for (attribute, value) in attributes {
      if attribute.hasPrefix("on"), attribute.utf8.count > 2 { note(.script, at: offset) }
      if value.utf8.count > ShowLimits.value, attribute == "style" { note(.unread, at: offset) }
      if attribute == "style" || isDrawing && value.contains("(") {
        take(style: Array(value.utf8), at: offset)
      }
      if attribute == "bgcolor" || attribute == "background" { isPainted = true }
      if name == "font", attribute == "color",
        ["white", "#fff", "#ffffff"].contains(value.lowercased())
      {
        white = white ?? offset
      }
      let address = WebAddress(value)
      if address.isScript { note(.script, at: offset) }
      if address.holdsPage, !["img", "image", "a", "source", "link"].contains(name) {
        note(.unread, at: offset)
      }
    }
    if isDrawing {
      takeDrawing(name, attributes, at: offset)
    } else {
      takePage(name, attributes, at: offset)
    }
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
    default: break
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
    case "noscript": note(.hidden, at: offset)
    default:
      for key in ["src", "poster", "background", "manifest", "dynsrc", "lowsrc", "icon"] {
        refer(value(key), at: offset)
      }
      // In a picture of a page `href` is a mistake that browsers repair.
      if name == "image" { refer(value("href"), at: offset) }
    }
    for candidate in (value("srcset") ?? value("imagesrcset") ?? "").split(separator: ",") {
      refer(candidate.split(whereSeparator: \.isWhitespace).first.map(String.init), at: offset)
    }
    if value("formaction") != nil { note(.form, at: offset) }
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
  }
}
