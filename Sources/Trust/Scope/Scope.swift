import BroadsealJSON

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
