import BroadsealBytes
import BroadsealTrust

@testable import BroadsealOpenSSL

/// Makes OCSP responses for any moment, as the openssl command cannot (RFC 6960 §4.2.1).
struct OCSPMaker {
  /// Who signs.
  var responder: DemoCredential
  /// Whom it is about, and who issued that certificate.
  var (subject, issuer): (Certificate, Certificate)
  var status = OCSPAnswer.Status.good
  var thisUpdate: UTCTime
  var nextUpdate: UTCTime?
  var producedAt: UTCTime
  /// Certificates beside the responder's.
  var further: [Certificate] = []

  /// The response in DER.
  func response() throws -> [UInt8] {
    let data = DERWriter.sequence([
      DERWriter.element(DERTag.context(1), responder.certificate.subjectDER),
      OCSPMaker.time(producedAt), DERWriter.sequence([try single()]),
    ])
    let algorithm = SignatureAlgorithm.es256
    let raw = try responder.key.sign(data, with: algorithm)
    let signature = ECDSASignature(raw: raw, curve: .p256)?.der ?? []
    let basic = DERWriter.sequence([
      data, algorithm.certificateIdentifier, DERWriter.bitString(signature),
      DERWriter.element(
        DERTag.context(0), DERWriter.sequence([responder.certificate.der] + further.map(\.der))),
    ])
    return DERWriter.sequence([
      DERWriter.element(0x0A, [0]),
      DERWriter.element(
        DERTag.context(0),
        DERWriter.sequence([
          DERWriter.objectIdentifier("1.3.6.1.5.5.7.48.1.1"), DERWriter.octetString(basic),
        ])),
    ])
  }

  private func single() throws -> [UInt8] {
    var key = DERReader(issuer.publicKey.spki)
    var fields = try key.enter()
    _ = try fields.next()
    let bits = Array(try fields.contents(of: DERTag.bitString).dropFirst())
    let name = DERWriter.sequence([
      DERWriter.sequence([
        DERWriter.objectIdentifier(DigestAlgorithm.sha256.objectIdentifier),
        DERWriter.element(DERTag.null, []),
      ]),
      DERWriter.octetString(try Digest.of(issuer.subjectDER, .sha256).bytes),
      DERWriter.octetString(try Digest.of(bits, .sha256).bytes),
      DERWriter.integer(Hex.decode(subject.serialHex) ?? []),
    ])
    var parts = [name, state, OCSPMaker.time(thisUpdate)]
    if let nextUpdate {
      parts.append(DERWriter.element(DERTag.context(0), OCSPMaker.time(nextUpdate)))
    }
    return DERWriter.sequence(parts)
  }

  private var state: [UInt8] {
    switch status {
    case .good: return DERWriter.element(DERTag.contextPrimitive(0), [])
    case .unknown: return DERWriter.element(DERTag.contextPrimitive(2), [])
    case .revoked(let time, let reason):
      let given = reason.map { [UInt8(0x0A), 1, UInt8($0)] }
        .map { DERWriter.element(DERTag.context(0), $0) }
      return DERWriter.element(DERTag.context(1), OCSPMaker.time(time) + (given ?? []))
    }
  }

  private static func time(_ time: UTCTime) -> [UInt8] {
    let digits = time.rfc3339.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return DERWriter.element(DERTag.generalizedTime, digits + [UInt8(ascii: "Z")])
  }
}
