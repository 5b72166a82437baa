import BroadsealBytes
import BroadsealTrust

@testable import BroadsealOpenSSL

/// Makes revocation lists for any moment (RFC 5280 §5.1).
struct CRLMaker {
  /// Who signs.
  var issuer: DemoCredential
  /// Its number; nil: none.
  var number: UInt8?
  var thisUpdate: UTCTime
  /// What is revoked, when, and for which reason.
  var revoked: [(certificate: Certificate, time: UTCTime, reason: UInt8?)] = []
  /// What limits it.
  var scope: [CertificateExtension] = []

  /// An `IssuingDistributionPoint` that sets a flag: 1 users, 2 authorities, 5 attributes.
  static func point(_ flag: UInt8, isCritical: Bool = true) -> CertificateExtension {
    CertificateExtension(
      "2.5.29.28", isCritical: isCritical, value: [0x30, 3, 0x80 | flag, 1, 0xFF])
  }

  /// One that names a distribution point that nobody's certificate has.
  static let foreignPoint = CertificateExtension(
    "2.5.29.28", isCritical: true,
    value: [0x30, 9, 0xA0, 7, 0xA0, 5, 0x86, 3] + Array("x:y".utf8))

  /// A mark that the list only tells what changed since number 1.
  static func delta(isCritical: Bool = true) -> CertificateExtension {
    CertificateExtension("2.5.29.27", isCritical: isCritical, value: [2, 1, 1])
  }

  /// The list.
  func list() throws -> RevocationList { try RevocationList(der: bytes()) }

  /// The list in DER.
  func bytes() throws -> [UInt8] {
    let algorithm = SignatureAlgorithm.es256
    var parts = [
      DERWriter.integer([1]), algorithm.certificateIdentifier, issuer.certificate.subjectDER,
      CRLMaker.time(thisUpdate), CRLMaker.time(thisUpdate.adding(seconds: 86_400)),
    ]
    if !revoked.isEmpty {
      parts.append(
        DERWriter.sequence(
          revoked.map { item in
            let reason = item.reason.map {
              [DERWriter.sequence([CRLMaker.extending("2.5.29.21", [0x0A, 1, $0])])]
            }
            return DERWriter.sequence(
              [
                DERWriter.integer(Hex.decode(item.certificate.serialHex) ?? []),
                CRLMaker.time(item.time),
              ] + (reason ?? []))
          }))
    }
    let extensions =
      (number.map { [CRLMaker.extending("2.5.29.20", DERWriter.integer([$0]))] } ?? [])
      + scope.map(\.der)
    if !extensions.isEmpty {
      parts.append(DERWriter.element(DERTag.context(0), DERWriter.sequence(extensions)))
    }
    let data = DERWriter.sequence(parts)
    let raw = try issuer.key.sign(data, with: algorithm)
    return DERWriter.sequence([
      data, algorithm.certificateIdentifier,
      DERWriter.bitString(ECDSASignature(raw: raw, curve: .p256)?.der ?? []),
    ])
  }

  private static func extending(_ name: String, _ value: [UInt8]) -> [UInt8] {
    DERWriter.sequence([DERWriter.objectIdentifier(name), DERWriter.octetString(value)])
  }

  /// UTCTime, as the standard wants it until 2049.
  private static func time(_ time: UTCTime) -> [UInt8] {
    let digits = time.rfc3339.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return DERWriter.element(0x17, Array(digits.dropFirst(2)) + [UInt8(ascii: "Z")])
  }
}
