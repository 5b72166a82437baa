import BroadsealBytes

/// The product that writes a claim: `claim_generator_info` (C2PA 2.4, claim).
public struct ClaimGenerator: Sendable, Hashable {
  /// Name of the product.
  public let name: String
  /// Version of the product.
  public let version: String

  /// A product by name and version.
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }

  /// This library, with its version.
  public static let broadseal = ClaimGenerator(name: Product.name, version: Product.version)

  /// Version of the specification that claims declare.
  public static let specificationVersion = "2.4.0"
}
