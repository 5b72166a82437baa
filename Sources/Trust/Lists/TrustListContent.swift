package import BroadsealBytes
package import BroadsealJSON

/// What a list says, whether or not anybody signed it (ETSI TS 119 602 §6).
package struct TrustListContent: Hashable, Sendable {
  /// `LoTESequenceNumber`, one or more.
  package let sequence: Int64
  /// `SchemeName`; nil in lists that have none.
  package let schemeNames: LocalizedText?
  /// `SchemeOperatorName`.
  package let operatorNames: LocalizedText
  /// `SchemeTerritory`: the country the list may speak for; nil in lists that have none.
  package let territory: String?
  /// `ListIssueDateTime`.
  package let issued: UTCTime
  /// `NextUpdate`: the first moment at which the list is stale.
  package let nextUpdate: UTCTime
  /// The lists this one recognises.
  package let recognises: [Recognition]
  /// The keys that sign the lists from this one on, when it says so; those pinned before must have
  /// signed it too.
  package let nextKeys: ListKeys?
  /// The numbers that announced new keys, as far as the list tells them.
  package let keyChanges: [KeyChange]
  /// `TrustedEntitiesList`.
  package let entities: [TrustedEntity]

  /// Name of the extension in `SchemeExtensions` that carries `nextKeys`.
  package static let nextKeysExtension = "org.broadseal.listKeys"

  /// The content of a list; see the properties.
  package init(
    sequence: Int64, schemeNames: LocalizedText?, operatorNames: LocalizedText, territory: String?,
    issued: UTCTime, nextUpdate: UTCTime, recognises: [Recognition] = [],
    nextKeys: ListKeys? = nil, keyChanges: [KeyChange] = [], entities: [TrustedEntity]
  ) {
    self.sequence = sequence
    self.schemeNames = schemeNames
    self.operatorNames = operatorNames
    self.territory = territory
    self.issued = issued
    self.nextUpdate = nextUpdate
    self.recognises = recognises
    self.nextKeys = nextKeys
    self.keyChanges = keyChanges
    self.entities = entities
  }

  /// The name that keys files and recognitions use: the English `SchemeName`.
  package var scheme: String? { schemeNames?["en"] }

  /// Every service with its entity, in the order of the list.
  package var services: [(entity: TrustedEntity, service: TrustedService)] {
    entities.flatMap { entity in entity.services.map { (entity, $0) } }
  }
}

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
