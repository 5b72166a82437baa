package import BroadsealOpenSSL

/// The C2PA certificate profile for claim signers (C2PA 2.4 §14.5.1), rule by rule.
///
/// One reading of the profile serves signing, verifying and `keys check`. It says nothing of trust:
/// the chain, the accepted purposes and the dates are judged elsewhere.
package enum CertificateProfile {
  /// One rule that a certificate breaks.
  package struct Violation: Hashable, Sendable {
    /// Stable name of the rule: `key-usage`, `subject-key`.
    package let rule: String
    /// What is wrong, in lower case and without a full stop.
    package let reason: String
  }

  /// Every rule that `certificate` breaks as a claim signer's own; empty when it fits.
  package static func violations(of certificate: Certificate) -> [Violation] {
    var found = common(certificate)
    if certificate.isCA {
      found.append(Violation(rule: "basic-constraints", reason: "it is an authority's certificate"))
    }
    found += keyUsage(of: certificate) + purposes(of: certificate)
    if !certificate.hasAuthorityKeyIdentifier, !certificate.isSelfSigned {
      found.append(
        Violation(rule: "authority-key-identifier", reason: "it has no authority key identifier"))
    }
    return found
  }

  /// Every rule that `certificate` breaks as an authority above a claim signer.
  package static func violations(ofAuthority certificate: Certificate) -> [Violation] {
    var found = common(certificate)
    if !certificate.isCA {
      found.append(
        Violation(rule: "basic-constraints", reason: "it is not an authority's certificate"))
    }
    if let usage = certificate.keyUsage, !usage.contains(.keyCertSign) {
      found.append(Violation(rule: "key-usage", reason: "its key may not sign certificates"))
    }
    if !certificate.hasSubjectKeyIdentifier {
      found.append(
        Violation(rule: "subject-key-identifier", reason: "it has no subject key identifier"))
    }
    return found
  }

  private static func common(_ certificate: Certificate) -> [Violation] {
    var found: [Violation] = []
    if certificate.version != 3 {
      found.append(Violation(rule: "version", reason: "it is of version \(certificate.version)"))
    }
    if certificate.hasUniqueIdentifiers {
      found.append(
        Violation(rule: "unique-identifiers", reason: "it has a unique identifier of old form"))
    }
    if certificate.hasInvalidExtensions {
      found.append(Violation(rule: "extensions", reason: "an extension is broken or repeated"))
    }
    if !certificate.signature.isAllowed {
      found.append(
        Violation(
          rule: "signature-algorithm",
          reason:
            "it is signed with \(certificate.signature.objectIdentifier), which is not allowed"))
    }
    if !isAllowed(certificate.publicKey.kind) {
      found.append(
        Violation(rule: "subject-key", reason: "its key is \(certificate.publicKey.kind)"))
    }
    return found
  }

  private static func isAllowed(_ kind: KeyKind) -> Bool {
    SignatureAlgorithm.allCases.contains { $0.fits(kind) }
  }

  private static func keyUsage(of certificate: Certificate) -> [Violation] {
    guard let usage = certificate.keyUsage else {
      return [Violation(rule: "key-usage", reason: "it has no key usage")]
    }
    var found: [Violation] = []
    if !usage.contains(.digitalSignature) {
      found.append(Violation(rule: "key-usage", reason: "its key may not make signatures"))
    }
    if usage.contains(.keyCertSign) {
      found.append(Violation(rule: "key-usage", reason: "its key may sign certificates"))
    }
    return found
  }

  private static func purposes(of certificate: Certificate) -> [Violation] {
    let rule = "extended-key-usage"
    guard let purposes = certificate.extendedKeyUsage else {
      return [Violation(rule: rule, reason: "it names no purpose")]
    }
    var found: [Violation] = []
    if purposes.isEmpty {
      found.append(Violation(rule: rule, reason: "its list of purposes is empty or broken"))
    }
    if purposes.contains(Purpose.any) {
      found.append(Violation(rule: rule, reason: "it is good for any purpose"))
    }
    for (purpose, name) in [(Purpose.timeStamping, "time stamping"), (Purpose.ocspSigning, "OCSP")]
    where purposes.contains(purpose) && purposes.count > 1 {
      found.append(Violation(rule: rule, reason: "\(name) stands beside another purpose"))
    }
    return found
  }
}

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
