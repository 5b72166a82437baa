import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

/// Threat T-20: weak keys and algorithms, and signatures in the wrong form.
@Suite("Signatures that must be refused")
struct SignatureTests {
  static let message = Array("message".utf8)

  @Test("a key proves and makes only what fits its type and curve")
  func algorithmsFit() throws {
    let keys = try SignatureAlgorithm.allCases.filter { $0 != .ps384 && $0 != .ps512 }
      .map { ($0, try PrivateKey.generate($0, rsaBits: 2048)) }
    for (algorithm, key) in keys {
      let signature = try key.sign(Self.message, with: algorithm)
      #expect(algorithm.signatureSize ?? 256 == signature.count)
      #expect(key.publicKey.verify(signature, of: Self.message, with: algorithm))
      for other in SignatureAlgorithm.allCases where other != algorithm {
        #expect(!key.publicKey.verify(signature, of: Self.message, with: other))
        if !key.algorithms.contains(other) {
          #expect(throws: OpenSSLError.self) { try key.sign(Self.message, with: other) }
        }
      }
      #expect(key.defaultAlgorithm == algorithm)
    }
  }

  @Test(
    "of two ECDSA signatures that verify alike the house makes one",
    arguments: [
      (SignatureAlgorithm.es256, EllipticCurve.p256), (.es384, .p384), (.es512, .p521),
    ])
  func low(_ algorithm: SignatureAlgorithm, _ curve: EllipticCurve) throws {
    let key = try PrivateKey.generate(algorithm)
    #expect(curve.order.count == curve.fieldSize)
    for _ in 0..<8 {
      let signature = try key.sign(Self.message, with: algorithm)
      let twin = try #require(ECDSASignature.twin(of: signature, on: curve))
      #expect(key.publicKey.verify(twin, of: Self.message, with: algorithm))
      #expect(twin != signature && ECDSASignature.twin(of: twin, on: curve) == signature)
      #expect(ECDSASignature(raw: signature, curve: curve)?.isLow(on: curve) == true)
      #expect(ECDSASignature(raw: twin, curve: curve)?.isLow(on: curve) == false)
      #expect(ECDSASignature(raw: twin, curve: curve)?.low(on: curve) == signature)
    }
  }

  @Test("an ECDSA key of another curve is refused, whatever the signature says")
  func curveMustMatch() throws {
    let key = try PrivateKey.generate(.es384)
    let spki = key.publicKey.spki
    let signature = try key.sign(Self.message, with: .es384)
    let shorter = Array(signature[..<64])
    #expect(!(try PublicKey(spki: spki).verify(shorter, of: Self.message, with: .es256)))
    #expect(!SignatureAlgorithm.es256.fits(.ec(.p384)))
  }

  @Test(
    "weak and foreign kinds of key fit no algorithm",
    arguments: [
      KeyKind.rsa(bits: 1024), .rsa(bits: 2047), .rsa(bits: 16_385), .rsaPSS(bits: 1024),
      .other("EC secp256k1"), .other("DSA"),
    ])
  func weakKinds(_ kind: KeyKind) {
    for algorithm in SignatureAlgorithm.allCases { #expect(!algorithm.fits(kind)) }
  }

  @Test(
    "ECDSA as DER, with a zero half, or of the wrong length is refused",
    arguments: [SignatureAlgorithm.es256, .es384, .es512])
  func ecdsaForms(_ algorithm: SignatureAlgorithm) throws {
    let curve = try #require(algorithm.curve)
    let key = try PrivateKey.generate(algorithm)
    let signature = try key.sign(Self.message, with: algorithm)
    let pair = try #require(ECDSASignature(raw: signature, curve: curve))
    #expect(ECDSASignature(der: pair.der, curve: curve) == pair)
    let zero = [UInt8](repeating: 0, count: curve.fieldSize)
    let all = [UInt8](repeating: 0xFF, count: curve.fieldSize)
    let (r, s) = (Array(signature[..<curve.fieldSize]), Array(signature[curve.fieldSize...]))
    for wrong in [
      pair.der, [], signature + [0], Array(signature.dropLast()), zero + s, r + zero, zero + zero,
      all + s, r + all, s + r,
    ] {
      #expect(!key.publicKey.verify(wrong, of: Self.message, with: algorithm))
    }
  }

  @Test(
    "ECDSA DER that is not strict is refused",
    arguments: [
      "3006020101020101ff", "30060201010201", "3006020100020101", "300702020001020101",
      "3006020181020101", "308106020101020101", "3080020101020101", "300602010102010100",
      "3009020101020101020101", "",
    ])
  func looseDER(_ hex: String) throws {
    let der = try #require(Hex.decode(hex))
    #expect(ECDSASignature(der: der, curve: .p256) == nil)
  }

  @Test("short and long ECDSA integers keep their place")
  func integerForms() throws {
    let small = try #require(
      ECDSASignature(der: [0x30, 0x07, 2, 2, 0, 0x80, 2, 1, 1], curve: .p256))
    #expect(small.raw[31] == 0x80)
    #expect(small.raw[63] == 1)
    #expect(small.der == [0x30, 0x07, 2, 2, 0, 0x80, 2, 1, 1])
    let full = [UInt8](repeating: 0xFF, count: 132)
    let long = try #require(ECDSASignature(raw: full, curve: .p521))
    #expect(long.der.prefix(3) == [0x30, 0x81, 138])
    #expect(ECDSASignature(der: long.der, curve: .p521) == long)
    #expect(ECDSASignature(der: long.der, curve: .p256) == nil)
  }

  @Test("Ed25519 with S at or above the group order is refused")
  func nonCanonicalScalar() throws {
    let key = try PrivateKey.generate(.ed25519)
    var signature = try key.sign(Self.message, with: .ed25519)
    #expect(key.publicKey.verify(signature, of: Self.message, with: .ed25519))
    // L, least significant byte first (RFC 8032 §5.1): S + L satisfies the curve equation too.
    let order = try #require(
      Hex.decode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"))
    var carry = 0
    for index in 0..<32 {
      carry += Int(signature[32 + index]) + Int(order[index])
      signature[32 + index] = UInt8(carry & 0xFF)
      carry >>= 8
    }
    #expect(carry == 0)
    #expect(!key.publicKey.verify(signature, of: Self.message, with: .ed25519))
  }

  @Test("PSS with another salt length or PKCS #1 v1.5 padding is refused")
  func foreignPadding() throws {
    let folder = Scratch()
    let key = try PrivateKey.generate(.ps256, rsaBits: 2048)
    folder.write(try key.pem(), to: "key.pem")
    folder.write(Self.message, to: "message")
    for (options, isGood) in [
      (["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"], true),
      (["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:20"], false),
      (
        ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"]
          + ["-sigopt", "rsa_mgf1_md:sha512"], false
      ),
      ([], false),
    ] {
      try folder.openssl(
        ["dgst", "-sha256", "-sign", "key.pem", "-out", "signature"] + options + ["message"])
      let signature = try folder.bytes("signature")
      #expect(key.publicKey.verify(signature, of: Self.message, with: .ps256) == isGood)
    }
  }

  @Test(
    "the openssl command proves what we sign, and we prove what it signs",
    arguments: [SignatureAlgorithm.es256, .es384, .es512])
  func agreesWithCommand(_ algorithm: SignatureAlgorithm) throws {
    let folder = Scratch()
    let curve = try #require(algorithm.curve)
    let hash = try #require(algorithm.digest).rawValue
    let key = try PrivateKey.generate(algorithm)
    folder.write(try key.pem(), to: "key.pem")
    folder.write(key.publicKey.pem, to: "key.pub")
    folder.write(Self.message, to: "message")
    let ours = try key.sign(Self.message, with: algorithm)
    folder.write(try #require(ECDSASignature(raw: ours, curve: curve)).der, to: "ours")
    try folder.openssl(
      ["dgst", "-" + hash, "-verify", "key.pub", "-signature", "ours", "message"])
    try folder.openssl(["dgst", "-" + hash, "-sign", "key.pem", "-out", "theirs", "message"])
    let theirs = try #require(ECDSASignature(der: folder.bytes("theirs"), curve: curve))
    #expect(key.publicKey.verify(theirs.raw, of: Self.message, with: algorithm))
  }

  @Test(
    "a curve outside C2PA, or one given by its numbers, proves nothing",
    arguments: [
      ["ec_paramgen_curve:secp256k1"], ["ec_paramgen_curve:P-256", "ec_param_enc:explicit"],
    ])
  func foreignCurves(_ options: [String]) throws {
    let folder = Scratch()
    try folder.openssl(
      ["genpkey", "-algorithm", "EC", "-out", "key.pem"] + options.flatMap { ["-pkeyopt", $0] })
    try folder.openssl(["pkey", "-in", "key.pem", "-pubout", "-out", "key.pub"])
    folder.write(Self.message, to: "message")
    try folder.openssl(["dgst", "-sha256", "-sign", "key.pem", "-out", "signature", "message"])
    let key = try PublicKey(pem: folder.bytes("key.pub"))
    let pair = try #require(ECDSASignature(der: folder.bytes("signature"), curve: .p256))
    #expect(!key.verify(pair.raw, of: Self.message, with: .es256))
    let error = #expect(throws: KeyError.self) { try KeyStore.load(folder.bytes("key.pem")) }
    guard case .unsupported = error else {
      Issue.record("expected unsupported, got \(String(describing: error))")
      return
    }
  }
}
