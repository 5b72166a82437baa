extension PDFDrawing {
  private static let weightOfText = 8

  /// Ends a marked sequence.
  mutating func endSpoken() {
    // One of text weighs as much as some of areas.
    let room = budget.comparisons / PDFDrawing.weightOfText
    var work = room
    let result = spoken.end(&work)
    budget.comparisons -= (room - work) * PDFDrawing.weightOfText
    switch result {
    case .same: break
    case .other: saysOther = true
    case .unread: isUnread = true
    }
  }

  /// What a marked sequence says in the place of what it shows, in UTF-8; nil where it says nothing.
  mutating func replacement(_ content: PDFContent, _ resources: PDFPart?) -> [UInt8]? {
    guard content.operands.count > 1 else { return nil }
    let text: [UInt8]?
    switch content.operands[1] {
    case .dictionary(let written):
      var lexer = PDFLexer(Array(written), base: 0)
      text = (try? lexer.value())?.object.dictionary?["ActualText"]?.string
    case .name(let name):
      guard resolver.security == nil else { return nil }
      let found = resource("Properties", name, resources)?.part["ActualText"]
      text = ((try? resolver.resolve(found)) ?? nil)?.object.string
    default: return nil
    }
    return text.map(PDFSpokenText.utf8)
  }
}
