/// One extension of a certificate, as it stands there (RFC 5280 §4.2).
package struct CertificateExtension: Hashable, Sendable {
  /// Dotted object identifier.
  package let objectIdentifier: String
  /// Whether a reader that does not know it must refuse the certificate.
  package let isCritical: Bool
  /// The DER inside the octet string.
  package let value: [UInt8]

  /// An extension to write.
  package init(_ objectIdentifier: String, isCritical: Bool = false, value: [UInt8]) {
    self.objectIdentifier = objectIdentifier
    self.isCritical = isCritical
    self.value = value
  }

  var der: [UInt8] {
    DERWriter.sequence(
      [DERWriter.objectIdentifier(objectIdentifier)]
        + (isCritical ? [DERWriter.boolean(true)] : []) + [DERWriter.octetString(value)])
  }
}
