/// What a style sheet, or the style of one element, takes from outside or runs, by the names and addresses in it.
///
/// It asks no rule and no block, so that nothing that a browser reads otherwise keeps it from finding them; but it
/// goes by the tokens of CSS and not by their letters. The end of one name can be another (`scroll-behavior`), and
/// text in quotes can say anything. The second reading, `StyleReader`, judges rules and properties.
struct StyleRules {
  /// Whether something is taken from outside.
  private(set) var isExternal = false
  /// Whether something runs.
  private(set) var runs = false
  /// Whether an address holds content that is not looked through.
  private(set) var isUnread = false
  /// Whether the part of a package is named that is its label.
  private(set) var namesLabel = false

  /// Functions whose text in quotes is an address (CSS Images 4 §2, CSS Values 5 §6).
  private static let addressing: Set<String> = ["url", "src", "image", "image-set", "cross-fade"]
  /// Functions in those, whose text in quotes is none: `image-set("a.avif" type("image/avif"))`.
  private static let naming: Set<String> = ["type", "format", "tech"]
  /// Properties of old browsers whose value is a script.
  private static let running: Set<String> = ["behavior", "_behavior", "binding"]

  /// Reads the tokens of CSS.
  ///
  /// - Parameter isPackage: whether relative addresses lead to other parts of the same file.
  init(_ sheet: StyleTokens, isPackage: Bool) {
    // Where the functions end whose text is an address, and those in them whose text is none.
    var addressed = 0
    var named = 0
    var place = 0
    while place < sheet.tokens.count {
      switch sheet.tokens[place] {
      case .url(let address): note(address, isPackage)
      case .string(let text):
        if isPackage, WebAddress.namesLabel(text) { namesLabel = true }
        if place < addressed, place >= named { note(text, isPackage) }
      case .function("expression"): runs = true
      case .function(let written):
        let name = StyleDeclaration.plain(written)
        if StyleRules.naming.contains(name) { named = max(named, sheet.end(of: place)) }
        if StyleRules.addressing.contains(name) {
          (addressed, named) = (max(addressed, sheet.end(of: place)), 0)
        }
      case .ident(let name):
        if StyleRules.running.contains(StyleDeclaration.plain(name)),
          sheet.isProperty(at: place)
        {
          runs = true
        }
      case .at("import"):
        if case .string(let text)? = sheet.next(after: place) { note(text, isPackage) }
      case .at("namespace"):
        // Its address is a name, from which nothing is taken (CSS Namespaces 3 §2).
        place = sheet.statementEnd(from: place + 1)
        continue
      default: break
      }
      place += 1
    }
  }

  private mutating func note(_ written: String, _ isPackage: Bool) {
    if isPackage, WebAddress.namesLabel(written) { namesLabel = true }
    let address = WebAddress(written)
    if address.isScript { runs = true }
    if address.isUnreadData { isUnread = true }
    if !address.isInside(isPackage: isPackage) { isExternal = true }
  }
}

extension StyleTokens {
  /// The token behind the one at `place`, but for white space.
  fileprivate func next(after place: Int) -> StyleToken? {
    tokens[(place + 1)...].first { $0 != .space }
  }

  /// Whether the name at `place` stands where that of a property does: before a colon, and not behind one.
  fileprivate func isProperty(at place: Int) -> Bool {
    next(after: place) == .colon && (place == 0 || tokens[place - 1] != .colon)
  }

  /// Where the statement ends that goes on at `start`: at its semicolon, at its block, or with the block around it.
  fileprivate func statementEnd(from start: Int) -> Int {
    var place = start
    while place < tokens.count {
      switch tokens[place] {
      case .semicolon, .open(UInt8(ascii: "{")), .close(UInt8(ascii: "}")): return place
      default: place = after(place)
      }
    }
    return place
  }
}
