import BroadsealBytes
import BroadsealCBOR
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@Suite("What a document descends from")
struct LineageTests {
  /// The ingredient that takes `store` in as the parent, and the manifests to keep.
  static func parent(
    of store: [UInt8], results: ValidationResults = ValidationResults(activeManifest: nil),
    relationship: Relationship = .parentOf
  ) throws -> (ingredient: Ingredient, manifests: [[UInt8]]) {
    let parsed = try ManifestStore(parsing: store)
    let active = parsed.active
    let signature = try active.signature.get()
    return (
      Ingredient(
        relationship: relationship,
        manifest: (
          active: HashedURI(
            uri: JUMBF.URI(manifest: active.label, path: []),
            hash: try Digest.of(active.superbox.payload, .sha256).bytes),
          signature: HashedURI(
            uri: JUMBF.URI(manifest: active.label, path: ["c2pa.signature"]),
            hash: try Digest.of(signature.superbox.payload, .sha256).bytes),
          results: results
        )),
      parsed.manifests.map { Array($0.superbox.raw) }
    )
  }

  private static func child(of store: [UInt8], by signer: DemoCredential? = nil) throws
    -> TestManifest
  {
    var manifest = TestManifest(try TestPKI.shared(), signer: signer)
    manifest.parent = try parent(of: store)
    manifest.actions = []
    return manifest
  }

  private static func verdict(on manifest: TestManifest) throws -> Verdict {
    try OfficialTests.verdict(on: manifest, trust: try TestPKI.shared().context())
  }

  @Test("A second official version keeps the first as its parent")
  func revision() throws {
    let pki = try TestPKI.shared()
    let first = try TestManifest(pki).sidecar(for: OfficialTests.content)
    let verdict = try LineageTests.verdict(on: try LineageTests.child(of: first))
    #expect(verdict.origin?.status == .official)
    #expect(verdict.c2pa.ingredients.count == 1)
    #expect(
      verdict.c2pa.ingredients[0].success.map(\.code).contains("ingredient.manifest.validated"))
    #expect(verdict.ai?.basis.count == 3, "the parent's statements count as well")
  }

  @Test("What fails further up counts until a later manifest records it as a change")
  func deltas() throws {
    let pki = try TestPKI.shared()
    var first = TestManifest(pki)
    first.breaksSignature = true
    let second = try LineageTests.child(of: try first.sidecar(for: OfficialTests.content))
      .sidecar(for: OfficialTests.content)
    var third = try LineageTests.child(of: second)
    let plain = try LineageTests.verdict(on: third)
    #expect(plain.c2pa.state == .invalid)
    let upper = try #require(plain.c2pa.ingredients.first { !$0.failure.isEmpty })
    #expect(upper.failure.map(\.code) == ["claimSignature.mismatch"])
    let failure = RecordedStatuses(failure: [C2PAStatus(code: "claimSignature.mismatch")])
    for (uri, state) in [
      (upper.assertion, C2PAResult.State.trusted), (upper.assertion + "x", .invalid),
    ] {
      third.parent = try LineageTests.parent(
        of: second,
        results: ValidationResults(
          activeManifest: nil,
          ingredientDeltas: [.init(ingredientAssertionURI: uri, deltas: failure)]))
      let verdict = try LineageTests.verdict(on: third)
      #expect(verdict.c2pa.state == state, "\(uri)")
      #expect(verdict.findings.contains { $0.code.name == "PARENT-BROKEN" })
    }
    // Nobody can excuse what a reference itself says.
    third.parent?.manifests.removeFirst()
    #expect(try LineageTests.verdict(on: third).c2pa.state == .invalid)
  }

  @Test("An official parent does not lift what an impostor made of it")
  func officialParent() throws {
    let pki = try TestPKI.shared()
    let official = try TestManifest(pki).sidecar(for: OfficialTests.content)
    let verdict = try LineageTests.verdict(
      on: try LineageTests.child(of: official, by: pki.impostor.signer))
    #expect(verdict.integrity == .intact)
    #expect(verdict.origin?.status == .unrecognised)
    #expect(
      verdict.origin?.reasons.map(\.code.name) == ["OFF-2-INGREDIENT-ONLY", "OFF-3-UNLISTED"])
  }

  @Test("No AI over a parent that a model made is a conflict")
  func generatedParent() throws {
    let pki = try TestPKI.shared()
    var parent = TestManifest(pki, signer: pki.demo.aiService)
    parent.actions = [Action("c2pa.created", digitalSourceType: .trainedAlgorithmicMedia)]
    parent.label = nil
    let store = try parent.sidecar(for: OfficialTests.content)
    var child = try LineageTests.child(of: store)
    #expect(try LineageTests.verdict(on: child).ai?.status == .conflict)
    child.label = nil
    #expect(try LineageTests.verdict(on: child).ai?.status == .generated)
  }

  @Test("A model's label does not go away by being broken before it is taken in")
  func brokenGeneratedParent() throws {
    let pki = try TestPKI.shared()
    for change in [
      { (parent: inout TestManifest) in parent.label = nil },
      { (parent: inout TestManifest) in
        parent.actions = [Action("c2pa.created", digitalSourceType: .digitalCreation)]
        parent.label = TestManifest.label(ai: .generated)
      },
    ] {
      var parent = TestManifest(pki, signer: pki.demo.aiService)
      parent.actions = [Action("c2pa.created", digitalSourceType: .trainedAlgorithmicMedia)]
      parent.breaksSignature = true
      change(&parent)
      let store = try parent.sidecar(for: OfficialTests.content)
      var child = TestManifest(pki)
      child.actions = []
      child.parent = try LineageTests.parent(
        of: store,
        results: ValidationResults(
          activeManifest: RecordedStatuses(
            failure: [C2PAStatus(code: "claimSignature.mismatch")])))
      let verdict = try LineageTests.verdict(on: child)
      #expect(verdict.integrity == .intact)
      #expect(verdict.ai?.status == .conflict)
      #expect(verdict.ai?.hints.map(\.code.name) == ["HINT-INGREDIENT"])
    }
  }

  @Test("A parent that was put in but does not contribute says nothing about the document")
  func inputOnly() throws {
    let pki = try TestPKI.shared()
    var input = TestManifest(pki, signer: pki.demo.aiService)
    input.actions = [Action("c2pa.created", digitalSourceType: .trainedAlgorithmicMedia)]
    input.label = nil
    let store = try input.sidecar(for: OfficialTests.content)
    var manifest = TestManifest(pki)
    let (ingredient, manifests) = try LineageTests.parent(of: store, relationship: .inputTo)
    manifest.further = [(Ingredient.label, .cbor(ingredient.asValue), .created)]
    manifest.kept = manifests
    let verdict = try LineageTests.verdict(on: manifest)
    #expect(verdict.ai?.status == .noneDeclared)
    #expect(verdict.origin?.status == .official)
  }

  @Test("A parent other than the one that was taken in is a failure")
  func swappedParent() throws {
    let pki = try TestPKI.shared()
    let first = try TestManifest(pki).sidecar(for: OfficialTests.content)
    var child = try LineageTests.child(of: first)
    var manifests = try #require(child.parent?.manifests)
    let index = manifests[0].count / 2
    manifests[0][index] ^= 0x01
    child.parent?.manifests = manifests
    let verdict = try LineageTests.verdict(on: child)
    #expect(verdict.c2pa.state == .invalid)
    #expect(verdict.integrity == .altered)
    #expect(
      verdict.c2pa.ingredients[0].failure.map(\.code).contains("ingredient.manifest.mismatch"))
  }

  @Test("A parent that is not there is a failure")
  func missingParent() throws {
    let first = try TestManifest(try TestPKI.shared()).sidecar(for: OfficialTests.content)
    var child = try LineageTests.child(of: first)
    child.parent?.manifests = []
    let verdict = try LineageTests.verdict(on: child)
    #expect(verdict.integrity == .altered)
    #expect(
      verdict.c2pa.ingredients[0].failure.map(\.code) == ["ingredient.manifest.missing"])
  }

  @Test(
    "What the signer recorded of a broken parent is no new failure: it vouches for what it made of it"
  )
  func recordedFailure() throws {
    let pki = try TestPKI.shared()
    var broken = TestManifest(pki)
    broken.breaksSignature = true
    let store = try broken.sidecar(for: OfficialTests.content)
    var child = TestManifest(pki)
    child.actions = []
    let failure = C2PAStatus(code: "claimSignature.mismatch")
    child.parent = try LineageTests.parent(of: store)
    #expect(try LineageTests.verdict(on: child).c2pa.state == .invalid)
    child.parent = try LineageTests.parent(
      of: store,
      results: ValidationResults(activeManifest: RecordedStatuses(failure: [failure])))
    let recorded = try LineageTests.verdict(on: child)
    #expect(recorded.c2pa.state == .trusted)
    #expect(recorded.c2pa.ingredients[0].recordedFailure.map(\.code) == [failure.code])
    #expect(recorded.c2pa.ingredients[0].failure.isEmpty)
    #expect(recorded.origin?.status == .official)
  }

  @Test("A manifest that nothing refers to is skipped, and never official")
  func stowaway() throws {
    let pki = try TestPKI.shared()
    let other = try ManifestStore(parsing: try TestManifest(pki).sidecar(for: [1]))
    var manifest = TestManifest(pki)
    manifest.kept = [Array(other.active.superbox.raw)]
    let verdict = try LineageTests.verdict(on: manifest)
    #expect(verdict.integrity == .intact)
    #expect(verdict.origin?.reasons.map(\.code.name) == ["OFF-1-LAYOUT"])
  }

  @Test("A long line of parents ends at its limit and is never official")
  func longLine() throws {
    let pki = try TestPKI.shared()
    var store = try TestManifest(pki).sidecar(for: OfficialTests.content)
    for _ in 0..<66 {
      var child = try LineageTests.child(of: store)
      child.authority = nil
      child.signatureSize = 3_000
      store = try child.sidecar(for: OfficialTests.content)
    }
    let verdict = try LineageTests.verdict(on: try LineageTests.child(of: store))
    #expect(!verdict.limits.isEmpty)
    #expect(verdict.origin?.status != .official)
  }
}
