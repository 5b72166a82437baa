import BroadsealOpenSSL
import BroadsealTrust
import Testing

@Suite("Whether a certificate is about a person")
struct PersonalSubjectTests {
  private static let (cn, o) = (NameAttribute.commonName, NameAttribute.organization)

  @Test(
    "given names, surnames, personal numbers, and a name without an organisation are a person's",
    arguments: [
      ([(cn, "Press Office"), (o, "Agency")], false),
      ([(cn, "Taro Yamada"), (o, "Agency")], false),
      ([(cn, "Taro Yamada")], true),
      ([(cn, "Press Office"), (NameAttribute.organizationIdentifier, "GOVUS-1")], false),
      ([(o, "Agency")], false), ([], false),
      ([(cn, "T. Yamada"), (o, "Agency"), (NameAttribute.surname, "Yamada")], true),
      ([(cn, "T. Yamada"), (o, "Agency"), (NameAttribute.givenName, "Taro")], true),
      ([(o, "Agency"), (NameAttribute.pseudonym, "Officer 7")], true),
      ([(o, "Agency"), (NameAttribute.serialNumber, "PNOJP-12345")], true),
      ([(o, "Agency"), (NameAttribute.serialNumber, "NTRJP-12345")], false),
      ([(o, "Agency"), (NameAttribute.serialNumber, "PNO-12345")], false),
    ] as [([(String, String)], Bool)])
  func rule(attributes: [(String, String)], isPersonal: Bool) {
    let name = DistinguishedName(attributes.map { NameAttribute($0.0, $0.1) })
    #expect(PersonalSubject.isPersonal(name) == isPersonal)
  }
}
