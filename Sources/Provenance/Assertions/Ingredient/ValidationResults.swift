package import BroadsealCBOR

/// What a claim generator found when it validated an ingredient (C2PA 2.4 §15.2.2,
/// validation-results-map).
package struct ValidationResults: Hashable, Sendable {
  /// What changed for an ingredient of the ingredient.
  package struct Delta: Hashable, Sendable {
    /// JUMBF URI of the ingredient assertion.
    package let ingredientAssertionURI: String
    /// Statuses that its own record does not have.
    package let deltas: RecordedStatuses

    /// A change to record.
    package init(ingredientAssertionURI: String, deltas: RecordedStatuses) {
      self.ingredientAssertionURI = ingredientAssertionURI
      self.deltas = deltas
    }
  }

  /// Statuses of the ingredient's active manifest.
  package let activeManifest: RecordedStatuses?
  /// Changes in the ingredients of the ingredient.
  package let ingredientDeltas: [Delta]
  /// Version of the standard by which it was validated.
  package let specVersion: String?

  /// Results to record.
  package init(
    activeManifest: RecordedStatuses?, ingredientDeltas: [Delta] = [], specVersion: String? = nil
  ) {
    self.activeManifest = activeManifest
    self.ingredientDeltas = ingredientDeltas
    self.specVersion = specVersion
  }

  /// Reads a map.
  ///
  /// - Throws: `assertion.ingredient.malformed` for a field of another type.
  package init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionIngredientMalformed
    activeManifest = try value.optionalMap("activeManifest", orThrow: code).map {
      value throws(Problem) in try RecordedStatuses(value)
    }
    ingredientDeltas =
      try value.optionalList("ingredientDeltas", orThrow: code) { entry throws(Problem) in
        guard let statuses = try entry.optionalMap("validationDeltas", orThrow: code) else {
          throw Problem(code, "the field validationDeltas is missing")
        }
        return Delta(
          ingredientAssertionURI: try entry.requiredText("ingredientAssertionURI", orThrow: code),
          deltas: try RecordedStatuses(statuses))
      } ?? []
    specVersion = value["specVersion"]?.text
  }

  /// The map as it is written.
  package var asValue: CBOR.Value {
    let deltas = ingredientDeltas.map { delta -> CBOR.Value in
      [
        "ingredientAssertionURI": .text(delta.ingredientAssertionURI),
        "validationDeltas": delta.deltas.asValue,
      ]
    }
    return .map(
      CBOR.Map([
        ("activeManifest", activeManifest?.asValue),
        ("ingredientDeltas", deltas.isEmpty ? nil : .array(deltas)),
        ("specVersion", specVersion.map(CBOR.Value.text)),
      ]))
  }
}
