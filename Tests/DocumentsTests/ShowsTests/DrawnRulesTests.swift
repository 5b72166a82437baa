import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("Rules of style sheets by which drawings are painted")
struct DrawnRulesTests {
  private func codes(_ text: String, _ name: FilePath) throws -> [String] {
    let document = try Document(ByteSource(bytes: Array(text.utf8)), path: name)
    return try document.shown(.whole).map(\.code.name)
  }

  private func drawing(_ style: String, _ body: String) -> String {
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9000 90'><style>\(style)</style>\(body)</svg>"
  }

  @Test("a class and a rule for each text cost no more than their length")
  func many() throws {
    let style = (0..<2_000).map { "text.c\($0){fill:#000}" }.joined()
    let body = (0..<3_000).map { "<text y='9' class='c\($0)'>a</text>" }.joined()
    let text = drawing(style, body)
    var found: [[String]] = []
    let time = try ComputingTime.spent {
      found = [try codes(text, "a.svg"), try codes("<!doctype html><p>\(text)", "a.html")]
    }
    #expect(found == [[], []])
    // A debug build: rules by elements are six million questions, for each of the two.
    #expect(time < .seconds(15), "\(time)")
  }

  @Test("a rule is found by class, name, type, attribute and choice, and the last one holds")
  func kinds() throws {
    for (rule, isHidden) in [
      (".w", true), ("#i", true), ("text", true), ("[x]", true), (":is(.w,b)", true), ("*", true),
      ("g > text.w#i", true), ("TEXT.W", true), (".v", false), ("#j", false), ("rect", false),
      ("[z]", false), (".w.v", false), ("#i.v", false),
    ] {
      let body = "<text x='9' y='9' class='u w' id='i'>a</text>"
      let found = try codes(drawing("\(rule){fill:#fff}", body), "a.svg")
      #expect(found == (isHidden ? ["SVG-HIDDEN"] : []), "\(rule): \(found)")
      let seen = try codes(drawing("\(rule){fill:#fff}text{fill:#000}", body), "a.svg")
      #expect(seen == [], "\(rule): \(seen)")
    }
  }

  @Test("where there is more than is asked, nobody says that text is seen")
  func bounds() throws {
    let style = String(repeating: "a{fill:red}", count: 8_193) + "text{fill:#fff}"
    #expect(try codes(drawing(style, "<text y='9'>a</text>"), "a.svg").contains("SVG-UNREAD"))
    #expect(try codes(drawing(style, "<path d='M0 0'/>"), "a.svg") == [])
    let sheet = StyleReader(
      StyleTokens(Array("[a]{fill:red}[b]{fill:red}.c{fill:red}".utf8)), isDrawing: true,
      isConditional: false, isInRule: false)
    var rules = DrawnRules(work: 4)
    rules.take(sheet.drawn, isWhole: true)
    // Two rules may hold for any element.
    for (name, isCut) in [("a", false), ("b", false), ("c", true)] {
      #expect(rules.declarations(of: "text", [(name, "")], isRoot: false).count == (isCut ? 0 : 1))
      #expect(rules.isCut == isCut)
    }
  }
}
