import BroadsealBytes
import BroadsealNotes
import BroadsealProvenance
import BroadsealSigning
import BroadsealVerifying
import TestSupport
import Testing

@Suite struct SidecarTests {
  @Test(
    "a file that cannot carry its label gets a sidecar, and the result says why",
    arguments: [("river-levels.csv", "TEXT-KIND"), ("press-release.odt", "ZIP-ODF")])
  func automatic(sample: String, code: String) throws {
    let fixture = try Fixture()
    let before = Scratch.bytes(of: Fixture.sample(sample))
    let result = try fixture.signer().sign(fixture.request(sample, to: "out"))
    guard case .sidecar(let note?) = result.form else {
      Issue.record("\(result.form)")
      return
    }
    #expect(note.code.name == code)
    #expect(result.output == FilePath(fixture.scratch("out.c2pa")))
    #expect(fixture.scratch.names == ["out.c2pa"])
    #expect(Scratch.bytes(of: Fixture.sample(sample)) == before)
    let verdict = fixture.verifier.session()
      .verify(Fixture.sample(sample), sidecar: result.output)
    #expect(verdict.isDetached)
    #expect(verdict.c2pa.state == .trusted, "\(verdict.c2pa.failure)")
    #expect(verdict.origin?.status == .official, "\(verdict.origin?.reasons ?? [])")
  }

  @Test("a sidecar takes the name that the rules give it")
  func names() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    fixture.scratch.write(Array("text".utf8), to: "a.csv")
    fixture.scratch.write([], to: "folder/keep")
    let rows: [(SigningRequest.Destination, String)] = [
      (.inPlace, "a.csv.c2pa"), (.file(FilePath(fixture.scratch("b"))), "b.c2pa"),
      (.file(FilePath(fixture.scratch("c.c2pa"))), "c.c2pa"),
      (.folder(FilePath(fixture.scratch("folder"))), "folder/a.csv.c2pa"),
    ]
    for (destination, name) in rows {
      let request = SigningRequest(
        input: FilePath(fixture.scratch("a.csv")), destination: destination,
        label: .issued(.none))
      #expect(try signer.sign(request).output == FilePath(fixture.scratch(name)))
    }
    #expect(fixture.verdict("a.csv").c2pa.state == .trusted)
  }

  @Test("a sidecar that is asked for leaves a document that could carry a store alone")
  func asked() throws {
    let fixture = try Fixture()
    var request = fixture.request("river.jpg", to: "out.jpg")
    request.form = .sidecar
    let result = try fixture.signer().sign(request)
    #expect(result.form == .sidecar(because: nil))
    #expect(fixture.scratch.names == ["out.jpg.c2pa"])
  }

  @Test("signing again keeps the manifest of the sidecar that is there")
  func again() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    fixture.scratch.write(Array("text".utf8), to: "a.csv")
    var request = SigningRequest(
      input: FilePath(fixture.scratch("a.csv")), destination: .inPlace, label: .issued(.none))
    let first = try signer.sign(request)
    #expect(throws: SigningError.self) { try signer.sign(request) }
    request.overwrites = true
    let second = try signer.sign(request)
    #expect(second.parent == first.manifest)
    let labels = try fixture.store("a.csv.c2pa").manifests.map(\.label)
    #expect(labels == [first.manifest, second.manifest])
    #expect(fixture.verdict("a.csv").c2pa.state == .trusted)
  }

  @Test("an embedded store is never covered by a sidecar")
  func embedded() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    _ = try signer.sign(fixture.request("river.jpg", to: "1.jpg"))
    var request = fixture.request("river.jpg", to: "2.jpg")
    request.input = FilePath(fixture.scratch("1.jpg"))
    request.form = .sidecar
    let error = #expect(throws: SigningError.self) { try signer.sign(request) }
    #expect(error?.code?.name == "EMBEDDED-STORE")
    #expect(fixture.scratch.names == ["1.jpg"])
  }

  @Test("insisting on a store in a file that has no room for one is refused with a hint")
  func insisting() throws {
    let fixture = try Fixture()
    fixture.scratch.write(Array("{}".utf8), to: "a.json")
    var request = fixture.request("river-levels.csv", to: "out.json")
    request.input = FilePath(fixture.scratch("a.json"))
    request.form = .embedded
    let error = #expect(throws: SigningError.self) { try fixture.signer().sign(request) }
    #expect(error?.code?.name == "TEXT-NO-COMMENT")
    #expect(error?.hint == "--sidecar labels it without changing it")
  }

  @Test("a manifest store is not a document")
  func store() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    _ = try signer.sign(fixture.request("river-levels.csv", to: "a"))
    var request = fixture.request("river-levels.csv", to: "b")
    request.input = FilePath(fixture.scratch("a.c2pa"))
    let error = #expect(throws: SigningError.self) { try signer.sign(request) }
    #expect(error?.code?.name == "STORE-FILE")
  }
}
