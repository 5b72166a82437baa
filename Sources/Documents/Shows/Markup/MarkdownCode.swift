/// Blanks the code of a Markdown text: what a renderer shows letter by letter and passes to nobody
/// (CommonMark 0.31 §4.5, §4.6, §6.1).
///
/// Only what is code in every reading is blanked, since all the rest is looked at as markup. A fence stands at the
/// left edge, or is followed as long as each of its lines is indented as far as it is; where one of them is not, it may
/// have ended with its list, and nothing behind it is taken for code any more. A span stays within one line or one plain
/// paragraph, in no cell of a table, and in no paragraph that has a backtick inside a tag.
struct MarkdownCode {
  /// The text with its code blanked.
  private(set) var plain: [UInt8]
  /// Whether the search gave up.
  var isCut: Bool { work < 0 }

  /// Bytes that may still be looked at twice: what begins and never ends costs no more than that.
  private var work = 64 << 20
  /// Where addresses begin that stand in angle brackets.
  private(set) var addresses: [Int] = []
  /// Blocks of HTML, in which backticks are letters.
  private var blocks: [Range<Int>] = []
  /// Content columns of the list items that are open.
  private var items: [Int] = []
  /// Whether a list stood anywhere above.
  private var hasList = false
  /// Whether fences can still be told from text.
  private var isCertain = true

  /// A fence that is open.
  private struct Fence {
    let mark: UInt8
    let length: Int
    let indent: Int
  }

  /// Blanks the code of `text`.
  init(_ text: [UInt8]) {
    plain = text
    blankFences()
    blankSpans()
  }

  // MARK: Fences

  private mutating func blankFences() {
    var fence: Fence?
    var markup: Markup?
    var start = 0
    while start < plain.count {
      let end = plain[start...].firstIndex(ofByte: 0x0A, from: start) ?? plain.count
      // A copy, so that blanking does not copy the whole text.
      let line = Array(plain[start..<end])[...]
      if let open = fence {
        fence = follow(open, line, start..<end)
      } else if let block = markup {
        if MarkdownLine(line).mayFence { isCertain = false }
        if block.ends(with: line) {
          blocks.append(block.start..<end)
          markup = nil
        }
      } else {
        (fence, markup) = begin(line, start..<end)
      }
      start = end + 1
    }
    if let markup { blocks.append(markup.start..<plain.count) }
  }

  /// What a line leaves open that stands in neither.
  private mutating func begin(
    _ text: ArraySlice<UInt8>, _ place: Range<Int>
  ) -> (Fence?, Markup?) {
    var line = MarkdownLine(text)
    guard !line.body.isEmpty else { return (nil, nil) }
    items.removeAll { $0 > line.indent }
    while let content = line.item() {
      items.append(content)
      hasList = true
    }
    if line.body.first == UInt8(ascii: "<"), MarkdownAddress.length(in: line.body) == nil {
      let block = Markup(from: place.lowerBound, line.body)
      guard block.isLong, block.ends(with: line.body) else { return (nil, block) }
      blocks.append(place)
      return (nil, nil)
    }
    guard line.mayFence else { return (nil, nil) }
    let column = line.indent
    let isFence =
      column - (items.last ?? 0) < 4 && (column < 4 || line.body.first != UInt8(ascii: "~"))
    guard isFence, isCertain else {
      if hasList { isCertain = false }
      return (nil, nil)
    }
    blank(place)
    return (Fence(mark: line.body.first ?? 0, length: line.run, indent: column), nil)
  }

  /// The fence that is open behind the next line.
  private mutating func follow(
    _ open: Fence, _ text: ArraySlice<UInt8>, _ place: Range<Int>
  ) -> Fence? {
    let line = MarkdownLine(text)
    let isInside = line.body.isEmpty || open.indent < 2 || line.indent >= open.indent
    guard isInside else {
      isCertain = false
      return nil
    }
    blank(place)
    guard line.body.first == open.mark, line.run >= open.length,
      line.body.dropFirst(line.run).allSatisfy(\.isMarkupSpace)
    else { return open }
    if open.indent < 2 {
      // A fence that ends it is no further in than three columns.
      return line.indent < 4 ? nil : open
    }
    if line.indent != open.indent || open.indent > 3 && line.run != open.length {
      isCertain = false
    }
    return nil
  }

  private mutating func blank(_ place: Range<Int>) {
    for index in place { plain[index] = 0x20 }
  }
}

/// A block of HTML that is open.
private struct Markup {
  let start: Int
  /// What ends it; none where a blank line does.
  private let marks: [StaticString]

  /// The block that begins at `start` with `body`: some go on behind a blank line, to the end of their element.
  init(from start: Int, _ body: ArraySlice<UInt8>) {
    self.start = start
    let word = body.dropFirst().prefix(9).prefix(while: \.isLetter).map(\.lowercased)
    if body.starts(with: "<!--".utf8) {
      marks = ["-->"]
    } else if ["script", "pre", "style", "textarea"].contains(String(decoding: word, as: UTF8.self))
    {
      marks = ["</script", "</pre", "</style", "</textarea"]
    } else {
      marks = []
    }
  }

  var isLong: Bool { !marks.isEmpty }

  func ends(with line: ArraySlice<UInt8>) -> Bool {
    guard isLong else { return line.allSatisfy(\.isMarkupSpace) }
    let small = line.map(\.lowercased)
    return marks.contains { small[...].firstIndex(of: $0) != nil }
  }
}

// MARK: - Spans

extension MarkdownCode {
  /// Blanks spans in backticks, outside of tags, within one paragraph.
  private mutating func blankSpans() {
    var index = 0
    var next = 0
    var line = (start: 0, seen: 0)
    while index < plain.count {
      if index > line.seen {
        if let last = plain[line.seen..<min(index, plain.count)].lastIndex(of: 0x0A) {
          line.start = last + 1
        }
        line.seen = index
      }
      if next < blocks.count, index >= blocks[next].lowerBound {
        index = max(index, blocks[next].upperBound)
        next += 1
        continue
      }
      switch plain[index] {
      case UInt8(ascii: "<") where index + 1 < plain.count && MarkdownCode.begins(plain[index + 1]):
        if let length = MarkdownAddress.length(in: plain[index...]),
          !plain[index..<index + length].contains(UInt8(ascii: "`"))
        {
          // Its brackets are none of a tag.
          (plain[index], plain[index + length - 1]) = (0x20, 0x20)
          addresses.append(index + 1)
          index += length
          continue
        }
        let end = endOfTag(from: index)
        // Readers do not agree which of the two comes first.
        index = plain[index..<end].contains(UInt8(ascii: "`")) ? endOfParagraph(from: end) : end
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"):
        let length = plain[index...].prefix { $0 == UInt8(ascii: "`") }.count
        if let end = closing(of: length, from: index + length, onLine: line.start) {
          for place in index..<end where plain[place] != 0x0A { plain[place] = 0x20 }
          index = end
        } else {
          index += length
        }
      default: index += 1
      }
    }
  }

  private static func begins(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  private mutating func endOfTag(from start: Int) -> Int {
    let isComment = plain[start...].starts(with: "<!--".utf8)
    var quote: UInt8?
    for index in start..<min(plain.count, start + ShowLimits.value) where work >= 0 {
      work -= 1
      let byte = plain[index]
      if isComment {
        if byte == UInt8(ascii: ">"), index > start + 5, plain[index - 1] == UInt8(ascii: "-"),
          plain[index - 2] == UInt8(ascii: "-")
        {
          return index + 1
        }
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return start + 1
  }

  private mutating func endOfParagraph(from start: Int) -> Int {
    var isBlank = false
    for index in start..<plain.count where work >= 0 {
      work -= 1
      if plain[index] == 0x0A {
        if isBlank { return index }
        isBlank = true
      } else if !plain[index].isMarkupSpace {
        isBlank = false
      }
    }
    return plain.count
  }

  /// Longest span that is taken for code, so that backticks without an end cost little.
  private static let longestSpan = 4_096

  /// Where the span ends that `length` backticks begin before `start`; nil where none does in every reading.
  ///
  /// - Parameter first: where its line begins.
  private mutating func closing(
    of length: Int, from start: Int, onLine first: Int
  ) -> Int? {
    let goesOn = MarkdownLine(plain[first..<start].prefix(256)).isPlain
    var run = 0
    for index in start..<max(start, min(plain.count, start + MarkdownCode.longestSpan))
    where work >= 0 {
      work -= 1
      let byte = plain[index]
      if byte == UInt8(ascii: "`") {
        run += 1
        continue
      }
      if run == length { return index }
      run = 0
      // A cell of a table ends there.
      if byte == UInt8(ascii: "|") { return nil }
      if byte == 0x0A {
        let end = plain[(index + 1)...].prefix(256).firstIndex(of: 0x0A) ?? plain.count
        let next = MarkdownLine(plain[(index + 1)..<min(end, plain.count)])
        guard goesOn, next.isPlain, !next.body.isEmpty else { return nil }
      }
    }
    return run == length && start + MarkdownCode.longestSpan > plain.count ? plain.count : nil
  }
}

/// One line of a Markdown text: how far it is indented, and what begins it.
struct MarkdownLine {
  /// Columns before its first letter: a tab reaches to the next fourth.
  private(set) var indent = 0
  /// What follows.
  private(set) var body: ArraySlice<UInt8>

  /// Reads a line without its end.
  init(_ line: ArraySlice<UInt8>) {
    body = line.last == 0x0D ? line.dropLast() : line
    skipBlanks()
  }

  private mutating func skipBlanks() {
    while let byte = body.first, byte == 0x20 || byte == 0x09 {
      indent = byte == 0x09 ? (indent / 4 + 1) * 4 : indent + 1
      body.removeFirst()
    }
  }

  /// How many equal letters begin it.
  var run: Int { body.prefix { $0 == body.first }.count }

  /// Whether it looks like the beginning or the end of fenced code.
  var mayFence: Bool {
    switch body.first {
    case UInt8(ascii: "`"): run >= 3 && !body.dropFirst(run).contains(UInt8(ascii: "`"))
    case UInt8(ascii: "~"): run >= 3
    default: false
    }
  }

  /// Takes the marker of a list item off; the column of its content, nil where none begins it.
  mutating func item() -> Int? {
    guard let first = body.first else { return nil }
    var width = 0
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): width = 1
    case 0x30...0x39:
      let digits = body.prefix { (0x30...0x39).contains($0) }.count
      let mark = body.dropFirst(digits).first
      guard digits < 10, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
      width = digits + 1
    default: return nil
    }
    let rest = body.dropFirst(width)
    guard rest.first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true else { return nil }
    let least = indent + width + 1
    indent += width
    body = rest
    skipBlanks()
    // Five columns and more behind a marker belong to code that is indented.
    return body.isEmpty || indent > least + 3 ? least : indent
  }

  /// Whether a paragraph can begin with it or go on in it, and nothing else does in any reading.
  var isPlain: Bool {
    guard indent < 4, let first = body.first else { return false }
    if first >= 0x80 || first.isLetter { return true }
    return [
      UInt8(ascii: "("), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "."),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "/"),
      UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "\\"), UInt8(ascii: "`"),
    ].contains(first) && !mayFence
  }
}
