import BroadsealJUMBF

/// Finds superboxes by their label in constant time, so that a store of very many boxes costs no
/// more than its size.
struct LabelIndex: Hashable, Sendable {
  private let places: [[UInt8]: Int?]

  /// Indexes `superboxes` by the bytes of their labels.
  init(_ superboxes: [Superbox]) {
    var places: [[UInt8]: Int?] = [:]
    for (index, superbox) in superboxes.enumerated() where superbox.description.isRequestable {
      guard let label = superbox.description.label else { continue }
      let key = Array(label.utf8)
      places[key] = places[key] == nil ? .some(index) : .some(nil)
    }
    self.places = places
  }

  /// The place of the one requestable superbox called `label`; nil when there is none or more than
  /// one.
  subscript(label: String) -> Int? { places[Array(label.utf8)] ?? nil }

  /// Labels that more than one superbox bears, sorted.
  var ambiguous: [String] {
    places.filter { $0.value == nil }.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}
