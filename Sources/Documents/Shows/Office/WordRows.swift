/// Whether what stands in rows of an exact height fits into them (ECMA-376-1 §17.4.80). Lengths are in twentieths
/// of a point.
struct WordRows {
  /// Whether text stands below the edge of its row.
  private(set) var isCut = false

  private struct Row {
    var height: Double?
    var width: Double?
    /// How far down the text reaches, and empty lines behind it.
    var used = 0.0
    var pending = 0.0
    /// Of the paragraph that is open: its size, its letters and its breaks.
    var size = 0.0
    var letters = 0.0
    var breaks = 0.0

    /// Ends the paragraph that is open; whether its text reaches below the edge.
    mutating func endParagraph() -> Bool {
      defer { (size, letters, breaks) = (0, 0, 0) }
      guard let height else { return false }
      guard letters > 0 else {
        pending += 200
        return false
      }
      // Letters are at least a third as wide as they are high.
      let wrapped = width.map { (letters * size * 0.35 / $0).rounded(.down) } ?? 0
      used += pending + size * (1 + breaks + wrapped)
      pending = 0
      return used > height * 1.15
    }
  }

  /// The row of each table that is open.
  private var rows: [Row] = []

  /// Takes a start tag of WordprocessingML.
  mutating func begin(_ reading: XMLReading) {
    if reading.name.local == "tr" { return rows.append(Row()) }
    guard let last = rows.indices.last else { return }
    switch reading.name.local {
    case "trHeight" where reading.value("hRule", .word) == "exact":
      rows[last].height = reading.value("val", .word).flatMap(Double.init)
    case "tc":
      var row = Row()
      row.height = rows[last].height
      rows[last] = row
    case "tcW" where reading.value("type", .word) ?? "dxa" == "dxa":
      let width = reading.value("w", .word).flatMap(Double.init) ?? 0
      rows[last].width = width > 0 ? width : nil
    case "br", "cr": rows[last].breaks += 1
    default: break
    }
  }

  /// Takes text that is shown, of a size in half points.
  mutating func take(_ text: [UInt8], size: Double) {
    guard let last = rows.indices.last, rows[last].height != nil else { return }
    rows[last].size = max(rows[last].size, size * 10)
    rows[last].letters += Double(text.lazy.filter { $0 & 0xC0 != 0x80 }.count)
  }

  /// Takes an end tag.
  mutating func end(_ name: String) {
    guard let last = rows.indices.last else { return }
    switch name {
    case "p": if rows[last].endParagraph() { isCut = true }
    case "tr": rows.removeLast()
    default: break
    }
  }
}
