import BroadsealNotes
import Testing

@testable import BroadsealReporting
@testable import BroadsealVerifying

@Suite("What is said of a verdict comes in pieces that any page can render")
struct BlockTests {
  private static let hostile = "x\u{1B}[2J\u{202E}\r\n  ✓ Origin"

  private var verdict: Verdict {
    let note = Note(OfficialCode.noStamp.code, Self.hostile, at: .box(Self.hostile))
    return Verdict(
      path: "", format: "pdf", mediaType: "application/pdf", isDetached: true, integrity: .intact,
      origin: Origin(status: .unrecognised, reasons: [note]),
      findings: [
        Finding(.warning, note), Finding(.note, Note(PlaceCode.sidecarIgnored.code)),
      ], limits: [Self.hostile])
  }

  @Test("three lines come first, then remarks, then reasons", arguments: Language.allCases)
  func order(_ language: Language) {
    let blocks = Wording(language).blocks(of: verdict, explains: true)
    let kinds = blocks.map { block in
      switch block {
      case .axis: 0
      case .remark: 1
      case .statement: 2
      case .held: 3
      case .reason: 4
      }
    }
    // The label was elsewhere, and one beside it was not used; one condition holds, and two codes and a
    // limit are explained.
    #expect(kinds == [0, 0, 0, 1, 1, 3, 4, 4, 4])
    let told = Wording(language).blocks(of: verdict, explains: false)
    #expect(told == Array(blocks.prefix(5)))
  }

  @Test("what was found twice is said once, and a stranger's words stay on their line")
  func reasons() {
    let reasons = Wording(.english).reasons(of: verdict)
    #expect(reasons.map(\.name).prefix(2) == ["OFF-7-NO-STAMP", "SIDECAR-IGNORED"])
    #expect(reasons[0].details.count == 2)
    let japanese = Wording(.japanese).reasons(of: verdict)
    #expect(japanese.map(\.name) == reasons.map(\.name))
    #expect(japanese.map(\.details.count) == reasons.map(\.details.count))
    for text in reasons.flatMap({ [$0.name] + $0.details }) {
      let signs = text.unicodeScalars.filter { $0.value != 0x2068 && $0.value != 0x2069 }
      #expect(!signs.contains { [.control, .format].contains($0.properties.generalCategory) })
    }
  }
}
