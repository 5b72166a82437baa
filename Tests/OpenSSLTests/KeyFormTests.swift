import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Key files as programs write them")
struct KeyFormTests {
  private let pki: LocalPKI
  private let key: PrivateKey
  private let leaf: Certificate
  private let folder = Scratch()
  private static let secret = Array("pw".utf8)

  init() throws {
    pki = try LocalPKI()
    key = try PrivateKey.generate(.es256)
    leaf = try pki.issue(key.publicKey)
    folder.write(try key.pem(), to: "key.pem")
    folder.write(leaf.pem, to: "leaf.pem")
    folder.write(pki.authority.pem, to: "authority.pem")
  }

  @Test("a mark of the byte order, Windows line ends and text around are passed over")
  func armour() throws {
    let text = try key.pem() + leaf.pem
    let windows = text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] as [UInt8] : [$0] }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let little: [UInt8] = windows.reduce(into: [0xFF, 0xFE]) { $0 += [$1, 0] }
    let big: [UInt8] = text.reduce(into: [0xFE, 0xFF]) { $0 += [0, $1] }
    let before = Array(
      "Bag Attributes\n    friendlyName: a\nKey Attributes: <No Attributes>\n".utf8)
    let around = before + text + Array("\nsome words behind\n".utf8)
    for form in [mark + text, windows, mark + windows, around, little, big] {
      let material = try KeyStore.load(form)
      #expect(material.key?.publicKey == key.publicKey)
      #expect(material.certificates == [leaf])
    }
  }

  @Test("a key in another form is the same key under another name")
  func names() throws {
    let full = key.publicKey.spki
    let point = full.suffix(64)
    let odd = (point.last ?? 0) & 1
    let compressed: [UInt8] =
      [0x30, 0x39] + full[2..<23] + [0x03, 0x22, 0, 2 + odd] + point.prefix(32)
    let hybrid: [UInt8] = full[..<26] + [6 + odd] + point

    let stranger = pki.authority.publicKey
    try folder.openssl(["genrsa", "-out", "rsa.pem", "2048"])
    let rsa = try #require(try KeyStore.load(folder.bytes("rsa.pem")).key).publicKey
    let pss: [UInt8] = [
      0x30, 0x82, 0x01, 0x20, 0x30, 0x0B, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01,
      0x01, 0x0A,
    ]
    for (plain, form) in [
      (key.publicKey, compressed), (key.publicKey, hybrid), (rsa, pss + rsa.spki.dropFirst(19)),
    ] {
      let other = try PublicKey(spki: form)
      #expect(other.spkiSHA256 != plain.spkiSHA256)
      #expect(plain.isPlain && !other.isPlain)
      #expect(other != plain && other.isSameKey(as: plain) && plain.isSameKey(as: other))
      #expect(other.isNamed(by: plain.spkiSHA256) && plain.isNamed(by: other.spkiSHA256))
      #expect(!other.isSameKey(as: stranger) && !other.isNamed(by: stranger.spkiSHA256))
    }
  }

  @Test("a certificate in DER, bundles in PKCS#7, and keys in DER are read")
  func unarmoured() throws {
    #expect(try KeyStore.load(leaf.der).certificates == [leaf])
    for form in ["DER", "PEM"] {
      try folder.openssl([
        "crl2pkcs7", "-nocrl", "-certfile", "leaf.pem", "-certfile", "authority.pem", "-outform",
        form, "-out", "chain.p7b",
      ])
      let bundle = try KeyStore.load(folder.bytes("chain.p7b"))
      #expect(Set(bundle.certificates.map(\.der)) == [leaf.der, pki.authority.der], "\(form)")
    }
    for command in [
      ["pkcs8", "-topk8", "-nocrypt", "-in", "key.pem", "-outform", "DER", "-out", "key.der"],
      ["ec", "-in", "key.pem", "-outform", "DER", "-out", "key.der"],
      [
        "pkcs8", "-topk8", "-in", "key.pem", "-outform", "DER", "-out", "key.der", "-passout",
        "pass:pw",
      ],
    ] {
      try folder.openssl(command)
      let bytes = try folder.bytes("key.der")
      #expect(
        try KeyStore.load(bytes, passphrase: Self.secret).key?.publicKey == key.publicKey,
        "\(command)")
    }
    #expect(throws: KeyError.missingPassphrase) { try KeyStore.load(folder.bytes("key.der")) }
    #expect(throws: KeyError.notKeyMaterial) { try KeyStore.load([0x30, 0x03, 0x02, 0x01, 0x01]) }
  }

  @Test("a certificate request is called one, armoured or not")
  func request() throws {
    for form in ["PEM", "DER"] {
      try folder.openssl([
        "req", "-new", "-key", "key.pem", "-subj", "/CN=a", "-outform", form, "-out", "a.csr",
      ])
      #expect(throws: KeyError.certificateRequest) { try KeyStore.load(folder.bytes("a.csr")) }
    }
  }

  @Test("keys under old ciphers open with the legacy provider, or the cipher is named")
  func oldCiphers() throws {
    try folder.openssl([
      "pkcs12", "-export", "-legacy", "-inkey", "key.pem", "-in", "leaf.pem", "-passout",
      "pass:pw", "-out", "old.p12",
    ])
    // The key under an old cipher, and the certificates under one of today or an old one.
    for (name, key, others) in [
      ("rc2.p12", "PBE-SHA1-RC2-40", "AES-256-CBC"),
      ("rc4.p12", "PBE-SHA1-RC4-128", "PBE-SHA1-RC2-40"),
    ] {
      try folder.openssl([
        "pkcs12", "-export", "-legacy", "-inkey", "key.pem", "-in", "leaf.pem", "-keypbe", key,
        "-certpbe", others, "-passout", "pass:pw", "-out", name,
      ])
    }
    try folder.openssl([
      "pkcs8", "-topk8", "-in", "key.pem", "-v1", "PBE-MD5-DES", "-provider", "legacy",
      "-provider", "default", "-passout", "pass:pw", "-out", "old.pem",
    ])
    for name in ["old.p12", "rc2.p12", "rc4.p12", "old.pem"] {
      let bytes = try folder.bytes(name)
      do throws(KeyError) {
        let material = try KeyStore.load(bytes, passphrase: Self.secret)
        #expect(material.key?.publicKey == key.publicKey)
        let signature = (try? material.key?.sign([1, 2, 3], with: .es256)) ?? []
        #expect(key.publicKey.verify(signature, of: [1, 2, 3], with: .es256))
      } catch {
        let named = if case .oldCipher = error { true } else { false }
        #expect(named && error.hint != nil, "\(name): \(error)")
      }
      #expect(throws: KeyError.wrongPassphrase, "\(name)") {
        try KeyStore.load(bytes, passphrase: Array("wrong".utf8))
      }
    }
  }

  @Test("a PKCS#12 file without an integrity code opens by its passphrase, and is never called old")
  func uncoded() throws {
    let store = ["pkcs12", "-export", "-inkey", "key.pem", "-in", "leaf.pem", "-nomac"]
    try folder.openssl(store + ["-passout", "pass:pw", "-out", "closed.p12"])
    let closed = try folder.bytes("closed.p12")
    let material = try KeyStore.load(closed, passphrase: Self.secret)
    #expect(material.key?.publicKey == key.publicKey && material.certificates == [leaf])
    #expect(throws: KeyError.wrongPassphrase) {
      try KeyStore.load(closed, passphrase: Array("wrong".utf8))
    }
    #expect(throws: KeyError.missingPassphrase) { try KeyStore.load(closed) }
    let open = ["-keypbe", "NONE", "-certpbe", "NONE", "-passout", "pass:", "-out", "open.p12"]
    try folder.openssl(store + open)
    for secret in [nil, Self.secret] {
      let material = try KeyStore.load(folder.bytes("open.p12"), passphrase: secret)
      #expect(material.key?.publicKey == key.publicKey)
    }
  }

  private func pss(_ digest: String, mask: String) throws -> PrivateKey? {
    try folder.openssl([
      "genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048", "-pkeyopt",
      "rsa_pss_keygen_md:\(digest)", "-pkeyopt", "rsa_pss_keygen_mgf1_md:\(mask)", "-pkeyopt",
      "rsa_pss_keygen_saltlen:32", "-out", "pss.pem",
    ])
    return try KeyStore.load(folder.bytes("pss.pem")).key
  }

  @Test(
    "a key that is bound to a hash signs with it alone",
    arguments: [("sha256", SignatureAlgorithm.ps256), ("sha384", .ps384), ("sha512", .ps512)])
  func bound(_ digest: String, _ algorithm: SignatureAlgorithm) throws {
    let key = try #require(try pss(digest, mask: digest))
    #expect(key.algorithms == [algorithm])
    let signature = try key.sign([1, 2, 3], with: algorithm)
    let proof = try PublicKey(spki: key.publicKey.spki)
    #expect(proof.verify(signature, of: [1, 2, 3], with: algorithm))
    for other in SignatureAlgorithm.allCases where other != algorithm {
      #expect(!proof.verify(signature, of: [1, 2, 3], with: other))
      #expect(throws: OpenSSLError.self) { try key.sign([1, 2, 3], with: other) }
    }
  }

  @Test("a key whose masks have another hash than its messages is no key for C2PA")
  func unlikeMask() throws {
    let fault = #expect(throws: KeyError.self) { try pss("sha384", mask: "sha256") }
    let named = "RSA-PSS 2048 bound to SHA-384 with MGF1 of SHA-256"
    #expect(fault == .unsupported(named), "\(String(describing: fault))")
  }
}
