package import BroadsealCBOR

/// Recorded statuses by kind (C2PA 2.4 §15.2.2, status-codes-map).
package struct RecordedStatuses: Hashable, Sendable {
  /// What held.
  package let success: [C2PAStatus]
  /// What is worth knowing.
  package let informational: [C2PAStatus]
  /// What failed.
  package let failure: [C2PAStatus]

  /// Statuses to record.
  package init(
    success: [C2PAStatus] = [], informational: [C2PAStatus] = [],
    failure: [C2PAStatus] = []
  ) {
    self.success = success
    self.informational = informational
    self.failure = failure
  }

  /// Reads a map; a list that is missing is empty.
  ///
  /// - Throws: `assertion.ingredient.malformed` for a list of another type or a status without code.
  package init(_ value: CBOR.Value) throws(Problem) {
    guard value.map != nil else {
      throw Problem(.assertionIngredientMalformed, "recorded statuses are no map")
    }
    success = try RecordedStatuses.list(value, "success")
    informational = try RecordedStatuses.list(value, "informational")
    failure = try RecordedStatuses.list(value, "failure")
  }

  static func list(_ value: CBOR.Value, _ key: String) throws(Problem) -> [C2PAStatus] {
    let code = StatusCode.assertionIngredientMalformed
    let entries = try value.optionalArray(key, orThrow: code) ?? []
    let statuses = entries.compactMap(C2PAStatus.init)
    guard statuses.count == entries.count else {
      throw Problem(code, "a recorded status has no code")
    }
    return statuses
  }

  /// The map as it is written; every list is there.
  package var asValue: CBOR.Value {
    [
      "success": .array(success.map(\.asValue)),
      "informational": .array(informational.map(\.asValue)),
      "failure": .array(failure.map(\.asValue)),
    ]
  }
}
