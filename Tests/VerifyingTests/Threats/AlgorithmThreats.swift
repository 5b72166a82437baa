import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-20: keys and algorithms that are weak, or not what they say.
enum AlgorithmThreats {
  static let rows: [ThreatRow] = keys + padding + forms

  private static let mismatch = ThreatOutcome.broken(
    .altered, "OFF-1-UNPROVED", "claimSignature.mismatch")

  private static func signature(
    _ attack: String, _ expected: ThreatOutcome = mismatch,
    _ change: @escaping @Sendable (inout TestManifest, TestPKI) throws -> Void
  ) -> ThreatRow {
    .changed(.algorithms, attack, expected, change)
  }

  private static func weakKey(
    _ attack: String, _ options: String, _ algorithm: SignatureAlgorithm, _ signing: String
  ) -> ThreatRow {
    signature(
      attack,
      .broken(
        .altered, "OFF-1-UNPROVED", "signingCredential.invalid", "claimSignature.mismatch")
    ) { manifest, pki in
      let key = try ForeignKey(options)
      manifest.chain = try key.credential(pki)
      manifest.algorithm = algorithm
      manifest.sign = { message in
        let signature = try key.sign(message, signing)
        return ECDSASignature(der: signature, curve: .p256)?.raw ?? signature
      }
    }
  }

  private static let keys: [ThreatRow] = [
    weakKey(
      "an RSA key of 1024 bits", "-algorithm RSA -pkeyopt rsa_keygen_bits:1024", .ps256,
      "-sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32"),
    weakKey(
      "the curve secp256k1", "-algorithm EC -pkeyopt ec_paramgen_curve:secp256k1", .es256,
      "-sha256"),
    weakKey(
      "the curve P-192", "-algorithm EC -pkeyopt ec_paramgen_curve:prime192v1", .es256, "-sha256"),
    signature(
      "a certificate that its CA signed with SHA-1",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-3-UNLISTED", "OFF-4-PROFILE"], .invalid,
        also: ["signingCredential.invalid"])
    ) { manifest, pki in
      manifest.chain = try CertificateSurgery.reissued(
        pki.demo.us.signer, by: pki.demo.us.issuing,
        sign: { try ForeignKey.sign($0, "-sha1", key: pki.demo.us.issuing.key) },
        { $0.algorithm = CertificateSurgery.algorithm("1.2.840.10045.4.1") })
    },
    ThreatRow(
      .algorithms, "a kind of key that the list does not name",
      .unofficial(.recognisedTool, ["OFF-5-KEY-ALGORITHM"])
    ) { pki in
      try ThreatCase(
        TestManifest(pki, signer: try pki.signer(algorithm: .ed25519)), trust: .demo(pki))
    },
    signature("ES384 named over a key of P-256") { manifest, pki in
      let key = manifest.signer.key
      manifest.algorithm = .es384
      manifest.sign = { try key.sign($0, with: .es256) }
    },
    signature(
      "an algorithm of no signature (RS1)",
      .broken(.malformed, "OFF-1-UNPROVED", "algorithm.unsupported")
    ) { manifest, _ in
      manifest.rewriteProtected = { replaced($0, with: CBOR.Value(-65_535)) }
    },
    signature(
      "an algorithm with the padding of PKCS#1 (RS256)",
      .broken(.malformed, "OFF-1-UNPROVED", "algorithm.unsupported")
    ) { manifest, _ in
      manifest.rewriteProtected = { replaced($0, with: CBOR.Value(-257)) }
    },
  ]

  /// A PSS signature by the agency with odd parameters.
  private static func pss(_ attack: String, _ options: String) -> ThreatRow {
    signature(attack) { manifest, pki in
      manifest = TestManifest(pki, signer: try pki.signer(algorithm: .ps256))
      manifest.signatureSize = 8_000
      let key = manifest.signer.key
      manifest.sign = {
        try ForeignKey.sign($0, "-sha256 -sigopt rsa_padding_mode:pss \(options)", key: key)
      }
    }
  }

  private static let padding: [ThreatRow] = [
    pss("PSS with a salt of 20 bytes", "-sigopt rsa_pss_saltlen:20"),
    pss("PSS with a mask by SHA-1", "-sigopt rsa_pss_saltlen:32 -sigopt rsa_mgf1_md:sha1"),
  ]

  private static let forms: [ThreatRow] = [
    signature("an ECDSA signature in DER") { manifest, _ in
      let key = manifest.signer.key
      manifest.sign = {
        ECDSASignature(raw: try key.sign($0, with: .es256), curve: .p256)?.der ?? []
      }
    },
    signature("r is zero") { manifest, _ in
      let key = manifest.signer.key
      manifest.sign = { [UInt8](repeating: 0, count: 32) + (try key.sign($0, with: .es256))[32...] }
    },
    signature("s is zero") { manifest, _ in
      let key = manifest.signer.key
      manifest.sign = { (try key.sign($0, with: .es256))[..<32] + [UInt8](repeating: 0, count: 32) }
    },
    signature("r and s with a byte in front") { manifest, _ in
      let key = manifest.signer.key
      manifest.sign = { [0] + (try key.sign($0, with: .es256)) }
    },
    signature("Ed25519 with S above the order of the group") { manifest, pki in
      manifest = TestManifest(pki, signer: try pki.signer(algorithm: .ed25519))
      let key = manifest.signer.key
      manifest.sign = { enlarged(try key.sign($0, with: .ed25519)) }
    },
  ]

  private static func replaced(_ header: CBOR.Map, with algorithm: CBOR.Value) -> CBOR.Map {
    CBOR.Map(
      header.entries.map { entry in
        entry.key.integer == HeaderLabel.algorithm
          ? CBOR.Map.Entry(key: entry.key, value: algorithm) : entry
      })
  }

  /// The order of the group of Ed25519, least significant byte first (RFC 8032 §5.1).
  private static let order =
    Hex.decode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010") ?? []

  /// A signature whose S is larger by the order: the same point to a careless reader.
  private static func enlarged(_ signature: [UInt8]) -> [UInt8] {
    var bytes = signature
    var carry = 0
    for (index, digit) in zip(32..<64, order) {
      let sum = Int(bytes[index]) + Int(digit) + carry
      bytes[index] = UInt8(truncatingIfNeeded: sum)
      carry = sum >> 8
    }
    return bytes
  }
}
