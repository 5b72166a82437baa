package import BroadsealCBOR

/// What the content may be used for: `cawg.training-mining` 1.1, and the older
/// `c2pa.training-mining`.
package struct TrainingMining: Hashable, Sendable {
  /// Labels under which it is read.
  package static let labels = ["cawg.training-mining", "c2pa.training-mining"]

  /// One use and whether it is allowed.
  package struct Entry: Hashable, Sendable {
    /// Name of the use: `cawg.ai_generative_training`.
    package let name: String
    /// `allowed`, `notAllowed`, `constrained`, or anything received.
    package let use: String
    /// What constrains it.
    package let constraint: String?
  }

  /// The uses in order.
  package let entries: [Entry]

  /// Reads an assertion; early writers left out the `entries` around the uses.
  ///
  /// - Throws: `general.error`, since no standard has a code for it, when a use does not say whether
  ///   it is allowed.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.generalError
    guard let map = value["entries"]?.map ?? value.map else {
      throw Problem(code, "the uses are no map")
    }
    var entries: [Entry] = []
    for entry in map.entries {
      guard let name = entry.key.text else { throw Problem(code, "the name of a use is no text") }
      guard entry.value.map != nil else { continue }
      entries.append(
        Entry(
          name: name, use: try entry.value.requiredText("use", orThrow: code),
          constraint: try entry.value.optionalText("constraint_info", orThrow: code)))
    }
    self.entries = entries
  }
}
