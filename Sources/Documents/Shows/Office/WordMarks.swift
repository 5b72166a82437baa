/// Where properties of WordprocessingML stand, and what they were before.
enum WordMarks {
  /// The list of properties that the element just read stands in.
  static func owner(of reading: XMLReading) -> String {
    let step = reading.ancestor(0)?.local == reading.name.local ? 1 : 0
    return reading.ancestor(step)?.local ?? ""
  }

  /// Whether an element holds what was said before a tracked change: `rPrChange`, `tblPrExChange`.
  static func isChange(_ name: String) -> Bool {
    name.hasSuffix("Change") && (name.hasSuffix("PrChange") || name.hasSuffix("PrExChange"))
  }
}
