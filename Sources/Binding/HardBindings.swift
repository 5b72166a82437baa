package import BroadsealDocuments
package import BroadsealProvenance

/// Every form of hard binding that is read or written: the only list of them.
package enum HardBindings {
  /// The forms. Order decides nothing: a label, and a coverage, belong to one of them.
  package static let all: [any HardBinding.Type] = [
    DataHashBinding.self, BoxesHashBinding.self, CollectionHashBinding.self,
    BMFFHashBinding.self,
  ]

  /// The form of an assertion; nil for one that cannot be checked.
  package static func form(of label: AssertionLabel) -> (any HardBinding.Type)? {
    all.first { label.isOne(of: $0.labelsRead) }
  }

  /// The binding of the output that `placement` describes; without one, of a document that stays as it
  /// is. A coverage of which no form knows gets one hash over everything, which holds as much.
  package static func writing(_ placement: Placement?) -> any HardBinding {
    guard let placement else { return DataHashBinding(excluding: []) }
    for form in all {
      if let binding = form.init(writing: placement.coverage, around: placement.rooms) {
        return binding
      }
    }
    return DataHashBinding(excluding: placement.rooms)
  }
}
