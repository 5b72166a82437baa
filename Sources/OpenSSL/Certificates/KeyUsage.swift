/// The bits of a certificate's key usage (RFC 5280 §4.2.1.3), valued as OpenSSL counts them.
package struct KeyUsage: OptionSet, Hashable, Sendable {
  /// The bits; the first named bit of the standard is 0x80.
  package let rawValue: UInt32

  /// A set from its bits.
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Signatures other than on certificates and revocation lists.
  package static let digitalSignature = KeyUsage(rawValue: 0x80)
  /// Signatures that the signer means to be held to; also called content commitment.
  package static let nonRepudiation = KeyUsage(rawValue: 0x40)
  /// Encrypting keys.
  package static let keyEncipherment = KeyUsage(rawValue: 0x20)
  /// Encrypting data.
  package static let dataEncipherment = KeyUsage(rawValue: 0x10)
  /// Agreeing on keys.
  package static let keyAgreement = KeyUsage(rawValue: 0x08)
  /// Signatures on certificates.
  package static let keyCertSign = KeyUsage(rawValue: 0x04)
  /// Signatures on revocation lists.
  package static let cRLSign = KeyUsage(rawValue: 0x02)
  /// Key agreement for encrypting only.
  package static let encipherOnly = KeyUsage(rawValue: 0x01)
  /// Key agreement for decrypting only.
  package static let decipherOnly = KeyUsage(rawValue: 0x8000)

  /// The bit string of the extension, named bits with trailing zero bits removed.
  var der: [UInt8] {
    let bytes = [UInt8(rawValue & 0xFF), UInt8(rawValue >> 8 & 0xFF)]
    let used = Array(bytes.prefix(bytes[1] == 0 ? 1 : 2))
    guard let last = used.last, last != 0 else { return DERWriter.bitString([]) }
    return DERWriter.bitString(used, unused: UInt8(last.trailingZeroBitCount))
  }
}

/// Object identifiers of the purposes that C2PA names (RFC 5280 §4.2.1.12, C2PA 2.4 §14.5.1).
package enum Purpose {
  /// Signing C2PA claims: `c2pa-kp-claimSigning`.
  package static let claimSigning = "1.3.6.1.4.1.62558.2.1"
  /// Signing documents (RFC 9336).
  package static let documentSigning = "1.3.6.1.5.5.7.3.36"
  /// Protecting mail.
  package static let emailProtection = "1.3.6.1.5.5.7.3.4"
  /// Making time stamps; must stand alone.
  package static let timeStamping = "1.3.6.1.5.5.7.3.8"
  /// Answering OCSP requests; must stand alone.
  package static let ocspSigning = "1.3.6.1.5.5.7.3.9"
  /// Any purpose at all; forbidden.
  package static let any = "2.5.29.37.0"
}
