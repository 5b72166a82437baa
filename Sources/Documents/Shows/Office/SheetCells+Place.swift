import BroadsealBytes

extension SheetCells.Place {
  /// The place that a reference names: `BC12` and `$BC$12` are row 12, column 55; nil for what is none.
  init?(of reference: String) {
    let text = reference.utf8.filter { $0 != UInt8(ascii: "$") }
    let letters = text.prefix(while: \.isLetter)
    guard (1...3).contains(letters.count),
      let row = Int(String(decoding: text.dropFirst(letters.count), as: UTF8.self)),
      (1...(1 << 24)).contains(row)
    else { return nil }
    self.init(row: row, column: letters.reduce(0) { $0 * 26 + Int($1 & 0x1F) })
  }
}
