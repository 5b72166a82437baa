extension PDFComparison {
  /// Annotations that bring something of their own to the page, or start something.
  private static let refused: Set<PDFName> = [
    "FileAttachment", "RichMedia", "Screen", "Movie", "3D", "Sound", "Widget",
  ]

  /// A page keeps its annotations in their order (OBJ-5). New ones are the widgets of new signatures;
  /// others are told as annotations, and those that bring files or media as changes.
  mutating func compareAnnotations(
    _ before: PDFPart?, _ one: PDFPart?, _ other: PDFPart?
  ) throws(DocumentError) {
    let after = try new.resolve(other)
    guard after == nil || after?.items != nil, before == nil || before?.items != nil else {
      note(.changed, .annotations, "the annotations of a page are none")
      return
    }
    var rest = (before?.items ?? [])[...]
    var added: [PDFPart] = []
    for item in after?.items ?? [] {
      if let next = rest.first, isSame(next, item) {
        rest = rest.dropFirst()
      } else {
        added.append(item)
      }
    }
    guard rest.isEmpty else {
      note(.changed, .annotations, "an annotation of a page was taken out, or moved")
      return
    }
    if let number = replaced(before), before?.home == after?.home {
      explain(before?.home)
      if !added.isEmpty { _ = isUsed(number, times: 1) }
    }
    for annotation in added { try compareNew(annotation: annotation) }
  }

  private mutating func compareNew(annotation: PDFPart) throws(DocumentError) {
    if let number = annotation.object.reference?.number {
      if widgets.contains(number) { return }
      if graph.isReachable(number) {
        note(.changed, .annotations, "something of the signed revision became an annotation")
        return
      }
    }
    guard let added = try new.resolve(annotation) else { return }
    let kind = try new.resolve(added["Subtype"])?.object.name
    if kind == "FileAttachment", try isLabel(attachment: added) {
      note(.label, .annotations, "a manifest store was attached")
    } else if let kind, !PDFComparison.refused.contains(kind) {
      note(.annotation, .annotations, "an annotation was added")
    } else {
      note(.changed, .annotations, "an annotation was added that brings something of its own")
    }
  }
}
