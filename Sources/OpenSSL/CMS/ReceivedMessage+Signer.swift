/// Who of several signed. Names, numbers and key identifiers are anyone's to write, and certificates
/// beside a message are anyone's to add: so each that fits is tried.
extension ReceivedMessage {
  /// What comes of the message, and whose it is.
  package typealias Proof = (signer: Certificate?, outcome: MessageOutcome)

  /// Proves the message with every certificate that fits, by `outcome`.
  ///
  /// It differs only where a certificate fails that was certainly the signer's: one that the message
  /// brings, or that its signed attributes name by its hash. What stands elsewhere in the document could
  /// have been added by anybody, and breaks nothing.
  package func proved(
    among others: [Certificate], _ outcome: (Certificate?) -> MessageOutcome
  ) -> Proof {
    let tried = signers(among: others).map { ($0, outcome($0)) }
    if let holding = tried.first(where: { $0.1 == .holds }) { return holding }
    let unnamed = outcome(nil)
    // What does not hang on anybody's certificate: the digest, algorithms, the form.
    guard case .unknown = unnamed else { return (tried.first?.0, unnamed) }
    let certain = tried.filter { certificates.contains($0.0) || namesByHash($0.0) }
    let first = certain.first { if case .differs = $0.1 { true } else { false } } ?? certain.first
    if let first { return first }
    // What no certificate helps with: an unknown algorithm.
    if let first = tried.first,
      tried.allSatisfy({ if case .unknown = $0.1 { true } else { false } })
    {
      return first
    }
    guard !tried.isEmpty else { return (nil, unnamed) }
    return (
      nil, .unknown("none of the certificates that fit made it, and its signer's may be another")
    )
  }

  /// Proves the message over a content with the hash value `value`.
  package func proved(ofHash value: [UInt8], among others: [Certificate]) -> Proof {
    proved(among: others) { outcome(ofHash: value, signer: $0) }
  }

  /// Whether its signed attributes name `certificate` by its hash.
  private func namesByHash(_ certificate: Certificate) -> Bool {
    [(CMSName.signingCertificate, false), (CMSName.signingCertificateV2, true)].contains {
      name, isVersion2 in
      guard let value = attributes?.value(name),
        let attribute = try? SigningCertificateAttribute(value, isVersion2: isVersion2)
      else { return false }
      return attribute.isOf(certificate) == true
    }
  }
}
