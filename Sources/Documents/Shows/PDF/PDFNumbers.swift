extension PDFPart {
  /// The value of a number, whole or not.
  var number: Double? {
    switch object {
    case .integer(let value): Double(value)
    case .real: Double(String(decoding: raw, as: UTF8.self))
    default: nil
    }
  }
}

extension PDFResolver {
  /// The numbers of an array, those that are none left out.
  mutating func numbers(_ part: PDFPart?) throws(DocumentError) -> [Double] {
    var numbers: [Double] = []
    for item in try resolve(part)?.items?.prefix(512) ?? [] {
      if let number = try resolve(item)?.number { numbers.append(number) }
    }
    return numbers
  }
}
