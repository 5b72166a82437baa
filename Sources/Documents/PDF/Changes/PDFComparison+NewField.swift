extension PDFComparison {
  /// What the field of a signature, which is its own widget, may say.
  private static let known: Set<PDFName> = [
    "Type", "Subtype", "FT", "T", "TU", "TM", "Ff", "F", "V", "Rect", "P", "AP", "AS", "M", "NM",
    "MK", "Border", "BS", "DA", "Q", "DR", "H", "Lock", "SV", "Kids", "Parent", "C", "StructParent",
    "Contents",
  ]

  /// What a field may say that shows nothing: its widgets stand below it.
  private static let bare: Set<PDFName> = ["FT", "T", "TU", "TM", "Ff", "V", "Lock", "SV", "Kids"]

  /// A new field is the field of a signature and stands by itself (OBJ-4); one that runs actions or
  /// joins a layer is none.
  ///
  /// What it shows it shows as a widget, of a signature too: a field that is also an annotation of another kind,
  /// such as `FreeText`, writes on the page without any look that is stored.
  mutating func compareNew(field: PDFPart) throws(DocumentError) {
    guard let reference = field.object.reference, !graph.isReachable(reference.number),
      let after = try new.resolve(field), let entries = after.dictionary?.entries,
      try new.resolve(after["FT"])?.object.name == "Sig",
      entries.allSatisfy({ PDFComparison.known.contains($0.key) }), after["Parent"] == nil,
      try isWidget(after) || entries.allSatisfy({ PDFComparison.bare.contains($0.key) })
    else {
      note(.changed, .field, "a field was added that is not a signature's")
      return
    }
    widgets.insert(reference.number)
    var isSeen = try PDFVisibility.isSeen(after, through: &new)
    for kid in try new.resolve(after["Kids"])?.items ?? [] {
      guard let own = kid.object.reference, !graph.isReachable(own.number),
        let widget = try new.resolve(kid), widget["Kids"] == nil, widget["T"] == nil,
        try isWidget(widget),
        try new.resolve(widget["FT"]).map({ $0.object.name == "Sig" }) ?? true,
        widget["V"] == nil,
        widget.dictionary?.entries.allSatisfy({ PDFComparison.known.contains($0.key) }) ?? false
      else {
        note(.changed, .field, "a field was added that is not a signature's")
        return
      }
      widgets.insert(own.number)
      isSeen = try PDFVisibility.isSeen(widget, through: &new) || isSeen
    }
    guard let value = try new.resolve(after["V"]) else {
      note(isSeen ? .visibleSignature : .signature, .field, "a place for a signature was added")
      return
    }
    note(
      try kind(ofSignature: value, in: reference, isSeen: isSeen), .field, "a signature was added")
  }

  private mutating func isWidget(_ part: PDFPart) throws(DocumentError) -> Bool {
    try new.resolve(part["Subtype"])?.object.name == "Widget"
  }
}
