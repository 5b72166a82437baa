import BroadsealBytes
import BroadsealOpenSSL
import Testing

@Suite("Keys and chains together")
struct KeyChainTests {
  @Test(
    "a leaf issued by a root validates, signs, and its key file reads back",
    arguments: SignatureAlgorithm.allCases)
  func chain(_ algorithm: SignatureAlgorithm) throws {
    let from = try #require(UTCTime(year: 2026, month: 1, day: 1))
    let to = try #require(UTCTime(year: 2036, month: 1, day: 1))
    let rootKey = try PrivateKey.generate(algorithm, rsaBits: 2048)
    let root = try CertificateBuilder(
      authority: DistinguishedName([
        NameAttribute(NameAttribute.country, "US"),
        NameAttribute(NameAttribute.organization, "Root, Inc"),
      ]), notBefore: from, notAfter: to
    ).selfSigned(by: rootKey, with: algorithm)
    let key = try PrivateKey.generate(algorithm, rsaBits: 2048)
    var builder = CertificateBuilder(
      signer: DistinguishedName([
        NameAttribute(NameAttribute.country, "US"),
        NameAttribute(NameAttribute.organization, "庁"),
        NameAttribute(NameAttribute.organizationIdentifier, "GOVUS-1"),
        NameAttribute(NameAttribute.commonName, "Leaf"),
      ]), notBefore: from, notAfter: to)
    builder.extendedKeyUsage = [Purpose.claimSigning, Purpose.documentSigning]
    builder.policies = ["1.2.3.4"]
    builder.ocspURL = "http://x.example/ocsp"
    let leaf = try builder.issued(to: key.publicKey, by: root, key: rootKey, with: algorithm)
    let store = try AnchorStore([root])
    let now = try #require(UTCTime(year: 2026, month: 11, day: 23))
    let result = CertificateChain.validate(
      leaf: leaf, intermediates: [], anchors: store, at: now, strict: true)
    #expect(result == .success([leaf, root]))
    let signature = try key.sign([1, 2, 3], with: algorithm)
    #expect(key.publicKey.verify(signature, of: [1, 2, 3], with: algorithm))
    let pem = try key.pem(passphrase: Array("secret".utf8))
    let material = try KeyStore.load(root.pem + pem + leaf.pem, passphrase: Array("secret".utf8))
    #expect(material.certificates == [leaf, root])
    #expect(throws: KeyError.wrongPassphrase) { try KeyStore.load(pem, passphrase: [65]) }
    #expect(throws: KeyError.missingPassphrase) { try KeyStore.load(pem) }
  }
}
