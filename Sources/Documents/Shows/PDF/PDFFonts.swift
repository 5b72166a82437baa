/// The fonts of a document that were read, each once, however often a page chooses it.
struct PDFFonts {
  /// Where a font stands: its object, and its place in it.
  private struct Place: Hashable {
    let object: Int
    let start: Int
  }

  private var known: [Place: PDFFont] = [:]
  private var weight = 0

  /// The font of the dictionary `part`; one of which nothing is known where it cannot be read.
  mutating func font(
    _ part: PDFPart, through resolver: inout PDFResolver, _ budget: inout PDFBudget
  ) -> PDFFont {
    let place = Place(object: part.offset, start: part.value.bounds.lowerBound)
    if let font = known[place] { return font }
    var font = PDFFont()
    if budget.codes > 0, let read = try? PDFFont(part, through: &resolver, &budget) {
      font = read
    } else {
      font.isCut = true
    }
    budget.codes -= font.weight
    weight += font.weight
    if weight > ShowLimits.keptCodes { (known, weight) = ([:], font.weight) }
    known[place] = font
    return font
  }
}
