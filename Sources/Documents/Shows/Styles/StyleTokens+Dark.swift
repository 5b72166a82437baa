/// Blocks for readers who want dark pages (Media Queries 5 §12.5).
extension StyleTokens {
  /// Whether a media query asks for nothing but dark pages on a screen.
  func asksDark(_ prelude: Range<Int>) -> Bool {
    let words = tokens[prelude].compactMap { if case .ident(let word) = $0 { word } else { nil } }
    let plain: Set<String> = ["prefers-color-scheme", "dark", "screen", "only", "and", "all"]
    return words.contains("prefers-color-scheme") && words.contains("dark")
      && words.allSatisfy(plain.contains)
  }

  /// The ground that a block gives to the page itself, where that is dark and one colour.
  func pageGround(_ block: Range<Int>) -> StyleColour? {
    var found: StyleColour?
    for place in block where isPage(place) {
      guard let open = tokens[(place + 1)..<block.upperBound].firstIndex(where: { $0 != .space }),
        tokens[open] == .open(UInt8(ascii: "{"))
      else { continue }
      let rule = (open + 1)..<max(open + 1, min(end(of: open), block.upperBound))
      for declaration in tokens[rule].split(separator: .semicolon) {
        let written = declaration.drop { $0 == .space }
        guard case .ident(let name)? = written.first,
          ["background", "background-color"].contains(name),
          let colour = StyleColour(in: written.dropFirst())
        else { continue }
        // Two grounds, or one that shows through: nobody knows on which text stands.
        guard found == nil, colour.alpha == 1, colour.luminance < 0.2 else { return nil }
        found = colour
      }
    }
    return found
  }

  /// Whether a rule begins at `place` that is for the page itself, whatever stands around.
  private func isPage(_ place: Int) -> Bool {
    var start = place
    switch tokens[place] {
    case .ident("body"), .ident("html"): break
    case .ident("root") where place > 0 && tokens[place - 1] == .colon: start -= 1
    default: return false
    }
    let before = tokens[..<start].last { $0 != .space }
    return before == .open(UInt8(ascii: "{")) || before == .close(UInt8(ascii: "}"))
  }
}
