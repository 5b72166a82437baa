package import BroadsealOpenSSL

/// Whether a certificate is about a person: its subject is published with every signature, and a
/// label is to name an office, not somebody who works there.
package enum PersonalSubject {
  /// Attributes that only people have.
  private static let ofPeople: Set<String> = [
    NameAttribute.givenName, NameAttribute.surname, NameAttribute.initials,
    NameAttribute.pseudonym,
  ]
  /// How the serial numbers of natural persons begin (ETSI EN 319 412-1 §5.1.3).
  private static let identityTypes = ["PAS", "IDC", "PNO", "TIN", "TAX"]

  /// Whether `subject` is a person's: it has a given name, a surname, initials or a pseudonym; a
  /// serial number that identifies a person; or a common name and no organisation at all.
  package static func isPersonal(_ subject: DistinguishedName) -> Bool {
    let types = Set(subject.attributes.map(\.objectIdentifier))
    if !types.isDisjoint(with: ofPeople) { return true }
    if subject.values(of: NameAttribute.serialNumber).contains(where: isIdentity) { return true }
    return types.contains(NameAttribute.commonName)
      && types.isDisjoint(with: [NameAttribute.organization, NameAttribute.organizationIdentifier])
  }

  /// A type of three letters, a country of two, a hyphen: `PNOJP-1234`.
  private static func isIdentity(_ number: String) -> Bool {
    let bytes = Array(number.utf8)
    guard bytes.count > 6, bytes[5] == UInt8(ascii: "-") else { return false }
    return identityTypes.contains(String(number.prefix(3)))
  }
}
