/// One rule of a scope that a signature does not keep.
package struct ScopeMismatch: Hashable, Sendable {
  /// Which rule, for programs and reports; stable.
  package enum Code: String, CaseIterable, Sendable {
    /// The certificate's country is not that of the jurisdiction.
    case country = "SCOPE-COUNTRY"
    /// `O` is missing, comes twice, or is another.
    case organization = "SCOPE-ORGANIZATION"
    /// An `OU` is not listed, or there is none.
    case organizationalUnit = "SCOPE-ORGANIZATIONAL-UNIT"
    /// `organizationIdentifier` is missing, comes twice, or is another.
    case organizationIdentifier = "SCOPE-ORGANIZATION-IDENTIFIER"
    /// A DNS name lies outside the listed domains, or there is none.
    case dnsName = "SCOPE-DNS-NAME"
    /// The subject holds text in a form that can hide what it says.
    case subjectSyntax = "SCOPE-SUBJECT-SYNTAX"
    /// The certificate has a purpose that is not listed, or none.
    case purpose = "SCOPE-PURPOSE"
    /// The certificate has none of the listed policies.
    case policy = "SCOPE-POLICY"
    /// More CAs stand between the listed one and the signer than allowed.
    case pathLength = "SCOPE-PATH-LENGTH"
    /// The key is of a kind that is not listed.
    case keyAlgorithm = "SCOPE-KEY-ALGORITHM"
    /// The key is not one of the pinned ones.
    case pin = "SCOPE-PIN"
    /// The agency may not make this statement.
    case label = "SCOPE-LABEL"
    /// The label names another agency than the list.
    case agency = "SCOPE-AGENCY"
    /// The label names another jurisdiction than the list.
    case jurisdiction = "SCOPE-JURISDICTION"
    /// The recognition by another list does not extend to this entry.
    case recognition = "SCOPE-RECOGNITION"
    /// The chain is empty or does not end at a certificate of this service.
    case chain = "SCOPE-CHAIN"
  }

  /// Which rule.
  package let code: Code
  /// What was found; text from certificates, so untrusted.
  package let found: [String]
  /// What the list asks for.
  package let expected: [String]

  /// A rule that does not hold.
  package init(_ code: Code, found: [String] = [], expected: [String] = []) {
    self.code = code
    self.found = found
    self.expected = expected
  }
}
