import BroadsealBytes
import BroadsealJUMBF

/// Finds superboxes by their label in constant time, so that a store of very many boxes costs no
/// more than its size.
struct LabelIndex: Hashable, Sendable {
  /// Labels up to which they are compared one by one; beyond, they are hashed.
  private static let few = 12

  private let labels: [String?]
  private let places: [[UInt8]: Int?]

  /// Indexes `superboxes` by the bytes of their labels.
  init(_ superboxes: [Superbox]) {
    labels = superboxes.map { $0.description.isRequestable ? $0.description.label : nil }
    var places: [[UInt8]: Int?] = [:]
    if labels.count > LabelIndex.few {
      for (index, label) in labels.enumerated() {
        guard let label else { continue }
        let key = Array(label.utf8)
        places[key] = places[key] == nil ? .some(index) : .some(nil)
      }
    }
    self.places = places
  }

  /// The place of the one requestable superbox called `label`; nil when there is none or more than
  /// one.
  subscript(label: String) -> Int? {
    guard labels.count <= LabelIndex.few else { return places[Array(label.utf8)] ?? nil }
    var found: Int?
    for (index, other) in labels.enumerated() {
      guard let other, other.isExactly(label) else { continue }
      guard found == nil else { return nil }
      found = index
    }
    return found
  }

  /// Labels that more than one superbox bears, sorted.
  var ambiguous: [String] {
    guard labels.count <= LabelIndex.few else {
      return places.filter { $0.value == nil }.keys.map { String(decoding: $0, as: UTF8.self) }
        .sorted()
    }
    return labels.enumerated().compactMap { index, label in
      // A label that comes a third time is told once.
      guard let label, isSecond(label, at: index) else { return nil }
      return label
    }.sorted()
  }

  /// Whether exactly one superbox before `index` bears `label`.
  private func isSecond(_ label: String, at index: Int) -> Bool {
    labels[..<index].count { $0?.isExactly(label) ?? false } == 1
  }
}
