import BroadsealBytes
import CBroadsealOpenSSL

extension TimeStampToken {
  /// Proves that the token's own certificate signed it, and that this certificate may: the CMS
  /// signature, the certificate identifier in the signed attributes, and a purpose that is
  /// critical and exactly time stamping (RFC 3161 §2.3, RFC 5816, RFC 5652 §5.6).
  ///
  /// Says nothing about trust: see `chain(to:)`.
  package func verifySignature() throws(TimeStampError) {
    let fault = message.use { message -> TimeStampError? in
      do throws(TimeStampError) {
        try verifySignature(of: message)
        return nil
      } catch { return error }
    }
    if let fault { throw fault }
  }

  private func verifySignature(of message: borrowing CMSMessage) throws(TimeStampError) {
    let (digest, signature) = message.algorithms
    guard DigestAlgorithm(objectIdentifier: digest) != nil, Self.allowed.contains(signature) else {
      throw TimeStampError(.untrusted, "the token's signature algorithm is not allowed")
    }
    guard let signer else {
      throw TimeStampError(.untrusted, "the signer's certificate is not in the token")
    }
    guard message.signsContentType else {
      throw TimeStampError(.malformed, "the signed attributes do not name the content type")
    }
    guard message.verify(signer) else {
      throw TimeStampError(.mismatch, "the token's signature is wrong")
    }
    try Self.requireNamed(signer, in: message)
    try Self.requireMayStamp(signer)
  }

  /// Proves that the token stamps `message`.
  package func verifyImprint(of message: [UInt8]) throws(TimeStampError) {
    guard let hashAlgorithm else {
      throw TimeStampError(.untrusted, "the hash of the imprint is not allowed")
    }
    guard let digest = try? Digest.of(message, hashAlgorithm), digest.bytes == imprint else {
      throw TimeStampError(.mismatch, "the token stamps something else")
    }
  }

  /// The chain from the signer to one of `anchors`, judged at the stamped time: an authority's
  /// certificate may have expired since.
  package func chain(to anchors: AnchorStore) -> Result<[Certificate], TimeStampError> {
    guard let signer else {
      return .failure(TimeStampError(.untrusted, "the signer's certificate is not in the token"))
    }
    let result = CertificateChain.validate(
      leaf: signer, intermediates: certificates, anchors: anchors, at: generated)
    return result.mapError { failure in
      let kind: TimeStampError.Kind =
        switch failure.kind {
        case .expired, .notYetValid: .outsideValidity
        case .untrusted: .untrusted
        case .invalid: .credentialInvalid
        }
      return TimeStampError(kind, failure.description)
    }
  }

  /// RSA with PKCS #1 v1.5 padding is what most authorities sign with; C2PA forbids it for claims
  /// only. Its hash, and that of plain `rsaEncryption`, is checked beside it.
  private static let allowed: Set<String> = [
    "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12",
    "1.2.840.113549.1.1.13", CertificateSignature.rsaPSS,
    "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4", "1.3.101.112",
  ]

  private static func requireNamed(
    _ signer: Certificate, in message: borrowing CMSMessage
  ) throws(TimeStampError) {
    var count = 0
    for (identifier, isVersion2) in SigningCertificateAttribute.versions {
      guard let der = message.signedSequence(identifier) else { continue }
      count += 1
      guard let attribute = try? SigningCertificateAttribute(der, isVersion2: isVersion2) else {
        throw TimeStampError(.malformed, "the signing certificate attribute is broken")
      }
      guard attribute.names(signer) else {
        throw TimeStampError(.untrusted, "the token was signed for another certificate")
      }
    }
    guard count > 0 else {
      throw TimeStampError(.malformed, "the token does not say which certificate signed it")
    }
  }

  /// Throws unless the certificate may sign time stamps and nothing else.
  static func requireMayStamp(_ signer: Certificate) throws(TimeStampError) {
    guard signer.extendedKeyUsage == [Purpose.timeStamping], signer.extendedKeyUsageIsCritical,
      !signer.hasInvalidExtensions
    else {
      throw TimeStampError(
        .credentialInvalid, "the certificate's purpose is not critically and only time stamping")
    }
    guard !signer.isCA, signer.version == 3,
      signer.keyUsage.map({ !$0.isDisjoint(with: [.digitalSignature, .nonRepudiation]) }) ?? true,
      signer.keyUsage?.contains(.keyCertSign) != true
    else { throw TimeStampError(.credentialInvalid, "the certificate is not that of a signer") }
  }
}
