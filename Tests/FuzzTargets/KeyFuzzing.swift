import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// Keys, certificates, and what authorities say about them.
enum KeyFuzzing {
  static func keys(_ bytes: [UInt8]) {
    _ = try? KeyStore.load(bytes)
    _ = try? KeyStore.load(bytes, passphrase: Array("pw".utf8))
  }

  static func certificate(_ bytes: [UInt8]) {
    guard let certificate = try? Certificate(der: bytes) else { return }
    _ = (certificate.subject, certificate.serialHex, certificate.pem)
    _ = (certificate.notBefore, certificate.notAfter, certificate.publicKey.kind)
    _ = CertificateProfile.violations(of: certificate)
    _ = CertificateProfile.violations(ofAuthority: certificate)
    _ = CertificateChain.validate(
      leaf: certificate, intermediates: [certificate], anchors: anchors, at: TestPKI.now)
  }

  static func response(_ bytes: [UInt8]) {
    guard let response = try? OCSPResponse(der: bytes) else { return }
    let (leaf, issuer) = subject
    _ = response.isAuthorized(by: issuer)
    _ = response.answer(for: leaf, issuer: issuer)
    _ = response.isBare(knowing: [leaf, issuer])
  }

  static func list(_ bytes: [UInt8]) {
    guard let list = try? RevocationList(bytes) else { return }
    let (leaf, issuer) = subject
    _ = list.answer(for: leaf, issuer: issuer)
    _ = list.isNewer(than: list)
  }

  static func stamp(_ bytes: [UInt8]) {
    _ = try? ReceivedStamp(bytes)
    guard let token = try? TimeStampToken(bytes) else { return }
    _ = (token.generated, token.signer, token.certificates)
    _ = try? token.verifySignature()
    _ = try? token.verifyImprint(of: [1, 2, 3])
  }

  static func seal(_ bytes: [UInt8]) {
    _ = try? SignedMessage(bytes)
    guard let message = try? ReceivedMessage(bytes) else { return }
    let hash = [UInt8](repeating: 7, count: 32)
    _ = message.outcome(ofHash: hash, signer: message.certificates.first)
  }

  private static let anchors: AnchorStore = {
    let roots = FuzzWorld.pki.demo.claimAnchors
    guard let store = try? AnchorStore(roots) else { preconditionFailure("no anchors") }
    return store
  }()

  private static var subject: (Certificate, Certificate) {
    let country = FuzzWorld.pki.demo.us
    return (country.signer.certificate, country.issuing.certificate)
  }
}
