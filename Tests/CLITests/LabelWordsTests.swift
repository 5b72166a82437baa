import BroadsealJSON
import TestSupport
import Testing

@Suite("verify shows what a label says, and sends elsewhere what it does not judge")
struct LabelWordsTests {
  private let desk = Desk.shared

  private func signed(_ folder: Scratch, _ options: [String], to name: String = "a.md") -> String {
    let plain = folder.write(Array("# Levels\n\nThe river falls.\n".utf8), to: "plain.md")
    let outcome = Command.run(
      ["sign", plain, "--profile", desk.profile(), "-o", folder(name)] + options)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    return folder(name)
  }

  private static let statement = [
    "--official", "--ai", "altered", "--ai-system", "Painter", "--ai-provider", "Paint Inc.",
    "--reference", "PR-114", "--title", "River levels", "--url", "https://press.example/114",
    "--reviewer", "Editor of the day", "--reviewed-version", "draft 3",
    "--editorial-responsibility", "Head of press",
  ]

  @Test("one line each, in both languages, and everything with --explain")
  func text() throws {
    let folder = Scratch()
    let path = signed(folder, Self.statement)
    let plain = Command.run(["verify", path] + desk.trust).text
    for line in [
      "  The issuer also states:", "    Title: \u{2068}“River levels”\u{2069}",
      "    Reference number: \u{2068}“PR-114”\u{2069}",
      "    Published at: \u{2068}“https://press.example/114”\u{2069}",
      "    Reviewed by a person before it was issued: \u{2068}“Editor of the day”\u{2069}, version "
        + "\u{2068}“draft 3”\u{2069}",
      "    Editorial responsibility: \u{2068}“Head of press”\u{2069}",
    ] {
      #expect(plain.split(separator: "\n").map(String.init).contains(line), "\(line)\n\(plain)")
    }
    #expect(!plain.contains("Paint Inc."))
    #expect(!plain.contains("Language"))
    let japanese = Command.run(["verify", path, "--lang", "ja"] + desk.trust).text
    #expect(japanese.contains("    文書番号:\u{2068}「PR-114」\u{2069}\n"))
    #expect(japanese.contains("    発行前に人が内容を確認:\u{2068}「Editor of the day」\u{2069}"))
    let whole = Command.run(["verify", path, "--explain"] + desk.trust).text
    for words in [
      "AI provider: \u{2068}“Paint Inc.”", "Language: \u{2068}“en”", "demo.us.press-office",
      "+ Its signer is on the list Demo Government Trust List US (invented), number ",
      "in force until 20", "+ The time is stamped by \u{2068}“CN=Demo Time-Stamp Authority",
    ] {
      #expect(whole.contains(words), "\(words)\n\(whole)")
    }
    // An honest file is blamed for nothing.
    #expect(!whole.contains("    - "), "\(whole)")
  }

  @Test("a stranger's label is shown in the stranger's name")
  func stranger() {
    let folder = Scratch()
    let path = signed(folder, Self.statement)
    let text = Command.run(["verify", path]).text
    #expect(text.contains("  The signer, not checked against a government list, also states:\n"))
    #expect(text.contains("It claims to be official of"))
    #expect(!text.contains("issuer states"))
  }

  @Test("JSON has all of it, and earlier versions with whether their labels hold")
  func json() throws {
    let folder = Scratch()
    let first = signed(folder, Self.statement)
    let second = folder("b.md")
    let outcome = Command.run(
      "sign", first, "--profile", desk.profile(), "--official", "--ai", "none", "--reference",
      "PR-115", "-o", second)
    // Nobody can take back that AI was used, so that the second version says it too.
    #expect(outcome.code != 0)
    let again = Command.run(
      [
        "sign", first, "--profile", desk.profile(), "--official", "--ai", "altered", "--ai-system",
        "Painter", "--reference", "PR-115", "-o", second,
      ])
    #expect(again.code == 0, "\(again.errorText)")
    let verdict = try JSON.Reader.parse(
      Command.run(["verify", second, "-f", "json"] + desk.trust).output)
    let statement = verdict["statement"]
    #expect(statement?["official"]?["reference"]?.string == "PR-115")
    let earliest = try JSON.Reader.parse(
      Command.run(["verify", first, "-f", "json"] + desk.trust).output)
    #expect(earliest["statement"]?["review"]?["role"]?.string == "Editor of the day")
    #expect(statement?["official"]?["agency"]?["id"]?.string == "demo.us.press-office")
    let earlier = try #require(statement?["earlier"]?.array)
    #expect(earlier.count == 1)
    #expect(earlier.first?["label"]?.string == "holds")
    #expect(earlier.first?["reference"]?.string == "PR-114")
    #expect(earlier.first?["title"]?.string == "River levels")
    let text = Command.run(["verify", second] + desk.trust).text
    #expect(text.contains("    Earlier version \u{2068}“PR-114”\u{2069}, signed on 20"), "\(text)")
    #expect(text.contains(": its label holds\n"))
  }

  @Test("an earlier version whose label did not hold is said to be that")
  func broken() throws {
    let folder = Scratch()
    let first = signed(folder, Self.statement)
    var bytes = folder.read("a.md") ?? []
    bytes[3] ^= 1
    folder.write(bytes, to: "a.md")
    let second = folder("b.md")
    let outcome = Command.run(
      [
        "sign", first, "--profile", desk.profile(), "--official", "--ai", "altered", "--ai-system",
        "Painter", "--accept-broken-parent", "-o", second,
      ])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let text = Command.run(["verify", second] + desk.trust).text
    #expect(text.contains(": its label does not hold\n"), "\(text)")
  }

  @Test("a label that does not match its file is not heard")
  func altered() throws {
    let folder = Scratch()
    let path = signed(folder, Self.statement)
    var bytes = folder.read("a.md") ?? []
    bytes[3] ^= 1
    folder.write(bytes, to: "a.md")
    let text = Command.run(["verify", path, "--explain"] + desk.trust).text
    #expect(!text.contains("PR-114"))
    #expect(!text.contains("states"))
  }

  @Test("a folder and an address are sent to what judges them, and the hint works")
  func elsewhere() throws {
    let folder = Scratch()
    folder.write([], to: "in/.keep")
    _ = signed(folder, Self.statement, to: "in/a.md")
    let outcome = Command.run(["verify", folder("in")] + desk.trust)
    #expect(outcome.code == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorText.contains("hint: broadseal audit judges every file of a folder"))
    let audit = Command.run(["audit", folder("in")] + desk.trust)
    #expect(audit.code == 0, "\(audit.errorText)")
    let address = Command.run("verify", "https://press.example/a.pdf")
    #expect(address.code == 3)
    #expect(address.output.isEmpty)
    #expect(address.errorText.contains("hint: verify reads files; save it as one first"))
    let packed = Command.run("verify", Desk.shared.scratch("official.png") + "!/d/a.pdf")
    #expect(packed.errorText.contains("hint: audit --archives judges"), "\(packed.errorText)")
    let files = [folder("in"), folder("in/a.md")]
    let several = Command.run(["verify", "-f", "json"] + files + desk.trust)
    #expect(try JSON.Reader.parse(several.output).array?.count == 2)
  }
}
