import BroadsealJSON
import BroadsealNotes
import TestSupport
import Testing

@Suite("verify says what it found, and its exit code says it again")
struct VerifyCommandTests {
  private let desk = Desk.shared

  @Test(
    "the exit code is that of the table",
    arguments: [
      (["official.pdf"], Trusting.demo, [], 0), (["official.png"], .demo, [], 0),
      (["official.jpg"], .demo, [], 0), (["ai.jpg"], .demo, [], 5),
      (["ai.jpg"], .demo, ["--accept", "trusted"], 0),
      (["release.pdf"], .demo, [], 4), (["notes.txt"], .demo, [], 4),
      (["official.pdf"], .nobody, [], 5), (["ai.jpg"], .nobody, [], 5),
      (["official.pdf"], .nobody, ["--accept", "valid"], 0),
      (["official.pdf"], .anchors, [], 5), (["ai.jpg"], .anchors, [], 5),
      (["ai.jpg"], .anchors, ["--accept", "trusted"], 0),
      (["official.pdf"], .anchors, ["--accept", "trusted"], 0),
      (["missing.pdf"], .demo, [], 3), (["keys"], .demo, [], 3),
      (["release.pdf", "missing.pdf"], .demo, [], 3),
      (["official.pdf", "release.pdf"], .demo, [], 4),
      (["official.pdf"], .demo, ["--at", "2090-01-01"], 6),
      (["official.pdf"], .missingList, [], 6), (["official.pdf"], .demo, ["--lang", "fr"], 2),
      ([], .demo, [], 2), (["official.pdf"], .demo, ["--policy", "p.toml"], 2),
    ] as [([String], Trusting, [String], Int32)])
  func exitCode(files: [String], trusting: Trusting, options: [String], code: Int32) {
    let outcome = Command.run(
      ["verify"] + files.map { desk.scratch($0) } + trusting.options(desk) + options)
    #expect(outcome.code == code, "\(outcome.text)\(outcome.errorText)")
  }

  @Test("three lines in their order, then the footer")
  func threeLines() {
    let outcome = Command.run(["verify", desk.scratch("official.pdf")] + desk.trust)
    let lines = outcome.text.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(lines[0] == desk.scratch("official.pdf"))
    #expect(
      lines[1].hasPrefix("  ✓ Integrity  The file has not changed since it was signed on 20"))
    #expect(
      lines[2]
        == "  ✓ Origin     Issued by: Demo Press Office (invented) (United States), "
        + "recognised government issuer.")
    #expect(lines[3] == "  ○ AI use     The issuer states that no generative AI was used.")
    #expect(
      lines[4] == "  This checks who issued the file and whether it changed. "
        + "It does not check whether what it says is true.")
  }

  @Test("a changed byte is told in words, and nothing the label said is")
  func altered() {
    let changed = desk.flipped("official.jpg") { $0 - 100 }
    let outcome = Command.run(["verify", changed.path] + desk.trust)
    #expect(outcome.code == 1)
    #expect(outcome.text.contains("✗ Integrity  The file does not match its label."))
    #expect(outcome.text.contains("\n  → Get it again from where it was published"))
    #expect(!outcome.text.contains("recognised government issuer"))
    #expect(!outcome.text.contains("✓"))
  }

  @Test("an unlabelled file is not called false")
  func unlabelled() {
    let outcome = Command.run(["verify", desk.scratch("release.pdf")])
    #expect(outcome.text.contains("No label found. This is not evidence that it is AI-made"))
    let official = desk.scratch("official.jpg")
    let several = Command.run(["verify", desk.scratch("release.pdf"), official] + desk.trust)
    #expect(several.text.contains("  2 files: 1 official, 1 without a label"), "\(several.text)")
    let valid = Command.run(["verify", official, official, "--accept", "valid"])
    #expect(valid.text.contains("  2 files: 2 signed and unchanged"), "\(valid.text)")
  }

  @Test("a name that is nearly there is proposed, of a document, a list and a folder")
  func nearby() {
    let folder = Scratch()
    folder.write([0x61], to: "notes.txt")
    folder.write([0x61], to: "lists/us.json")
    let lists = folder("lists")
    for (command, meant) in [
      (["verify", folder("ntoes.txt")], "notes.txt"),
      (["verify", folder("notes.txt"), "--government", lists + "/us.jsn"], "lists/us.json"),
      (["verify", folder("notes.txt"), "--trust-dir", folder("lsits")], "lists"),
      (["verify", folder("notes.txt"), "--sidecar", folder("lists/us.jsno")], "lists/us.json"),
    ] {
      let outcome = Command.run(command)
      #expect(
        outcome.errorText.contains("hint: did you mean \(folder(meant))?"), "\(outcome.errorText)")
    }
  }

  @Test("in Japanese, and in both languages")
  func japanese() {
    let path = desk.scratch("ai.jpg")
    let one = Command.run(["verify", path, "--lang", "ja"] + desk.trust).text
    #expect(one.contains("署名後に変更されていません。"))
    #expect(one.contains("署名者はAIで生成したと申告しています(\u{2068}「Painter」\u{2069})。"))
    #expect(!one.contains("The "))
    let both = Command.run(["verify", path, "--lang", "both"] + desk.trust).text
    #expect(both.contains("The signer states this was made with AI"))
    #expect(both.contains("発行者と改変の有無を確認するものであり、"))
  }

  @Test("what is explained carries its code and a sentence")
  func explained() {
    let outcome = Command.run(["verify", desk.scratch("official.pdf"), "--explain"])
    #expect(outcome.text.contains("OFF-3-NO-LIST  No government trust list was given."))
    // The same by the standard's own code is not said a second time.
    #expect(!outcome.text.contains("signingCredential.untrusted"))
  }

  @Test("JSON is one object for one file and an array for several")
  func json() throws {
    let paths = [desk.scratch("official.pdf"), desk.scratch("release.pdf")]
    let one = Command.run(["verify", paths[0], "-f", "json"] + desk.trust)
    let object = try JSON.Reader.parse(one.output)
    #expect(object["origin"]?["status"]?.string == "official")
    #expect(object["origin"]?["agency"]?["id"]?.string == "demo.us.press-office")
    #expect(object["ai"]?["status"]?.string == "none-declared")
    #expect(object["c2pa"]?["state"]?.string == "Trusted")
    #expect(object["time"]?["trusted"] != nil)
    let several = Command.run(["verify"] + paths + ["-f", "json"] + desk.trust)
    #expect(several.code == 4)
    #expect(try JSON.Reader.parse(several.output).array?.count == 2)
  }

  @Test("a sidecar beside the document is found, and never outranks a label inside")
  func sidecar() throws {
    let folder = Scratch()
    let notes = folder.write(desk.scratch.read("notes.txt") ?? [], to: "notes.txt")
    let signed = Command.run(
      "sign", notes, "--official", "--ai", "none", "--profile", desk.profile(), "--sidecar")
    #expect(signed.code == 0, "\(signed.errorText)")
    let found = Command.run(["verify", notes, "-f", "json"] + desk.trust)
    #expect(found.code == 0)
    #expect(try JSON.Reader.parse(found.output)["detached"] == true)
    let inside = folder.write(desk.scratch.read("ai.jpg") ?? [], to: "ai.jpg")
    folder.write(folder.read("notes.txt.c2pa") ?? [], to: "ai.jpg.c2pa")
    let verdict = try JSON.Reader.parse(
      Command.run(["verify", inside, "-f", "json"] + desk.trust).output)
    #expect(verdict["detached"] == nil)
    #expect(verdict["origin"]?["status"]?.string == "recognised-tool")
  }

  @Test("what stands in a sidecar's place and cannot be read is named, and never waited for")
  func plantedSidecar() {
    for plant in ["mkfifo", "mkdir", "ln -s loop.txt.c2pa"] {
      let scratch = Scratch()
      let name = plant.hasSuffix("loop.txt.c2pa") ? "loop.txt" : "notes.txt"
      let path = scratch.write([0x61], to: name)
      #expect(Command.shell("\(plant) '\(path).c2pa'").code == 0)
      let outcome = Command.run("verify", path)
      #expect(outcome.code == 3)
      #expect(outcome.errorText.contains("the separate label"), "\(plant): \(outcome.errorText)")
      #expect(outcome.errorText.contains("\(name).c2pa: "), "\(plant): \(outcome.errorText)")
    }
  }

  @Test("quiet says nothing, and the exit code says it all")
  func quiet() {
    let outcome = Command.run(["verify", "-q", desk.scratch("release.pdf")])
    #expect(outcome.code == 4)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.isEmpty)
  }
}
