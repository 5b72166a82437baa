import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@Suite("Signing text")
struct TextSigningTests {
  /// Signs `text` as `name`; whether nothing but the store is in the wrapper.
  private func fills(
    _ fixture: Fixture, _ signer: Signer, _ text: String, _ name: String = "a.txt"
  ) throws -> Bool {
    fixture.scratch.write(Array(text.utf8), to: name)
    var request = SigningRequest(
      input: FilePath(fixture.scratch(name)),
      destination: .file(FilePath(fixture.scratch("out-" + name))), label: .issued(.none))
    request.overwrites = true
    let result = try signer.sign(request)
    #expect(result.form == .embedded)
    let document = try Document.open(result.output)
    guard case .found(let located) = try document.carrier?.locate() else { return false }
    #expect(located.bytes.count == result.storeSize)
    let carrier = try #require(document.carrier)
    return carrier.length(of: located.bytes) == located.extent.length
      && result.notes.allSatisfy { $0.code.name != "TEXT-PADDED" }
  }

  @Test(
    "The store fills its room, whatever the key, with a time stamp and without",
    arguments: [SignatureAlgorithm.es256, .es384, .es512, .ps256, .ed25519])
  func keys(_ algorithm: SignatureAlgorithm) throws {
    let fixture = try Fixture()
    for stamping in [TimeStamping.none, try fixture.stamping()] {
      let signer = try fixture.signer(
        algorithm, stamping: stamping, inspection: Inspection.unchecked)
      for round in 1...20 {
        let text = String(repeating: "x\n", count: round * round)
        #expect(try fills(fixture, signer, text), "round \(round)")
      }
    }
  }

  @Test("The store fills its room with the token of an authority on the network")
  func remote() throws {
    let fixture = try Fixture()
    let tsa = fixture.pki.demo.tsa
    let authority = try TimeStampAuthority(
      key: tsa.key, certificate: tsa.certificate, chain: Array(tsa.chain.dropFirst()))
    let server = try LocalAuthorityServer(requests: 64) { request in
      (try? authority.respond(to: request, at: Fixture.time)).map {
        LocalAuthorityServer.response($0)
      }
    }
    let signer = try fixture.signer(
      stamping: .authorities(
        [.remote(url: "http://127.0.0.1:\(server.port)/")], allowMissing: false))
    for round in 1...12 {
      #expect(try fills(fixture, signer, String(repeating: "x\n", count: round * 100)))
    }
  }

  @Test("The store fills its room when no authority answers and that is allowed")
  func missing() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer(
      stamping: .authorities([.remote(url: "http://127.0.0.1:1/tsa")], allowMissing: true))
    for round in 1...4 {
      #expect(try fills(fixture, signer, String(repeating: "x\n", count: round)))
    }
  }

  @Test("Four labels of a text follow one another, and the text stays as it was")
  func revisions() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    for name in ["a.md", "b.txt"] {
      let text = Array("# 見出し\r\n\r\ntext\r\n".utf8)
      fixture.scratch.write(text, to: "0-" + name)
      var labels: [String] = []
      for revision in 1...4 {
        let result = try signer.sign(
          SigningRequest(
            input: FilePath(fixture.scratch("\(revision - 1)-" + name)),
            destination: .file(FilePath(fixture.scratch("\(revision)-" + name))),
            label: .issued(.none)))
        #expect(result.parent == labels.last)
        labels.append(result.manifest)
      }
      #expect(try fixture.store("4-" + name).manifests.map(\.label) == labels)
      let verdict = fixture.verdict("4-" + name)
      #expect(verdict.origin?.status == .official, "\(verdict.origin?.reasons ?? [])")
      let document = try Document.open(FilePath(fixture.scratch("4-" + name)))
      let pieces = try #require(try document.carrier?.removal())
      let kept = try pieces.flatMap { piece throws -> [UInt8] in
        guard case .copy(let range) = piece else { return [] }
        return try document.source.read(range)
      }
      #expect(kept == text)
    }
  }

  @Test("A text with two labels, or with a broken one, is not signed before they are removed")
  func ambiguous() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    #expect(try fills(fixture, signer, "text"))
    let bytes = Scratch.bytes(of: FilePath(fixture.scratch("out-a.txt")))
    for (name, content) in [("twice.txt", bytes + bytes), ("cut.txt", Array(bytes.dropLast(40)))] {
      fixture.scratch.write(content, to: name)
      let request = SigningRequest(
        input: FilePath(fixture.scratch(name)),
        destination: .file(FilePath(fixture.scratch("no-" + name))), label: .issued(.none))
      #expect(throws: SigningError.self) { try signer.sign(request) }
      #expect(fixture.verdict(name).integrity == .malformed)
      #expect(!fixture.scratch.names.contains("no-" + name))
    }
  }

  @Test("A label that only asks for a sidecar leaves the text alone")
  func sidecar() throws {
    let fixture = try Fixture()
    for sample in ["press-release.txt", "press-release.md"] {
      var request = fixture.request(sample, to: sample)
      request.form = .sidecar
      let result = try fixture.signer().sign(request)
      let verdict = fixture.verifier.session()
        .verify(Fixture.sample(sample), sidecar: result.output)
      #expect(verdict.isDetached && verdict.origin?.status == .official)
    }
  }
}
