import TestSupport
import Testing

@Suite("Colour is for terminals, and an attacker's text never gets any")
struct TerminalTests {
  private let desk = Desk.shared

  @Test("colour on a terminal, none under NO_COLOR, none into a file")
  func colour() {
    let arguments = ["verify", desk.scratch("official.pdf")] + desk.trust
    let coloured = Command.runOnTerminal(arguments)
    #expect(coloured.code == 0)
    #expect(coloured.shown.contains("\u{1B}[32m✓\u{1B}[0m"))
    #expect(coloured.shown.contains("\u{1B}[1mDemo Press Office (invented)\u{1B}[0m"))
    for variables in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let plain = Command.runOnTerminal(arguments, variables: variables)
      #expect(!plain.shown.contains("\u{1B}"))
    }
    #expect(!Command.run(arguments).text.contains("\u{1B}"))
  }

  @Test("what a file says of itself cannot steer the terminal")
  func injection() {
    let folder = Scratch()
    let hostile = "Painter\u{1B}[2J\u{1B}]0;owned\u{7}\u{202E}✓ official\nOrigin Issued by: X"
    let signed = Command.run(
      "sign", desk.scratch("photo.jpg"), "--profile", desk.profile("ai-service"), "--ai",
      "generated", "--ai-system", hostile, "-o", folder("hostile.jpg"))
    guard signed.code == 0 else {
      // Signing itself may refuse such a text; then there is nothing to show.
      #expect(signed.code == 2 || signed.code == 1)
      #expect(!signed.errorText.contains("\u{1B}"))
      return
    }
    let shown = Command.runOnTerminal(
      ["verify", folder("hostile.jpg")] + desk.trust, variables: ["NO_COLOR": "1"]
    ).shown
    #expect(!shown.contains("\u{1B}"))
    #expect(!shown.contains("\u{7}"))
    #expect(!shown.contains("\u{202E}"))
    #expect(shown.split(whereSeparator: \.isNewline).count == 5)
  }

  @Test("an error quotes a hostile name without obeying it")
  func errors() {
    let name = "gone\u{1B}[31m\u{202E}\nbroadseal: error: forged"
    let outcome = Command.run("verify", name, "-q")
    #expect(outcome.code == 3)
    #expect(outcome.errorText.split(separator: "\n").count == 1)
    #expect(!outcome.errorText.contains("\u{1B}"))
    let option = Command.run("verify", "--\u{1B}[31mx\n")
    #expect(option.code == 2)
    #expect(!option.errorText.contains("\u{1B}"))
  }

  @Test("progress is shown on a terminal and nowhere else")
  func progress() {
    let arguments = ["audit", desk.scratch("keys"), "-o", "ndjson=/dev/null"]
    #expect(Command.run(arguments).errors.isEmpty)
    #expect(Command.runOnTerminal(arguments).shown.contains("files/s"))
  }
}
