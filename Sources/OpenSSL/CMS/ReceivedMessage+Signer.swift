/// Who of several signed. Names, numbers and key identifiers are anyone's to write, and certificates
/// beside a message are anyone's to add: so each that fits is tried, up to a bound.
extension ReceivedMessage {
  /// What comes of the message, and whose it is.
  package typealias Proof = (signer: Certificate?, outcome: MessageOutcome)

  /// Most certificates that are tried as the signer's: each costs a computation with a key.
  static let maximumSigners = 16

  /// Proves the message with the certificates that fit, by `outcome`, one after the other until it holds.
  ///
  /// It differs only where a certificate fails that was certainly the signer's: one that the message
  /// brings, or that its signed attributes name by its hash. What stands elsewhere in the document could
  /// have been added by anybody, and breaks nothing.
  package func proved(
    among others: [Certificate], _ outcome: (Certificate?) -> MessageOutcome
  ) -> Proof {
    let unnamed = outcome(nil)
    let candidates = signers(among: others)
    // What does not hang on anybody's certificate: the digest, algorithms, the form.
    guard case .unknown = unnamed else { return (candidates.first, unnamed) }
    var firstTried: Proof?
    var firstCertain: Proof?
    var areAllUnknown = true
    for candidate in candidates {
      let proof = (signer: candidate, outcome: outcome(candidate))
      if proof.outcome == .holds { return proof }
      if case .unknown = proof.outcome {} else { areAllUnknown = false }
      if firstTried == nil { firstTried = proof }
      guard certificates.contains(candidate) || namesByHash(candidate) else { continue }
      if case .differs = proof.outcome {
        if case .differs? = firstCertain?.outcome { continue }
        firstCertain = proof
      } else if firstCertain == nil {
        firstCertain = proof
      }
    }
    if let firstCertain { return firstCertain }
    guard let firstTried else { return (nil, unnamed) }
    // What no certificate helps with: an unknown algorithm.
    if areAllUnknown { return firstTried }
    return (
      nil, .unknown("none of the certificates that fit made it, and its signer's may be another")
    )
  }

  /// Proves the message over a content with the hash value `value`.
  package func proved(ofHash value: [UInt8], among others: [Certificate]) -> Proof {
    proved(among: others) { outcome(ofHash: value, signer: $0) }
  }

  /// The certificates that fit, the message's own first; each once, and no more than are tried.
  ///
  /// Where the signed attributes name one of them by its hash, no other can be the signer's.
  package func signers(among others: [Certificate]) -> [Certificate] {
    let fitting = (certificates + others).lazy.filter(signerName.means)
    let named = fitting.first(where: namesByHash)
    if let named { return [named] }
    var found: [Certificate] = []
    for certificate in fitting where !found.contains(certificate) {
      found.append(certificate)
      if found.count == ReceivedMessage.maximumSigners { break }
    }
    return found
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
