import BroadsealBytes
import BroadsealCBOR
import BroadsealJUMBF
import BroadsealProvenance
import TestSupport
import Testing

@Suite("Reading manifest stores")
struct ManifestStoreTests {
  @Test("the last manifest is the active one, whatever unknown box follows it")
  func findsActive() throws {
    let unknown = JUMBF.Writer.superbox(.json, label: "later", [])
    let store = try Fixture.store([
      try Fixture.manifest(label: Fixture.parentLabel), try Fixture.manifest(), unknown,
    ])
    #expect(store.active.label == Fixture.label)
    #expect(store.manifests.count == 2)
    #expect(store.superbox.superboxes.count == 3)
    #expect(store.manifest(labelled: Fixture.parentLabel)?.label == Fixture.parentLabel)
    #expect(store.manifest(labelled: Fixture.label.uppercased()) == nil)
    #expect(store.ambiguousLabels.isEmpty)
  }

  @Test(
    "what is no manifest store is refused",
    arguments: [
      JUMBF.Writer.superbox(.manifestStore, label: "c2pa", []),
      JUMBF.Writer.superbox(
        .manifestStore, label: "c2pa", [JUMBF.Writer.superbox(.json, label: "x", [])]),
      JUMBF.Writer.superbox(.manifestStore, label: "C2PA", [try Fixture.manifest()]),
      JUMBF.Writer.superbox(.standardManifest, label: "c2pa", [try Fixture.manifest()]),
      try Fixture.manifest(), [], [0, 0, 0, 8],
    ] as [[UInt8]])
  func refuses(_ bytes: [UInt8]) {
    #expect(throws: Malformed.self) { try ManifestStore(parsing: bytes) }
  }

  @Test("a label that two manifests bear names neither")
  func flagsDuplicates() throws {
    let store = try Fixture.store([try Fixture.manifest(), try Fixture.manifest()])
    #expect(store.ambiguousLabels == [Fixture.label])
    #expect(store.manifest(labelled: Fixture.label) == nil)
    let uri = try Fixture.uri("self#jumbf=/c2pa/\(Fixture.label)/c2pa.signature")
    #expect(store.resolve(uri, from: store.active) == nil)
  }

  @Test(
    "a reference finds exactly the assertion it names, from either manifest",
    arguments: [
      ("self#jumbf=c2pa.assertions/c2pa.hash.data", true),
      ("self#jumbf=/c2pa/\(Fixture.parentLabel)/c2pa.assertions/c2pa.hash.data", true),
      ("self#jumbf=/c2pa/\(Fixture.parentLabel)", true),
      ("self#jumbf=/c2pa/\(Fixture.parentLabel)/c2pa.signature", true),
      ("self#jumbf=/c2pa/urn:c2pa:0/c2pa.assertions/c2pa.hash.data", false),
      ("self#jumbf=c2pa.assertions/c2pa.hash.Data", false),
      ("self#jumbf=c2pa.assertions/c2pa.hash.data__1", false),
      ("self#jumbf=c2pa.assertions/c2pa.hash%2Edata", false),
      ("self#jumbf=c2pa.assertions/c2pa.hash.data/deeper", false),
    ])
  func resolves(_ text: String, _ found: Bool) throws {
    let store = try Fixture.store([
      try Fixture.manifest(label: Fixture.parentLabel), try Fixture.manifest(),
    ])
    let uri = try Fixture.uri(text)
    let superbox = store.resolve(uri, from: store.active)
    #expect((superbox != nil) == found)
    if let superbox, let label = uri.manifest {
      #expect(store.manifest(labelled: label)?.superbox.raw.contains(superbox.raw) == true)
    }
  }

  @Test("an assertion whose label comes twice cannot be named")
  func refusesAmbiguousAssertions() throws {
    let assertion = JUMBF.Writer.superbox(.cbor, label: "x", [JUMBF.Writer.box(.cbor, [1])])
    let manifest = try Fixture.active(
      Fixture.manifest([
        Fixture.assertionStore([assertion, assertion]), Fixture.claimBox(Fixture.claim),
        Fixture.signatureBox,
      ]))
    let uri = try Fixture.uri("self#jumbf=c2pa.assertions/x")
    #expect(manifest.assertions.count == 2)
    #expect(manifest.assertion(at: uri) == nil)
    #expect(manifest.resolve(uri) == nil)
  }

  @Test("twenty thousand assertions are each found in time that grows with their number only")
  func scales() throws {
    let count = 20_000
    let assertions = (0..<count).map {
      JUMBF.Writer.superbox(.cbor, label: "x\($0)", [JUMBF.Writer.box(.cbor, [0x01])])
    }
    let manifest = try Fixture.active(
      Fixture.manifest([
        Fixture.assertionStore(assertions), Fixture.claimBox(Fixture.claim), Fixture.signatureBox,
      ]))
    let spent = ComputingTime.spent {
      for index in 0..<count {
        let uri = JUMBF.URI(manifest: nil, path: ["c2pa.assertions", "x\(index)"])
        #expect(manifest.assertion(at: uri) != nil)
      }
    }
    #expect(spent < .seconds(10))
  }

  @Test("a store of very many manifests, or of too many boxes, is read or refused at once")
  func limitsManifests() throws {
    let small = Fixture.manifest([], label: "x")
    let many = Array(repeating: small, count: 10_000)
    #expect(try Fixture.store(many).manifests.count == 10_000)
    #expect(throws: Malformed.self) {
      try Fixture.store(Array(repeating: small, count: 40_000))
    }
  }

  @Test("every flipped byte of a store is read or refused, never a crash")
  func survivesFlips() throws {
    let bytes = ManifestStore.assemble(new: try Fixture.manifest())
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 0xFF
      _ = try? ManifestStore(parsing: flipped, allowTrailingZeros: true)
    }
  }
}
