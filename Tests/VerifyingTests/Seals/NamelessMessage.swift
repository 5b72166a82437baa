import BroadsealBytes
import BroadsealTrust

@testable import BroadsealOpenSSL

/// A message that says by issuer and number alone who signed, and brings no certificate: it has no signed
/// attributes. Its signature is of no use.
enum NamelessMessage {
  static func bytes(by signer: DemoCredential, issuer: DemoCredential) throws -> [UInt8] {
    let sha256 = DERWriter.sequence([DERWriter.objectIdentifier("2.16.840.1.101.3.4.2.1")])
    let name = DERWriter.sequence([
      issuer.certificate.subjectDER,
      DERWriter.integer(Hex.decode(signer.certificate.serialHex) ?? []),
    ])
    let information = DERWriter.sequence([
      DERWriter.integer([1]), name, sha256, SignatureAlgorithm.es256.certificateIdentifier,
      DERWriter.octetString([0]),
    ])
    let data = DERWriter.sequence([
      DERWriter.integer([1]), DERWriter.set([sha256]),
      DERWriter.sequence([DERWriter.objectIdentifier(CMSName.data)]),
      DERWriter.set([information]),
    ])
    return DERWriter.sequence([
      DERWriter.objectIdentifier(CMSName.signedData), DERWriter.element(DERTag.context(0), data),
    ])
  }
}
