/// What a new claim says besides its assertions (C2PA 2.4 §10.2).
package struct ClaimFields: Hashable, Sendable {
  /// Identifier of this instance of the asset: `xmp:iid:` and a UUID.
  package let instanceID: String
  /// The program that makes the claim.
  package let generator: GeneratorInfo
  /// Title of the asset.
  package let title: String?

  /// Fields of a claim.
  package init(instanceID: String, generator: GeneratorInfo, title: String? = nil) {
    self.instanceID = instanceID
    self.generator = generator
    self.title = title
  }
}
