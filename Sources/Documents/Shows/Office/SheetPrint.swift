/// What of a workbook is seen on paper and on the screen: the print areas of its sheets, shapes before cells, and where
/// values stand.
///
/// Which sheet an area is of is not asked: a print area has to hold all values of every sheet, and a shape stands beside
/// them.
struct SheetPrint {
  private var areas: [(first: SheetCells.Place, last: SheetCells.Place)] = []
  /// Where shapes stand before cells.
  private var covers: [(first: SheetCells.Place, last: SheetCells.Place)] = []
  private var isUnknown = false
  private var first: SheetCells.Place?
  private var last = SheetCells.Place(row: 0, column: 0)

  /// Print areas that are kept.
  private static let maximum = 256

  /// Takes a value in a cell.
  mutating func take(_ place: SheetCells.Place) {
    let known = first ?? place
    first = SheetCells.Place(
      row: min(known.row, place.row), column: min(known.column, place.column))
    last = SheetCells.Place(
      row: max(last.row, place.row), column: max(last.column, place.column))
  }

  /// Takes the text of a print area: `Sheet1!$A$1:$F$40`.
  mutating func take(area: String) {
    let written = area.split(separator: "!").last.map(String.init) ?? ""
    let places = written.split(separator: ":").compactMap { SheetCells.Place(of: String($0)) }
    guard let first = places.first, let last = places.last, places.count <= 2,
      !area.contains(","), areas.count < SheetPrint.maximum
    else {
      isUnknown = true
      return
    }
    areas.append((first, last))
  }

  /// Takes the cells before which a shape stands.
  mutating func take(cover: (first: SheetCells.Place, last: SheetCells.Place)) {
    covers.append(cover)
  }

  /// Takes what was found in another part.
  mutating func add(_ other: SheetPrint) {
    areas += other.areas
    covers += other.covers
    isUnknown = isUnknown || other.isUnknown || areas.count > SheetPrint.maximum
    if let first = other.first {
      take(first)
      take(other.last)
    }
  }

  /// Whether a shape stands within the cells that hold values.
  var isCovered: Bool {
    guard let first else { return false }
    return covers.contains {
      $0.first.row <= last.row && $0.first.column <= last.column && $0.last.row >= first.row
        && $0.last.column >= first.column
    }
  }

  /// Whether values stand that paper does not show.
  var leavesOut: Bool {
    guard let first else { return false }
    return isUnknown
      || areas.contains {
        first.row < $0.first.row || first.column < $0.first.column || last.row > $0.last.row
          || last.column > $0.last.column
      }
  }
}
