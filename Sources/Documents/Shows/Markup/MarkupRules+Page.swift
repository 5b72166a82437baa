extension MarkupRules {
  mutating func takePage(
    _ name: String, _ attributes: [(name: String, value: String)], at offset: Int
  ) {
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    switch name {
    case "script": takeScript(value("type"), value("src"), at: offset)
    case "base": if value("href") != nil { note(.external, at: offset) }
    case "link": takeLink(value("rel") ?? "", value("href"), at: offset)
    case "meta":
      takeMeta(
        value("http-equiv")?.lowercased() ?? "", value("name")?.lowercased() ?? "",
        value("content")?.lowercased() ?? "", at: offset)
    case "form": note(.form, at: offset)
    case "object", "embed", "applet", "portal", "fencedframe":
      for key in ["data", "src", "code", "archive", "codebase", "classid"] {
        refer(value(key), at: offset)
      }
      note(.foreign, at: offset)
    case "iframe", "frame":
      refer(value("src"), at: offset)
      // A page in a page, in whatever type it comes.
      if value("srcdoc") != nil || value("src").map({ WebAddress($0).isData }) ?? false {
        note(.unread, at: offset)
      }
    case "input": takeInput(value("type")?.lowercased() ?? "text", value("value"), at: offset)
    case "noscript", "template":
      note(.hidden, at: offset)
      if value("shadowrootmode") != nil { note(.unread, at: offset) }
    case "details": if value("open") == nil { note(.hidden, at: offset) }
    // By the sheet of a browser it is placed, and has a ground: it lies on what follows (HTML §15.3.3).
    case "dialog": note(value("open") == nil ? .hidden : .unread, at: offset)
    // Its letters stand as they are told to, digits too (UAX #9, HL3).
    case "bdo": note(.unread, at: offset)
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
    // What is as wide pushes away what follows.
    for key in ["width", "height", "hspace", "vspace", "cellspacing", "cellpadding", "border"] {
      let digits = (value(key) ?? "").drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
      if digits.count > 4 { note(.unread, at: offset) }
    }
    if value("formaction") != nil { note(.form, at: offset) }
    if value("popover") != nil { note(.hidden, at: offset) }
    if value("hidden") != nil, name != "script", name != "nav" || !isNavigation {
      note(.hidden, at: offset)
    }
  }

  private mutating func takeMeta(
    _ directive: String, _ name: String, _ content: String, at offset: Int
  ) {
    if directive.contains("refresh") { note(.external, at: offset) }
    if directive.contains("default-style")
      || directive.contains("content-security-policy") && !MarkupRules.keepsStyles(content)
    {
      note(.unread, at: offset)
    }
    // The ground may be dark, and white that of others.
    if name == "color-scheme", content.contains("dark") { note(.unread, at: offset) }
  }

  /// Whether a policy leaves the styles of the page itself as they are, by which it is judged (CSP 3 §6.7.3).
  private static func keepsStyles(_ policy: String) -> Bool {
    let directives = policy.split(separator: ";").map { $0.split(whereSeparator: \.isWhitespace) }
    let names = directives.compactMap(\.first)
    if names.contains("style-src-elem") || names.contains("style-src-attr") { return false }
    guard
      let styles = directives.first(where: { $0.first == "style-src" })
        ?? directives.first(where: { $0.first == "default-src" })
    else { return true }
    return styles.contains("'unsafe-inline'")
      && !styles.contains { $0.hasPrefix("'nonce-") || $0.hasPrefix("'sha") }
  }

  /// A box shows as much of what was filled in as it has room for.
  private mutating func takeInput(_ type: String, _ value: String?, at offset: Int) {
    let whole = [
      "submit", "button", "reset", "checkbox", "radio", "hidden", "image", "color", "range",
    ]
    if let value, !value.allSatisfy(\.isWhitespace), !whole.contains(type) {
      note(.unread, at: offset)
    }
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
