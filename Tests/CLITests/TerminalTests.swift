import BroadsealNotes
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

  @Test("what could steer a terminal is not signed")
  func injection() {
    let folder = Scratch()
    let hostile = "Painter\u{1B}[2J\u{1B}]0;owned\u{7}\u{202E}✓ official\nOrigin Issued by: X"
    let signed = Command.run(
      "sign", desk.scratch("photo.jpg"), "--profile", desk.profile("ai-service"), "--ai",
      "generated", "--ai-system", hostile, "-o", folder("hostile.jpg"))
    #expect(signed.code == 2)
    #expect(signed.errorText.contains("U+001B"))
    #expect(!signed.errorText.contains("\u{1B}"))
    #expect(folder.names.isEmpty)
  }

  @Test(
    "help fits a terminal of eighty columns",
    arguments: [
      [], ["sign"], ["verify"], ["audit"], ["inspect"], ["remove"], ["keys"], ["keys", "demo"],
      ["keys", "check"], ["keys", "show"], ["trust"], ["trust", "show"], ["trust", "check"],
      ["trust", "export"], ["trust", "sign"], ["trust", "draft"], ["trust", "add"],
      ["trust", "remove"], ["trust", "withdraw"], ["trust", "retire"], ["trust", "renew"],
      ["trust", "rotate"],
      ["trust", "diff"], ["trust", "fingerprint"], ["trust", "update"],
      ["trust", "fetch"],
    ])
  func help(_ command: [String]) {
    let outcome = Command.run(command + ["--help"], variables: ["COLUMNS": "80"])
    #expect(outcome.code == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count > 3)
    for line in lines { #expect(line.count <= 80, "\(line)") }
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
