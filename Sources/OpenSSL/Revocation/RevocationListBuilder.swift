package import BroadsealBytes

/// Makes revocation lists (RFC 5280 §5): for the demo PKI, on whose lists nothing stands, and for tests.
package struct RevocationListBuilder: Sendable {
  /// A certificate that is revoked.
  package struct Entry: Sendable {
    /// The certificate.
    package var certificate: Certificate
    /// Since when.
    package var time: UTCTime
    /// The number of the reason (RFC 5280 §5.3.1); nil: none is given.
    package var reason: Int?
    /// Whose certificate it is, where the list says so with the entry (RFC 5280 §5.3.3); nil: it does not.
    package var owner: Certificate?

    /// A certificate that is revoked from `time` on.
    package init(_ certificate: Certificate, at time: UTCTime, reason: Int? = nil) {
      self.certificate = certificate
      self.time = time
      self.reason = reason
    }

    fileprivate var der: [UInt8] {
      var extensions: [CertificateExtension] = []
      if let reason {
        extensions.append(
          CertificateExtension("2.5.29.21", value: DERWriter.element(0x0A, [UInt8(reason)])))
      }
      if let owner {
        let name = DERWriter.element(DERTag.context(4), owner.subjectDER)
        extensions.append(
          CertificateExtension("2.5.29.29", isCritical: true, value: DERWriter.sequence([name])))
      }
      let serial = DERWriter.integer(Hex.decode(certificate.serialHex) ?? [])
      return DERWriter.sequence(
        [serial, DERWriter.time(time)]
          + (extensions.isEmpty ? [] : [DERWriter.sequence(extensions.map(\.der))]))
    }
  }

  /// Its number, which a later list has to exceed.
  package var number = 1
  /// When it is issued.
  package var thisUpdate: UTCTime
  /// When there will be another.
  package var nextUpdate: UTCTime
  /// What is revoked.
  package var revoked: [Entry] = []
  /// Further extensions, written as they are after the others.
  package var extensions: [CertificateExtension] = []

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
    var all = [CertificateExtension("2.5.29.20", value: DERWriter.integer(number))]
    if let identifier = issuer.subjectKeyIdentifier {
      let value = DERWriter.element(DERTag.contextPrimitive(0), identifier)
      all.append(CertificateExtension("2.5.29.35", value: DERWriter.sequence([value])))
    }
    all += extensions
    let signed = DERWriter.sequence(
      [
        DERWriter.integer(1), algorithm.certificateIdentifier, issuer.subjectDER,
        DERWriter.time(thisUpdate), DERWriter.time(nextUpdate),
      ] + (revoked.isEmpty ? [] : [DERWriter.sequence(revoked.map(\.der))])
        + [DERWriter.element(DERTag.context(0), DERWriter.sequence(all.map(\.der)))])
    let raw = try key.sign(signed, with: algorithm)
    let signature = algorithm.curve.flatMap { ECDSASignature(raw: raw, curve: $0)?.der } ?? raw
    return try RevocationList(
      der: DERWriter.sequence([
        signed, algorithm.certificateIdentifier, DERWriter.bitString(signature),
      ]))
  }
}
