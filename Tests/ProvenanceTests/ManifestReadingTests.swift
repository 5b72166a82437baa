import BroadsealBytes
import BroadsealCBOR
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance
import Testing

@Suite("Reading manifests")
struct ManifestReadingTests {
  private static let claim = Fixture.claimBox(Fixture.claim)
  private static let store = Fixture.assertionStore()
  private static let signature = Fixture.signatureBox

  @Test(
    "a claim that is not there once, or not what it must be, has the standard's code",
    arguments: [
      ([store, signature], .claimMissing),
      ([store, claim, claim, signature], .claimMultiple),
      (
        [store, claim, Fixture.claimBox(Fixture.claim, label: "c2pa.claim"), signature],
        .claimMultiple
      ),
      ([store, Fixture.claimBox(Fixture.claim, label: "c2pa.claim.v3"), signature], .claimMissing),
      ([store, Fixture.claimBox([0xA1, 0x61]), signature], .claimCborInvalid),
      ([store, Fixture.claimBox([0x80]), signature], .claimCborInvalid),
      (
        [store, Fixture.claimBox([0xA2, 0x61, 0x61, 1, 0x61, 0x61, 2]), signature],
        .claimCborInvalid
      ),
      (
        [store, JUMBF.Writer.superbox(.claim, label: "c2pa.claim.v2", []), signature],
        .claimCborInvalid
      ),
      (
        [
          store,
          JUMBF.Writer.superbox(
            .claim, label: "c2pa.claim.v2",
            [JUMBF.Writer.box(.cbor, [0xA0]), JUMBF.Writer.box(.cbor, [0xA0])]), signature,
        ], .claimCborInvalid
      ),
    ] as [([[UInt8]], StatusCode)])
  func judgesClaimBoxes(_ contents: [[UInt8]], _ code: StatusCode) throws {
    #expect(try Fixture.active(Fixture.manifest(contents)).claim.code == code)
  }

  @Test(
    "a claim of version 2 without a required field, or with one of another type, is malformed",
    arguments: [
      ("instanceID", nil), ("signature", nil), ("created_assertions", nil),
      ("claim_generator_info", nil), ("claim_generator_info", ["version": "1"]),
      ("claim_generator_info", [["name": "Test"]]), ("instanceID", 1), ("signature", .null),
      ("created_assertions", [1]), ("created_assertions", [["url": "self#jumbf=x"]]),
      ("created_assertions", [["hash": .bytes([1])]]), ("created_assertions", ["url": "x"]),
      ("gathered_assertions", [["url": 1, "hash": .bytes([1])]]), ("alg", 1),
      ("redacted_assertions", [1]), ("dc:title", .bytes([])),
    ] as [(String, CBOR.Value?)])
  func judgesClaims(_ key: String, _ field: CBOR.Value?) throws {
    let claim = Fixture.claimBox(Fixture.changing(Fixture.claim, key, to: field))
    let manifest = try Fixture.active(Fixture.manifest([Self.store, claim, Self.signature]))
    #expect(manifest.claim.code == .claimMalformed)
  }

  @Test("a claim of version 1 is read with its own fields")
  func readsOldClaim() throws {
    let value: CBOR.Value = [
      "claim_generator": "make_test_images/0.1", "claim_generator_info": .null,
      "signature": "self#jumbf=c2pa.signature", "dc:format": "image/jpeg",
      "assertions": [["url": "self#jumbf=c2pa.assertions/x", "hash": [1, 2, 255]]],
    ]
    let box = Fixture.claimBox(value, label: "c2pa.claim")
    let claim = try Fixture.active(
      Fixture.manifest([Self.store, box, Self.signature])
    ).claim.get()
    #expect(claim.version == 1)
    #expect(claim.generatorText == "make_test_images/0.1")
    #expect(claim.generators.isEmpty)
    #expect(claim.instanceID == nil)
    #expect(claim.created.map(\.hash) == [[1, 2, 255]])
    #expect(claim.gathered.isEmpty)
  }

  @Test("the claim keeps the bytes it came in, whatever their encoding")
  func keepsClaimBytes() throws {
    // An indefinite map with a longer integer than need be, as other writers have them.
    let entries = Fixture.claim.map?.entries.flatMap {
      CBOR.Encoder.encode($0.key) + CBOR.Encoder.encode($0.value)
    }
    let bytes = [0xBF] + (try #require(entries)) + [0x61, 0x7A, 0x18, 0x01, 0xFF]
    let manifest = try Fixture.active(
      Fixture.manifest([Self.store, Fixture.claimBox(bytes), Self.signature]))
    #expect(try manifest.claim.get().bytes == bytes)
  }

  @Test(
    "a signature box that is missing, doubled, elsewhere or hollow is no signature",
    arguments: [
      ([store, claim], "self#jumbf=c2pa.signature"),
      ([store, claim, signature, signature], "self#jumbf=c2pa.signature"),
      ([store, claim, signature], "self#jumbf=c2pa.assertions"),
      ([store, claim, signature], "self#jumbf=/c2pa/\(Fixture.parentLabel)/c2pa.signature"),
      ([store, claim, signature], "self#jumbf=/c2pa/../c2pa.signature"),
      ([store, claim, signature], "self#jumbf=C2PA.signature"),
      ([store, claim, signature], "self#jumbf=c2pa%2Esignature"),
      ([store, claim, signature], "https://example.com/c2pa.signature"),
      (
        [store, claim, JUMBF.Writer.superbox(.signature, label: "c2pa.signature", [])],
        "self#jumbf=c2pa.signature"
      ),
    ])
  func judgesSignatures(_ contents: [[UInt8]], _ url: String) throws {
    let named = Fixture.claimBox(Fixture.changing(Fixture.claim, "signature", to: .text(url)))
    let manifest = try Fixture.active(
      Fixture.manifest(contents.map { $0 == Self.claim ? named : $0 }))
    #expect(manifest.signature.code == .claimSignatureMissing)
  }

  @Test(
    "the signature may be named relatively or absolutely",
    arguments: ["self#jumbf=c2pa.signature", "self#jumbf=/c2pa/\(Fixture.label)/c2pa.signature"])
  func findsSignature(_ url: String) throws {
    let claim = Fixture.claimBox(Fixture.changing(Fixture.claim, "signature", to: .text(url)))
    let manifest = try Fixture.active(Fixture.manifest([Self.store, claim, Self.signature]))
    #expect(try manifest.signature.get().bytes == [0])
  }

  @Test("an assertion store must be there once, under its label")
  func judgesAssertionStores() throws {
    let none = try Fixture.active(Fixture.manifest([Self.claim, Self.signature]))
    #expect(none.assertionStore.code == .assertionMissing)
    let two = try Fixture.active(
      Fixture.manifest([Self.store, Self.store, Self.claim, Self.signature]))
    #expect(two.assertionStore.code == .generalError)
    #expect(two.assertions.isEmpty)
    let other = JUMBF.Writer.superbox(.assertionStore, label: "assertions", [])
    let renamed = try Fixture.active(Fixture.manifest([other, Self.claim, Self.signature]))
    #expect(renamed.assertionStore.code == .generalError)
  }

  @Test(
    "old and update manifests are read, a compressed one is kept as it is",
    arguments: [
      (.standardManifest, .standard), (.deprecatedManifest, .standard), (.updateManifest, .update),
      (.compressedManifest, .compressed),
    ] as [(ContentUUID, ManifestKind)])
  func knowsKinds(_ type: ContentUUID, _ kind: ManifestKind) throws {
    let contents =
      kind == .compressed
      ? [JUMBF.Writer.box(.brotli, [1, 2, 3])] : [Self.store, Self.claim, Self.signature]
    let bytes = Fixture.manifest(contents, type: type)
    let manifest = try Fixture.active(bytes)
    #expect(manifest.kind == kind)
    #expect(Array(manifest.superbox.raw) == bytes)
    let code: StatusCode? = kind == .compressed ? .manifestCompressedInvalid : nil
    #expect(manifest.claim.code == code)
    #expect(manifest.signature.code == code)
    #expect(manifest.assertionStore.code == code)
  }

  @Test("credentials, data boxes and unknown boxes beside a claim are tolerated")
  func toleratesOtherBoxes() throws {
    let more = [
      JUMBF.Writer.superbox(.credentialStore, label: "c2pa.credentials", []),
      JUMBF.Writer.superbox(
        .dataBoxStore, label: "c2pa.databoxes",
        [JUMBF.Writer.superbox(.cbor, label: "c2pa.data", [JUMBF.Writer.box(.cbor, [0xA0])])]),
      JUMBF.Writer.box(.free, [0, 0]),
    ]
    let manifest = try Fixture.active(
      Fixture.manifest([Self.store, Self.claim, Self.signature] + more))
    #expect(manifest.claim.code == nil)
    #expect(manifest.signature.code == nil)
    let uri = try Fixture.uri("self#jumbf=c2pa.databoxes/c2pa.data")
    #expect(manifest.resolve(uri)?.description.type == .cbor)
  }
}
