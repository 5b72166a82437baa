/// Whom a certificate is about: what ETSI EN 319 412 lets it say.
extension Certificate {
  /// Whether it says that it is a natural person's: by an attribute that only people have, by the number of
  /// a person's document, by a policy, or by the statement that it is a qualified one for signatures.
  package var isOfPerson: Bool {
    let attributes = subject.attributes.map(\.objectIdentifier) + directoryAttributes
    guard Set(attributes).isDisjoint(with: Self.attributesOfPersons) else { return true }
    guard !subject.values(of: NameAttribute.serialNumber).contains(where: Self.isOfPerson(number:))
    else { return true }
    let statements = qualifiedStatements
    return statements.types.contains(Self.forSignatures)
      // Where it does not say for what it is, it is for signatures (EN 319 412-5 §4.2.3).
      || statements.isQualified && statements.types.isEmpty
      || !Set(policies).isDisjoint(with: Self.policiesOfPersons)
  }

  /// Whether it says that it is a qualified one (`QcCompliance`), and for the electronic seals of a legal
  /// person. For what it is (`QcType`), or a policy, says nothing without that (EN 319 412-5 §4.2.1).
  package var isQualifiedForSeals: Bool {
    let statements = qualifiedStatements
    return statements.isQualified
      && (statements.types.contains(Self.forSeals)
        || !Set(policies).isDisjoint(with: Self.policiesOfOrganisations))
  }

  /// Whether it says that it is qualified (`esi4-qcStatement-1`), and of which types (`esi4-qcStatement-6`).
  private var qualifiedStatements: (isQualified: Bool, types: [String]) {
    var isQualified = false
    var types: [String] = []
    for found in extensions where found.objectIdentifier == "1.3.6.1.5.5.7.1.3" {
      var outer = DERReader(found.value)
      guard var statements = try? outer.enter() else { continue }
      while !statements.isAtEnd, var statement = try? statements.enter() {
        switch try? statement.objectIdentifier() {
        case "0.4.0.1862.1.1": isQualified = true
        case "0.4.0.1862.1.6":
          guard var list = try? statement.enter() else { continue }
          while !list.isAtEnd, let type = try? list.objectIdentifier() { types.append(type) }
        default: break
        }
      }
    }
    return (isQualified, types)
  }

  /// The attributes that it has beside its subject (`subjectDirectoryAttributes`, RFC 5280 §4.2.1.8).
  private var directoryAttributes: [String] {
    extensions.filter { $0.objectIdentifier == "2.5.29.9" }.flatMap { found in
      var outer = DERReader(found.value)
      guard var attributes = try? outer.enter() else { return [String]() }
      var names: [String] = []
      while !attributes.isAtEnd, var attribute = try? attributes.enter(),
        let name = try? attribute.objectIdentifier()
      { names.append(name) }
      return names
    }
  }

  /// Whether a serial number of a subject is a person's: of a passport, an identity card, a national or a
  /// tax register, or of a register that a country names by two letters (EN 319 412-1 §5.1.3). In
  /// whatever case: `PNOSK-…`, `CI:SK-…`.
  private static func isOfPerson(number: String) -> Bool {
    let text = number.uppercased()
    if documents.contains(where: text.hasPrefix) { return true }
    let start = Array(text.utf8.prefix(3))
    return start.count == 3 && start[2] == UInt8(ascii: ":")
      && start.prefix(2).allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains)
  }

  private static let forSignatures = "0.4.0.1862.1.6.1"
  private static let forSeals = "0.4.0.1862.1.6.2"
  /// QCP-n and QCP-n-qscd, QCP-l and QCP-l-qscd (EN 319 411-2 §5.3); those for persons had two other
  /// names before (TS 101 456).
  private static let policiesOfPersons: Set<String> = [
    "0.4.0.194112.1.0", "0.4.0.194112.1.2", "0.4.0.1456.1.1", "0.4.0.1456.1.2",
  ]
  private static let policiesOfOrganisations: Set<String> = [
    "0.4.0.194112.1.1", "0.4.0.194112.1.3",
  ]
  /// Names and titles, and what RFC 3739 §3.3.2 lets a certificate say of a birth, a sex, a country.
  private static let attributesOfPersons: Set<String> = [
    NameAttribute.givenName, NameAttribute.surname, NameAttribute.pseudonym,
    NameAttribute.initials, "2.5.4.12", "2.5.4.44", "1.3.6.1.5.5.7.9.1", "1.3.6.1.5.5.7.9.2",
    "1.3.6.1.5.5.7.9.3", "1.3.6.1.5.5.7.9.4", "1.3.6.1.5.5.7.9.5",
  ]
  /// What the numbers of persons begin with (EN 319 412-1 §5.1.3).
  private static let documents = ["PNO", "IDC", "IDN", "PAS", "TAX", "TIN"]
}
