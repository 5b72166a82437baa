import BroadsealJSON
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
    #expect(compare(1, 2).text.hasSuffix("sub/b.png: removed\n"))
    #expect(compare(2, 3).text.hasSuffix("sub/b.png: new\n"))
    let same = compare(1, 3)
    #expect(same.code == 0 && same.text.isEmpty, "\(same.text)\(same.errorText)")
    // The run in between is still what a later one can be compared with.
    #expect(audit(["--baseline", "2"]).code == 0)
    #expect(audit().code == 0)
  }
}
