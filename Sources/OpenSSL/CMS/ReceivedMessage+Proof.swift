/// What a message of somebody else comes to.
package enum MessageOutcome: Hashable, Sendable {
  /// Digest and signature were computed, and are those of the content and of the signer's key.
  case holds
  /// One of them was computed and differs; why, in lower case.
  case differs(String)
  /// One of them could not be computed; why.
  case unknown(String)
  /// The message says two things, or too little to compute anything.
  case malformed(String)
}

extension ReceivedMessage {
  /// Proves the message over a content with the hash value `value`, by `hash`.
  ///
  /// - Parameter signer: the signer's certificate; nil when nobody has it.
  package func outcome(ofHash value: [UInt8], signer: Certificate?) -> MessageOutcome {
    guard let hash else {
      return .unknown("its hash function (\(hashIdentifier)) is none that is computed here")
    }
    if let attributes {
      guard let digest = attributes.value(CMSName.messageDigest).flatMap(ReceivedMessage.octets)
      else { return .malformed("its signed attributes do not name one digest") }
      guard digest == value else {
        return .differs("the bytes that it covers are not those that were signed")
      }
    }
    guard
      let (scheme, named) = SignatureScheme.named(
        schemeIdentifier, parameters: schemeParameters)
    else {
      return .unknown("its signature algorithm (\(schemeIdentifier)) is none that is computed here")
    }
    if let named, named != hash {
      return .malformed("it names two hash functions, \(hash.name) and \(named.name)")
    }
    guard let signer else { return .unknown("nobody has its signer's certificate") }
    guard signer.publicKey.isKnown else {
      return .unknown("its key is of a kind that cannot be computed with")
    }
    guard signer.publicKey.fits(scheme) else {
      return .malformed("its signature algorithm does not fit its key")
    }
    switch isSigned(by: signer.publicKey, scheme, over: value, hash) {
    case nil: return .unknown("its signature could not be computed")
    case false?: return .differs("its signature is wrong")
    case true?: return attributeOutcome(signer)
    }
  }

  private func isSigned(
    by key: PublicKey, _ scheme: SignatureScheme, over value: [UInt8], _ hash: HashFunction
  ) -> Bool? {
    if scheme == .edwards {
      return attributes.flatMap { key.verify(signatureValue, ofMessage: $0.signedBytes) }
    }
    var signed = value
    if let attributes {
      guard let computed = hash.value(of: attributes.signedBytes) else { return nil }
      signed = computed
    }
    return key.verify(signatureValue, ofHash: signed, by: hash, scheme)
  }

  /// What the other signed attributes say: the content's kind, and the signer's certificate.
  private func attributeOutcome(_ signer: Certificate) -> MessageOutcome {
    guard let attributes else { return .holds }
    if attributes.has(CMSName.contentType) {
      var reader = BERReader((attributes.value(CMSName.contentType) ?? [])[...])
      guard (try? reader.objectIdentifier()) == contentType else {
        return .malformed("its signed attributes name another kind of content")
      }
    }
    for (name, isVersion2) in [
      (CMSName.signingCertificate, false), (CMSName.signingCertificateV2, true),
    ] where attributes.has(name) {
      guard let value = attributes.value(name),
        let attribute = try? SigningCertificateAttribute(value, isVersion2: isVersion2)
      else { return .malformed("what names its signer's certificate cannot be read") }
      switch attribute.isOf(signer) {
      case true?: break
      case false?: return .differs("it was signed for another certificate")
      case nil: return .unknown("its signer's certificate is named by an unknown hash function")
      }
    }
    return .holds
  }

  /// The contents of a value that is an octet string.
  private static func octets(_ value: [UInt8]) -> [UInt8]? {
    var reader = BERReader(value[...])
    return try? reader.octets()
  }
}
