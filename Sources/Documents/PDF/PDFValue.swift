/// A value and where its text stands.
struct PDFValue: Sendable {
  /// What it is.
  let object: PDFObject
  /// Its text, counted as the `PDFText` that it was parsed from counts.
  let bounds: Range<Int>
}

extension PDFValue {
  /// The strings in this value at any depth, in the order of the text.
  var strings: [PDFValue] {
    switch object {
    case .string: [self]
    case .array(let items): items.flatMap(\.strings)
    case .dictionary(let dictionary): dictionary.entries.flatMap(\.value.strings)
    default: []
    }
  }

  /// The highest object number that this value refers to.
  var highestReference: Int {
    switch object {
    case .reference(let reference): reference.number
    case .array(let items): items.map(\.highestReference).max() ?? 0
    case .dictionary(let dictionary):
      dictionary.entries.map(\.value.highestReference).max() ?? 0
    default: 0
    }
  }
}
