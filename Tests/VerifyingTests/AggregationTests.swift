import BroadsealBytes
import BroadsealCBOR
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

/// An identity that a service vouches for, put together by hand: by default a sound one.
struct AggregationDraft: Sendable {
  var issuer: JSON.Value?
  var from: JSON.Value? = "2025-04-22T22:45:44.334364Z"
  var until: JSON.Value?
  var status: JSON.Value?
  var identities: JSON.Value? = [
    [
      "type": "cawg.social_media", "username": "a", "verifiedAt": "2024-05-27T08:40:39.569856Z",
      "provider": ["name": "A network (invented)"],
    ]
  ]
  var contentType: CBOR.Value? = "application/vc"
  var algorithm: Int? = -7
  var type = "IdentityClaimsAggregationCredential"
  var payload: [UInt8]?
  var coversOthers = false
  var breaksSignature = false
  var structure: [UInt8]?

  /// The assertion over `references`.
  func assertion(_ references: [HashedURI]) throws -> AssertionDraft {
    let signed: CBOR.Value = .map(
      CBOR.Map([
        ("sig_type", .text(IdentityAssertion.aggregationType)),
        ("referenced_assertions", .array(references.map(\.asValue))),
      ]))
    let key = try PrivateKey.generate(.es256)
    let credential = try payload ?? JSON.Writer.bytes(of: self.credential(references, key))
    let header = [(1, algorithm.map { CBOR.Value($0) }), (3, contentType)]
    let protected = CBOR.Encoder.encode(
      .map(
        CBOR.Map(
          header.compactMap { key, value in
            value.map { CBOR.Map.Entry(key: CBOR.Value(key), value: $0) }
          })))
    let message = CBOR.Encoder.encode([
      "Signature1", .bytes(protected), .bytes([]), .bytes(breaksSignature ? [] : credential),
    ])
    let sign1: CBOR.Value = .tagged(
      18,
      [
        .bytes(protected), [:], .bytes(credential),
        .bytes(try key.sign(message, with: .es256)),
      ])
    return .cbor([
      "signer_payload": signed, "signature": .bytes(structure ?? CBOR.Encoder.encode(sign1)),
      "pad1": .bytes([]),
    ])
  }

  private func credential(_ references: [HashedURI], _ key: PrivateKey) throws -> JSON.Value {
    let listed = coversOthers ? Array(references.dropLast()) : references
    let assertions = listed.map { reference -> JSON.Value in
      ["url": .string(reference.url), "hash": .string(Base64.encode(reference.hash))]
    }
    let subject: [(String, JSON.Value?)] = [
      ("verifiedIdentities", identities),
      (
        "c2paAsset",
        [
          "referenced_assertions": .array(assertions),
          "sig_type": .string(IdentityAssertion.aggregationType),
        ]
      ),
    ]
    let members: [(String, JSON.Value?)] = [
      ("@context", ["https://www.w3.org/ns/credentials/v2"]),
      ("type", ["VerifiableCredential", .string(type)]),
      ("issuer", try issuer ?? .string(AggregationDraft.identifier(of: key))),
      ("validFrom", from), ("validUntil", until), ("credentialStatus", status),
      ("credentialSubject", AggregationDraft.object(subject)),
    ]
    return AggregationDraft.object(members)
  }

  private static func object(_ members: [(String, JSON.Value?)]) -> JSON.Value {
    .object(JSON.Object(members.compactMap { key, value in value.map { (key, $0) } }))
  }

  /// The key as a `did:jwk`.
  private static func identifier(of key: PrivateKey) throws -> String {
    let point = key.publicKey.spki.suffix(64)
    let text = JSON.Writer.bytes(of: [
      "kty": "EC", "crv": "P-256",
      "x": .string(Base64.encode(Array(point.prefix(32)), alphabet: .url)),
      "y": .string(Base64.encode(Array(point.suffix(32)), alphabet: .url)),
    ])
    return "did:jwk:" + Base64.encode(text, alphabet: .url) + "#0"
  }
}

@Suite("Identities that a service vouches for")
struct AggregationTests {
  struct Row: Sendable, CustomStringConvertible {
    let description: String
    let codes: Set<String>
    let change: @Sendable (inout AggregationDraft) -> Void

    init(
      _ description: String, _ codes: Set<String>,
      _ change: @escaping @Sendable (inout AggregationDraft) -> Void
    ) {
      self.description = description
      self.codes = codes.union(["cawg.ica.untrusted_issuer"])
      self.change = change
    }
  }

  private static let identity: JSON.Value = [
    "type": "cawg.affiliation", "verifiedAt": "2024-05-27T08:40:39Z", "provider": ["name": "A"],
  ]

  static let rows: [Row] = [
    Row("a sound one", []) { _ in },
    Row("a signature over something else", ["cawg.ica.signature_mismatch"]) {
      $0.breaksSignature = true
    },
    Row("an algorithm that is not allowed", ["cawg.ica.invalid_alg"]) { $0.algorithm = -257 },
    Row("no algorithm", ["cawg.ica.invalid_alg"]) { $0.algorithm = nil },
    Row("another content type", ["cawg.ica.invalid_content_type"]) { $0.contentType = "text/html" },
    Row("no content type", ["cawg.ica.invalid_content_type"]) { $0.contentType = nil },
    Row("a service whose key stands on the network", ["cawg.ica.did_unavailable"]) {
      $0.issuer = "did:web:example.com"
    },
    Row("a service in an object", ["cawg.ica.did_unavailable"]) {
      $0.issuer = ["id": "did:web:example.com"]
    },
    Row("a method that nobody knows", ["cawg.ica.did_unsupported_method"]) {
      $0.issuer = "did:example:abc"
    },
    Row("a key that is none", ["cawg.ica.invalid_did_document"]) { $0.issuer = "did:jwk:e30" },
    Row("no start", ["cawg.ica.valid_from.missing"]) { $0.from = nil },
    Row("a start in the future", ["cawg.ica.valid_from.invalid"]) {
      $0.from = "2200-01-01T12:00:00Z"
    },
    Row("a start that is no date", ["cawg.ica.valid_from.invalid"]) { $0.from = "soon" },
    Row("an end in the future", []) { $0.until = "2200-01-01T12:00:00Z" },
    Row("an end in the past", ["cawg.ica.valid_until.invalid"]) {
      $0.until = "2025-05-01T12:00:00Z"
    },
    Row("a revocation list elsewhere", ["cawg.ica.revocation.unsupported"]) {
      $0.status = ["type": "BitstringStatusListEntry"]
    },
    Row("other assertions", ["cawg.ica.signer_payload.mismatch"]) { $0.coversOthers = true },
    Row("no names", ["cawg.ica.verified_identities.missing"]) { $0.identities = nil },
    Row("an empty list of names", ["cawg.ica.verified_identities.missing"]) { $0.identities = [] },
    Row("a name without a type", ["cawg.ica.verified_identities.invalid"]) {
      $0.identities = [AggregationTests.identity, ["verifiedAt": "2024-05-27T08:40:39Z"]]
    },
    Row("a document without a name", ["cawg.ica.verified_identities.invalid"]) {
      $0.identities = [
        [
          "type": "cawg.document_verification", "verifiedAt": "2024-05-27T08:40:39Z",
          "provider": ["name": "A"],
        ]
      ]
    },
    Row("a web site, as the standard's example has it", []) {
      $0.identities = [
        ["type": "cawg.web_site", "uri": "a.example", "verifiedAt": "2024-09-25T22:13:35Z"]
      ]
    },
  ]

  @Test(
    "Every fault that can be seen offline has its code, and none touches the state", arguments: rows
  )
  func faults(_ row: Row) throws {
    var draft = AggregationDraft()
    row.change(&draft)
    #expect(try codes(draft) == row.codes)
  }

  @Test("What cannot be read is said to be that, and nothing more")
  func unreadable() throws {
    for (code, change) in [
      ("cawg.ica.invalid_cose_sign1", { $0.structure = [1] }),
      ("cawg.ica.invalid_verifiable_credential", { $0.payload = Array("{".utf8) }),
      ("cawg.ica.invalid_verifiable_credential", { $0.type = "Other" }),
    ] as [(String, (inout AggregationDraft) -> Void)] {
      var draft = AggregationDraft()
      change(&draft)
      #expect(try codes(draft) == [code])
    }
    var nameless = AggregationDraft()
    nameless.issuer = "https://example.com"
    #expect(try codes(nameless) == ["cawg.ica.invalid_issuer"])
  }

  private func codes(_ draft: AggregationDraft) throws -> Set<String> {
    let pki = try TestPKI.shared()
    var manifest = TestManifest(pki)
    manifest.identity = { try draft.assertion($0) }
    let verdict = try OfficialTests.verdict(on: manifest, trust: try pki.context())
    #expect(verdict.c2pa.state == .trusted && verdict.origin?.status == .official)
    return Set(verdict.c2pa.failure.map(\.code))
  }
}
