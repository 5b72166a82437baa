extension [String] {
  /// The one that somebody most likely meant who typed `text`: at most two letters are wrong, missing, too
  /// many or exchanged, and fewer in a short word. Nil when none or several are that near.
  func nearest(to text: String) -> String? {
    let limit = Swift.min(2, text.count / 2)
    let near = map { (name: $0, edits: edits(from: [Character](text), to: [Character]($0))) }
      .filter { $0.edits <= limit }.sorted { $0.edits < $1.edits }
    guard let best = near.first, near.count == 1 || near[1].edits > best.edits else { return nil }
    return best.name
  }
}

/// Edits of one letter that lead from `from` to `to`, where two neighbours that change places count once.
private func edits(from: [Character], to: [Character]) -> Int {
  guard max(from.count, to.count) <= 64 else { return Int.max }
  var rows = [Array(0...to.count)]
  for (line, letter) in from.enumerated() {
    var row = [line + 1]
    for (column, other) in to.enumerated() {
      var least = min(
        rows[line][column + 1] + 1, row[column] + 1, rows[line][column] + (letter == other ? 0 : 1))
      if line > 0, column > 0, letter == to[column - 1], from[line - 1] == other {
        least = min(least, rows[line - 1][column - 1] + 1)
      }
      row.append(least)
    }
    rows.append(row)
  }
  return rows[from.count][to.count]
}
