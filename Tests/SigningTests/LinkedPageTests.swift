import BroadsealBytes
import BroadsealNotes
import BroadsealSigning
import BroadsealVerifying
import TestSupport
import Testing

/// Pages that refer to a label in a file of its own (C2PA 2.5 §A.7.1.2).
@Suite struct LinkedPageTests {
  private static func page(_ reference: String) -> [UInt8] {
    Array(
      "<!DOCTYPE html><head><link rel=\"c2pa-manifest\" href=\"\(reference)\"></head><p>x".utf8)
  }

  @Test("a page with a reference gets the sidecar that it refers to, and is official with it")
  func signs() throws {
    let fixture = try Fixture()
    let bytes = Self.page("page.html.c2pa")
    let input = fixture.scratch.write(bytes, to: "page.html")
    let result = try fixture.signer().sign(
      SigningRequest(
        input: FilePath(input), destination: .inPlace, label: .issued(.none)))
    guard case .sidecar(let note?) = result.form else {
      Issue.record("\(result.form)")
      return
    }
    #expect(note.code.name == "HTML-LINK")
    #expect(fixture.scratch.names == ["page.html", "page.html.c2pa"])
    #expect(fixture.scratch.read("page.html") == bytes)
    let verdict = fixture.verifier.session().verify(FilePath(input))
    #expect(verdict.isDetached && verdict.integrity == .intact)
    #expect(verdict.origin?.status == .official, "\(verdict.origin?.reasons ?? [])")
    #expect(!verdict.findings.map(\.code.name).contains("HTML-LINK"))
    // The reference is hashed like everything else.
    fixture.scratch.write(Self.page("page.html.c2pb"), to: "page.html")
    #expect(fixture.verifier.session().verify(FilePath(input)).integrity == .altered)
  }

  @Test(
    "a reference to anything else is not followed, and said",
    arguments: ["other.c2pa", "../page.html.c2pa", "https://a.example/page.html.c2pa", ""])
  func elsewhere(reference: String) throws {
    let fixture = try Fixture()
    let input = fixture.scratch.write(Self.page(reference), to: "page.html")
    fixture.scratch.write(Array("no store".utf8), to: "other.c2pa")
    let verdict = fixture.verifier.session().verify(FilePath(input))
    #expect(verdict.integrity == .noLabel)
    let code = reference.hasPrefix("https:") ? "REMOTE-NOT-FETCHED" : "HTML-LINK"
    #expect(verdict.findings.map(\.code.name) == [code])
  }
}
