import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Certificates")
struct CertificateTests {
  let pki: LocalPKI
  let key: PrivateKey

  init() throws {
    pki = try LocalPKI()
    key = try PrivateKey.generate(.es256)
  }

  @Test("what the builder was told, the certificate says")
  func builderRoundTrip() throws {
    let certificate = try pki.issue(key.publicKey) { builder in
      builder.subject = DistinguishedName([
        NameAttribute(NameAttribute.country, "JP"),
        NameAttribute(NameAttribute.organization, "デジタル庁, demo"),
        NameAttribute(NameAttribute.organizationIdentifier, "GOVJP-8000012010038"),
        NameAttribute(NameAttribute.commonName, "#1 \"signer\" "),
      ])
      builder.serial = [0, 0xAB, 0xCD]
      builder.policies = ["1.3.6.1.4.1.32473.7", "2.5.29.32.0"]
      builder.ocspURL = "http://ocsp.example/"
      builder.extraExtensions = [CertificateExtension("1.3.6.1.4.1.62558.3", value: [5, 0])]
    }
    #expect(certificate.version == 3)
    #expect(certificate.serialHex == "abcd")
    #expect(certificate.notBefore == pki.from)
    #expect(certificate.notAfter == pki.to)
    #expect(certificate.subject.country == "JP")
    #expect(certificate.subject.organization == "デジタル庁, demo")
    #expect(
      certificate.subject.values(of: NameAttribute.organizationIdentifier)
        == ["GOVJP-8000012010038"])
    #expect(certificate.subject.attributes.map(\.kind) == [.printable, .utf8, .utf8, .utf8])
    #expect(
      certificate.subject.description
        == "CN=\\#1 \\\"signer\\\"\\ , organizationIdentifier=GOVJP-8000012010038, "
        + "O=デジタル庁\\, demo, C=JP")
    #expect(certificate.issuer == pki.authority.subject)
    #expect(certificate.publicKey == key.publicKey)
    #expect(certificate.publicKey.kind == .ec(.p256))
    #expect(certificate.keyUsage == [.digitalSignature, .nonRepudiation])
    #expect(certificate.keyUsageIsCritical)
    #expect(certificate.extendedKeyUsage == [Purpose.claimSigning, Purpose.documentSigning])
    #expect(!certificate.extendedKeyUsageIsCritical)
    #expect(!certificate.isCA)
    #expect(certificate.policies == ["1.3.6.1.4.1.32473.7", "2.5.29.32.0"])
    #expect(certificate.hasAuthorityKeyIdentifier)
    #expect(certificate.hasSubjectKeyIdentifier)
    #expect(!certificate.hasUniqueIdentifiers)
    #expect(!certificate.hasInvalidExtensions)
    #expect(certificate.unknownCriticalExtensions.isEmpty)
    #expect(certificate.extensions.last?.value == [5, 0])
    #expect(!certificate.isSelfIssued)
    #expect(key.belongs(to: certificate))
    #expect(!key.belongs(to: pki.authority))
    #expect(try Certificate.list(pem: certificate.pem + pki.root.pem) == [certificate, pki.root])
  }

  @Test("an authority's certificate says so")
  func authorities() {
    #expect(pki.root.isCA)
    #expect(pki.root.isSelfIssued)
    #expect(pki.root.isSelfSigned)
    #expect(pki.root.pathLength == nil)
    #expect(pki.authority.pathLength == 0)
    #expect(pki.authority.keyUsage == [.keyCertSign, .cRLSign])
    #expect(!pki.authority.isSelfSigned)
  }

  @Test("serial numbers drawn at random are positive, 16 bytes long, and differ")
  func serials() throws {
    var seen: Set<String> = []
    for _ in 0..<20 {
      let certificate = try pki.issue(key.publicKey)
      #expect(certificate.serialHex.count == 32)
      #expect(seen.insert(certificate.serialHex).inserted)
    }
  }

  @Test("the issuer's signature algorithm is judged with its parameters")
  func signatureAlgorithms() throws {
    for algorithm in [SignatureAlgorithm.es384, .ps384, .ed25519] {
      let other = try LocalPKI(algorithm)
      let signature = other.authority.signature
      #expect(signature.isAllowed)
      #expect((signature.objectIdentifier == CertificateSignature.rsaPSS) == (algorithm == .ps384))
      #expect(signature.pss?.saltLength == (algorithm == .ps384 ? 48 : nil))
    }
    let folder = Scratch()
    for (options, isAllowed) in [
      (["-sha256"], true), (["-sha1"], false),
      (["-sha256", "-sigopt", "rsa_padding_mode:pss"], true),
      (
        ["-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_mgf1_md:sha384"], false
      ),
      (["-sha1", "-sigopt", "rsa_padding_mode:pss"], false),
    ] {
      try folder.openssl(
        ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k", "-subj", "/CN=a"]
          + ["-out", "c"] + options)
      let certificate = try #require(Certificate.list(pem: folder.bytes("c")).first)
      #expect(certificate.signature.isAllowed == isAllowed, "\(options)")
    }
  }

  @Test("anything but one strict DER certificate is refused")
  func strictDER() throws {
    let der = pki.root.der
    #expect(throws: OpenSSLError.self) { try Certificate(der: der + [0]) }
    #expect(throws: OpenSSLError.self) { try Certificate(der: Array(der.dropLast())) }
    #expect(throws: OpenSSLError.self) { try Certificate(der: [] as [UInt8]) }
    #expect(throws: OpenSSLError.self) { try Certificate(der: [0x30, 0x00]) }
    // The same certificate with its outer length in one byte more than it needs.
    let long = [0x30, 0x83, 0x00] + der[2...]
    #expect(throws: OpenSSLError.self) { try Certificate(der: long) }
    // A critical flag of 1 where DER wants 255.
    let flag = try #require(der.firstRange(of: [0x01, 0x01, 0xFF]))
    var loose = der
    loose[flag.upperBound - 1] = 1
    #expect(throws: OpenSSLError.self) { try Certificate(der: loose) }
    #expect(try Certificate(der: ([9] + der + [9])[1...der.count]) == pki.root)
  }

  @Test("a certificate cut at any place is refused and leaves no error behind")
  func truncated() throws {
    for count in 0..<pki.root.der.count {
      #expect(throws: OpenSSLError.self) { try Certificate(der: pki.root.der[..<count]) }
    }
    #expect(try Certificate(der: pki.root.der) == pki.root)
  }

  @Test("a repeated extension makes the extensions invalid, and an unknown critical one is named")
  func oddExtensions() throws {
    let unknown = try pki.issue(key.publicKey) { builder in
      builder.extraExtensions = [
        CertificateExtension("1.3.6.1.4.1.32473.9", isCritical: true, value: [5, 0])
      ]
    }
    #expect(unknown.unknownCriticalExtensions == ["1.3.6.1.4.1.32473.9"])
    let twice = try pki.issue(key.publicKey) { builder in
      builder.extraExtensions = [
        CertificateExtension("2.5.29.37", value: [0x30, 6, 6, 4, 0x55, 0x1D, 0x25, 0])
      ]
    }
    #expect(twice.extendedKeyUsage == [])
  }
}
