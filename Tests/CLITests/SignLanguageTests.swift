import BroadsealNotes
import TestSupport
import Testing

@Suite("What sign and verify tell is told in the reader's language")
struct SignLanguageTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func sign(_ name: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      [
        "sign", desk.scratch(name), "--profile", desk.profile(), "--official", "--output-dir",
        folder.path,
      ] + options)
  }

  @Test(
    "the line about a signed document, for every declaration",
    arguments: [
      ("none", [], "生成AIの利用なし"),
      ("generated", ["--ai-system", "Painter"], "AIで生成"),
      ("altered", ["--ai-system", "Painter"], "一部をAIで加工"),
    ])
  func lines(use: String, options: [String], words: String) {
    let outcome = sign("photo.jpg", ["--ai", use, "--lang", "ja", "--force"] + options)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.contains(": 署名しました、公式文書(demo.us.press-office)、\(words)、"))
    #expect(!outcome.text.contains("signed"))
  }

  @Test("both languages, each on a line of its own, English as ever")
  func both() {
    let outcome = sign("photo.jpg", ["--ai", "none", "--lang", "both"])
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.contains(": signed, official (demo.us.press-office), no generative AI, ") == true
    )
    #expect(lines.last?.contains("署名しました") == true)
  }

  @Test("why the label is a separate file, and what is missing without a time stamp")
  func notes() {
    folder.write(Array("a,b\n1,2\n".utf8), to: "levels.csv")
    let outcome = Command.run([
      "sign", folder("levels.csv"), "--profile", desk.profile(), "--official", "--ai", "none",
      "--no-timestamp", "--lang", "ja", "--sidecar",
    ])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.contains("署名しました(ラベルは別ファイル)"))
    #expect(outcome.text.contains("タイムスタンプがないため公式文書とは認められません"))
    #expect(!outcome.text.contains("タイムスタンプなし"))
    #expect(outcome.errorText.contains("(OFF-7-NO-STAMP)"))
    #expect(!outcome.errorText.contains("without a time stamp"))
    let archive = Command.run([
      "sign", folder.write(Desk.sample("press-release.odt"), to: "a.odt"), "--profile",
      desk.profile(), "--ai", "none", "--lang", "ja", "-o", folder("b.odt"),
    ])
    #expect(archive.code == 0, "\(archive.errorText)")
    #expect(archive.errorText.contains("OpenDocument形式は内部にラベルを格納できない"))
  }

  @Test("a machine format has no language")
  func machine() {
    let japanese = sign("photo.jpg", ["--ai", "none", "-f", "ndjson", "--lang", "ja"])
    #expect(japanese.code == 0)
    #expect(japanese.text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("the hint about missing lists")
  func hint() {
    let outcome = Command.run(["verify", desk.scratch("official.jpg"), "--lang", "ja"])
    #expect(outcome.errorText.contains("政府のトラストリストを指定します"))
  }
}
