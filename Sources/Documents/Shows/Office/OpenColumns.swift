/// The columns of a table of OpenDocument with the styles of their cells (ODF 1.3 part 3 §9.1.6), and the columns in which the
/// cell stands that is open.
struct OpenColumns {
  private var columns: [(end: Int, style: String?)] = []
  /// The style of the row, which counts before that of a column.
  private var row: String?
  /// The column behind the cell, and the places in `columns` of those that it stands in.
  private var position = 0
  private var places = 0..<0
  private var hasRows = false

  /// Columns of different styles that are kept.
  static let maximum = 1_024

  /// Styles that a cell without a style of its own can have: that of its row, and those of its columns, over which it can be
  /// repeated.
  var styles: [String] { [row].compactMap(\.self) + columns[places].compactMap(\.style) }

  /// Adds `count` columns; false where more stand than are kept, or where rows stand before them.
  mutating func add(_ count: Int, _ style: String?) -> Bool {
    let end = (columns.last?.end ?? 0) + count
    if let last = columns.indices.last, columns[last].style == style {
      columns[last].end = end
    } else {
      guard columns.count < OpenColumns.maximum else { return false }
      columns.append((end, style))
    }
    return !hasRows
  }

  /// Begins a row.
  mutating func beginRow(_ style: String?) {
    (row, position, places, hasRows) = (style, 0, 0..<0, true)
  }

  /// Begins a cell that stands in `count` columns.
  mutating func take(cells count: Int) {
    let end = position + count
    // The last cell can end within a column that stands for several.
    var first = places.upperBound
    if let last = places.last, columns[last].end > position { first = last }
    var next = first
    while next < columns.count, next == 0 || columns[next - 1].end < end { next += 1 }
    places = first..<next
    position = end
  }
}
