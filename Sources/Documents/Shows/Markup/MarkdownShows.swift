import BroadsealFiles

/// Looks through Markdown for pictures and for markup that a renderer passes on to the page.
///
/// Code is not passed on: fenced blocks and spans in backticks are blanked before tags are looked for
/// (`MarkdownCode`). Where a renderer could see no code in it, it counts as none.
struct MarkdownShows {
  /// Whether a picture stands that is fetched from elsewhere.
  private(set) var picture: Int?
  /// Where an address in angle brackets leads to a script; nil where none does.
  private(set) var scriptLink: Int?
  /// The text without its code.
  private(set) var plain: [UInt8]
  /// Whether the search gave up.
  var isCut: Bool { isCodeCut || work < 0 }

  /// Bytes that may still be looked at twice: what begins and never ends costs no more than that.
  private var work = 64 << 20
  private let isCodeCut: Bool

  /// Reads `text`.
  init(_ text: [UInt8]) {
    let code = MarkdownCode(text)
    plain = code.plain
    isCodeCut = code.isCut
    scriptLink = code.addresses.first { start in
      let address = code.plain[start...].prefix(64).prefix { !$0.isMarkupSpace }
      return WebAddress(String(decoding: XMLReading.decoded(address), as: UTF8.self)).isScript
    }
    findPictures()
  }

  /// `![…](address)`, and `![…]` with its address elsewhere.
  private mutating func findPictures() {
    let hasDefinitions = plain[...].firstIndex(of: "]:") != nil
    var index = 0
    while work >= 0, let found = plain[...].firstIndex(of: "![", from: index) {
      index = found + 2
      work -= 8_192
      if found > 0, plain[found - 1] == UInt8(ascii: "\\") { continue }
      let rest = plain[index...].prefix(1_024)
      guard let close = MarkdownShows.bracket(in: rest) else { continue }
      let after = plain[(close + 1)...].prefix(ShowLimits.value)
      guard after.first == UInt8(ascii: "(") else {
        // By reference: what it leads to is named elsewhere in the text, and that is enough.
        if hasDefinitions {
          picture = found
          return
        }
        continue
      }
      let address = after.dropFirst().drop { $0.isMarkupSpace || $0 == UInt8(ascii: "<") }
        .prefix { !$0.isMarkupSpace && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: ">") }
      if !WebAddress(String(decoding: address, as: UTF8.self)).isInside(isPackage: false) {
        picture = found
        return
      }
    }
  }

  /// Commands of TeX that hide or colour what a renderer of formulas shows, or take in more (GitHub, MathJax).
  private static let formulaCommands: [StaticString] = [
    "\\phantom", "\\hphantom", "\\vphantom", "\\color", "\\textcolor", "\\colorbox", "\\fcolorbox",
    "\\smash",
    "\\style", "\\cssId", "\\class", "\\href", "\\includegraphics", "\\tiny", "\\rlap", "\\llap",
    "\\mathrlap",
    "\\mathllap", "\\kern", "\\hskip", "\\raise", "\\require", "\\def", "\\newcommand",
  ]

  /// Where such a command stands in `content` outside of its code, or in code that is a formula; nil where none does.
  func formulaCommand(in content: [UInt8]) -> Int? {
    let isCode = (["```math", "~~~math", "$`"] as [StaticString]).contains {
      content[...].firstIndex(of: $0) != nil
    }
    let text = isCode ? content : plain
    guard isCode || text.contains(UInt8(ascii: "$")) else { return nil }
    return MarkdownShows.formulaCommands.compactMap { text[...].firstIndex(of: $0) }.min()
  }

  /// Where a link leads to a script; nil when none does.
  static func scriptAddress(in plain: [UInt8]) -> Int? {
    var index = 0
    while let found = plain[...].firstIndex(of: "](", from: index) {
      index = found + 2
      let address = plain[index...].prefix(64).drop { $0.isMarkupSpace || $0 == UInt8(ascii: "<") }
      if WebAddress(String(decoding: XMLReading.decoded(address), as: UTF8.self)).isScript {
        return found
      }
    }
    return nil
  }

  private static func bracket(in text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for (index, byte) in zip(text.indices, text) {
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }
}
