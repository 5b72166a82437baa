import BroadsealBytes

/// Looks at what the pages of a document draw: text that nobody sees, and what text says to machines.
///
/// Each page's content is followed as far as it decides where and how text is drawn, with the forms that
/// it uses. Glyphs are not: a font that draws other letters than it names is not found.
struct PDFPages {
  private var resolver: PDFResolver
  private var budget: PDFBudget
  private var fonts = PDFFonts()
  private var visited: Set<PDFReference> = []
  private var findings = ShowFindings()
  private var text = TextShows()

  /// Pages that are looked at.
  private static let maximumPages = 65_536

  /// - Parameter resolver: finds the objects of the document.
  init(through resolver: PDFResolver, within budget: PDFBudget = PDFBudget()) {
    (self.resolver, self.budget) = (resolver, budget)
  }

  /// What a page has of its own or from those above it.
  private struct Inherited {
    var resources: PDFPart?
    var media: PDFBox?
    var crop: PDFBox?
  }

  /// Looks at every page of the tree under `catalog`.
  mutating func look(
    from catalog: PDFPart, into findings: inout ShowFindings
  ) throws(DocumentError) {
    self.findings = findings
    var open: [(PDFPart?, Inherited)] = [(catalog["Pages"], Inherited())]
    var pages = 0
    while let (next, above) = open.popLast() {
      guard let node = try resolver.resolve(next) else { continue }
      if let home = node.home, !visited.insert(home).inserted { continue }
      var inherited = above
      inherited.resources = try resolver.resolve(node["Resources"]) ?? above.resources
      inherited.media = try box(node["MediaBox"]) ?? above.media
      inherited.crop = try box(node["CropBox"]) ?? above.crop
      if let kids = try resolver.resolve(node["Kids"])?.items {
        open += kids.reversed().map { ($0, inherited) }
        continue
      }
      pages += 1
      guard pages <= PDFPages.maximumPages, !budget.isSpent else {
        self.findings.add(.pdfUnread, at: node.offset)
        break
      }
      try look(at: node, inherited)
    }
    text.report(to: &self.findings)
    findings = self.findings
  }

  private mutating func box(_ part: PDFPart?) throws(DocumentError) -> PDFBox? {
    guard let items = try resolver.resolve(part)?.items else { return nil }
    var numbers: [Double] = []
    for item in items.prefix(4) {
      guard let number = try resolver.resolve(item)?.number else { return nil }
      numbers.append(number)
    }
    return PDFBox(corners: numbers)
  }

  private mutating func look(
    at page: PDFPart, _ inherited: Inherited
  ) throws(DocumentError) {
    var bytes: [UInt8] = []
    let contents = page["Contents"]
    let parts = try resolver.resolve(contents)?.items ?? [contents].compactMap(\.self)
    for part in parts {
      guard case .reference(let reference) = part.object,
        let stream = try resolver.object(reference), let data = stream.data
      else { continue }
      let room = ShowLimits.content - bytes.count
      guard let more = try? budget.decoded(stream, data, limit: room, through: resolver) else {
        findings.add(.pdfUnread, at: stream.offset)
        return
      }
      bytes += more + [0x0A]
    }
    let media = inherited.media ?? PDFBox(left: 0, bottom: 0, right: 612, top: 792)
    let visible = inherited.crop.map { $0.cut(media) } ?? media
    let room = min(budget.comparisons, ShowLimits.comparisonsOfPage)
    var drawing = PDFDrawing(
      resolver: resolver, canvas: PDFCanvas(page: visible, work: room), budget: budget,
      fonts: fonts, text: text, offset: page.offset)
    if let unit = ((try? resolver.resolve(page["UserUnit"])) ?? nil)?.number, unit > 0 {
      drawing.unit = unit
    }
    drawing.draw(bytes, resources: inherited.resources, depth: 0)
    drawing.drawAnnotations(of: page)
    drawing.finish()
    (resolver, budget, fonts, text) = (
      drawing.resolver, drawing.budget, drawing.fonts, drawing.text
    )
    budget.comparisons -= room - drawing.canvas.work
    if drawing.canvas.hidesText { findings.add(.pdfHiddenText, at: page.offset) }
    if drawing.canvas.hasTextLayer { findings.add(.pdfTextLayer, at: page.offset) }
    if drawing.saysOther { findings.add(.pdfOtherText, at: page.offset) }
    if drawing.canvas.isCut || drawing.isUnread { findings.add(.pdfUnread, at: page.offset) }
  }
}
