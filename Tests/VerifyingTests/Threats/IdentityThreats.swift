import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import Synchronization
import TestSupport

/// T-15 and T-16: identities beside the claim signer.
enum IdentityThreats {
  static let rows: [ThreatRow] = borrowed + unknown

  /// A tool's manifest with the agency's label and an identity of the agency.
  private static func borrowed(
    _ attack: String, _ reasons: [String], also codes: [String] = [],
    _ change: @escaping @Sendable (inout TestManifest, TestPKI) throws -> Void
  ) -> ThreatRow {
    .changed(
      .borrowedIdentity, attack,
      .unofficial(.recognisedTool, ["OFF-3-UNLISTED"] + reasons, also: codes)
    ) { manifest, pki in
      manifest = byTool(pki)
      try change(&manifest, pki)
    }
  }

  /// A manifest that a tool signed, with an identity of the agency over all of it.
  static func byTool(_ pki: TestPKI, _ signer: DemoCredential? = nil) -> TestManifest {
    var manifest = TestManifest(pki, signer: pki.demo.aiService)
    let signer = signer ?? pki.demo.us.signer
    manifest.identity = { try IdentityTests.identity($0, by: signer) }
    return manifest
  }

  private static let borrowed: [ThreatRow] = [
    borrowed(
      "the agency's identity of another document in a tool's manifest", [],
      also: ["cawg.identity.assertion.mismatch"]
    ) { manifest, pki in
      let other = try identity(of: [1, 2, 3], pki)
      manifest.identity = { _ in other }
    },
    borrowed(
      "an identity over the binding alone", ["OFF-2-IDENTITY-PARTIAL", "OFF-2-IDENTITY-EXTRA"]
    ) { manifest, pki in
      manifest.identity = {
        try IdentityTests.identity(Array($0.prefix(1)), by: pki.demo.us.signer)
      }
    },
    borrowed(
      "an identity over binding and actions, and a label of the tool's own",
      ["OFF-2-IDENTITY-PARTIAL", "OFF-2-IDENTITY-EXTRA"]
    ) { manifest, pki in
      manifest.identity = {
        try IdentityTests.identity(Array($0.dropLast()), by: pki.demo.us.signer)
      }
    },
    borrowed(
      "an identity over everything, in a document without a label",
      [
        "OFF-6-NO-LABEL", "OFF-2-IDENTITY-PARTIAL",
      ]
    ) { manifest, _ in manifest.label = nil },
    borrowed(
      "the tool passes on something beside what the identity covers",
      [
        "OFF-2-IDENTITY-EXTRA"
      ]
    ) { manifest, _ in
      manifest.further = [("org.example.note", .cbor(["text": "anything"]), .gathered)]
    },
    borrowed(
      "the tool states something beside what the identity covers",
      [
        "OFF-2-IDENTITY-EXTRA"
      ]
    ) { manifest, _ in
      manifest.further = [("org.example.note", .cbor(["text": "anything"]), .created)]
    },
    borrowed(
      "the tool only passes the label on that the identity covers",
      [
        "OFF-6-GATHERED", "OFF-2-IDENTITY-EXTRA",
      ]
    ) { manifest, _ in manifest.labelList = .gathered },
    borrowed(
      "an identity by a forger of the agency's name", [],
      also: ["cawg.x509.credential.untrusted"]
    ) { manifest, pki in manifest = byTool(pki, pki.impostor.signer) },
    borrowed(
      "an identity by a certificate that is not made for documents", ["OFF-2-IDENTITY-UNTRUSTED"],
      also: ["cawg.x509.credential.untrusted"]
    ) { manifest, pki in
      manifest = byTool(pki, try pki.signer { $0.extendedKeyUsage = [Purpose.claimSigning] })
    },
    borrowed(
      "a header beside the identity's signature that nobody knows",
      [
        "OFF-2-IDENTITY-FORM"
      ]
    ) { manifest, pki in
      manifest.identity = {
        try IdentityTests.identity(
          $0, by: pki.demo.us.signer, unprotected: [("org.example.note", "anything")])
      }
    },
    borrowed(
      "an identity that is tied to another claim by a field of CAWG",
      [
        "OFF-2-IDENTITY-FORM"
      ]
    ) { manifest, pki in
      manifest.identity = { references in
        try tied(references, by: pki.demo.us.signer)
      }
    },
    ThreatRow(
      .borrowedIdentity, "an identity whose certificate had expired, and no stamp",
      .unofficial(
        .recognisedTool,
        [
          "OFF-3-UNLISTED", "OFF-7-NO-STAMP", "OFF-2-IDENTITY-UNTRUSTED",
          "OFF-7-OUTSIDE-VALIDITY",
        ], also: ["cawg.x509.signature.outside_validity"])
    ) { pki in
      let short = try pki.signer { $0.notAfter = TestPKI.now.adding(seconds: 60) }
      var manifest = byTool(pki, short)
      manifest.authority = nil
      return try ThreatCase(manifest, trust: .demo(pki), at: TestPKI.now.adding(seconds: 3_600))
    },
    ThreatRow(
      .borrowedIdentity, "an identity whose certificate was revoked",
      .unofficial(
        .recognisedTool, ["OFF-3-UNLISTED", "OFF-2-IDENTITY-UNTRUSTED", "OFF-8-REVOKED"],
        also: ["cawg.identity.credential_revoked"])
    ) { pki in
      var answer = RevocationCheckTests.maker(RevocationCheckTests.cases[0], pki)
      answer.status = .revoked(at: TestPKI.now.adding(seconds: -60), reason: 1)
      var item = try ThreatCase(
        byTool(pki), trust: .demo(pki), at: TestPKI.now.adding(seconds: 7_200))
      item.responses = [try answer.response()]
      return item
    },
    ThreatRow(
      .borrowedIdentity, "an identity whose key the list has withdrawn",
      .unofficial(.recognisedTool, ["OFF-3-UNLISTED", "OFF-7-WITHDRAWN"])
    ) { pki in
      try ThreatCase(
        byTool(pki), trust: TimeThreats.withdrawn(pki, from: TestPKI.now),
        at: TestPKI.now.adding(seconds: 3_600))
    },
    ThreatRow(
      .borrowedIdentity, "an identity of which nothing proves that it is not revoked, strictly",
      .unofficial(.recognisedTool, ["OFF-3-UNLISTED", "OFF-8-UNKNOWN"])
    ) { pki in
      var item = try ThreatCase(byTool(pki), trust: .demo(pki))
      item.isStrict = true
      return item
    },
    borrowed(
      "an identity in the document that the tool's was made from",
      [
        "OFF-6-NO-LABEL"
      ]
    ) { manifest, pki in
      let parent = try byTool(pki).sidecar(for: OfficialTests.content)
      manifest = TestManifest(pki, signer: pki.demo.aiService)
      manifest.parent = try LineageTests.parent(of: parent)
      manifest.actions = [Action("c2pa.published")]
      manifest.label = nil
    },
  ]

  /// An identity with `expected_partial_claim`, which ties it to one claim (CAWG 1.3 §5.2).
  private static func tied(
    _ references: [HashedURI], by signer: DemoCredential
  ) throws -> AssertionDraft {
    let payload: CBOR.Value = [
      "sig_type": .text(IdentityAssertion.x509Type),
      "referenced_assertions": .array(references.map(\.asValue)),
      "expected_partial_claim": ["alg": "sha256", "hash": .bytes([1])],
    ]
    let protected = Sign1.protectedHeader(.es256, certificates: signer.chain.map(\.der))
    let signature = try signer.key.sign(
      Sign1.signatureInput(protectedBytes: protected, payload: CBOR.Encoder.encode(payload)),
      with: .es256)
    return .cbor([
      "signer_payload": payload,
      "signature": .bytes(try Sign1(protectedBytes: protected, signature: signature).encode()),
      "pad1": .bytes([]),
    ])
  }

  /// The agency's identity as it stands on other content.
  private static func identity(of content: [UInt8], _ pki: TestPKI) throws -> AssertionDraft {
    let taken = Mutex<AssertionDraft?>(nil)
    var manifest = TestManifest(pki)
    manifest.identity = { references in
      let draft = try IdentityTests.identity(references, by: pki.demo.us.signer)
      taken.withLock { $0 = draft }
      return draft
    }
    _ = try manifest.sidecar(for: content)
    guard let draft = taken.withLock({ $0 }) else { throw TestManifest.Failure() }
    return draft
  }

  private static let unknown: [ThreatRow] = [
    .harmless(
      .unknownIdentity, "an identity of an unknown kind in an agency's document",
      .official(also: ["cawg.identity.sig_type.unknown"])
    ) { manifest, _ in manifest.identity = { foreign("org.example.passkey", $0) } },
    .harmless(
      .unknownIdentity, "an identity that a service vouches for, by a signature that is none",
      .official(also: ["cawg.ica.invalid_cose_sign1"])
    ) { manifest, _ in manifest.identity = { foreign(IdentityAssertion.aggregationType, $0) } },
    .changed(
      .unknownIdentity, "an identity of an unknown kind in a stranger's document",
      .unofficial(
        .unrecognised, ["OFF-3-UNLISTED"], .valid, also: ["cawg.identity.sig_type.unknown"])
    ) { manifest, pki in
      manifest = TestManifest(pki, signer: pki.impostor.signer)
      manifest.identity = { foreign("org.example.passkey", $0) }
    },
  ]

  static func foreign(_ type: String, _ references: [HashedURI]) -> AssertionDraft {
    .cbor([
      "signer_payload": [
        "sig_type": .text(type), "referenced_assertions": .array(references.map(\.asValue)),
      ], "signature": .bytes([1]), "pad1": .bytes([]),
    ])
  }
}
