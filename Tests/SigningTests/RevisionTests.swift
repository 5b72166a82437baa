import BroadsealBytes
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance
import BroadsealSigning
import BroadsealVerifying
import TestSupport
import Testing

@Suite struct RevisionTests {
  @Test(
    "each of four revisions keeps every earlier manifest byte for byte",
    arguments: Fixture.carriers)
  func revisions(sample: String) throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    var input = Fixture.sample(sample)
    var earlier: [Manifest] = []
    for revision in 1...4 {
      let name = "\(revision)-" + sample
      let result = try signer.sign(
        SigningRequest(
          input: input, destination: .file(FilePath(fixture.scratch(name))), label: .issued(.none)))
      #expect(result.parent == earlier.last?.label)
      let store = try fixture.store(name)
      #expect(store.manifests.map(\.label) == earlier.map(\.label) + [result.manifest])
      #expect(store.manifests.dropLast().map(\.superbox.raw) == earlier.map(\.superbox.raw))
      let verdict = fixture.verdict(name)
      #expect(verdict.c2pa.state == .trusted, "\(verdict.c2pa.failure)")
      #expect(verdict.origin?.status == .official, "\(verdict.origin?.reasons ?? [])")
      earlier = store.manifests
      input = FilePath(fixture.scratch(name))
    }
  }

  @Test("the parent's ingredient records what an independent reading found in it")
  func ingredient() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    _ = try signer.sign(fixture.request("river.jpg", to: "1.jpg"))
    var again = fixture.request("river.jpg", to: "2.jpg")
    again.input = FilePath(fixture.scratch("1.jpg"))
    let result = try signer.sign(again)
    let manifest = try fixture.store("2.jpg").active
    let ingredient = try #require(
      try manifest.assertions.lazy.compactMap { try Ingredient($0) }.first)
    #expect(ingredient.isParent)
    #expect(ingredient.activeManifest?.uri?.manifest == result.parent)
    #expect(ingredient.claimSignature?.uri?.path == ["c2pa.signature"])
    let recorded = try #require(ingredient.validationResults?.activeManifest)
    #expect(recorded.failure.isEmpty)
    #expect(recorded.success.contains { $0.code == "claimSignature.validated" })
    let actions = try #require(
      try manifest.assertions.lazy.compactMap { try Actions($0) }.first)
    #expect(actions.actions.first?.name == "c2pa.opened")
    #expect(actions.actions.first?.digitalSourceType == nil)
    #expect(
      actions.actions.first?.parameters?.ingredients?.first?.uri?.path.last
        == "c2pa.ingredient.v3")
  }

  @Test("credentials that nobody validated are recorded as a failure, never as a success")
  func unverified() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer(inspection: Inspection.unchecked)
    _ = try signer.sign(fixture.request("river.jpg", to: "1.jpg"))
    var again = fixture.request("river.jpg", to: "2.jpg")
    again.input = FilePath(fixture.scratch("1.jpg"))
    _ = try signer.sign(again)
    let ingredient = try #require(
      try fixture.store("2.jpg").active.assertions.lazy.compactMap { try Ingredient($0) }.first)
    let recorded = try #require(ingredient.validationResults?.activeManifest)
    #expect(recorded.success.isEmpty)
    #expect(recorded.failure.map(\.code) == ["general.error"])
  }

  @Test("the manifests of --parent come along, and only with a document that has none of its own")
  func parent() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    _ = try signer.sign(fixture.request("river.jpg", to: "1.jpg"))
    var child = fixture.request("river-levels.png", to: "2.png", .issued(.altered))
    child.parent = FilePath(fixture.scratch("1.jpg"))
    let result = try signer.sign(child)
    #expect(try fixture.store("2.png").manifests.map(\.label) == [result.parent, result.manifest])
    #expect(fixture.verdict("2.png").ai?.status == .altered)
    var both = fixture.request("river.jpg", to: "3.jpg")
    both.input = FilePath(fixture.scratch("1.jpg"))
    both.parent = FilePath(fixture.scratch("2.png"))
    #expect(throws: SigningError.self) { try signer.sign(both) }
    var bare = fixture.request("river.jpg", to: "3.jpg")
    bare.parent = Fixture.sample("river-levels.png")
    #expect(throws: SigningError.self) { try signer.sign(bare) }
    #expect(fixture.scratch.names == ["1.jpg", "2.png"])
  }

  @Test(
    "AI in an earlier manifest is not washed away by a later label",
    arguments: [
      (AIStatement.Use.generated, AIStatement.Use.none, AIUse.Status.conflict),
      (.altered, .none, .conflict), (.generated, .generated, .generated),
      (.none, .altered, .altered), (.altered, .altered, .altered),
      (.none, .generated, .generated),
    ])
  func history(
    row: (first: AIStatement.Use, second: AIStatement.Use, reading: AIUse.Status)
  ) throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    _ = try signer.sign(fixture.request("river.jpg", to: "1.jpg", .issued(row.first)))
    var again = fixture.request("river.jpg", to: "2.jpg", .issued(row.second))
    again.input = FilePath(fixture.scratch("1.jpg"))
    _ = try signer.sign(again)
    let verdict = fixture.verdict("2.jpg")
    #expect(verdict.ai?.status == row.reading, "\(verdict.ai?.basis ?? [])")
  }
}
