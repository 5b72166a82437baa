import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("Which text of a drawing is seen")
struct DrawingShowsTests {
  private func codes(_ body: String, _ head: String = "width='300' height='60'") throws -> [String]
  {
    let text = "<svg xmlns='http://www.w3.org/2000/svg' \(head)>\(body)</svg>"
    let document = try Document(ByteSource(bytes: Array(text.utf8)), path: "a.svg")
    return try document.shown(.quick).map(\.code.name)
  }

  @Test(
    "text by its own properties",
    arguments: [
      ("fill='none'", "HIDDEN"), ("fill='white'", "HIDDEN"), ("fill='#ffffe0'", "HIDDEN"),
      ("style='fill:#fff'", "HIDDEN"), ("fill-opacity='0'", "HIDDEN"), ("opacity='0%'", "HIDDEN"),
      ("opacity='.05'", "HIDDEN"), ("font-size='0.1'", "HIDDEN"), ("x='-900'", "HIDDEN"),
      ("dx='-900'", "HIDDEN"), ("y='900'", "HIDDEN"), ("transform='scale(0.001)'", "HIDDEN"),
      ("transform='translate(500)'", "HIDDEN"), ("transform='skewX(80)'", ""),
      ("textLength='.1'", "UNREAD"), ("display=' none'", "HIDDEN"),
      ("visibility='collapse'", "HIDDEN"), ("letter-spacing='-12'", "HIDDEN"),
      ("clip-path='url(#a)'", "UNREAD"), ("mask='url(#a)'", "UNREAD"),
      ("style='filter:url(#a)'", "UNREAD"), ("fill='url(#a)'", "UNREAD"), ("class='w'", "HIDDEN"),
      ("fill='none' stroke='red'", ""), ("fill='navy' opacity='.8'", ""), ("fill='#666'", ""),
      ("stroke='#fff' stroke-width='9'", "HIDDEN"), ("stroke='#fff' stroke-width='.5'", ""),
      ("style='paint-order:stroke' stroke='#fff' stroke-width='9'", ""),
      ("stroke='navy' stroke-width='2'", ""),
      ("fill='none' stroke='red' stroke-opacity='0'", "HIDDEN"),
      ("fill='none' stroke='red' stroke-dasharray='0 99'", "UNREAD"), ("rotate='180'", "UNREAD"),
      ("dy='0 0 -90'", "UNREAD"), ("dx='0 -9 -9'", "UNREAD"), ("dx='0 1 1.5'", ""),
      ("x='100 90 80'", "UNREAD"), ("x='80 90 100'", ""), ("x='80 80.1 80.2'", "UNREAD"),
      ("x='295' text-anchor='end'", ""), ("transform='rotate(-90 80 30)'", ""),
    ])
  func own(attributes: String, code: String) throws {
    let place =
      attributes.hasPrefix("x=") ? "y='30'" : attributes.hasPrefix("y=") ? "" : "x='80' y='30'"
    let found = try codes("<style>.w{fill:#fff}</style><text \(place) \(attributes)>NOT</text>")
    #expect(found == (code.isEmpty ? [] : ["SVG-\(code)"]), "\(attributes): \(found)")
  }

  @Test(
    "text by what is painted before and after it",
    arguments: [
      ("", "<rect x='75' y='10' width='40' height='30' fill='#fff'/>", "HIDDEN"),
      ("", "<path class='w' d='M75 10h40v30h-40z'/>", "UNREAD"),
      ("", "<path d='M75,10 115 10 115 40 75 40Z'/>", "UNREAD"),
      ("", "<path d='M75 25H130' stroke='#fff' stroke-width='30' fill='none'/>", "UNREAD"),
      ("", "<image x='0' y='0' width='300' height='60'/>", "UNREAD"),
      ("", "<use href='#a'/>", "UNREAD"),
      ("", "<defs><path id='a' d='M0 0v30h50z'/></defs><use href='#a' x='75' y='9'/>", "UNREAD"),
      ("", "<defs><path id='a' d='M0 0v3'/></defs><use href='#a' x='9' y='50'/>", ""),
      ("", "<circle cx='90' cy='25' r='30' fill-opacity='.2'/>", ""),
      ("", "<rect x='150' y='10' width='40' height='30'/>", ""),
      ("", "<path d='m200 10 c1 1 2 2 3 3a5 5 0 01 5 5z'/>", ""),
      ("", "<defs><rect width='300' height='60'/></defs>", ""),
      ("", "<path d='M0 0 300 60' fill='none' stroke='red'/>", ""),
      ("<rect width='300' height='60' fill='black'/>", "", "HIDDEN"),
      ("<rect width='300' height='60' fill='#eee'/>", "", ""),
    ])
  func around(before: String, after: String, code: String) throws {
    let text = "<style>.w{fill:#fff}</style>\(before)<text x='80' y='30'>NOT</text>\(after)"
    let found = Set(try codes(text)).subtracting(code == "HIDDEN" ? ["SVG-UNREAD"] : [])
    #expect(found == (code.isEmpty ? [] : ["SVG-\(code)"]), "\(before) \(after): \(found)")
  }

  @Test(
    "runs of one text, drawings in drawings, and what is drawn at the points of lines",
    arguments: [
      ("<text x='9' y='30'>a<tspan x='60'>b</tspan></text>", ""),
      ("<text x='60' y='30'>a<tspan x='9'>b</tspan></text>", "UNREAD"),
      ("<text x='60' y='15'>a<tspan x='9' y='40'>b</tspan></text>", ""),
      (
        "<svg x='9' y='9' width='60' height='40'><text y='20'>a law that is NOT</text></svg>",
        "UNREAD"
      ),
      ("<svg x='9' y='9' width='200' height='40'><text y='20'>a</text></svg>", ""),
      ("<svg viewBox='0 0 9 9'><text y='20'>a</text></svg>", "UNREAD"),
      ("<svg><text y='20'>a</text></svg>", ""),
      (
        "<marker id='m' markerWidth='9' markerHeight='9'/><text x='9' y='30'>a</text>"
          + "<path d='M0 25L1 25' marker-end='url(#m)'/>", "UNREAD"
      ),
      (
        "<marker id='m'/><text x='9' y='15'>a</text><path d='M99 55H200' marker-end='url(#m)'/>", ""
      ),
      ("<text y='15'>a</text><path d='M99 55H200' style='marker:url(#m)'/>", "UNREAD"),
    ])
  func parts(body: String, code: String) throws {
    let found = try codes(body)
    #expect(found == (code.isEmpty ? [] : ["SVG-\(code)"]), "\(body): \(found)")
  }

  @Test("white letters are read where something dark lies under them")
  func white() throws {
    let bar = "<rect x='70' width='90' height='60' fill='#036'/>"
    for (body, isSeen) in [
      (bar + "<text x='80' y='30' fill='#fff'>a</text>", true),
      ("<text x='80' y='30' fill='#fff'>a</text>", false),
      (bar + "<text x='200' y='30' fill='#fff'>a</text>", false),
      ("<g transform='translate(-70)'>\(bar)</g><text x='10' y='30' fill='#fff'>a</text>", true),
    ] {
      #expect(try codes(body) == (isSeen ? [] : ["SVG-HIDDEN"]), "\(body)")
    }
    // A chart without letters, and one of another measure.
    #expect(try codes("<path d='M1 1 2 2z' fill='#fff'/>") == [])
    #expect(try codes("<text x='.1' y='.5' font-size='.1'>a</text>", "viewBox='0 0 1 1'") == [])
  }

  @Test("a drawing of many texts and areas costs what is looked at, and says so")
  func many() throws {
    let text = String(repeating: "<text y='9'>a</text>", count: 3_000)
    let areas = String(repeating: "<rect x='200' width='9' height='9'/>", count: 3_000)
    #expect(try codes(text + areas).contains("SVG-UNREAD"))
  }
}
