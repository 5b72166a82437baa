/// The tokens of a style sheet, of which each bracket knows its end.
struct StyleTokens {
  /// The tokens in order.
  let tokens: [StyleToken]
  /// Whether the sheet could be cut elsewhere than here.
  let isDoubtful: Bool
  /// For each bracket that begins something, where that ends; its own place for other tokens.
  private let ends: [Int]

  /// Cuts `text`. A bracket that nothing closes goes to the end (CSS Syntax 3 §5.4.8).
  init(_ text: [UInt8]) {
    let cut = StyleTokenizer(text)
    tokens = cut.tokens
    isDoubtful = cut.isDoubtful
    var ends = Array(tokens.indices)
    var open: [(place: Int, closing: UInt8)] = []
    for (place, token) in tokens.enumerated() {
      if let closing = token.closing {
        open.append((place, closing))
      } else if let last = open.last, token == .close(last.closing) {
        ends[last.place] = place
        open.removeLast()
      }
    }
    for (place, _) in open { ends[place] = tokens.count }
    self.ends = ends
  }

  /// Where the bracket that ends what begins at `place` stands, or the end of the sheet.
  func end(of place: Int) -> Int { ends[place] }

  /// What follows the token at `place`, and all that it begins.
  func after(_ place: Int) -> Int { min(ends[place] + 1, tokens.count) }

  /// `range` without the white space around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, tokens[start] == .space { start += 1 }
    while end > start, tokens[end - 1] == .space { end -= 1 }
    return start..<end
  }
}
