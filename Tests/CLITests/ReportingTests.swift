import BroadsealJSON
import BroadsealNotes
import Glibc
import TestSupport
import Testing

@Suite("What a person reads says what is the matter, once, and in the language asked for")
struct ReportingTests {
  private let desk = Desk.shared

  @Test("an audit ends with what needs attention, in either language")
  func attention() {
    let folder = Scratch()
    folder.write(desk.scratch.read("official.png") ?? [], to: "fine.png")
    var bytes = desk.scratch.read("official.jpg") ?? []
    bytes[bytes.count - 100] ^= 1
    folder.write(bytes, to: "altered.jpg")
    #expect(unsafe symlink("fine.png", folder("link.png")) == 0)
    let english = Command.run(["audit", folder.path] + desk.trust).text
    #expect(
      english.contains("Needs attention\n  ✗ altered (1 file): The file is not as it was signed."))
    #expect(english.contains("    " + folder("altered.jpg") + "  (assertion.dataHash.mismatch)"))
    #expect(english.contains("– skipped"))
    let japanese = Command.run(["audit", folder.path, "--lang", "ja"] + desk.trust).text
    #expect(japanese.contains("✗ 改変あり"))
    #expect(japanese.contains("要確認\n  ✗ 改変 (1件): "))
    for word in ["intact", "official", "Files", "Integrity", "does not"] {
      #expect(!japanese.contains(word), "\(word)")
    }
  }

  @Test("rows on a terminal are not crossed by a progress line")
  func progress() {
    let shown = Command.runOnTerminal(["audit", desk.scratch("official.pdf")] + desk.trust).shown
    #expect(shown.contains("✓ intact"))
    #expect(!shown.contains("files/s"))
    #expect(!shown.contains("\u{1B}[K"))
  }

  @Test("the footer stands once, under all files and in each language")
  func footer() {
    let paths = [desk.scratch("official.pdf"), desk.scratch("ai.jpg")]
    let text = Command.run(["verify", "--lang", "both"] + paths + desk.trust).text
    // The counts of both languages stand behind it.
    #expect(text.split(separator: "\n").suffix(4).first?.hasPrefix("  This checks who") == true)
    #expect(text.split(separator: "It does not check").count == 2)
    #expect(text.split(separator: "発行者と改変の有無").count == 2)
  }

  @Test("reasons are told in each language, and each sentence once")
  func explained() {
    let path = desk.scratch("official.pdf")
    let both = Command.run("verify", path, "--explain", "--lang", "both").text
    #expect(both.split(separator: "OFF-3-NO-LIST  No government trust list was given.").count == 2)
    #expect(!both.contains("no government list"))
    let japanese = Command.run("verify", path, "--explain", "--lang", "ja").text
    #expect(japanese.contains("OFF-3-NO-LIST  政府のトラストリストが指定されていません。"))
    #expect(!japanese.contains("no government list"))
  }

  @Test("without a list nobody is called unlisted, and the note says what to give")
  func noList() {
    let outcome = Command.run("verify", desk.scratch("ai.jpg"))
    #expect(outcome.text.contains("No government trust list was given"))
    #expect(outcome.errorText.contains("--trust-dir"))
    let empty = Command.run(
      ["verify", desk.scratch("ai.jpg")], variables: ["BROADSEAL_TRUST": ""])
    #expect(empty.output == outcome.output)
    let missing = Command.run(
      ["verify", desk.scratch("ai.jpg")], variables: ["BROADSEAL_TRUST": "/nowhere"])
    #expect(missing.code == 6)
    #expect(missing.errorText.contains("$BROADSEAL_TRUST names the folder"))
  }

  @Test("a separate label that is missing is named, and one that is not used is mentioned")
  func sidecar() {
    let folder = Scratch()
    let path = desk.scratch("official.pdf")
    for command in ["verify", "inspect"] {
      let outcome = Command.run([command, path, "--sidecar", folder("none.c2pa")] + desk.trust)
      #expect(outcome.code == 3)
      #expect(outcome.errorText.contains("none.c2pa"))
    }
    let store = folder("store.c2pa")
    #expect(Command.run("inspect", path, "--extract", store).text.contains("the manifest store"))
    let ignored = Command.run(["verify", path, "--sidecar", store] + desk.trust)
    #expect(ignored.code == 0)
    #expect(ignored.text.contains("so the separate label was not used"))
    let alone = Command.run("verify", store)
    #expect(alone.text.contains("This is a label, not a document"))
  }

  @Test("a file of a kind that is not read, and a damaged one, are told from an unlabelled one")
  func unread() {
    let folder = Scratch()
    let bitmap = folder.write(Array("BM\u{1A}\0\0\0\0\0\0\0\u{1A}\0\0\0".utf8), to: "x.bmp")
    let unread = Command.run("verify", bitmap)
    #expect(unread.code == 4)
    #expect(unread.text.contains("does not look for labels inside it (BMP picture)"))
    let cut = folder.write(Array((desk.scratch.read("chart.png") ?? []).prefix(500)), to: "x.png")
    let damaged = Command.run("verify", cut)
    #expect(damaged.code == 4)
    #expect(damaged.text.contains("? Integrity  No label found, but the file breaks off"))
    #expect(!damaged.text.contains("something like a label"))
  }

  @Test(
    "a wrong value comes with an example of a right one, or with all there are",
    arguments: [
      (["verify", "x", "--at", "today"], "2026-11-20T09:15:00Z"),
      (["audit", "x", "-o", "yaml=r"], "text, json, ndjson, csv"),
      (["audit", "x", "--lang", "both"], "one of the following: en, ja"),
      (["verify", "x", "--eku", "foo"], "1.3.6.1.5.5.7.3.36"),
    ])
  func hints(arguments: [String], hint: String) {
    let outcome = Command.run(arguments)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("hint: "))
    #expect(outcome.errorText.contains(hint), "\(outcome.errorText)")
  }
}
