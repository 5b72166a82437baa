package import BroadsealCBOR

extension Ingredient {
  private static let code = StatusCode.assertionIngredientMalformed

  /// Reads an assertion.
  ///
  /// - Parameter version: 1, 2 or 3, as the label says.
  /// - Throws: `assertion.ingredient.malformed` without a relationship, for a field of another type,
  ///   and for version 3 when a manifest stands beside a source type or related assertions
  ///   (C2PA 2.5 §14.11.3).
  package init(_ value: CBOR.Value, version: Int) throws(Problem) {
    let code = Ingredient.code
    guard let map = value.map else { throw Problem(code, "the ingredient is no map") }
    self.map = map
    self.version = version
    let relation = try value.requiredText("relationship", orThrow: code)
    guard let relationship = Relationship(rawValue: relation) else {
      throw Problem(code, "the relationship of an ingredient is unknown")
    }
    self.relationship = relationship
    title = try value.optionalText("dc:title", orThrow: code)
    format = try value.optionalText("dc:format", orThrow: code)
    instanceID = try value.optionalText("instanceID", orThrow: code)
    let isOld = version < 3
    activeManifest = try value.optionalReference(
      isOld ? "c2pa_manifest" : "activeManifest", orThrow: code)
    claimSignature =
      isOld ? nil : try value.optionalReference("claimSignature", orThrow: code)
    validationResults =
      isOld
      ? nil
      : try value.optionalMap("validationResults", orThrow: code).map { value throws(Problem) in
        try ValidationResults(value)
      }
    validationStatus =
      isOld && value.field("validationStatus") != nil
      ? try RecordedStatuses.list(value, "validationStatus") : nil
    digitalSourceType =
      isOld ? nil : try value.optionalText("digitalSourceType", orThrow: code)
    relatedAssertions =
      isOld ? nil : try value.optionalReferences("relatedAssertions", orThrow: code)
    thumbnail = try? value.optionalReference("thumbnail", orThrow: code)
    description = try value.optionalText("description", orThrow: code)
    guard activeManifest == nil || (digitalSourceType == nil && relatedAssertions == nil) else {
      throw Problem(code, "an ingredient with a manifest states a source or related assertions")
    }
    guard relatedAssertions.map({ !$0.isEmpty }) ?? true else {
      throw Problem(code, "the field relatedAssertions is empty")
    }
  }

  /// Reads an assertion by its label; nil when it describes no ingredient.
  package init?(_ assertion: Assertion) throws(Problem) {
    guard assertion.label.isIngredient, let value = assertion.cbor else { return nil }
    let versions = ["c2pa.ingredient.v3": 3, "c2pa.ingredient.v2": 2]
    try self.init(value, version: versions[assertion.label.base] ?? 1)
  }
}
