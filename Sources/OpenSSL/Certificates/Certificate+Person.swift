/// Whom a certificate is about: what ETSI EN 319 412 lets it say.
extension Certificate {
  /// Whether it says that it is a natural person's: by a given name, a surname or a pseudonym, by the
  /// number of a person's document, by a policy, or by the statement that it is one for signatures.
  package var isOfPerson: Bool {
    let names = [NameAttribute.givenName, NameAttribute.surname, NameAttribute.pseudonym]
    let attributes = subject.attributes
    guard !attributes.contains(where: { names.contains($0.objectIdentifier) }) else { return true }
    let numbers = subject.values(of: NameAttribute.serialNumber)
    guard !numbers.contains(where: { number in Self.documents.contains(where: number.hasPrefix) })
    else { return true }
    return qualifiedTypes.contains(Self.forSignatures)
      || !Set(policies).isDisjoint(with: Self.policiesOfPersons)
  }

  /// Whether it says that it is one for the electronic seals of a legal person.
  package var isQualifiedForSeals: Bool {
    qualifiedTypes.contains(Self.forSeals)
      || !Set(policies).isDisjoint(with: Self.policiesOfOrganisations)
  }

  /// The types of qualified certificate that it says it is of (`esi4-qcStatement-6`).
  private var qualifiedTypes: [String] {
    extensions.filter { $0.objectIdentifier == "1.3.6.1.5.5.7.1.3" }.flatMap { found in
      var outer = DERReader(found.value)
      guard var statements = try? outer.enter() else { return [String]() }
      var types: [String] = []
      while !statements.isAtEnd, var statement = try? statements.enter() {
        guard (try? statement.objectIdentifier()) == "0.4.0.1862.1.6",
          var list = try? statement.enter()
        else { continue }
        while !list.isAtEnd, let type = try? list.objectIdentifier() { types.append(type) }
      }
      return types
    }
  }

  private static let forSignatures = "0.4.0.1862.1.6.1"
  private static let forSeals = "0.4.0.1862.1.6.2"
  /// QCP-n and QCP-n-qscd, QCP-l and QCP-l-qscd (EN 319 411-2 §5.3).
  private static let policiesOfPersons: Set<String> = ["0.4.0.194112.1.0", "0.4.0.194112.1.2"]
  private static let policiesOfOrganisations: Set<String> = [
    "0.4.0.194112.1.1", "0.4.0.194112.1.3",
  ]
  /// What the numbers of persons begin with (EN 319 412-1 §5.1.3).
  private static let documents = ["PNO", "IDC", "PAS", "TIN"]
}
