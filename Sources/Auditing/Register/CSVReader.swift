/// Rows of a table in CSV (RFC 4180): commas, quotation marks, line ends of either kind.
///
/// Spreadsheets of countries that write numbers with a comma put semicolons between columns, and some put tabs.
struct CSVReader {
  /// What may stand between columns.
  static let separators: [Unicode.Scalar] = [",", ";", "\t"]

  private let separator: Unicode.Scalar
  private var rest: Substring.UnicodeScalarView
  /// The line that the last row ends in, counted from 1.
  private(set) var line = 0
  /// Whether the text ends within quotation marks.
  private(set) var isBroken = false

  init(_ text: String, separator: Unicode.Scalar = ",") {
    self.separator = separator
    var text = Substring(text).unicodeScalars
    if text.first == "\u{FEFF}" { text.removeFirst() }
    rest = text
  }

  /// The next row; nil at the end.
  mutating func next() -> [String]? {
    guard !rest.isEmpty else { return nil }
    line += 1
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    while let sign = rest.popFirst() {
      if isQuoted {
        if sign == "\n" { line += 1 }
        if sign != "\"" {
          cell.append(sign)
        } else if rest.first == "\"" {
          cell.append(sign)
          rest.removeFirst()
        } else {
          isQuoted = false
        }
        continue
      }
      switch sign {
      case "\"": isQuoted = true
      case separator:
        row.append(String(cell))
        cell.removeAll()
      case "\r": continue
      case "\n": return row + [String(cell)]
      default: cell.append(sign)
      }
    }
    if isQuoted { isBroken = true }
    return row + [String(cell)]
  }
}
