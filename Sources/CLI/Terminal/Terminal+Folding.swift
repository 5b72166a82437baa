extension Terminal {
  /// Narrowest room in which lines are still folded.
  static let minimumFold = 24

  /// `line` in as many lines as the terminal needs, all but the first with `indent` spaces before
  /// them. Where nobody looks at a terminal the line stays whole, so that other programs find it.
  func folded(_ line: String, hanging indent: Int) -> String {
    guard isInteractive, width - indent >= Terminal.minimumFold else { return line }
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in FoldedWords(line) {
      if used + word.columns > width, used > (lines.isEmpty ? 0 : indent) {
        lines.append(current)
        current = String(repeating: " ", count: indent)
        used = indent
      }
      current += word.text
      used += word.columns
      if word.endsWithSpace, used < width {
        current += " "
        used += 1
      } else if word.endsWithSpace {
        used = width
      }
    }
    return (lines + [current]).map(Terminal.withoutTrailingSpaces).joined(separator: "\n")
  }

  private static func withoutTrailingSpaces(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}

/// The pieces of a line between which it may be broken: behind a space, and between two characters
/// of a script that is written without spaces, unless the second may not begin a line.
private struct FoldedWords: Sequence, IteratorProtocol {
  struct Word {
    var text = ""
    var columns = 0
    var endsWithSpace = false
  }

  private var rest: Substring
  private var isLeading = true
  /// Marks that do not begin a line in Japanese (JIS X 4051), as far as our sentences have them.
  private static let closing: Set<Character> = [
    "、", "。", "」", "』", ")", ":", "・", "ー", "!", "?", ",", "\u{2069}",
  ]

  init(_ line: String) {
    rest = line[...]
  }

  mutating func next() -> Word? {
    guard !rest.isEmpty else { return nil }
    var word = Word()
    while let character = rest.first {
      if character == "\u{1B}" {
        let end = rest.firstIndex(of: "m").map(rest.index(after:)) ?? rest.endIndex
        word.text += rest[..<end]
        rest = rest[end...]
        continue
      }
      rest.removeFirst()
      if character == " ", !isLeading {
        word.endsWithSpace = true
        return word
      }
      if character != " " { isLeading = false }
      word.text.append(character)
      word.columns += String(character).columns
      if String(character).columns == 2, let following = rest.first,
        !FoldedWords.closing.contains(following), following != "\u{1B}", following != " ",
        character != "「", character != "("
      {
        return word
      }
    }
    return word
  }
}
