import BroadsealBytes
import BroadsealCBOR
import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance
import Testing

@Suite("Building manifests")
struct ManifestBuilderTests {
  @Test("what was built reads back, and every reference holds the hash of its superbox")
  func roundTrips() throws {
    let store = try ManifestStore(parsing: ManifestStore.assemble(new: Fixture.manifest()))
    let manifest = store.active
    let claim = try manifest.claim.get()
    #expect(manifest.label == Fixture.label)
    #expect(manifest.kind == .standard)
    #expect(claim.version == 2)
    #expect(claim.specVersion == "2.4.0")
    #expect(claim.algorithm == "sha256")
    #expect(claim.created.count == 2)
    #expect(claim.gathered.isEmpty)
    #expect(claim.map["gathered_assertions"] == nil)
    #expect(CBOR.Decoder.isDeterministic(claim.bytes[...]))
    #expect(try manifest.signature.get().bytes == [0])
    for reference in claim.assertions {
      let uri = try #require(reference.uri)
      let assertion = try #require(manifest.assertion(at: uri))
      #expect(try Digest.of(assertion.superbox.payload, .sha256).bytes == reference.hash)
      #expect(assertion.superbox.description.salt == Fixture.salt)
      #expect(assertion.superbox.description.toggles == 0x13)
    }
  }

  @Test("equal input gives equal bytes")
  func isDeterministic() throws {
    #expect(try Fixture.manifest() == Fixture.manifest())
  }

  @Test("the size of a manifest does not change when the hash becomes known")
  func keepsSize() throws {
    var builder = try Fixture.builder()
    let before = builder.manifest(
      claim: builder.claim(Fixture.fields), signature: [UInt8](repeating: 0, count: 500))
    let known = DataHash(
      exclusions: [], algorithm: "sha256", hash: [UInt8](repeating: 0xEE, count: 32))
    let reference = try builder.replace(DataHash.label, with: .cbor(known.asValue))
    let after = builder.manifest(
      claim: builder.claim(Fixture.fields), signature: [UInt8](repeating: 1, count: 500))
    #expect(before.count == after.count)
    #expect(before != after)
    let claim = try Fixture.active(after).claim.get()
    #expect(claim.created.last?.hash == reference?.hash)
    #expect(try builder.replace("c2pa.hash.boxes", with: .cbor(0)) == nil)
  }

  @Test("assertions of one label are numbered from the second on")
  func numbersInstances() throws {
    var builder = ManifestBuilder(label: Fixture.label)
    let urls = try (0..<3).map { number in
      try builder.add(.cbor(CBOR.Value(number)), label: "org.test", in: .gathered, salt: nil).url
    }
    #expect(
      urls == [
        "self#jumbf=c2pa.assertions/org.test", "self#jumbf=c2pa.assertions/org.test__1",
        "self#jumbf=c2pa.assertions/org.test__2",
      ])
    let manifest = builder.manifest(claim: builder.claim(Fixture.fields), signature: [0])
    let active = try Fixture.active(manifest)
    #expect(try active.claim.get().gathered.map(\.url) == urls)
    #expect(active.assertions.map(\.label.instance) == [0, 1, 2])
    #expect(active.assertions.map(\.label.base) == ["org.test", "org.test", "org.test"])
  }

  @Test("JSON and files are written in their own boxes")
  func writesOtherContent() throws {
    var builder = ManifestBuilder(label: Fixture.label)
    let metadata = Metadata(title: "報道発表", language: "ja")
    _ = try builder.add(
      .json(metadata.asValue), label: Metadata.label, in: .gathered, salt: nil)
    _ = try builder.add(
      .file(mediaType: "image/png", bytes: [1, 2, 3]), label: "c2pa.thumbnail.claim",
      in: .created, salt: Fixture.salt)
    let manifest = builder.manifest(claim: builder.claim(Fixture.fields), signature: [0])
    let assertions = try Fixture.active(manifest).assertions
    #expect(assertions.first?.json == metadata.asValue)
    guard case .embeddedFile(let file) = assertions.last?.content else {
      Issue.record("no file was read")
      return
    }
    #expect(file.mediaType == "image/png")
    #expect(file.name == nil)
    #expect(Array(file.bytes) == [1, 2, 3])
  }

  @Test("a store keeps earlier manifests byte for byte, and the new one is active")
  func assemblesStores() throws {
    let parent = try Fixture.manifest(label: Fixture.parentLabel)
    let first = try ManifestStore(parsing: ManifestStore.assemble(new: parent))
    let bytes = ManifestStore.assemble(
      earlier: first.superbox.superboxes.map(\.raw), new: try Fixture.manifest())
    let store = try ManifestStore(parsing: bytes)
    #expect(store.manifests.map(\.label) == [Fixture.parentLabel, Fixture.label])
    #expect(store.active.label == Fixture.label)
    #expect(store.manifests.first.map { Array($0.superbox.raw) } == parent)
  }
}
