package import BroadsealBytes
package import BroadsealCBOR
import BroadsealJSON

/// The credential in which a service vouches for names that it verified (CAWG Identity 1.3 §8.1): parsed,
/// not proved.
package struct AggregationCredential: Sendable {
  /// Who issued it, as it says: a DID.
  package let issuer: String?
  /// From when on it is valid; nil when it does not say so.
  package let start: StatedMoment?
  /// Until when it is valid; nil when it does not say so.
  package let end: StatedMoment?
  /// Whether its revocation could be looked up, elsewhere.
  package let hasStatus: Bool
  private let subject: JSON.Value?

  /// A date as the credential writes it.
  package enum StatedMoment: Sendable, Hashable {
    /// A date.
    case time(UTCTime)
    /// Something else.
    case malformed
  }

  /// What every such credential is called.
  private static let types: Set<String> = [
    "VerifiableCredential", "IdentityClaimsAggregationCredential",
  ]

  /// Reads a credential of either version of the data model.
  ///
  /// - Throws: `cawg.ica.invalid_verifiable_credential` for what is no JSON, or no such credential.
  package init(parsing bytes: [UInt8]) throws(Problem) {
    let code = StatusCode.cawgIcaInvalidVerifiableCredential
    let value: JSON.Value
    do throws(Malformed) {
      value = try JSON.Reader.parse(bytes)
    } catch { throw Problem(code, "the credential is no JSON: \(error.description)") }
    let types = value["type"]?.array?.compactMap(\.string) ?? []
    guard value["@context"]?.array?.first?.string != nil,
      AggregationCredential.types.isSubset(of: types), value["credentialSubject"] != nil
    else { throw Problem(code, "the credential is not one of verified identities") }
    issuer = value["issuer"]?.string ?? value["issuer"]?["id"]?.string
    start = AggregationCredential.moment(value["validFrom"] ?? value["issuanceDate"])
    end = AggregationCredential.moment(value["validUntil"] ?? value["expirationDate"])
    hasStatus = value["credentialStatus"] != nil
    let subject = value["credentialSubject"]
    self.subject = subject?.array?.first ?? subject
  }

  private static func moment(_ value: JSON.Value?) -> StatedMoment? {
    guard let value else { return nil }
    return value.string.flatMap { UTCTime(rfc3339: $0) }.map(StatedMoment.time) ?? .malformed
  }

  /// Whether it is about these assertions: its `c2paAsset` says the same as `payload`.
  package func isBound(to payload: CBOR.Value) -> Bool {
    guard let asset = subject?["c2paAsset"] else { return false }
    return AggregationCredential.same(payload, asset)
  }

  /// What is wrong with the verified names; nil when nothing is.
  package var identitiesProblem: Problem? {
    guard let identities = subject?["verifiedIdentities"]?.array, !identities.isEmpty else {
      return Problem(.cawgIcaVerifiedIdentitiesMissing, "the credential names nobody")
    }
    return identities.lazy.compactMap(AggregationCredential.fault).first.map {
      Problem(.cawgIcaVerifiedIdentitiesInvalid, $0)
    }
  }

  /// What the technical description asks of one of them.
  private static func fault(of identity: JSON.Value) -> String? {
    func isText(_ value: JSON.Value?) -> Bool { value?.string?.isEmpty == false }
    guard let type = identity["type"]?.string, !type.isEmpty else {
      return "a verified identity has no type"
    }
    guard identity["verifiedAt"]?.string.flatMap({ UTCTime(rfc3339: $0) }) != nil else {
      return "a verified identity has no date of verification"
    }
    for key in ["name", "username", "address", "uri", "method"] {
      if let value = identity[key], !isText(value) { return "the field \(key) is no text" }
    }
    let required: [String] =
      switch type {
      case "cawg.document_verification": ["name"]
      case "cawg.social_media": ["username"]
      // Earlier versions of the standard had a user name here.
      case "cawg.crypto_wallet": ["address", "username"]
      case "cawg.web_site": ["uri"]
      default: []
      }
    guard required.isEmpty || required.contains(where: { isText(identity[$0]) }) else {
      return "a verified identity of type \(type) has no \(required[0])"
    }
    // The standard's own example of a web site has no provider.
    guard type == "cawg.web_site" || isText(identity["provider"]?["name"]) else {
      return "a verified identity names no provider"
    }
    return nil
  }

  /// Whether JSON says the same as CBOR: byte strings are Base64 there, as text, or, as c2pa-rs had it, as
  /// an array of its letters' numbers.
  private static func same(_ value: CBOR.Value, _ json: JSON.Value) -> Bool {
    if let bytes = value.bytes {
      let encoded = Base64.encode(bytes)
      if let text = json.string { return text.isExactly(encoded) }
      return json.array?.map(\.integer) == encoded.utf8.map { Int64($0) }
    }
    if let text = value.text { return json.string?.isExactly(text) ?? false }
    if let items = value.array {
      guard let others = json.array, items.count == others.count else { return false }
      return zip(items, others).allSatisfy { same($0, $1) }
    }
    if let map = value.map {
      guard let members = json.object?.members, members.count == map.entries.count else {
        return false
      }
      return map.entries.allSatisfy { entry in
        entry.key.text.flatMap { json[$0] }.map { same(entry.value, $0) } ?? false
      }
    }
    if let flag = value.boolean { return json.bool == flag }
    return value.int.map { json.integer == Int64($0) } ?? false
  }
}
