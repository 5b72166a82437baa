import BroadsealFiles

/// Looks through Markdown for pictures and for markup that a renderer passes on to the page.
///
/// Code is not passed on: fenced blocks and spans in backticks are blanked before tags are looked for.
/// Where a renderer could see no code in it, it counts as none (CommonMark 0.31 §4.5, §4.6, §6.1).
struct MarkdownShows {
  /// Whether a picture stands that is fetched from elsewhere.
  private(set) var picture: Int?
  /// The text without its code.
  private(set) var plain: [UInt8]
  /// Whether the search gave up.
  var isCut: Bool { work < 0 }

  /// Bytes that may still be looked at twice: what begins and never ends costs no more than that.
  private var work = 64 << 20
  /// Blocks of HTML, in which backticks are letters.
  private var blocks: [Range<Int>] = []

  /// Reads `text`.
  init(_ text: [UInt8]) {
    plain = text
    blankFences()
    blankSpans()
    findPictures()
  }

  /// Blanks fenced blocks that no block of HTML surrounds.
  private mutating func blankFences() {
    var fence: (mark: UInt8, length: Int)?
    var markup: (start: Int, isLong: Bool)?
    var start = 0
    while start < plain.count {
      let end = plain[start...].firstIndex(ofByte: 0x0A, from: start) ?? plain.count
      // A copy, so that blanking does not copy the whole text.
      let line = Array(plain[start..<end])[...]
      let body = line.drop { $0 == 0x20 }
      let run = body.prefix { $0 == body.first }.count
      let isMark = body.first == UInt8(ascii: "`") || body.first == UInt8(ascii: "~")
      if let open = fence {
        let closes =
          body.first == open.mark && run >= open.length
          && body.dropFirst(run).allSatisfy(\.isMarkupSpace)
        for index in start..<end { plain[index] = 0x20 }
        if closes { fence = nil }
      } else if let block = markup {
        let ends = block.isLong ? MarkdownShows.endsBlock(line) : body.allSatisfy(\.isMarkupSpace)
        if ends {
          blocks.append(block.start..<end)
          markup = nil
        }
      } else if body.first == UInt8(ascii: "<") {
        // Some blocks go on behind a blank line, to the end of their element.
        let isLong = MarkdownShows.beginsLongBlock(body)
        if isLong && MarkdownShows.endsBlock(line) {
          blocks.append(start..<end)
        } else {
          markup = (start, isLong)
        }
      } else if isMark, run >= 3, line.count - body.count < 4,
        !body.dropFirst(run).contains(UInt8(ascii: "`"))
      {
        fence = (body.first ?? 0, run)
        for index in start..<end { plain[index] = 0x20 }
      }
      start = end + 1
    }
    if let markup { blocks.append(markup.start..<plain.count) }
  }

  private static func beginsLongBlock(_ body: ArraySlice<UInt8>) -> Bool {
    let word = body.dropFirst().prefix(9).prefix(while: \.isLetter).map(\.lowercased)
    return ["script", "pre", "style", "textarea"].contains(String(decoding: word, as: UTF8.self))
  }

  private static func endsBlock(_ line: ArraySlice<UInt8>) -> Bool {
    let small = line.map(\.lowercased)
    let ends: [StaticString] = ["</script", "</pre", "</style", "</textarea"]
    return ends.contains { small[...].firstIndex(of: $0) != nil }
  }

  /// Blanks spans in backticks, outside of tags, within one paragraph.
  private mutating func blankSpans() {
    var index = 0
    var next = 0
    while index < plain.count {
      if next < blocks.count, index >= blocks[next].lowerBound {
        index = max(index, blocks[next].upperBound)
        next += 1
        continue
      }
      switch plain[index] {
      case UInt8(ascii: "<") where index + 1 < plain.count && plain[index + 1].isLetter:
        index = endOfTag(from: index)
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"):
        let length = plain[index...].prefix { $0 == UInt8(ascii: "`") }.count
        if let end = closing(of: length, from: index + length) {
          for place in index..<end where plain[place] != 0x0A { plain[place] = 0x20 }
          index = end
        } else {
          index += length
        }
      default: index += 1
      }
    }
  }

  private mutating func endOfTag(from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<min(plain.count, start + ShowLimits.value) where work >= 0 {
      work -= 1
      let byte = plain[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return start + 1
  }

  /// Longest span that is taken for code, so that backticks without an end cost little.
  private static let longestSpan = 4_096

  private mutating func closing(of length: Int, from start: Int) -> Int? {
    var run = 0
    var isBlank = false
    for index in start..<max(start, min(plain.count, start + MarkdownShows.longestSpan))
    where work >= 0 {
      work -= 1
      let byte = plain[index]
      if byte == UInt8(ascii: "`") {
        run += 1
        continue
      }
      if run == length { return index }
      run = 0
      if byte == 0x0A {
        if isBlank { return nil }
        isBlank = true
      } else if !byte.isMarkupSpace {
        isBlank = false
      }
    }
    return run == length && start + MarkdownShows.longestSpan > plain.count ? plain.count : nil
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
