import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Certificate requests")
struct CertificateRequestTests {
  @Test(
    "the openssl command proves the request and reads what it asks for",
    arguments: [SignatureAlgorithm.es256, .es384, .ps256, .ed25519])
  func proved(algorithm: SignatureAlgorithm) throws {
    let key = try PrivateKey.generate(algorithm, rsaBits: 2048)
    let name = DistinguishedName([
      NameAttribute(NameAttribute.country, "JP"),
      NameAttribute(NameAttribute.organization, "デモ広報庁"),
      NameAttribute(NameAttribute.commonName, "Press, Office"),
    ])
    let request = CertificateRequest(
      subject: name, extendedKeyUsage: [Purpose.claimSigning, Purpose.documentSigning])
    let folder = Scratch()
    folder.write(
      PEM.text("CERTIFICATE REQUEST", try request.signed(by: key)), to: "request.csr")
    try folder.openssl(
      ["req", "-in", "request.csr", "-verify", "-noout", "-text", "-nameopt", "RFC2253,utf8"])
    let text = String(decoding: try folder.bytes("output"), as: UTF8.self)
    for words in [
      "verify OK", "CN=Press\\, Office,O=", "X509v3 Key Usage: critical",
      "Digital Signature, Non Repudiation", Purpose.claimSigning, "Version: 1",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    try folder.openssl(["req", "-in", "request.csr", "-noout", "-pubkey", "-out", "key.pub"])
    #expect(try PublicKey(pem: folder.bytes("key.pub")) == key.publicKey)
  }

  @Test("a key is encrypted slowly enough for guessing to be slow")
  func rounds() throws {
    let folder = Scratch()
    let secret = Array("correct horse".utf8)
    let key = try PrivateKey.generate(.es256)
    folder.write(try key.pem(passphrase: secret), to: "key.pem")
    try folder.openssl(["asn1parse", "-in", "key.pem"])
    let text = String(decoding: try folder.bytes("output"), as: UTF8.self)
    for words in ["PBES2", "PBKDF2", "hmacWithSHA256", ":0927C0", "aes-256-cbc"] {
      #expect(text.contains(words), "\(text)")
    }
    #expect(try KeyStore.load(folder.bytes("key.pem"), passphrase: secret).key != nil)
  }
}
