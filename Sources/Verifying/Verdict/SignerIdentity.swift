/// The holder of the key that made a proved claim signature, by its certificate.
///
/// The text comes from a certificate that nobody need have checked: show it quoted and stripped.
public struct SignerIdentity: Sendable, Hashable {
  /// Subject in the style of RFC 4514.
  public let subject: String
  /// The first common name and the first organisation of the subject: `Seal 1, Press Office`; the
  /// whole subject when it has neither.
  public let name: String
  /// SHA-256 of the subject's public key (SubjectPublicKeyInfo), in lower-case hex.
  public let spki: String
  /// Name of the signature algorithm: `es256`, `ps384`, `ed25519`.
  public let algorithm: String

  /// A signer by certificate subject and key.
  public init(subject: String, name: String? = nil, spki: String, algorithm: String) {
    self.subject = subject
    self.name = name ?? subject
    self.spki = spki
    self.algorithm = algorithm
  }
}
