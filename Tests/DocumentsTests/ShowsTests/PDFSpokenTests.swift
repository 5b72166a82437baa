import Testing

@testable import BroadsealDocuments

@Suite("Text for programs and the codes of a PDF, compared")
struct PDFSpokenTests {
  private func result(_ said: String, _ shown: String) -> PDFSpokenComparison.Result {
    var work = 1 << 16
    return PDFSpokenComparison(Array(said.utf8), Array(shown.utf8)).result(&work)
  }

  @Test(
    "what says the same in other characters, or in the order in which a script is drawn",
    arguments: [
      ("e\u{301}", "\u{E9}"), ("\u{644}\u{627}", "\u{FEFB}"), ("file", "\u{FB01}le"),
      ("\u{E19}\u{E49}\u{E33}", "\u{E19}\u{E4D}\u{E49}\u{E32}"),
      // Conjuncts without a code of their own.
      ("\u{92A}\u{94D}\u{924}\u{93F}", "\u{93F}\u{0}\u{924}"),
      ("\u{9B0}\u{9CD}\u{9AF}", "\u{9AF}\u{0}"),
      ("\u{915}\u{93F}\u{924}\u{93F}", "\u{93F}\u{915}\u{93F}\u{924}"),
      ("\u{930}\u{94D}\u{915}", "\u{915}\u{930}\u{94D}"),
      ("1\u{FE0F}\u{20E3}", "1\u{FFFF}"), ("1\u{FE0F}\u{20E3}", "1\u{FFFE}"),
      ("\u{1F44D}\u{1F3FD}", "\u{FFFE}\u{FFFE}"), ("m", "M"), ("stra\u{DF}e", "STRASSE"),
      ("\u{2212}5", "-5"), ("3\u{2013}5", "3-5"), ("well-known", "wellknown"), ("", "-"),
      ("\u{7FBD}", "\u{2F7B}"), ("\u{5D0}\u{5D1} 123", "123 \u{5D1}\u{5D0}"),
      ("\u{5D0}\u{5D1} 1.5", "1.5 \u{5D1}\u{5D0}"), ("anything", "\u{FFFF}"),
    ])
  func same(said: String, shown: String) { #expect(result(said, shown) == .same) }

  @Test(
    "what says something else",
    arguments: [
      ("-500 EUR", "500 EUR"), ("100", "001"), ("10\u{B2}", "102"), ("1.5", "1,5"), ("", "5"),
      ("not", "\u{FFFE}"),
      ("5\u{B7}3", "53"), ("man bites d\u{F6}g", "d\u{F6}g bites man"), ("evil", "live"), ("x", ""),
      ("\u{5D0}\u{5D1} 123", "321 \u{5D1}\u{5D0}"), ("-5 \u{5D0}\u{5D1}", "5 \u{5D0}\u{5D1}"),
      ("\u{915}\u{94D}\u{924}", "\u{924}\u{94D}\u{915}"),
      ("\u{915}\u{93F}\u{924}", "\u{924}\u{93F}\u{915}"), ("M", "m"), ("5", "9\u{FFFF}"),
      ("\u{FEFB}", "\u{FEE1}"), ("\u{FF21}", "\u{FF22}"),
    ])
  func other(said: String, shown: String) { #expect(result(said, shown) == .other) }

  @Test("many codes that nobody knows are compared as long as there is work")
  func work() {
    let said = Array(String(repeating: "ab", count: 400).utf8)
    let shown = Array(String(repeating: "a\u{FFFF}", count: 400).utf8)
    for (room, wanted) in [(1 << 10, PDFSpokenComparison.Result.unread), (1 << 20, .same)] {
      var work = room
      #expect(PDFSpokenComparison(said, shown).result(&work) == wanted, "\(room)")
    }
  }
}
