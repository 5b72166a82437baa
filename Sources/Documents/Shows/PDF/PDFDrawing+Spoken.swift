extension PDFDrawing {
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
