/// One filter of a stream and its parameters (ISO 32000-1 §7.4).
struct PDFFilter: Sendable {
  /// The filter's name.
  let name: PDFName
  /// Its `DecodeParms`, when there are any.
  let parameters: PDFDictionary?

  /// The filters of a stream in the order they decode; they have to be direct.
  static func list(
    of stream: PDFDictionary, at offset: Int
  ) throws(DocumentError) -> [PDFFilter] {
    func items(_ key: PDFName) -> [PDFObject] {
      switch stream[key] {
      case nil: []
      case .array(let values): values.map(\.object)
      case .some(let single): [single]
      }
    }
    let parameters = items("DecodeParms")
    var filters: [PDFFilter] = []
    for (index, item) in items("Filter").enumerated() {
      guard let name = item.name, filters.count < PDFLimits.maximumFilters else {
        throw .pdf(.filter, "a stream with a filter that is no name", at: offset)
      }
      let own = index < parameters.count ? parameters[index] : .null
      guard own.isNull || own.dictionary != nil else {
        throw .pdf(.filter, "a stream with filter parameters that are no dictionary", at: offset)
      }
      filters.append(PDFFilter(name: name, parameters: own.dictionary))
    }
    return filters
  }
}
