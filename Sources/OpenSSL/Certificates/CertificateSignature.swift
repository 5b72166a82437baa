import BroadsealBytes
import CBroadsealOpenSSL

/// Which algorithm the issuer signed a certificate with.
package struct CertificateSignature: Hashable, Sendable {
  /// Dotted object identifier of the signature algorithm.
  package let objectIdentifier: String

  /// The parameters, for RSASSA-PSS; nil when they are absent or broken, and for other algorithms.
  package let pss: PSSParameters?

  /// `id-RSASSA-PSS` (RFC 4055 §3.1).
  package static let rsaPSS = "1.2.840.113549.1.1.10"

  private static let allowedPlain: Set<String> = [
    "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4",
    "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13",
    "1.3.101.112",
  ]

  /// Whether the C2PA certificate profile allows it (C2PA 2.4 §14.5.1): ECDSA or RSA with SHA-256,
  /// -384 or -512, RSASSA-PSS with matching SHA-2 parameters, Ed25519.
  package var isAllowed: Bool {
    objectIdentifier == Self.rsaPSS
      ? pss?.isAllowed == true : Self.allowedPlain.contains(objectIdentifier)
  }

  /// Reads an `AlgorithmIdentifier` in DER; one that does not parse has an empty identifier.
  init(algorithm der: [UInt8]) {
    var outer = DERReader(der)
    guard var fields = try? outer.enter(), let identifier = try? fields.objectIdentifier() else {
      objectIdentifier = ""
      pss = nil
      return
    }
    objectIdentifier = identifier
    let parameters = identifier == Self.rsaPSS ? try? fields.contents(of: DERTag.sequence) : nil
    pss = parameters.flatMap { try? PSSParameters(reading: $0) }
  }
}
