extension PDFComparison {
  /// A field that was there: an empty signature field may be signed, and gains `V`, `AP`, `F` and `M`;
  /// a signed one never changes; nothing grows under it (OBJ-4). What may change in others is OBJ-11.
  mutating func compare(
    field one: PDFPart, with other: PDFPart, in context: PDFFieldContext, depth: Int,
    _ visited: inout Set<PDFReference>
  ) throws(DocumentError) {
    guard depth > 0, visited.count <= PDFLimits.maximumFields else {
      throw .pdf(.limit, "a form larger than the reader takes", at: one.offset)
    }
    if let reference = one.object.reference, !visited.insert(reference).inserted { return }
    guard let before = try old.resolve(one), before.dictionary != nil else { return }
    guard let after = try new.resolve(other), after.dictionary != nil else {
      note(.changed, .field, "a field was taken out")
      return
    }
    var context = context
    if let kind = try old.resolve(before["FT"])?.object.name { context.kind = kind }
    context.name = try name(of: before, under: context.name)
    let hadValue = try old.resolve(before["V"]) != nil
    let isOther = !isSame(before["V"], after["V"])
    if context.kind == "Sig" {
      context.wasSigned = context.wasSigned || hadValue
      context.isSigned = context.isSigned || (!hadValue && isOther)
    } else {
      context.isFilled = context.isFilled || isOther
    }
    if isOther, locks.isLocked(context.name) {
      note(.changed, .fill, "a field was filled in that a signature had locked")
    }
    try compareEntries(before, after, context)
    if let number = replaced(before) { explain(PDFReference(number: number, generation: 0)) }
    for (one, other) in zip(
      try old.resolve(before["Kids"])?.items ?? [], try new.resolve(after["Kids"])?.items ?? [])
    {
      try compare(field: one, with: other, in: context, depth: depth - 1, &visited)
    }
  }

  private mutating func compareEntries(
    _ before: PDFPart, _ after: PDFPart, _ context: PDFFieldContext
  ) throws(DocumentError) {
    let differences = differences(before, after)
    guard context.kind == "Sig" else {
      try compareFill(before, after, differences, context)
      return
    }
    if context.wasSigned {
      if !differences.isEmpty {
        note(.changed, .field, "a field that was signed says something else")
      }
      try compareAppearances(before, after, mayChange: false)
      return
    }
    let allowed: Set<PDFName> = context.isSigned ? ["V", "AP", "F", "M"] : []
    if differences.contains(where: { !allowed.contains($0) }) {
      note(.changed, .field, "a field for a signature says something else")
    }
    try compareAppearances(before, after, mayChange: context.isSigned)
    guard context.isSigned else { return }
    if let widget = before.home { widgets.insert(widget.number) }
    // What could be seen of the open field and cannot any more has changed the page as well.
    let wasSeen = try PDFVisibility.isSeen(before, through: &old)
    let isSeen = try PDFVisibility.isSeen(after, through: &new) || wasSeen
    if let value = try new.resolve(after["V"]) {
      note(
        try kind(ofSignature: value, in: after.home, isSeen: isSeen), .field, "a field was signed")
    } else if isSeen {
      note(.visibleSignature, .field, "a field was signed")
    }
  }

  private mutating func name(
    of field: PDFPart, under parent: [UInt8]
  ) throws(DocumentError) -> [UInt8] {
    guard let own = try old.resolve(field["T"]), let text = own.object.string else { return parent }
    let codec = PDFStringCodec(security: old.document.security)
    let name = PDFStringCodec.plain(try codec.decode(text, from: own.strings))
    guard parent.count + name.count < PDFLimits.maximumFieldName else {
      throw .pdf(.limit, "a field with a name longer than the reader takes", at: field.offset)
    }
    return parent + (parent.isEmpty ? [] : [UInt8(ascii: ".")]) + name
  }

  /// Which change a signature is.
  ///
  /// What the search for signatures passes over is judged by nobody, and so no signature: one in an object
  /// stream, or with a type of its own.
  ///
  /// - Parameter field: the field that it is the value of.
  mutating func kind(
    ofSignature value: PDFPart, in field: PDFReference?, isSeen: Bool
  ) throws(DocumentError) -> LaterChange {
    guard value.dictionary != nil, let home = value.home ?? field,
      case .plain(let offset)? = new.place(home.number), signatures.contains(offset)
    else { return .changed }
    if isSeen { return .visibleSignature }
    let isStamp = try new.resolve(value["SubFilter"])?.object.name == "ETSI.RFC3161"
    return isStamp ? .evidence : .signature
  }
}
