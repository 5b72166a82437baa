import BroadsealJSON
package import BroadsealOpenSSL

/// For whom and for what a service of a government list speaks: the extension `org.broadseal.scope`.
///
/// Deny by default: every rule that is present must hold, a rule that is not understood makes the
/// list malformed, and a scope that names nobody cannot be written.
package struct Scope: Hashable, Sendable {
  /// Name of the extension in `ServiceInformationExtensions` (ETSI TS 119 602).
  package static let extensionName = "org.broadseal.scope"

  /// Whose documents these are; the certificate's country must be the same.
  package let jurisdiction: Jurisdiction
  /// The body that issues them.
  package let agency: Agency
  /// What the certificate's subject must say.
  package let subject: SubjectRule
  /// Purposes (object identifiers) a certificate may have; it must have at least one and no other.
  /// Empty: not judged here.
  package let purposes: [String]
  /// Certificate policies of which the certificate must have one. Empty: not judged.
  package let policies: [String]
  /// Most CA certificates between the listed CA and the signer; nil: not judged.
  package let maximumPathLength: Int?
  /// Kinds of key a signer may have. Empty: not judged.
  package let keyAlgorithms: [KeyAlgorithm]
  /// What the agency may state.
  package let labels: Set<LabelKind>
  /// SHA-256 of the SubjectPublicKeyInfo of the only keys that may sign, lower-case hexadecimal.
  /// Empty: not judged.
  package let pins: [String]
  /// Whether a trusted time stamp is needed; true unless the list says otherwise.
  package let requiresTimeStamp: Bool
  /// What was withdrawn, and from when.
  package let invalidSince: [Invalidation]

  /// A scope; see the properties.
  package init(
    jurisdiction: Jurisdiction, agency: Agency, subject: SubjectRule, purposes: [String] = [],
    policies: [String] = [], maximumPathLength: Int? = nil, keyAlgorithms: [KeyAlgorithm] = [],
    labels: Set<LabelKind> = Set(LabelKind.allCases), pins: [String] = [],
    requiresTimeStamp: Bool = true, invalidSince: [Invalidation] = []
  ) {
    self.jurisdiction = jurisdiction
    self.agency = agency
    self.subject = subject
    self.purposes = purposes
    self.policies = policies
    self.maximumPathLength = maximumPathLength
    self.keyAlgorithms = keyAlgorithms
    self.labels = labels
    self.pins = pins
    self.requiresTimeStamp = requiresTimeStamp
    self.invalidSince = invalidSince
  }
}

/// What an issuer may state with its signature.
package enum LabelKind: String, CaseIterable, Sendable {
  /// An official document of the agency.
  case official
  /// A document made by a model.
  case aiGenerated = "ai-generated"
  /// A document a part of which a model changed.
  case aiAltered = "ai-altered"
}

/// The kind of key a certificate may hold, as a scope's `keyAlgs` names it.
package enum KeyAlgorithm: String, CaseIterable, Sendable {
  /// ECDSA on NIST P-256.
  case p256 = "P-256"
  /// ECDSA on NIST P-384.
  case p384 = "P-384"
  /// ECDSA on NIST P-521.
  case p521 = "P-521"
  /// RSA of 2,048 bits or more.
  case rsa = "RSA"
  /// Ed25519 (RFC 8032).
  case ed25519 = "Ed25519"

  /// The kind of a key; nil for kinds that no scope can name.
  package init?(_ kind: KeyKind) {
    switch kind {
    case .ec(.p256): self = .p256
    case .ec(.p384): self = .p384
    case .ec(.p521): self = .p521
    case .rsa(let bits), .rsaPSS(let bits, _):
      guard bits >= SignatureAlgorithm.minimumRSABits else { return nil }
      self = .rsa
    case .ed25519: self = .ed25519
    case .other: return nil
    }
  }
}
