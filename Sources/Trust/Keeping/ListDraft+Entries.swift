import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// Where an organisation can be reached, as the schema of ETSI TS 119 602 asks for it.
package struct ListedAddress: Hashable, Sendable {
  /// Street and number.
  package let street: String
  /// Town; nil where there is none to say.
  package let locality: String?
  /// Postal code.
  package let postalCode: String?
  /// Country: two letters.
  package let country: String
  /// Address for electronic mail.
  package let email: String
  /// Address of a page about the organisation.
  package let website: String

  /// An address.
  package init(
    street: String, locality: String?, postalCode: String?, country: String, email: String,
    website: String
  ) {
    self.street = street
    self.locality = locality
    self.postalCode = postalCode
    self.country = country
    self.email = email
    self.website = website
  }

  fileprivate var postal: Value {
    var members: [(String, Value)] = [("lang", "en"), ("StreetAddress", .string(street))]
    if let locality { members.append(("Locality", .string(locality))) }
    if let postalCode { members.append(("PostalCode", .string(postalCode))) }
    return .object(Object(members + [("Country", .string(country))]))
  }

  fileprivate var asValue: Value {
    [
      "TEPostalAddress": [postal],
      "TEElectronicAddress": [["lang": "en", "uriValue": .string("mailto:" + email)]],
    ]
  }

  fileprivate var link: Value { [["lang": "en", "uriValue": .string(website)]] }
}

extension LocalizedText {
  /// A text from languages and what it is in each; nil when a language comes twice, is no language tag, or
  /// there is none.
  package init?(_ pairs: [(language: String, text: String)]) {
    guard !pairs.isEmpty, Set(pairs.map(\.language)).count == pairs.count,
      pairs.allSatisfy({ Entry.isLanguage($0.language) })
    else { return nil }
    self.init(entries: pairs.map { Entry(language: $0.language, value: $0.text) })
  }
}

extension ListDraft {
  /// The one certificate of a PEM file: a second one, such as the root above, would be an anchor too.
  package static func certificate(
    pem: [UInt8], name: String
  ) throws(TrustError) -> Certificate {
    let found = try PEMFile.certificates(pem, name: name)
    guard let first = found.first, found.count == 1 else {
      throw TrustError(
        .malformed, name, "the file holds \(found.count) certificates, and one is meant",
        hint: "name a file with the one that is meant; for a CA that is the one that issues, not "
          + "the root above it")
    }
    return first
  }

  /// The agency `id` as the draft names it; nil when it is new.
  package func agency(_ id: String) -> Agency? {
    content.services.compactMap(\.service.agency).first { $0.id.isExactly(id) }
  }

  /// Whether `service` would be put to an entity that stands on the draft, so that it needs no address.
  package func hasEntity(for service: TrustedService) -> Bool { entity(for: service) != nil }

  /// Puts a service on the draft: to the agency's entity, or that of the same name, or to a new one.
  ///
  /// - Parameter address: needed for a new entity.
  /// - Throws: for a service that is there already, and for what the list or its schema refuses.
  package mutating func add(
    _ service: TrustedService, address: ListedAddress?
  ) throws(TrustError) {
    guard !content.services.contains(where: { $0.service.isTwin(of: service) }) else {
      throw refusal(
        "the certificate stands on the draft already, for the same purpose",
        hint:
          "trust renew puts a renewed certificate beside it; what was put there by mistake goes with trust remove, and "
          + "then anew with trust add")
    }
    try requireOneRole(service)
    if let number = entity(for: service) {
      try edit(ListDraft.path(ofEntity: number)) {
        $0.appending(service.asValue, to: "TrustedEntityServices")
      }
      return
    }
    guard let address else { throw refusal("a new organisation needs an address") }
    let entity = TrustedEntity(
      names: service.names, address: address.asValue, informationURI: address.link,
      services: [service])
    try edit([.member("LoTE")]) { $0.appending(entity.asValue, to: "TrustedEntitiesList") }
  }

  /// Refuses a key for a clock that signs documents on the draft, or the other way round: whoever has it would say
  /// of his own documents when he signed them.
  private func requireOneRole(_ service: TrustedService) throws(TrustError) {
    let isClock = service.type == .timeStampAuthority
    let keys = Set(service.certificates.map(\.publicKey.spki))
    let other = content.services.first { entry in
      (entry.service.type == .timeStampAuthority) != isClock
        && entry.service.certificates.contains { keys.contains($0.publicKey.spki) }
    }
    guard let other else { return }
    throw refusal(
      "the certificate stands on the draft already, as that of \(other.service.names.preferred)",
      hint:
        "whoever signs documents must not say when, too: a time-stamp authority has a key of its own"
    )
  }

  private func entity(for service: TrustedService) -> Int? {
    if let id = service.agency?.id,
      let place = places(where: { $0.agency?.id.isExactly(id) ?? false }).first
    {
      return place.entity
    }
    let name = service.names.preferred
    return content.entities.firstIndex { $0.names.preferred.isExactly(name) }
  }
}

extension TrustedService {
  /// Whether both give the same body the same certificate for the same thing.
  fileprivate func isTwin(of other: TrustedService) -> Bool {
    type == other.type && scopeExtension == other.scopeExtension && agency?.id == other.agency?.id
      && !Set(certificates).isDisjoint(with: other.certificates)
      && entryScope?.subject == other.entryScope?.subject
      && entryScope?.pins == other.entryScope?.pins
  }
}
