import BroadsealJSON
import BroadsealReporting
import Glibc
import TestSupport
import Testing

@Suite("What is gone for one run and back in the next was not there in between")
struct HistoryGapTests {
  private let desk = Desk.shared
  private let scratch = Scratch()

  private func audit(_ more: [String] = []) -> Command.Outcome {
    Command.run(
      ["audit", scratch("in"), "--history", scratch("h.db"), "-o", "json=-"] + more + desk.trust,
      variables: ["XDG_STATE_HOME": scratch("state")])
  }

  private func compare(_ old: Int, _ new: Int) -> Command.Outcome {
    Command.run(
      ["history", "compare", scratch("h.db"), "\(old)", "\(new)"],
      variables: ["XDG_STATE_HOME": scratch("state")])
  }

  @Test("a folder that is moved away and back has the files that it had, with every time of theirs")
  func gone() throws {
    for name in ["in/a.png", "in/sub/b.png"] {
      scratch.write(desk.scratch.read("official.png") ?? [], to: name)
    }
    usleep(120_000)
    #expect(audit().code == 0)
    #expect(unsafe rename(scratch("in/sub"), scratch("away")) == 0)
    #expect(audit().code == 0)
    #expect(unsafe rename(scratch("away"), scratch("in/sub")) == 0)
    #expect(audit().code == 0)
    let gone = compare(1, 2)
    #expect(gone.text.hasSuffix("sub/b.png: removed (the same bytes: \(scratch("in/a.png")))\n"))
    #expect(gone.code == 0, "its bytes and its label are there all the same")
    #expect(compare(2, 3).text.hasSuffix("sub/b.png: new\n"))
    let same = compare(1, 3)
    #expect(
      same.code == 0 && same.text == "nothing changed between run 1 and run 3\n",
      "\(same.text)\(same.errorText)")
    // The run in between is still what a later one can be compared with.
    #expect(audit(["--baseline", "2"]).code == 0)
    #expect(audit().code == 0)
  }

  @Test("a labelled document that is gone is missed until it is back, moved, or its loss accepted")
  func lost() throws {
    let desk = self.desk.scratch
    for (name, to) in [
      ("official.png", "a.png"), ("official.pdf", "b.pdf"), ("notes.txt", "c.txt"),
    ] {
      scratch.write(desk.read(name) ?? [], to: "in/" + to)
    }
    usleep(120_000)
    func drift(_ outcome: Command.Outcome) throws -> JSON.Value? {
      let value = try JSON.Reader.parse(outcome.output)
      #expect(try SchemaValidator(Schema.audit.text).faults(in: value) == [])
      return value["summary"]?["drift"]
    }
    func paths(_ outcome: Command.Outcome) throws -> [String] {
      try drift(outcome)?["documentsLost"]?.array?.compactMap { path in
        path.string?.split(separator: "/").last.map(String.init)
      } ?? []
    }
    #expect(audit().code == 0)
    // Saved anew under another name, without its label; and one that never had any is gone too.
    #expect(unsafe unlink(scratch("in/b.pdf")) == 0)
    scratch.write(desk.read("release.pdf") ?? [], to: "in/b-final.pdf")
    #expect(unsafe unlink(scratch("in/c.txt")) == 0)
    let second = audit()
    #expect(second.code == 1 && second.text.contains("BASE-DOCUMENT-LOST"))
    #expect(try paths(second) == ["b.pdf"])
    #expect(try drift(second)?["counts"]?["removed"] == 2)
    let text = audit(["-o", "text=" + scratch("report.txt"), "--fail-on", "document-lost"])
    #expect(text.code == 1)
    let report = String(decoding: scratch.read("report.txt") ?? [], as: UTF8.self)
    #expect(report.contains("document-lost (1 file)") && report.contains("in/b.pdf"))
    #expect(try drift(audit())?["counts"]?["still-lost"] == 1)
    #expect(compare(1, 2).code == 1)
    #expect(compare(2, 4).code == 0)
    // Whoever takes the row of it away is noticed.
    #expect(Command.shell("cp '\(scratch("h.db"))' '\(scratch("kept.db"))'").code == 0)
    let sql =
      "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('DELETE FROM file WHERE first = 2 AND "
      + "CAST(path AS TEXT) LIKE \\'%/b.pdf\\''); d.commit()"
    #expect(Command.shell("python3 -c \"\(sql)\" '\(scratch("h.db"))'").code == 0)
    #expect(audit().code == 6)
    #expect(Command.shell("cp '\(scratch("kept.db"))' '\(scratch("h.db"))'").code == 0)
    // Back, gone again, and found elsewhere.
    scratch.write(desk.read("official.pdf") ?? [], to: "in/b.pdf")
    #expect(try paths(audit()) == [])
    #expect(unsafe rename(scratch("in/b.pdf"), scratch("away")) == 0)
    #expect(try paths(audit()) == ["b.pdf"])
    #expect(unsafe rename(scratch("away"), scratch("in/moved.pdf")) == 0)
    #expect(audit().code == 0)
    #expect(unsafe unlink(scratch("in/moved.pdf")) == 0)
    let gone = audit()
    #expect(try paths(gone) == ["moved.pdf"])
    let run = Command.run(
      ["history", "accept", scratch("h.db"), "8"],
      variables: ["XDG_STATE_HOME": scratch("state")])
    #expect(run.code == 0, "\(run.errorText)")
    #expect(audit().code == 0)
  }

  @Test("a file that is written through a mapping keeps its times, and is read again all the same")
  func mapped() throws {
    let path = scratch.write(Array("as it was".utf8), to: "in/notes.txt")
    let file = unsafe open(path, O_RDWR)
    defer { close(file) }
    let bytes = try unsafe #require(
      unsafe mmap(nil, 9, PROT_READ | PROT_WRITE, Int32(MAP_SHARED), file, 0))
    // The page waits to be stored from here on.
    unsafe bytes.storeBytes(of: UInt8(ascii: "a"), as: UInt8.self)
    usleep(120_000)
    #expect(audit().code == 0)
    unsafe bytes.storeBytes(of: UInt8(ascii: "A"), as: UInt8.self)
    let second = audit()
    #expect(second.text.contains("\"bytes\""), "\(second.text)")
    #expect(unsafe munmap(bytes, 9) == 0)
  }
}
