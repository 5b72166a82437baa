import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

/// One identity assertion and the codes that it must get.
struct IdentityRow: Sendable, CustomStringConvertible {
  let description: String
  /// Codes of CAWG that must be given, all of them and no others.
  let codes: Set<String>
  /// Makes the assertion of the references to binding, actions and label.
  let make: @Sendable (TestPKI, [HashedURI]) throws -> AssertionDraft

  init(
    _ description: String, _ codes: Set<String>,
    _ make: @escaping @Sendable (TestPKI, [HashedURI]) throws -> AssertionDraft
  ) {
    self.description = description
    self.codes = codes
    self.make = make
  }
}

@Suite("Who stands behind a manifest beside its signer")
struct IdentityTests {
  private static let holds: Set<String> = [
    "cawg.x509.signature.validated", "cawg.x509.signature.inside_validity",
  ]
  private static let trusted = holds.union([
    "cawg.identity.trusted", "cawg.x509.credential.trusted",
  ])
  private static let unknown = holds.union([
    "cawg.identity.well-formed", "cawg.x509.credential.untrusted",
  ])

  /// An identity of `signer` over `references`.
  static func identity(
    _ references: [HashedURI], by signer: DemoCredential,
    encoding: IdentityDraft.Encoding = .deterministic, signing other: [UInt8]? = nil,
    unprotected: [(String, CBOR.Value?)] = []
  ) throws -> AssertionDraft {
    let draft = IdentityDraft(
      references: references, roles: ["cawg.publisher"], encoding: encoding)
    let protected = Sign1.protectedHeader(.es256, certificates: signer.chain.map(\.der))
    let value = try signer.key.sign(
      Sign1.signatureInput(protectedBytes: protected, payload: other ?? draft.payload),
      with: .es256)
    return draft.assertion(
      signature: try Sign1(protectedBytes: protected, signature: value)
        .with(unprotected: CBOR.Map(unprotected)).encode())
  }

  static let rows: [IdentityRow] = [
    IdentityRow("an agency on a list", trusted) { try identity($1, by: $0.demo.us.signer) },
    IdentityRow("an agency on a list, written as c2pa-rs reads it", trusted) {
      try identity($1, by: $0.demo.us.signer, encoding: .c2paRS)
    },
    IdentityRow("an impostor of the same name", unknown) {
      try identity($1, by: $0.impostor.signer)
    },
    IdentityRow("a maker of AI images, known to C2PA alone", unknown) {
      try identity($1, by: $0.demo.aiService)
    },
    IdentityRow("a listed CA's certificate for something else", unknown) {
      let signer = try $0.signer { builder in
        builder.extendedKeyUsage = ["1.3.6.1.4.1.62558.2.1"]
      }
      return try identity($1, by: signer)
    },
    IdentityRow("a signature over something else", ["cawg.x509.signature.mismatch"]) {
      try identity($1, by: $0.demo.us.signer, signing: [0xA0])
    },
    IdentityRow("no reference to the binding", ["cawg.identity.hard_binding_missing"]) {
      try identity(Array($1.dropFirst()), by: $0.demo.us.signer)
    },
    IdentityRow("more references than are looked at", ["cawg.identity.cbor.invalid"]) {
      let many = Array(repeating: $1[0], count: 1_025)
      return try identity(many, by: $0.demo.us.signer)
    },
    IdentityRow("a reference twice", ["cawg.identity.assertion.duplicate"]) {
      try identity($1 + $1.prefix(1), by: $0.demo.us.signer)
    },
    IdentityRow("a reference with another hash", ["cawg.identity.assertion.mismatch"]) {
      let binding = try #require($1.first?.uri)
      let other = HashedURI(uri: binding, hash: [UInt8](repeating: 7, count: 32))
      return try identity([other] + $1.dropFirst(), by: $0.demo.us.signer)
    },
    IdentityRow("padding that is not empty", ["cawg.identity.pad.invalid"]) { pki, references in
      .cbor([
        "signer_payload": [
          "sig_type": "cawg.x509.cose",
          "referenced_assertions": .array(references.map(\.asValue)),
        ], "signature": .bytes([1]), "pad1": .bytes([1]),
      ])
    },
    IdentityRow("an unknown kind of signature", ["cawg.identity.sig_type.unknown"]) {
      pki, references in
      .cbor([
        "signer_payload": [
          "sig_type": "org.example", "referenced_assertions": .array(references.map(\.asValue)),
        ], "signature": .bytes([1]), "pad1": .bytes([]),
      ])
    },
    IdentityRow("no payload at all", ["cawg.identity.cbor.invalid"]) { _, _ in
      .cbor(["signature": .bytes([1]), "pad1": .bytes([])])
    },
  ]

  @Test(
    "an identity gets the codes of CAWG, and never changes what the manifest is", arguments: rows)
  func codes(_ row: IdentityRow) throws {
    let pki = try TestPKI.shared()
    var manifest = TestManifest(pki)
    manifest.identity = { try row.make(pki, $0) }
    let verdict = try OfficialTests.verdict(on: manifest, trust: try pki.context())
    let found = [verdict.c2pa.success, verdict.c2pa.informational, verdict.c2pa.failure]
      .joined().map(\.code).filter { $0.hasPrefix("cawg.") }
    #expect(Set(found) == row.codes)
    #expect(found.count == row.codes.count)
    #expect(verdict.c2pa.state == .trusted)
    #expect(verdict.integrity == .intact)
  }

  @Test("the stamp on the claim keeps an identity good after its certificate has expired")
  func stamped() throws {
    let pki = try TestPKI.shared()
    var manifest = TestManifest(pki)
    let signer = try pki.signer { builder in
      builder.notAfter = TestPKI.now.adding(seconds: 30 * 86_400)
    }
    manifest.identity = { try IdentityTests.identity($0, by: signer) }
    let later = TestPKI.now.adding(seconds: 300 * 86_400)
    for (authority, isTrusted) in [(pki.demo.tsa, true), (nil, false)] {
      manifest.authority = authority
      let verdict = try OfficialTests.verdict(
        on: manifest, trust: try pki.context(at: later), at: later)
      let codes = (verdict.c2pa.success + verdict.c2pa.failure).map(\.code)
      #expect(codes.contains("cawg.identity.trusted") == isTrusted)
      #expect(codes.contains("cawg.x509.signature.outside_validity") == !isTrusted)
    }
  }
}
