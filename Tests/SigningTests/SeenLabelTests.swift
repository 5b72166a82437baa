import BroadsealBytes
import BroadsealSigning
import BroadsealVerifying
import TestSupport
import Testing

/// Documents that would show something else as soon as a label stands in them.
@Suite struct SeenLabelTests {
  private static let seeing = [
    (
      "a.html",
      "<!doctype html><head><style>html:has(script) p::before{content:\"b\"}</style></head><p>a"
    ),
    ("b.html", "<!doctype html><head><link rel=stylesheet href=\"data:text/css,a{}\"></head><p>a"),
    (
      "a.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>svg:has(metadata) text{fill:red}</style></svg>"
    ),
    (
      "b.svg",
      "<?xml-stylesheet type=\"text/xsl\" href=\"#a\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    ),
  ]

  @Test("get it beside, and say why", arguments: seeing)
  func beside(name: String, text: String) throws {
    let fixture = try Fixture()
    let input = fixture.scratch.write(Array(text.utf8), to: name)
    let result = try fixture.signer().sign(
      SigningRequest(input: FilePath(input), destination: .inPlace, label: .issued(.none)))
    guard case .sidecar(let note?) = result.form else {
      Issue.record("\(name): \(result.form)")
      return
    }
    #expect(note.code.name == "CONTENT-LABEL-SEEN")
    #expect(!result.notes.contains { $0.code == note.code })
    #expect(fixture.scratch.read(name) == Array(text.utf8))
    #expect(fixture.verifier.session().verify(FilePath(input)).origin?.status == .official)
  }

  @Test(
    "are refused when the label has to stand inside, and told what serves",
    arguments: seeing + [
      ("a.xml", "<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?><a/>")
    ])
  func inside(name: String, text: String) throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    let input = fixture.scratch.write(Array(text.utf8), to: name)
    var request = SigningRequest(
      input: FilePath(input), destination: .inPlace, label: .issued(.none))
    request.form = .embedded
    do throws(SigningError) {
      _ = try signer.sign(request)
      Issue.record("\(name) was signed")
    } catch {
      #expect(error.code?.name == "CONTENT-LABEL-SEEN", "\(name): \(error)")
      #expect(error.hint?.contains("sidecar") == true, "\(name): \(error.hint ?? "")")
    }
    #expect(fixture.scratch.names == [name])
  }

  @Test("the same page without such a rule carries it")
  func plain() throws {
    let fixture = try Fixture()
    let text = "<!doctype html><head><style>p:first-child{margin:0}</style></head><p>a"
    let input = fixture.scratch.write(Array(text.utf8), to: "a.html")
    let result = try fixture.signer().sign(
      SigningRequest(input: FilePath(input), destination: .inPlace, label: .issued(.none)))
    #expect(result.form == .embedded)
  }
}
