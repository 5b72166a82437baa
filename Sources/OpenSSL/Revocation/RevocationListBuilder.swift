package import BroadsealBytes

/// Makes revocation lists on which nothing stands (RFC 5280 §5): for the demo PKI, and for tests.
package struct RevocationListBuilder: Sendable {
  /// Its number, which a later list has to exceed.
  package var number = 1
  /// When it is issued.
  package var thisUpdate: UTCTime
  /// When there will be another.
  package var nextUpdate: UTCTime

  /// A list of that time.
  package init(thisUpdate: UTCTime, nextUpdate: UTCTime) {
    self.thisUpdate = thisUpdate
    self.nextUpdate = nextUpdate
  }

  /// The list of `issuer`, which holds `key`, in DER.
  package func list(
    of issuer: Certificate, key: PrivateKey
  ) throws(OpenSSLError) -> RevocationList {
    guard key.belongs(to: issuer), let algorithm = key.defaultAlgorithm else {
      throw OpenSSLError(
        operation: "issue revocation list", reasons: ["the key is not the issuer's"])
    }
    var extensions = [CertificateExtension("2.5.29.20", value: DERWriter.integer(number))]
    if let identifier = issuer.subjectKeyIdentifier {
      let value = DERWriter.element(DERTag.contextPrimitive(0), identifier)
      extensions.append(CertificateExtension("2.5.29.35", value: DERWriter.sequence([value])))
    }
    let signed = DERWriter.sequence([
      DERWriter.integer(1), algorithm.certificateIdentifier, issuer.subjectDER,
      DERWriter.time(thisUpdate), DERWriter.time(nextUpdate),
      DERWriter.element(DERTag.context(0), DERWriter.sequence(extensions.map(\.der))),
    ])
    let raw = try key.sign(signed, with: algorithm)
    let signature = algorithm.curve.flatMap { ECDSASignature(raw: raw, curve: $0)?.der } ?? raw
    return try RevocationList(
      der: DERWriter.sequence([
        signed, algorithm.certificateIdentifier, DERWriter.bitString(signature),
      ]))
  }
}
