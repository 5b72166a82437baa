import BroadsealBytes
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealSigning
import BroadsealVerifying
import TestSupport
import Testing

@Suite struct EmbeddingTests {
  @Test(
    "an independent reading trusts a signed document, under every algorithm",
    arguments: Fixture.carriers, SignatureAlgorithm.allCases)
  func embeds(sample: String, algorithm: SignatureAlgorithm) throws {
    let fixture = try Fixture()
    let result = try fixture.signer(algorithm).sign(fixture.request(sample, to: "out-" + sample))
    #expect(result.form == .embedded)
    #expect(result.stamp?.time == Fixture.time)
    let verdict = fixture.verdict("out-" + sample)
    #expect(verdict.integrity == .intact)
    #expect(verdict.c2pa.state == .trusted, "\(verdict.c2pa.failure)")
    // The demonstration's list takes no other keys for official documents.
    let isListed = algorithm == .es256 || algorithm == .es384
    #expect(
      (verdict.origin?.status == .official) == isListed, "\(verdict.origin?.reasons ?? [])")
    #expect(verdict.ai?.status == .noneDeclared)
    #expect(verdict.c2pa.activeManifest == result.manifest)
    #expect(fixture.scratch.names == ["out-" + sample])
  }

  @Test(
    "each label is read back as it was written",
    arguments: Fixture.carriers,
    [
      (Label.plain(.none), AIUse.Status.noneDeclared), (.plain(.generated), .generated),
      (.plain(.altered), .altered), (.issued(.generated), .generated),
      (.issued(.altered), .altered),
    ])
  func labels(sample: String, row: (label: Label, reading: AIUse.Status)) throws {
    let fixture = try Fixture()
    _ = try fixture.signer().sign(fixture.request(sample, to: sample, row.label))
    let verdict = fixture.verdict(sample)
    #expect(verdict.integrity == .intact)
    #expect(verdict.ai?.status == row.reading, "\(verdict.ai?.basis ?? [])")
    #expect(verdict.ai?.system == row.label.ai.system)
    #expect((verdict.origin?.status == .official) == (row.label.official != nil))
  }

  @Test("the claim says who made it, and lists what the standard asks for")
  func claim() throws {
    let fixture = try Fixture()
    var request = fixture.request("river.jpg", to: "out.jpg", .issued(.generated))
    request.title = "River"
    request.actions = ["published", "example.agency.registered"]
    request.allActionsIncluded = true
    _ = try fixture.signer().sign(request)
    let manifest = try fixture.store("out.jpg").active
    let claim = try manifest.claim.get()
    #expect(claim.generators.first?.name == "Broadseal")
    #expect(claim.specVersion == "2.4.0")
    #expect(claim.algorithm == "sha256")
    #expect(claim.signatureURI?.manifest == manifest.label)
    #expect(
      claim.created.compactMap { $0.uri?.path.last } == [
        "c2pa.actions.v2", "c2pa.hash.data", "c2pa.ai-disclosure", "org.broadseal.label",
      ])
    #expect(claim.gathered.compactMap { $0.uri?.path.last } == ["c2pa.metadata"])
    let actions = try #require(
      try manifest.assertions.lazy.compactMap { try Actions($0) }.first)
    #expect(
      actions.actions.map(\.name) == [
        "c2pa.created", "c2pa.published", "example.agency.registered",
      ])
    #expect(actions.allActionsIncluded == true)
    #expect(actions.actions.first?.softwareAgent?.name == "Demo Model")
  }

  @Test("equal signatures differ only in what has to be new: no two manifests share a name")
  func fresh() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    let names = try (0..<5).map { index in
      try signer.sign(fixture.request("river.jpg", to: "\(index).jpg")).manifest
    }
    #expect(Set(names).count == 5)
  }

  @Test("metadata that names another place for the label is left as it is, and that is said")
  func elsewhere() throws {
    let fixture = try Fixture()
    let packet =
      #"<x xmlns:d="http://purl.org/dc/terms/" d:provenance="https://old.example/river.c2pa"/>"#
    for (name, chunks) in [
      ("a.webp", [RIFFFile.chunk("XMP ", Array(packet.utf8))]), ("b.webp", []),
    ] {
      let input = fixture.scratch.write(RIFFFile.webp(chunks), to: name)
      let result = try fixture.signer().sign(
        SigningRequest(
          input: FilePath(input), destination: .file(FilePath(fixture.scratch("signed-" + name))),
          label: .issued(.none)))
      #expect(result.notes.map(\.code.name) == (chunks.isEmpty ? [] : ["LABEL-ELSEWHERE"]))
      #expect(fixture.verdict("signed-" + name).integrity == .intact)
    }
  }
}
