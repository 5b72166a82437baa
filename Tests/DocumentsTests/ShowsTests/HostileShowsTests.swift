import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("Documents that would keep a search busy", .timeLimit(.minutes(2)))
struct HostileShowsTests {
  @Test(
    "what begins and never ends costs no more than its length",
    arguments: [
      ("a.html", "<p ", 200_000), ("a.html", "<svg>", 200_000), ("a.html", "<style>url(", 100_000),
      ("a.html", "&#", 200_000), ("a.html", "<a href=&", 100_000), ("a.md", "![", 200_000),
      ("a.md", "<a ", 200_000), ("a.md", "`", 200_000), ("a.md", "` ", 200_000),
      ("a.md", "[", 300_000),
      ("a.rtf", "{", 300_000), ("a.rtf", "\\v", 200_000), ("a.txt", "\u{200B}", 100_000),
      ("a.csv", "\"", 300_000), ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'>", 20_000),
      ("a.xml", "<a>", 200_000), ("a.txt", "ignore ", 100_000),
    ])
  func unended(name: FilePath, piece: String, count: Int) throws {
    let text =
      (name.display.hasSuffix(".rtf") ? "{\\rtf1 " : "") + String(repeating: piece, count: count)
    let document = try Document(ByteSource(bytes: Array(text.utf8)), path: name)
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try document.shown(.whole) }
    // A debug build on a busy machine: a search that is not linear takes minutes.
    #expect(time < .seconds(30), "\(name.display): \(time)")
  }

  @Test("a page of many texts and many areas is given up, and that is said")
  func areas() throws {
    let text = String(repeating: "1 0 0 1 5 5 Tm (a) Tj ", count: 20_000)
    let area = String(repeating: "0 0 1 20 re f ", count: 20_000)
    let bytes = SmallPDF.drawing("BT /F1 9 Tf \(text) ET \(area)")
    let document = try Document(ByteSource(bytes: bytes), path: "a.pdf")
    #expect(try document.shown(.whole).map(\.code.name) == ["PDF-RISKS-UNREAD"])
  }
}
