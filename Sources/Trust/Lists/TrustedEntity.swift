package import BroadsealJSON

/// An organisation on a trust list and its services.
package struct TrustedEntity: Hashable, Sendable {
  /// `TEName`.
  package let names: LocalizedText
  /// `TEAddress` as it stands in the list; the schema of TS 119 602 asks for one.
  package let address: Value?
  /// `TEInformationURI` as it stands in the list; the schema asks for one.
  package let informationURI: Value?
  /// What the entity runs.
  package let services: [TrustedService]

  /// An entity.
  package init(
    names: LocalizedText, address: Value? = nil, informationURI: Value? = nil,
    services: [TrustedService]
  ) {
    self.names = names
    self.address = address
    self.informationURI = informationURI
    self.services = services
  }
}
