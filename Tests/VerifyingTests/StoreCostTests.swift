import BroadsealBytes
import BroadsealCBOR
import BroadsealJSON
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import TestSupport
import Testing

@testable import BroadsealVerifying

@Suite("What a label may cost")
struct StoreCostTests {
  private func manifest(with content: AssertionDraft) throws -> TestManifest {
    var manifest = TestManifest(try TestPKI.shared())
    manifest.further = [("org.example.note", content, .created)]
    return manifest
  }

  @Test("A store holds so much CBOR and no more, and pictures besides")
  func structuredSize() throws {
    let half = [UInt8](repeating: 0, count: ManifestStore.maximumStructuredSize / 2)
    let whole = half + half
    let fitting = try manifest(with: .cbor(.bytes(half))).sidecar(for: OfficialTests.content)
    #expect(try StoreSurgery.verdict(on: fitting).origin?.status == .official)
    let pictured = try manifest(with: .file(mediaType: "image/png", bytes: whole))
      .sidecar(for: OfficialTests.content)
    #expect(try StoreSurgery.verdict(on: pictured).origin?.status == .official)
    for content in [
      AssertionDraft.cbor(.bytes(whole)),
      .json(.string(String(decoding: whole.map { $0 | 0x20 }, as: UTF8.self))),
    ] {
      let verdict = try StoreSurgery.verdict(
        on: try manifest(with: content).sidecar(for: OfficialTests.content))
      #expect(verdict.integrity == .malformed)
      #expect(verdict.findings.map(\.code.name).contains("manifest.inaccessible.malformed"))
      #expect(verdict.origin == nil && verdict.ai == nil)
    }
  }

  @Test("A manifest is hashed once, however many references name it")
  func digests() throws {
    let store = try manifest(with: .cbor("a")).sidecar(for: OfficialTests.content)
    let target = try ManifestStore(parsing: store).active
    let bytes = target.superbox.payload
    let uri = JUMBF.URI(manifest: target.label, path: [])
    let right = HashedURI(uri: uri, hash: try Digest.of(bytes, .sha256).bytes)
    let wrong = HashedURI(uri: uri, hash: [1, 2, 3])
    var digests = ManifestDigests()
    func matches(
      _ reference: HashedURI, _ part: ManifestDigests.Part = .manifest,
      algorithm: String = "sha256"
    ) -> Bool {
      digests.matches(reference, part, of: target, bytes, algorithm: algorithm)
    }
    for _ in 0..<1_000 { #expect(matches(right) && !matches(wrong)) }
    #expect(digests.count == 1)
    // Another part and another algorithm are other digests; one that is not allowed is none.
    #expect(matches(right, .claim))
    #expect(!matches(right, algorithm: "sha384"))
    #expect(!matches(right, algorithm: "md5"))
    #expect(digests.count == 3)
  }

  @Test("So many ingredients are looked at and no more, and every one costs the same")
  func references() throws {
    let pki = try TestPKI.shared()
    // Hashed for each reference, this would be four gigabytes.
    let picture = AssertionDraft.file(
      mediaType: "image/png", bytes: [UInt8](repeating: 0, count: 1 << 20))
    let parent = try manifest(with: picture).sidecar(for: OfficialTests.content)
    let (ingredient, manifests) = try LineageTests.parent(of: parent, relationship: .componentOf)
    for count in [Lineage.maximumEdges, Lineage.maximumEdges + 1] {
      var manifest = TestManifest(pki)
      manifest.further = [
        (String, AssertionDraft, ManifestBuilder.List)
      ](repeating: (Ingredient.label, .cbor(ingredient.asValue), .created), count: count)
      manifest.kept = manifests
      let verdict = try StoreSurgery.verdict(
        on: try manifest.sidecar(for: OfficialTests.content))
      #expect(verdict.integrity == .intact)
      #expect(verdict.c2pa.ingredients.count == Lineage.maximumEdges)
      #expect(verdict.limits.isEmpty == (count == Lineage.maximumEdges))
      #expect(
        verdict.origin?.reasons.map(\.code.name)
          == (count == Lineage.maximumEdges ? [] : ["OFF-1-LIMIT"]))
    }
  }

  @Test("So many manifests are followed and no more, each once, whoever names it")
  func manifests() throws {
    let pki = try TestPKI.shared()
    var stores: [[UInt8]] = []
    var ingredients: [Ingredient] = []
    for _ in 0..<2 {
      var leaf = TestManifest(pki)
      leaf.authority = nil
      leaf.signatureSize = 3_000
      let store = try leaf.sidecar(for: OfficialTests.content)
      let (ingredient, manifests) = try LineageTests.parent(of: store, relationship: .componentOf)
      stores += manifests
      ingredients.append(ingredient)
    }
    // Each further manifest names the two before it: two to the power of forty ways down.
    for _ in 0..<40 {
      var manifest = TestManifest(pki)
      manifest.authority = nil
      manifest.signatureSize = 3_000
      manifest.further = ingredients.suffix(2)
        .map { (Ingredient.label, .cbor($0.asValue), .created) }
      let store = try manifest.sidecar(for: OfficialTests.content)
      let (ingredient, manifests) = try LineageTests.parent(of: store, relationship: .componentOf)
      stores += manifests
      ingredients.append(ingredient)
    }
    var top = TestManifest(pki)
    top.further = ingredients.suffix(2).map { (Ingredient.label, .cbor($0.asValue), .created) }
    top.kept = stores
    let verdict = try StoreSurgery.verdict(on: try top.sidecar(for: OfficialTests.content))
    #expect(verdict.integrity == .intact, "\(verdict.c2pa.failure)")
    #expect(verdict.c2pa.ingredients.count == 82)
    #expect(verdict.limits.isEmpty)
  }
}
