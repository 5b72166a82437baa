extension PDFComparison {
  /// The form keeps its fields and gains new ones behind them (OBJ-3): `Fields` begins as it was,
  /// `SigFlags` gains bits 1 and 2, default resources and appearance may be added. All else stays, and
  /// what shows the form in another way (`XFA`, `NeedAppearances`) first of all.
  mutating func compareForms(_ one: PDFPart?, _ other: PDFPart?) throws(DocumentError) {
    let (before, after) = (try old.resolve(one), try new.resolve(other))
    guard before != nil || after != nil else { return }
    guard let after, after.dictionary != nil, before.map({ $0.dictionary != nil }) ?? true else {
      note(.changed, .form, "the form was taken out, or is none")
      return
    }
    for key in differences(before, after) {
      switch key {
      case "Fields": break
      case "SigFlags":
        let had = try old.resolve(before?[key])?.object.integer ?? 0
        let has = try new.resolve(after[key])?.object.integer ?? 0
        let isGain = has & ~had & ~3 == 0 && had & ~has == 0
        note(isGain ? .evidence : .changed, .form, "the form says that it has signatures")
      case "DR", "DA":
        // pdf.js takes size and colour of the boxes that it puts over fields from it, whatever their looks are.
        var adds = try adds(before?[key], after[key])
        if key == "DA" { adds = false }
        if try isDrawnWithNothing(of: before, whichGains: adds) {
          note(.evidence, .form, "the form gained resources")
        } else {
          note(.changed, .form, "the form has other resources")
        }
      default: note(.changed, .form, "the form says something else")
      }
    }
    if !isSame(one, other) { note(.evidence, .form, "the form was written anew") }
    if replaced(before) != nil, before?.home == after.home {
      explain(before?.home)
      if !differences(before, after).isEmpty, let number = before?.home?.number {
        _ = isUsed(number, times: 1)
      }
    }
    try compareResources(before?["DR"], after["DR"], of: before)
    try compareFields(before?["Fields"], after["Fields"], of: before)
  }

  /// Whether no reader draws anything with the form's resources, or with those that it had alone.
  private mutating func isDrawnWithNothing(
    of form: PDFPart?, whichGains adds: Bool
  ) throws(DocumentError) -> Bool {
    var isFixed = try holdsOnlySignatures(form)
    if !isFixed, adds { isFixed = try looksAreStored(form) }
    guard isFixed else { return false }
    return try looksOfPagesAreStored()
  }

  private mutating func compareFields(
    _ one: PDFPart?, _ other: PDFPart?, of form: PDFPart?
  ) throws(DocumentError) {
    let (before, after) = (try old.resolve(one), try new.resolve(other))
    let fields = (before?.items ?? [], after?.items ?? [])
    guard fields.0.count <= fields.1.count, after == nil || after?.items != nil,
      zip(fields.0, fields.1).allSatisfy({ isSame($0, $1) })
    else {
      note(.changed, .form, "the fields of the form are not those that were there")
      return
    }
    if let number = replaced(before), before?.home == after?.home {
      explain(before?.home)
      if fields.0.count < fields.1.count { _ = isUsed(number, times: 1) && isFormUsedOnce(form) }
    }
    for field in fields.1.dropFirst(fields.0.count) { try compareNew(field: field) }
    var visited: Set<PDFReference> = []
    for (one, other) in zip(fields.0, fields.1) {
      try compare(
        field: one, with: other, in: PDFFieldContext(), depth: PDFLimits.maximumTreeDepth, &visited)
    }
  }

  /// Default resources that were written anew in their place: more names, each old one as it was, and
  /// used by nothing else (OBJ-9).
  private mutating func compareResources(
    _ one: PDFPart?, _ other: PDFPart?, of form: PDFPart?
  ) throws(DocumentError) {
    guard let before = try old.resolve(one), let number = replaced(before),
      let after = try new.resolve(other), before.home == after.home,
      !isSame(before, after)
    else { return }
    guard try looksAreStored(form), try looksOfPagesAreStored(), try adds(before, after),
      isUsed(number, times: 1),
      isFormUsedOnce(form)
    else { return }
    note(.evidence, .form, "the form gained resources")
    explain(before.home)
  }

  /// The kinds of resources (ISO 32000-2 table 34), and what forms have beside them.
  private static let resources: Set<PDFName> = [
    "Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties", "ProcSet",
    "Encoding",
  ]

  /// Whether nothing but the catalog refers to the form, where it stands for itself.
  private mutating func isFormUsedOnce(_ form: PDFPart?) -> Bool {
    form?.home.map { isUsed($0.number, times: 1) } ?? true
  }

  /// Whether a value was added, or a dictionary, and the dictionaries in it, only gained entries.
  private mutating func adds(_ one: PDFPart?, _ other: PDFPart?) throws(DocumentError) -> Bool {
    guard let before = try old.resolve(one) else {
      let added = try new.resolve(other)?.dictionary?.entries ?? []
      return added.allSatisfy { PDFComparison.resources.contains($0.key) }
    }
    guard let after = try new.resolve(other), let entries = before.dictionary?.entries,
      after.dictionary != nil
    else { return isSame(one, other) }
    // Whatever else is added is none of the kinds of resources.
    let had = Set(entries.map(\.key))
    let gained = (after.dictionary?.entries ?? []).map(\.key).filter { !had.contains($0) }
    guard gained.allSatisfy(PDFComparison.resources.contains) else { return false }
    for entry in entries {
      let (own, now) = (before[entry.key], after[entry.key])
      if isSame(own, now) { continue }
      guard let was = try old.resolve(own), was.dictionary != nil,
        let kept = try new.resolve(now), kept.dictionary != nil,
        was.dictionary?.entries.allSatisfy({ isSame(was[$0.key], kept[$0.key]) }) ?? false
      else { return false }
    }
    return true
  }
}
