import BroadsealOpenSSL

/// What the subject of one certificate says, held against a scope's rule.
struct SubjectCheck {
  private let certificate: Certificate
  private let jurisdiction: Jurisdiction

  init(_ certificate: Certificate, _ jurisdiction: Jurisdiction) {
    self.certificate = certificate
    self.jurisdiction = jurisdiction
  }

  func mismatches(_ rule: SubjectRule) -> [ScopeMismatch] {
    [
      syntax(), country(),
      one(.organization, NameAttribute.organization, rule.organizations),
      every(.organizationalUnit, NameAttribute.organizationalUnit, rule.organizationalUnits),
      one(
        .organizationIdentifier, NameAttribute.organizationIdentifier, rule.organizationIdentifiers),
      names(rule.dnsSuffixes),
    ].compactMap(\.self)
  }

  /// The country must stand once, and be the jurisdiction's; an international organisation has
  /// none, or `XX`.
  private func country() -> ScopeMismatch? {
    let found = values(NameAttribute.country)
    let expected = jurisdiction.country.map { [$0] } ?? ["", "XX"]
    let value = found.count == 1 ? found.first : found.isEmpty ? "" : nil
    return value.map(expected.contains) ?? false
      ? nil : ScopeMismatch(.country, found: found, expected: expected.filter { !$0.isEmpty })
  }

  /// Text that can hide what it says: control and formatting characters, an encoding whose
  /// characters programs read differently, more text than a name needs, or several attributes in one
  /// step of the name.
  private func syntax() -> ScopeMismatch? {
    let suspicious = certificate.subject.attributes.filter { attribute in
      ![.utf8, .printable, .ia5].contains(attribute.kind)
        || !attribute.value.unicodeScalars.allSatisfy(PlainText.isPlain)
        || attribute.value.isEmpty
        || attribute.value.unicodeScalars.count > SubjectCheck.maximumLength
    }
    guard !suspicious.isEmpty || certificate.hasMultivaluedSubject else { return nil }
    return ScopeMismatch(.subjectSyntax, found: suspicious.map(\.value))
  }

  private func one(
    _ code: ScopeCode, _ attribute: String, _ expected: [String]
  ) -> ScopeMismatch? {
    guard !expected.isEmpty else { return nil }
    let found = values(attribute)
    return found.count == 1 && matches(found, expected)
      ? nil : ScopeMismatch(code, found: found, expected: expected)
  }

  private func every(
    _ code: ScopeCode, _ attribute: String, _ expected: [String]
  ) -> ScopeMismatch? {
    guard !expected.isEmpty else { return nil }
    let found = values(attribute)
    return !found.isEmpty && matches(found, expected)
      ? nil : ScopeMismatch(code, found: found, expected: expected)
  }

  private func names(_ suffixes: [DNSSuffix]) -> ScopeMismatch? {
    guard !suffixes.isEmpty else { return nil }
    let found = certificate.dnsNames
    let all = !found.isEmpty && found.allSatisfy { name in suffixes.contains { $0.covers(name) } }
    return all ? nil : ScopeMismatch(.dnsName, found: found, expected: suffixes.map(\.name))
  }

  private func values(_ attribute: String) -> [String] {
    certificate.subject.values(of: attribute)
  }

  private func matches(_ found: [String], _ expected: [String]) -> Bool {
    found.allSatisfy { value in expected.contains { PlainText.isSame($0, value) } }
  }

  /// X.520 allows 64 characters for most attributes; Japanese office names and identifiers are
  /// sometimes longer.
  private static let maximumLength = 200
}
