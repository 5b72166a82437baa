import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@Suite("Updates of a label")
struct UpdateTests {
  /// An update by `signer` of an official label on the content of `OfficialTests`.
  private func update(by signer: DemoCredential? = nil) throws -> TestManifest {
    let pki = try TestPKI.shared()
    var update = TestManifest(pki, signer: signer)
    update.isUpdate = true
    update.parent = try LineageTests.parent(
      of: try TestManifest(pki).sidecar(for: OfficialTests.content))
    update.actions = [Action("c2pa.published")]
    return update
  }

  private func verdict(
    on manifest: TestManifest, content: [UInt8] = OfficialTests.content
  ) throws -> Verdict {
    let document = try Document(ByteSource(bytes: content), path: "release.txt")
    return Verifier(trust: try TestPKI.shared().context(), at: TestPKI.now).session()
      .verify(document, sidecar: try manifest.sidecar(for: content))
  }

  @Test("The agency's own update is bound by the manifest that it updates")
  func own() throws {
    let verdict = try verdict(on: try update())
    #expect(verdict.c2pa.state == .trusted, "\(verdict.c2pa.failure)")
    #expect(verdict.integrity == .intact)
    #expect(verdict.origin?.status == .official)
    #expect(verdict.ai?.status == .noneDeclared)
  }

  @Test("Who updates an official document does not become its issuer", arguments: [true, false])
  func stranger(_ hasLabel: Bool) throws {
    let pki = try TestPKI.shared()
    for signer in [pki.impostor.signer, pki.demo.aiService] {
      var update = try update(by: signer)
      if !hasLabel { update.label = nil }
      let verdict = try verdict(on: update)
      #expect(verdict.integrity == .intact)
      #expect(verdict.origin?.status != .official)
      #expect(
        verdict.origin?.reasons.map(\.code.name).contains("OFF-2-INGREDIENT-ONLY") ?? false,
        "\(verdict.origin?.reasons.map(\.code.name) ?? [])")
    }
  }

  @Test("An update does not take changed content along")
  func changedContent() throws {
    let verdict = try verdict(on: try update(), content: OfficialTests.content + [0x20])
    #expect(verdict.integrity == .altered)
    #expect(verdict.c2pa.failure.map(\.code).contains("assertion.dataHash.mismatch"))
    #expect(verdict.origin?.status == Origin.Status.none)
  }

  @Test("An update of nothing, of an impostor's parent, or with an action of its own is none")
  func broken() throws {
    var alone = try update()
    alone.parent = nil
    #expect(
      try verdict(on: alone).c2pa.failure.map(\.code).contains("manifest.update.wrongParents"))
    var editing = try update()
    editing.actions = [Action("c2pa.edited", digitalSourceType: .humanEdits)]
    #expect(
      try verdict(on: editing).c2pa.failure.map(\.code).contains("manifest.update.invalid"))
    var swapped = try update()
    swapped.parent?.manifests = try ManifestStore(
      parsing: try TestManifest(try TestPKI.shared()).sidecar(for: OfficialTests.content)
    ).manifests.map { Array($0.superbox.raw) }
    for manifest in [alone, editing, swapped] {
      let verdict = try verdict(on: manifest)
      #expect(verdict.integrity != .intact)
      #expect(verdict.origin?.status == Origin.Status.none)
    }
  }
}
