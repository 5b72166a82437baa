extension PDFComparison {
  /// A form is filled in (OBJ-11): a field for text or a choice has another value, and looks
  /// accordingly; a button has another value and state, and no other look. A field that looks otherwise
  /// while its value stays is how a shadow attack shows another text.
  mutating func compareFill(
    _ before: PDFPart, _ after: PDFPart, _ differences: [PDFName], _ context: PDFFieldContext
  ) throws(DocumentError) {
    var allowed: Set<PDFName> = []
    var mayLookOtherwise = false
    if context.isFilled {
      switch context.kind {
      case "Tx", "Ch":
        allowed = ["V", "AP", "I", "RV", "M"]
        mayLookOtherwise = true
      case "Btn": allowed = ["V", "AS"]
      default: break
      }
    }
    if differences.contains(where: { !allowed.contains($0) }) {
      note(
        .changed, .fill,
        differences.contains("AP")
          ? "a field looks otherwise than it did, and its value stayed"
          : "a field says something else than a value")
    } else if !differences.isEmpty {
      note(.formFill, .fill, "a field of the form was filled in")
    }
    try compareAppearances(before, after, mayChange: mayLookOtherwise)
  }

  /// Compares the appearances that stand in their old places.
  ///
  /// - Parameter mayChange: whether the widget may look otherwise.
  mutating func compareAppearances(
    _ before: PDFPart, _ after: PDFPart, mayChange: Bool
  ) throws(DocumentError) {
    let (uses, containers) = try appearances(of: before)
    for number in uses.keys where moved.contains(number) {
      guard let was = try old.object(number), let now = try new.object(number) else { continue }
      if try isSame(was, now) { continue }
      guard mayChange else {
        note(.changed, .fill, "a field looks otherwise than it did, and its value stayed")
        continue
      }
      if isUsed(number, in: uses, through: containers) { explain(was.reference) }
    }
  }

  /// The objects that a widget's appearance is made of, with how often it refers to each, and those
  /// that lead to others.
  private mutating func appearances(
    of widget: PDFPart
  ) throws(DocumentError) -> (uses: [Int: Int], containers: Set<Int>) {
    var uses: [Int: Int] = [:]
    var containers: Set<Int> = []
    func count(_ part: PDFPart?, leads: Bool) {
      guard let number = part?.object.reference?.number else { return }
      uses[number, default: 0] += 1
      if leads { containers.insert(number) }
    }
    let appearance = try old.resolve(widget["AP"])
    count(widget["AP"], leads: true)
    for entry in appearance?.dictionary?.entries ?? [] {
      guard let look = appearance?.part(entry.value) else { continue }
      let isStream = try isStream(look)
      count(look, leads: !isStream)
      guard !isStream, let states = try old.resolve(look) else { continue }
      for state in states.dictionary?.entries ?? [] {
        count(states.part(state.value), leads: false)
      }
    }
    return (uses, containers)
  }

  private mutating func isStream(_ part: PDFPart) throws(DocumentError) -> Bool {
    guard let reference = part.object.reference else { return false }
    return try old.resolver.object(reference)?.data != nil
  }
}
