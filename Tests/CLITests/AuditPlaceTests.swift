import BroadsealJSON
import Glibc
import TestSupport
import Testing

@Suite("What an audit may not read, and what is written to meanwhile, is said and not guessed")
struct AuditPlaceTests {
  private let desk = Desk.shared

  /// What is said of each file: why nobody looked, or the first axis.
  private func found(_ outcome: Command.Outcome) throws -> [String] {
    try outcome.verdictLines.map { line in
      let verdict = try JSON.Reader.parse(line)
      let name = verdict["path"]?.string?.split(separator: "/").last ?? ""
      return "\(name) \(verdict["unjudged"]?.string ?? verdict["integrity"]?.string ?? "")"
    }
  }

  @Test("a file and a folder without the right to read them are named, and the rest is judged")
  func denied() throws {
    let scratch = Scratch()
    scratch.write(desk.scratch.read("official.pdf") ?? [], to: "in/a.pdf")
    scratch.write(desk.scratch.read("official.png") ?? [], to: "in/b.png")
    scratch.write(desk.scratch.read("notes.txt") ?? [], to: "in/closed/c.txt")
    scratch.write(desk.scratch.read("notes.txt") ?? [], to: "in/d.csv")
    scratch.write([1], to: "in/d.csv.c2pa")
    for name in ["in/b.png", "in/closed", "in/d.csv.c2pa"] {
      #expect(unsafe chmod(scratch(name), 0) == 0)
    }
    defer { _ = unsafe chmod(scratch("in/closed"), 0o700) }
    // Root reads what it likes, unless it is started without that right.
    let program =
      geteuid() == 0
      ? ["/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search", Command.executable]
      : nil
    let outcome = Command.start(
      (["audit", scratch("in"), "-o", "ndjson=-"] + desk.trust).map { Array($0.utf8) },
      program: program
    ).wait()
    #expect(outcome.code == 3, "\(outcome.errorText)")
    #expect(
      try found(outcome) == [
        "a.pdf intact", "b.png unreadable", "closed unreadable", "d.csv unreadable",
      ])
    #expect(outcome.errorText.contains("b.png: the file cannot be read: permission denied"))
    #expect(!outcome.errorText.contains("hint:"), "no hint helps where a right is missing")
  }

  @Test("a file that grows while it is read is neither intact nor without a label")
  func growing() throws {
    let scratch = Scratch()
    scratch.write(desk.scratch.read("official.pdf") ?? [], to: "in/a.pdf")
    let path = scratch.write([0], to: "in/b.bin")
    #expect(unsafe truncate(path, 400 << 20) == 0)
    // It is written to until the audit is over.
    let writer = Command.start(
      [],
      program: [
        "/bin/bash", "-c", "while [ ! -e '\(scratch("over"))' ]; do printf x >>'\(path)'; done",
      ])
    let outcome = Command.run(["audit", scratch("in"), "-o", "ndjson=-"] + desk.trust)
    scratch.write([], to: "over")
    #expect(writer.wait().code == 0)
    #expect(outcome.code == 3, "\(outcome.errorText)")
    #expect(try found(outcome) == ["a.pdf intact", "b.bin changed"])
  }
}
