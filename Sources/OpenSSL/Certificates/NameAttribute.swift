/// One part of a distinguished name.
package struct NameAttribute: Hashable, Sendable {
  /// How the value was encoded.
  package enum Kind: String, Hashable, Sendable {
    /// UTF8String.
    case utf8
    /// PrintableString.
    case printable
    /// IA5String.
    case ia5
    /// T61String, BMPString or UniversalString, converted.
    case legacy
    /// Something that is not text; the value is then `#` and hexadecimal DER contents.
    case opaque
  }

  /// Dotted object identifier of the attribute type.
  package let objectIdentifier: String
  /// Short name as RFC 4514 writes it (`CN`), or the dotted identifier.
  package let name: String
  /// The value as text. It is the certificate's text: untrusted until proved, and never sanitised.
  package let value: String
  /// How the value was encoded.
  package let kind: Kind

  /// An attribute to write; countries, serial numbers and mail addresses get the type they need.
  package init(_ objectIdentifier: String, _ value: String) {
    let kind: Kind =
      switch objectIdentifier {
      case Self.country, Self.serialNumber, "2.5.4.46": .printable
      case "1.2.840.113549.1.9.1", "0.9.2342.19200300.100.1.25": .ia5
      default: .utf8
      }
    self.init(objectIdentifier, value: value, kind: kind)
  }

  init(_ objectIdentifier: String, value: String, kind: Kind) {
    self.objectIdentifier = objectIdentifier
    self.name = Self.names[objectIdentifier] ?? objectIdentifier
    self.value = value
    self.kind = kind
  }

  /// `commonName`.
  package static let commonName = "2.5.4.3"
  /// `surname`.
  package static let surname = "2.5.4.4"
  /// `serialNumber`.
  package static let serialNumber = "2.5.4.5"
  /// `countryName`.
  package static let country = "2.5.4.6"
  /// `localityName`.
  package static let locality = "2.5.4.7"
  /// `stateOrProvinceName`.
  package static let stateOrProvince = "2.5.4.8"
  /// `organizationName`.
  package static let organization = "2.5.4.10"
  /// `organizationalUnitName`.
  package static let organizationalUnit = "2.5.4.11"
  /// `givenName`.
  package static let givenName = "2.5.4.42"
  /// `initials`.
  package static let initials = "2.5.4.43"
  /// `pseudonym`.
  package static let pseudonym = "2.5.4.65"
  /// `organizationIdentifier` (ITU-T X.520, ETSI EN 319 412-1).
  package static let organizationIdentifier = "2.5.4.97"

  private static let names = [
    commonName: "CN", surname: "SN", serialNumber: "serialNumber", country: "C", locality: "L",
    stateOrProvince: "ST", "2.5.4.9": "street", organization: "O", organizationalUnit: "OU",
    "2.5.4.12": "title", givenName: "GN", initials: "initials", pseudonym: "pseudonym",
    "2.5.4.46": "dnQualifier",
    organizationIdentifier: "organizationIdentifier", "1.2.840.113549.1.9.1": "emailAddress",
    "0.9.2342.19200300.100.1.25": "DC", "0.9.2342.19200300.100.1.1": "UID",
  ]

  /// The attribute as `AttributeTypeAndValue` in DER.
  var der: [UInt8] {
    let tag =
      switch kind {
      case .printable: DERTag.printableString
      case .ia5: DERTag.ia5String
      default: DERTag.utf8String
      }
    return DERWriter.sequence([
      DERWriter.objectIdentifier(objectIdentifier), DERWriter.element(tag, Array(value.utf8)),
    ])
  }
}
