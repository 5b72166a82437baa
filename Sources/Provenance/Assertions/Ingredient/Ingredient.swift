package import BroadsealCBOR

/// An asset that another was made of: `c2pa.ingredient` in three versions (C2PA 2.4 §18.16).
package struct Ingredient: Hashable, Sendable {
  /// Label of what the house writes.
  package static let label = "c2pa.ingredient.v3"

  /// 1, 2 or 3, as the label says.
  package let version: Int
  /// How it relates to the asset.
  package let relationship: Relationship
  /// Name of the ingredient: an attacker's text in an unproved manifest.
  package let title: String?
  /// Media type of the ingredient.
  package let format: String?
  /// Identifier of the instance.
  package let instanceID: String?
  /// Reference to its active manifest in the same store: `activeManifest`, or `c2pa_manifest` in
  /// versions 1 and 2.
  package let activeManifest: HashedURI?
  /// Reference to the signature of that manifest; only version 3 has it.
  package let claimSignature: HashedURI?
  /// What the claim generator found in the ingredient; only version 3 has it.
  package let validationResults: ValidationResults?
  /// What the claim generator found amiss, in versions 1 and 2; nil when it says nothing.
  package let validationStatus: [C2PAStatus]?
  /// The kind of source, for an ingredient without a manifest, as received.
  package let digitalSourceType: String?
  /// Assertions about an ingredient without a manifest.
  package let relatedAssertions: [HashedURI]?
  /// Reference to a thumbnail.
  package let thumbnail: HashedURI?
  /// Free text.
  package let description: String?
  /// Every field.
  package let map: CBOR.Map

  /// Whether the ingredient is the asset this one was derived from.
  package var isParent: Bool { relationship == .parentOf }
}

/// How an ingredient relates to the asset (C2PA 2.4 §18.16.3).
package enum Relationship: String, CaseIterable, Sendable {
  /// The asset was derived from it.
  case parentOf
  /// The asset is composed of it and others.
  case componentOf
  /// It was put into a process that made the asset.
  case inputTo
}

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

extension Ingredient {
  /// An ingredient of version 3 to write.
  ///
  /// - Parameters:
  ///   - manifest: its active manifest, the signature of that manifest and what was found in it:
  ///     all three or none, since a manifest without the others is malformed.
  ///   - digitalSourceType: the kind of source, for an ingredient without a manifest only.
  ///   - results: what was found in an ingredient whose manifest cannot be read (C2PA 2.5).
  package init(
    relationship: Relationship, title: String? = nil, format: String? = nil,
    instanceID: String? = nil,
    manifest: (active: HashedURI, signature: HashedURI, results: ValidationResults)? = nil,
    digitalSourceType: DigitalSourceType? = nil, results: ValidationResults? = nil
  ) {
    version = 3
    self.relationship = relationship
    self.title = title
    self.format = format
    self.instanceID = instanceID
    activeManifest = manifest?.active
    claimSignature = manifest?.signature
    validationResults = manifest?.results ?? results
    validationStatus = nil
    self.digitalSourceType = manifest == nil ? digitalSourceType?.rawValue : nil
    relatedAssertions = nil
    thumbnail = nil
    description = nil
    map = CBOR.Map([
      ("relationship", .text(relationship.rawValue)), ("dc:title", title.map(CBOR.Value.text)),
      ("dc:format", format.map(CBOR.Value.text)), ("instanceID", instanceID.map(CBOR.Value.text)),
      ("activeManifest", manifest?.active.asValue),
      ("claimSignature", manifest?.signature.asValue),
      ("validationResults", validationResults?.asValue),
      ("digitalSourceType", self.digitalSourceType.map(CBOR.Value.text)),
    ])
  }

  /// The map as it is written.
  package var asValue: CBOR.Value { .map(map) }
}
