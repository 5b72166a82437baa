/// Undoes the PNG predictors of a Flate stream (ISO 32000-1 §7.4.4.4).
struct PDFPredictor {
  /// Bytes in a row, without the byte that names the row's filter.
  let columns: Int
  /// Distance to the byte on the left.
  let step: Int

  /// Reads `DecodeParms`; nil when the predictor is one that the reader does not undo.
  init?(_ parameters: PDFDictionary) {
    let colors = parameters["Colors"]?.integer ?? 1
    let bits = parameters["BitsPerComponent"]?.integer ?? 8
    let width = parameters["Columns"]?.integer ?? 1
    guard (1...32).contains(colors), [1, 2, 4, 8, 16].contains(bits),
      (1...PDFLimits.maximumColumns).contains(width)
    else { return nil }
    columns = (colors * bits * width + 7) / 8
    step = max(1, colors * bits / 8)
  }

  /// The rows as they were; nil when the data are not whole rows.
  func undo(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count.isMultiple(of: columns + 1) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var above = [UInt8](repeating: 0, count: columns)
    for start in stride(from: 0, to: bytes.count, by: columns + 1) {
      var row = Array(bytes[start + 1...start + columns])
      for index in row.indices {
        let left = index >= step ? row[index - step] : 0
        let corner = index >= step ? above[index - step] : 0
        let guess: UInt8
        switch bytes[start] {
        case 0: guess = 0
        case 1: guess = left
        case 2: guess = above[index]
        case 3: guess = UInt8((Int(left) + Int(above[index])) / 2)
        case 4: guess = PDFPredictor.paeth(left, above[index], corner)
        default: return nil
        }
        row[index] &+= guess
      }
      output += row
      above = row
    }
    return output
  }

  private static func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
    let estimate = Int(left) + Int(above) - Int(corner)
    let (a, b, c) = (
      abs(estimate - Int(left)), abs(estimate - Int(above)), abs(estimate - Int(corner))
    )
    return a <= b && a <= c ? left : b <= c ? above : corner
  }
}
