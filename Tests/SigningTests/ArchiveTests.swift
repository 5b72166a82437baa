import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealSigning
import BroadsealVerifying
import TestSupport
import Testing

@Suite("Signed archives") struct ArchiveTests {
  /// Signs the samples' DOCX; the output's bytes.
  private func signed(_ fixture: Fixture) throws -> [UInt8] {
    _ = try fixture.signer().sign(fixture.request("press-release.docx", to: "out.docx"))
    return try #require(fixture.scratch.read("out.docx"))
  }

  private func verdict(_ bytes: [UInt8], _ fixture: Fixture) throws -> Verdict {
    fixture.verifier.session().verify(
      try Document(ByteSource(bytes: bytes), path: "out.docx"))
  }

  @Test("no random change of a signed DOCX leaves it official, or intact without a word")
  func changes() throws {
    let fixture = try Fixture()
    let bytes = try signed(fixture)
    #expect(try verdict(bytes, fixture).origin?.status == .official)
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<1_000 {
      var changed = bytes
      let place = next(bytes.count)
      changed[place] ^= UInt8(1 + next(255))
      let verdict = try verdict(changed, fixture)
      #expect(verdict.origin?.status != .official, "byte \(place)")
      #expect(
        verdict.integrity != .intact || verdict.findings.contains { $0.severity != .note },
        "byte \(place)")
    }
  }

  @Test("a signed DOCX cut off anywhere is never official and never intact")
  func truncations() throws {
    let fixture = try Fixture()
    let bytes = try signed(fixture)
    for length in bytes.indices {
      let verdict = try verdict(Array(bytes[..<length]), fixture)
      #expect(verdict.origin?.status != .official && verdict.integrity != .intact, "\(length)")
    }
  }

  @Test("--embed puts a label into an OpenDocument file, and says what that costs")
  func insisting() throws {
    let fixture = try Fixture()
    var request = fixture.request("press-release.odt", to: "out.odt")
    request.form = .embedded
    let result = try fixture.signer().sign(request)
    #expect(result.form == .embedded)
    #expect(result.notes.map(\.code.name).contains("ZIP-ODF-EMBEDDED"))
    let verdict = fixture.verdict("out.odt")
    #expect(verdict.integrity == .intact && verdict.origin?.status == .official)
  }

  @Test("an archive of many files is bound file by file")
  func manyFiles() throws {
    let fixture = try Fixture()
    let entries = (0..<3_000).map { ZIPFile.Entry("folder \($0 / 100)/\u{5831}\($0).txt", "\($0)") }
    fixture.scratch.write(ZIPFile(entries).built().bytes, to: "many.zip")
    let request = SigningRequest(
      input: FilePath(fixture.scratch("many.zip")),
      destination: .file(FilePath(fixture.scratch("out.zip"))), label: .issued(.none))
    let result = try fixture.signer().sign(request)
    #expect(result.form == .embedded && result.storeSize > 3_000 * 60)
    #expect(fixture.verdict("out.zip").origin?.status == .official)
  }

  @Test("an archive that is not read is labelled by a sidecar; a damaged one only on request")
  func sidecars() throws {
    let fixture = try Fixture()
    var split = ZIPFile.docx().built()
    split.put(1 as UInt16, at: split.end + 4)
    fixture.scratch.write(split.bytes, to: "split.docx")
    fixture.scratch.write(ZIPFile.docx().built().bytes + [0], to: "long.docx")
    func request(_ name: String) -> SigningRequest {
      SigningRequest(
        input: FilePath(fixture.scratch(name)), destination: .inPlace, label: .issued(.none))
    }
    let result = try fixture.signer().sign(request("split.docx"))
    guard case .sidecar(let note?) = result.form else {
      Issue.record("\(result.form)")
      return
    }
    #expect(note.code.name == "ZIP-MULTI-DISK")
    let error = #expect(throws: SigningError.self) {
      try fixture.signer().sign(request("long.docx"))
    }
    #expect(error?.kind == .malformed)
    var asked = request("long.docx")
    asked.form = .sidecar
    #expect(try fixture.signer().sign(asked).form == .sidecar(because: nil))
    // It binds every byte, whatever two readers make of them.
    let verdict = fixture.verdict("long.docx")
    #expect(verdict.integrity == .intact && verdict.origin?.status == .official)
  }
}
