import BroadsealNotes
import Glibc
import TestSupport
import Testing

@Suite("No output takes the place of what it was made from, or of a file without being told to")
struct OutputSafetyTests {
  private let desk = Desk.shared

  /// A labelled document under three names, and a folder of its own for reports.
  private func folder() -> Scratch {
    let scratch = Scratch()
    let path = scratch.write(desk.scratch.read("official.png") ?? [], to: "a.png")
    #expect(unsafe symlink(path, scratch("soft.png")) == 0)
    #expect(unsafe link(path, scratch("hard.png")) == 0)
    return scratch
  }

  @Test(
    "the document survives, under whatever name it is reached",
    arguments: ["a.png", "soft.png", "hard.png"],
    [
      ["audit", "IN", "-o", "json=OUT", "--force"], ["audit", "IN", "-o", "csv=OUT"],
      ["inspect", "IN", "--extract", "OUT", "--force"], ["remove", "IN", "-o", "OUT", "--force"],
    ])
  func survival(name: String, command: [String]) {
    let scratch = folder()
    let bytes = scratch.read("a.png")
    let names = scratch.names
    let outcome = Command.run(
      command.map { word in
        word == "IN"
          ? scratch("a.png")
          : word.hasSuffix("OUT")
            ? word.dropLast(3) + scratch(name) : word
      })
    #expect(outcome.code == 2, "\(outcome.errorText)")
    #expect(scratch.read("a.png") == bytes)
    #expect(scratch.names == names)
  }

  @Test("no input is another's output by a link, not even with --force")
  func linkedInputs() {
    let scratch = Scratch()
    let first = scratch.write(desk.scratch.read("photo.jpg") ?? [], to: "x/a.jpg")
    let second = scratch.write(desk.scratch.read("official.jpg") ?? [], to: "y/c.jpg")
    scratch.write([], to: "out/.keep")
    #expect(unsafe symlink(second, scratch("out/a.jpg")) == 0)
    let bytes = scratch.read("y/c.jpg")
    let outcome = Command.run([
      "sign", "--official", "--ai", "none", "--profile", desk.profile(), first, second,
      "--output-dir", scratch("out"), "--force",
    ])
    #expect(outcome.code == 2 && outcome.errorText.contains("by a link"), "\(outcome.errorText)")
    #expect(scratch.read("y/c.jpg") == bytes)
  }

  @Test("no link in the folder of results leads a result elsewhere, not even with --force")
  func linkedResults() {
    let scratch = Scratch()
    for name in ["in/sub/a.jpg", "in/b.jpg", "in/c.jpg"] {
      scratch.write(desk.scratch.read("photo.jpg") ?? [], to: name)
    }
    scratch.write(Array("mine".utf8), to: "other/b.jpg")
    scratch.write([], to: "out/.keep")
    #expect(unsafe symlink("../other", scratch("out/sub")) == 0)
    #expect(unsafe symlink("../other/b.jpg", scratch("out/b.jpg")) == 0)
    // The folder that is named may be a link itself.
    #expect(unsafe symlink("out", scratch("named")) == 0)
    let outcome = Command.run([
      "sign", scratch("in"), "--ai", "none", "--profile", desk.profile(), "--output-dir",
      scratch("named"), "--force",
    ])
    #expect(outcome.code != 0 && outcome.errorText.contains("symbolic link"))
    #expect(scratch.names(in: "other") == ["b.jpg"])
    #expect(scratch.read("other/b.jpg") == Array("mine".utf8))
    #expect(scratch.read("out/c.jpg") != nil)
  }

  @Test(
    "no report, plan or store takes the place of a label or of revocation data that the run reads")
  func spared() {
    let scratch = Scratch()
    let path = scratch.write(Desk.sample("river-levels.csv"), to: "a.csv")
    let sign = ["sign", path, "--official", "--ai", "none", "--profile", desk.profile()]
    #expect(Command.run(sign + ["--in-place"]).code == 0)
    let label = scratch("a.csv.c2pa")
    let list = scratch.write(Array("a list".utf8), to: "a.crl")
    let names = scratch.names
    let bytes = scratch.read("a.csv.c2pa")
    for (command, code) in [
      (["audit", path, "-o", "csv=" + label, "--force"], 2),
      (["audit", path, "--crl", list, "-o", "csv=" + list, "--force"], 2),
      (["inspect", path, "--crl", list, "--extract", list, "--force"], 2),
      (
        sign + ["--in-place", "--plan", label, "--force", "--approver"]
          + [desk.scratch("keys/jp/chain.pem")], 2
      ),
    ] as [([String], Int32)] {
      let outcome = Command.run(command)
      #expect(outcome.code == code, "\(command): \(outcome.errorText)")
      #expect(scratch.names == names && scratch.read("a.csv.c2pa") == bytes)
      #expect(scratch.read("a.crl") == Array("a list".utf8))
    }
  }

  @Test("a report inside the audited folder is neither audited nor written over a document")
  func inside() {
    let scratch = folder()
    let bytes = scratch.read("a.png")
    let report = ["audit", scratch.path, "-o", "csv=-", "-o", "json=" + scratch("r.json")]
    let first = Command.run(report)
    #expect(first.code == 0, "\(first.errorText)")
    #expect(!first.text.contains(".broadseal-"))
    #expect(Command.run(report).code == 2)
    let over = Command.run("audit", scratch.path, "-o", "json=" + scratch("a.png"), "--force")
    #expect(over.code == 2)
    #expect(over.errorText.contains("which is being audited"))
    #expect(scratch.read("a.png") == bytes)
  }

  @Test("two reports never share a file, and an old one goes only by --force")
  func reports() {
    let reports = Scratch()
    let path = desk.scratch("official.png")
    let twice = Command.run(
      "audit", path, "-o", "json=" + reports("x"), "-o", "ndjson=" + reports("./x"))
    #expect(twice.code == 2)
    #expect(reports.names.isEmpty)
    reports.write([1], to: "x")
    #expect(Command.run("audit", path, "-o", "json=" + reports("x")).code == 2)
    #expect(reports.read("x") == [1])
    #expect(Command.run("audit", path, "-o", "json=" + reports("x"), "--force").code == 0)
    #expect(reports.read("x")?.first == UInt8(ascii: "{"))
  }

  @Test("a folder that is not there is named", arguments: ["sign", "remove", "audit", "inspect"])
  func missingFolder(command: String) {
    let scratch = folder()
    let output = scratch("none/x.png")
    let options =
      switch command {
      case "sign": ["--ai", "none", "--profile", desk.profile(), "-o", output]
      case "audit": ["-o", "csv=" + output]
      case "inspect": ["--extract", output]
      default: ["-o", output]
      }
    let outcome = Command.run([command, scratch("a.png")] + options)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("/none: the output folder does not exist"))
  }

  @Test("where the disk is full nothing half-written stays")
  func fullDisk() {
    for arguments in [
      "audit '\(desk.scratch("official.pdf"))' -o json=OUT/r.json",
      "inspect '\(desk.scratch("official.pdf"))' --extract OUT/x.c2pa",
      "remove '\(desk.scratch("official.pdf"))' -o OUT/x.pdf",
    ] {
      let scratch = Scratch()
      let line = arguments.split(separator: "OUT").joined(separator: scratch.path)
      let outcome = Command.shell(
        "trap '' XFSZ; ulimit -f 1; exec '\(Command.executable)' \(line) 2> /dev/null")
      #expect(outcome.code == 3, "\(arguments)")
      #expect(scratch.names.isEmpty)
    }
  }
}
