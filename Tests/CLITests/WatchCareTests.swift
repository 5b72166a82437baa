import BroadsealBytes
import BroadsealJSON
import Glibc
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("A watched folder keeps what it owes: evidence, reasons, an exit code")
struct WatchCareTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func start(_ options: [String] = []) -> Command.Run {
    let words =
      [
        "sign", "--watch", folder("in"), "--output-dir", folder("out"), "--settle", "0",
        "--profile", desk.profile(), "--official", "--ai", "none",
      ] + options
    return Command.start(words.map { Array($0.utf8) })
  }

  private func wait(_ what: String, _ isSo: () -> Bool) {
    for _ in 0..<3_000 where !isSo() { usleep(100_000) }
    #expect(isSo(), "\(what)")
  }

  private func end(_ run: Command.Run) -> Command.Outcome {
    run.send(SIGTERM)
    return run.wait()
  }

  /// The manifest that the evidence is of.
  private func evidence() -> String? {
    (try? JSON.Reader.parse(folder.read("out/a.txt.evidence.json") ?? []))?["manifest"]?.string
  }

  @Test(
    "evidence that could not be written is written with the next attempt, and anew with a new version"
  )
  func evidenceIsKept() throws {
    folder.write(Array("One\n".utf8), to: "in/a.txt")
    folder.write(Array("somebody's".utf8), to: "out/a.txt.evidence.json")
    let run = start(["--evidence"])
    wait("the first attempt") { run.errorsSoFar.contains("no evidence stands where") }
    #expect(unsafe unlink(folder("out/a.txt.evidence.json")) == 0)
    wait("the evidence") { evidence() != nil }
    let first = evidence()
    folder.write(Array("Two\n".utf8), to: "in/a.txt")
    wait("the evidence of the second") { evidence() != nil && evidence() != first }
    let outcome = end(run)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    // The nightly run has nothing to do, and makes up for evidence that is gone.
    #expect(unsafe unlink(folder("out/a.txt.evidence.json")) == 0)
    let night = Command.run(
      "sign", folder("in"), "--output-dir", folder("out"), "--profile", desk.profile(),
      "--official", "--ai", "none", "--evidence")
    #expect(night.code == 0 && night.text.contains("nothing to do"), "\(night.errorText)")
    #expect(evidence() != nil)
  }

  @Test("a failure is owed until a document of its name is signed, whatever else succeeds")
  func owed() {
    folder.write([1], to: "in/b.docx")
    let run = start()
    wait("the failure") { folder.read("in/failed/b.docx") != nil }
    folder.write(Array("One\n".utf8), to: "in/a.txt")
    wait("a success") { folder.read("out/a.txt") != nil }
    #expect(end(run).code == 1)
    let again = start()
    wait("the second watches") { again.errorsSoFar.contains("watching") }
    folder.write([2], to: "in/b.docx")
    wait("another failure") { folder.read("in/failed/b-2.docx") != nil }
    folder.write(ZIPFile.docx().built().bytes, to: "in/b.docx")
    wait("its success") { folder.read("out/b.docx") != nil }
    let outcome = end(again)
    #expect(outcome.code == 0, "\(outcome.errorText)")
  }

  @Test("a file that stands where a reason belongs is somebody's, and stays")
  func reasons() {
    folder.write(Array("mine".utf8), to: "in/failed/b.docx.reason.txt")
    folder.write([1], to: "in/b.docx")
    let run = start()
    wait("the failure") { folder.read("in/failed/b-2.docx") != nil }
    _ = end(run)
    #expect(folder.read("in/failed/b.docx.reason.txt") == Array("mine".utf8))
    #expect(folder.read("in/failed/b-2.docx.reason.txt") != nil)
  }

  @Test(
    "a name that leaves no room for the label's is set aside, and one that leaves none for the reason's too"
  )
  func longNames() {
    let names = [
      String(repeating: "l", count: 249) + ".csv", String(repeating: "あ", count: 83) + ".docx",
    ]
    for name in names { folder.write([1], to: "in/" + name) }
    let run = start()
    wait("both are set aside") {
      folder.names(in: "in/failed").count { !$0.hasSuffix(".reason.txt") } == 2
    }
    let outcome = end(run)
    #expect(outcome.code == 2, "\(outcome.errorText)")
    let aside = folder.names(in: "in/failed")
    #expect(aside.count == 4 && aside.allSatisfy { $0.utf8.count <= 255 }, "\(aside)")
    #expect(folder.names(in: "in") == ["failed"])
    #expect(outcome.errorText.contains("the name is longer than this file system takes"))
  }

  @Test("a name is cut between characters, and keeps its ending")
  func cuts() {
    func cut(_ name: String, _ number: Int, _ room: Int) -> String {
      String(decoding: Aside.name(Array(name.utf8), number, room: room), as: UTF8.self)
    }
    #expect(cut("a.pdf", 1, 244) == "a.pdf")
    #expect(cut("a.pdf", 12, 244) == "a-12.pdf")
    #expect(cut("ああああ.pdf", 1, 12) == "ああ.pdf")
    #expect(cut("ああああ.pdf", 2, 12) == "ああ-2.pdf")
    #expect(cut(".hidden", 2, 244) == ".hidden-2")
    #expect(cut("a." + String(repeating: "x", count: 20), 1, 12) == "a.xxxxxxxxxx")
  }

  @Test("a document of the year 2400 is signed as any other")
  func farFuture() {
    let path = folder.write(Array("One\n".utf8), to: "in/a.txt")
    let times = [
      timespec(tv_sec: 13_569_465_600, tv_nsec: 1), timespec(tv_sec: 13_569_465_600, tv_nsec: 1),
    ]
    #expect(unsafe utimensat(AT_FDCWD, path, times, 0) == 0)
    let run = start()
    wait("the result") { folder.read("out/a.txt") != nil }
    #expect(end(run).code == 0)
    #expect(Command.run(["verify", path] + desk.trust).code == 4)
  }
}
