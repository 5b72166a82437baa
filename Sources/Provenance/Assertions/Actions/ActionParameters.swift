package import BroadsealCBOR

/// Further facts about an action (C2PA 2.4 §18.15.4.7, parameters-map in both versions).
package struct ActionParameters: Hashable, Sendable {
  /// Every field, those of the writer's own included.
  package let map: CBOR.Map
  /// The ingredients the action is about: `ingredients`, or `ingredient` in version 1; nil when
  /// neither is there.
  package let ingredients: [HashedURI]?
  /// Assertions about the action; nil when the field is not there.
  package let relatedAssertions: [HashedURI]?
  /// Reference to what was redacted.
  package let redacted: String?

  /// Parameters to write: the ingredients and whatever else the action says.
  package init(ingredients: [HashedURI]? = nil, _ more: [(String, CBOR.Value?)] = []) {
    self.ingredients = ingredients
    relatedAssertions = nil
    redacted = nil
    let entry = ingredients.map { CBOR.Value.array($0.map(\.asValue)) }
    map = CBOR.Map([("ingredients", entry)] + more)
  }

  /// Reads a map.
  ///
  /// - Throws: `assertion.action.ingredientMismatch` when an ingredient field is no reference or no
  ///   array with one, `assertion.action.redactionMismatch` and `assertion.action.malformed` for the
  ///   other fields (C2PA 2.5 §14.10.4.2.4).
  package init(_ value: CBOR.Value) throws(Problem) {
    guard let map = value.map else {
      throw Problem(.assertionActionMalformed, "the parameters of an action are no map")
    }
    self.map = map
    let mismatch = StatusCode.assertionActionIngredientMismatch
    if let single = try value.optionalReference("ingredient", orThrow: mismatch) {
      ingredients = [single]
    } else {
      ingredients = try value.optionalReferences("ingredients", orThrow: mismatch)
      guard ingredients.map({ !$0.isEmpty }) ?? true else {
        throw Problem(mismatch, "the field ingredients is empty")
      }
    }
    let malformed = StatusCode.assertionActionMalformed
    relatedAssertions = try value.optionalReferences("relatedAssertions", orThrow: malformed)
    guard relatedAssertions.map({ !$0.isEmpty }) ?? true else {
      throw Problem(malformed, "the field relatedAssertions is empty")
    }
    redacted = try value.optionalText("redacted", orThrow: .assertionActionRedactionMismatch)
  }

  /// The map as it is written.
  package var asValue: CBOR.Value { .map(map) }
}
