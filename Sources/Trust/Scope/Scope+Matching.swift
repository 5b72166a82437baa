import BroadsealBytes
package import BroadsealOpenSSL

extension Scope {
  /// The rules that `chain` does not keep, in the order of the scope; empty when it matches.
  ///
  /// - Parameter chain: the signer's certificate first, the CA of the list last, as proved.
  package func mismatches(chain: [Certificate]) -> [ScopeMismatch] {
    guard let leaf = chain.first, chain.count >= 2 else { return [ScopeMismatch(.chain)] }
    return SubjectCheck(leaf, jurisdiction).mismatches(subject)
      + [
        purpose(leaf), policy(leaf), pathLength(chain), keyAlgorithm(leaf), pin(leaf),
      ].compactMap(\.self)
  }

  private func purpose(_ leaf: Certificate) -> ScopeMismatch? {
    guard !purposes.isEmpty else { return nil }
    let found = leaf.extendedKeyUsage ?? []
    guard found.isEmpty || !found.allSatisfy(purposes.contains) else { return nil }
    return ScopeMismatch(.purpose, found: found, expected: purposes)
  }

  private func policy(_ leaf: Certificate) -> ScopeMismatch? {
    guard !policies.isEmpty, !leaf.policies.contains(where: policies.contains) else { return nil }
    return ScopeMismatch(.policy, found: leaf.policies, expected: policies)
  }

  private func pathLength(_ chain: [Certificate]) -> ScopeMismatch? {
    guard let maximumPathLength, chain.count - 2 > maximumPathLength else { return nil }
    return ScopeMismatch(
      .pathLength, found: ["\(chain.count - 2)"], expected: ["\(maximumPathLength)"])
  }

  private func keyAlgorithm(_ leaf: Certificate) -> ScopeMismatch? {
    guard !keyAlgorithms.isEmpty,
      !(KeyAlgorithm(leaf.publicKey.kind).map(keyAlgorithms.contains) ?? false)
    else { return nil }
    return ScopeMismatch(
      .keyAlgorithm, found: [leaf.publicKey.kind.description],
      expected: keyAlgorithms.map(\.rawValue))
  }

  private func pin(_ leaf: Certificate) -> ScopeMismatch? {
    guard !pins.isEmpty, !pins.contains(leaf.publicKey.spkiSHA256) else { return nil }
    return ScopeMismatch(.pin, found: [leaf.publicKey.spkiSHA256], expected: pins)
  }
}

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
      one(.commonName, NameAttribute.commonName, rule.commonNames),
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
