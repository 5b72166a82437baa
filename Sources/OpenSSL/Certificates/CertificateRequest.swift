/// Asks an authority for a certificate (PKCS #10, RFC 2986): a name, a key, and the extensions that
/// the certificate is to have.
package struct CertificateRequest: Sendable {
  /// Who the certificate is to be about.
  package var subject: DistinguishedName
  /// Uses of the key that are asked for; written as critical.
  package var keyUsage: KeyUsage = [.digitalSignature, .nonRepudiation]
  /// Dotted identifiers of the purposes that are asked for.
  package var extendedKeyUsage: [String]

  /// `extensionRequest` (RFC 2985 §5.4.2).
  private static let extensionRequest = "1.2.840.113549.1.9.14"

  /// A request for a signer's certificate.
  package init(subject: DistinguishedName, extendedKeyUsage: [String]) {
    self.subject = subject
    self.extendedKeyUsage = extendedKeyUsage
  }

  /// The request in DER, signed by `key` to prove that its holder asks.
  package func signed(by key: PrivateKey) throws(OpenSSLError) -> [UInt8] {
    guard let algorithm = key.defaultAlgorithm else {
      throw OpenSSLError(
        operation: "make certificate request",
        reasons: ["a key of type \(key.publicKey.kind) cannot sign"])
    }
    let extensions = [
      CertificateExtension("2.5.29.15", isCritical: true, value: keyUsage.der),
      CertificateExtension(
        "2.5.29.37",
        value: DERWriter.sequence(extendedKeyUsage.map(DERWriter.objectIdentifier))),
    ]
    let attribute = DERWriter.sequence([
      DERWriter.objectIdentifier(CertificateRequest.extensionRequest),
      DERWriter.set([DERWriter.sequence(extensions.map(\.der))]),
    ])
    let asked = DERWriter.sequence([
      DERWriter.integer(0), subject.der, key.publicKey.spki,
      DERWriter.element(DERTag.context(0), attribute),
    ])
    let signature = try key.sign(asked, with: algorithm)
    let written =
      algorithm.curve.flatMap { ECDSASignature(raw: signature, curve: $0)?.der } ?? signature
    return DERWriter.sequence([
      asked, algorithm.certificateIdentifier, DERWriter.bitString(written),
    ])
  }
}
