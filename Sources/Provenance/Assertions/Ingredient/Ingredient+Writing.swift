package import BroadsealCBOR

extension Ingredient {
  /// An ingredient of version 3 to write.
  ///
  /// - Parameters:
  ///   - manifest: its active manifest, the signature of that manifest and what was found in it:
  ///     all three or none, since a manifest without the others is malformed.
  ///   - digitalSourceType: the kind of source, for an ingredient without a manifest only.
  package init(
    relationship: Relationship, title: String? = nil, format: String? = nil,
    instanceID: String? = nil,
    manifest: (active: HashedURI, signature: HashedURI, results: ValidationResults)? = nil,
    digitalSourceType: DigitalSourceType? = nil
  ) {
    version = 3
    self.relationship = relationship
    self.title = title
    self.format = format
    self.instanceID = instanceID
    activeManifest = manifest?.active
    claimSignature = manifest?.signature
    validationResults = manifest?.results
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
      ("validationResults", manifest?.results.asValue),
      ("digitalSourceType", self.digitalSourceType.map(CBOR.Value.text)),
    ])
  }

  /// The map as it is written.
  package var asValue: CBOR.Value { .map(map) }
}
