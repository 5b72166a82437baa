import BroadsealProvenance

/// An identity assertion whose signature holds: the holder of this key stands behind these
/// assertions of the manifest. Says nothing of who holds the key.
struct ProvedIdentity: Sendable {
  /// The certificates that came with the signature, and when it was made.
  struct Holder: Sendable {
    /// The certificates; the first one's key made the signature.
    let credential: SignerCredential
    /// Name of the signature algorithm.
    let algorithm: String
    /// The trusted time of the signature: its own stamp's, else that of the claim around it.
    let time: ProvedTime?
    /// Whether it bears a time stamp of its own, believed or not.
    let bearsStamp: Bool
    /// What is known of the certificate's revocation.
    let revocation: RevocationStanding
    /// OCSP responses stapled to it, as received.
    let responses: [[UInt8]]
    /// Whether the signature has the one form that a claim signature must have, zeros as padding.
    let isCanonical: Bool
    /// Whether the signature covers the certificates, under their standard label.
    let isCredentialProtected: Bool
    /// Whether the chain ends at an anchor of a government list that was given.
    let isTrusted: Bool
  }

  /// Who signed.
  let holder: Holder
  /// Roles that the actor claims.
  let roles: [String]
  /// Labels of the assertions of the same manifest that the signature covers.
  let covered: Set<String>
  /// Whether what was signed has its one deterministic encoding.
  let isDeterministic: Bool
  /// Whether it has no field beside those that are understood.
  let hasOnlyKnownFields: Bool

  init(_ identity: IdentityAssertion, by holder: Holder, covers covered: Set<String>) {
    self.holder = holder
    roles = identity.roles
    self.covered = covered
    isDeterministic = identity.isDeterministic
    hasOnlyKnownFields = identity.hasOnlyKnownFields
  }
}
