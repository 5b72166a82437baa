import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("Boxes of a page that have no room for their text, or lie on other text")
struct BoxShowsTests {
  private func codes(_ style: String, _ body: String) throws -> [String] {
    let text =
      "<!doctype html><html><head><meta charset=utf-8><title>a</title><style>\(style)</style></head>"
      + "<body>\(body)</body></html>"
    let document = try Document(ByteSource(bytes: Array(text.utf8)), path: "a.html")
    return try document.shown(.quick).map(\.code.name)
  }

  /// Each shows the second sentence in the place of the first.
  private static let covering = [
    "p{margin:0}.a{height:0}.b{position:relative;background:#fff}", ".a{max-height:0px}",
    ".a{height:5%}",
    ".a{block-size:.1px}", ".a{width:0;white-space:nowrap}", ".a{flex:0 0 0px;min-width:0}",
    ".a{line-height:0}", ".a{font:16px/0 a}", ".a{aspect-ratio:99/1}",
    ".g{display:grid;grid-template-rows:0px auto}", ".g{display:grid;grid-template:0fr 1fr/auto}",
    ".g{display:grid;grid-template-rows:repeat(2,minmax(0,1px))}",
    ".a{float:left;shape-outside:circle(0)}",
    ".b{margin:-16px 0 0;position:relative;background:#fff}",
    ".b{margin-top:-.8lh;position:relative;background:#fff}",
    ".b{position:relative}.b{margin-block:-12px 0}.b{background:#fff}",
    ".b{display:inline-block;background:#fff;margin-top:-9px}",
    "i{background:#fff;margin-left:-14px}",
    ".a{height:20px;width:8em}.b{opacity:.99;background:#fff}",
    ".a{height:calc(1px*1)}.b{position:relative;background:#eee}",
    "i{padding-top:20px;background:#fff}",
    "i{border-top:20px solid #fff}", "img{margin-top:-20px}",
    ".b{position:relative;top:-6px;background:#fff}",
  ]

  @Test("another sentence over the first", arguments: covering)
  func over(style: String) throws {
    let body = "<div class=g><p class=a>One.</p><p class=b>Two <i>three</i>.</p></div><img alt=''>"
    let found = try codes(style, body)
    #expect(found == ["HTML-UNREAD"], "\(style): \(found)")
    let printed = try codes("@media print{\(style)}", body)
    #expect(printed.contains("HTML-CONDITIONAL"), "\(style): \(printed)")
  }

  @Test(
    "the same at some moments, and by the styles of elements",
    arguments: [
      (".a{animation:k 9s}@keyframes k{50%{height:0}}", "<p class=a>One.</p>", "HTML-CONDITIONAL"),
      ("", "<div style='height:0'><p>One.</p></div><p>Two.", "HTML-UNREAD"),
      (
        "", "<table><tr><td style='width:0'><div style='width:0'>One.</div><td>Two.</table>",
        "HTML-UNREAD"
      ),
      ("td{display:block}", "<table><tr><td style='height:1px'>One.</table>", "HTML-UNREAD"),
      ("", "<table><tr><td style='height:1px;display:block'>One.</table>", "HTML-UNREAD"),
      ("td{display:block}.h{height:1px}", "<table><tr><td class=h>One.</table>", "HTML-UNREAD"),
      (
        "", "<p>One.<p style='margin-top:-12px;position:relative;background:#fff'>Two.",
        "HTML-UNREAD"
      ),
      ("", "<p>One.<img style='margin-top:-30px' alt=''>", "HTML-UNREAD"),
    ])
  func elements(style: String, body: String, code: String) throws {
    let found = try codes(style, body)
    #expect(found == (code.isEmpty ? [] : [code]), "\(style) \(body): \(found)")
  }

  @Test(
    "boxes of usual pages",
    arguments: [
      "td,th{width:1%;height:20px;white-space:nowrap}", ".n{width:40px;text-align:right}",
      "hr{height:1px}",
      ".bar{height:8px;background:#06c;width:40%}",
      "p::before{content:'';display:block;height:3px}",
      ".logo{height:60px;position:relative}img{height:12px;width:12px}", ".row{margin:0 -15px}",
      "sup{position:relative;top:-.5em;line-height:0}b{background:#eee}",
      "header{height:80px}b{background:#eee}",
      "header{position:relative;background:#036;color:#fff;padding:20px}", "html,body{height:100%}",
      ".card{position:relative;top:2px;background:#eee;padding:30px;border-top:12px solid #06c}",
      "a{display:inline-block;padding:12px 20px;background:#036;color:#fff}",
      ".none{height:0;margin:-9px}",
      ".g{display:grid;grid-template-columns:minmax(0,1fr) repeat(2,1fr);grid-template-rows:auto 1fr}",
      ".g{display:flex}.g>*{flex:1 0 0%}", ".g>*{flex-basis:0;flex-grow:1}",
      ".c{max-height:90px;overflow:auto}",
      "h2{margin-top:-.5em}", "pre{line-height:1}body{line-height:1.5;background:#fff}",
    ])
  func usual(style: String) throws {
    let body = """
      <header><img class=logo alt=''><a href='#a'>a</a></header><h2>b</h2><p>c<sup>2</sup> <b>d</b></p><hr>
      <div class=row><div class=card>e</div></div><div class=bar></div><div class=c>f</div>
      <table><tr><th>g</th><td class=n>1</td></tr></table><div class=g><p>h</p></div><pre>i</pre>
      """
    let found = try codes(style, body)
    #expect(found == [], "\(style): \(found)")
  }
}
