import BroadsealJSON
import Glibc
import TestSupport
import Testing

@Suite("A watched folder signs what comes, once and whole")
struct WatchTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func start(_ options: [String] = []) -> Command.Run {
    let words =
      [
        "sign", "--watch", folder("in"), "--output-dir", folder("out"), "--settle", "1",
        "--profile", desk.profile(), "--official", "--ai", "none",
      ] + options
    return Command.start(words.map { Array($0.utf8) })
  }

  private func wait(_ what: String, _ isSo: () -> Bool) {
    for _ in 0..<3_000 where !isSo() { usleep(100_000) }
    #expect(isSo(), "\(what)")
  }

  private func lines(_ output: [UInt8]) throws -> [JSON.Value] {
    try output.split(separator: 0x0A).map { try JSON.Reader.parse($0) }
      .filter { $0["schema"] != "broadseal.tally/1" }
  }

  /// Whether the result is official, and no version of another result.
  private func requireOnce(_ name: String) throws {
    let outcome = Command.run(["verify", folder("out/" + name), "-f", "json"] + desk.trust)
    let verdict = try JSON.Reader.parse(outcome.output)
    #expect(verdict["origin"]?["status"]?.string == "official", "\(name)")
    #expect(verdict["c2pa"]?["ingredients"]?.array?.isEmpty ?? true, "\(name) was signed twice")
  }

  @Test("three writers at once: slow ones, one that renames, one that keeps a file open")
  func writers() throws {
    folder.write([], to: "in/.keep")
    folder.write(Desk.sample("press-release.pdf"), to: "samples/release.pdf")
    let run = start(["-f", "ndjson"])
    let writing = Command.shell(
      """
      cd '\(folder.path)'
      for n in 1 2 3; do (for part in 1 2 3 4; do echo "part $part"; sleep 0.4; done) >in/slow-$n.txt; done &
      for n in 1 2 3; do
        mkdir -p in/press/$n; head -c 900 samples/release.pdf >in/press/$n/r.pdf.part; sleep 1.5
        cp samples/release.pdf in/press/$n/r.pdf.part; mv in/press/$n/r.pdf.part in/press/$n/r.pdf
      done &
      (for part in 1 2; do echo "line $part"; sleep 3; done) >in/open.csv &
      head -c 500 samples/release.pdf >in/broken.docx
      wait
      """)
    #expect(writing.code == 0)
    let results =
      (1...3).map { "slow-\($0).txt" } + (1...3).map { "press/\($0)/r.pdf" } + ["open.csv.c2pa"]
    wait("\(results)") {
      results.allSatisfy { folder.read("out/" + $0) != nil }
        && folder.read("in/failed/broken.docx") != nil
    }
    run.send(SIGTERM)
    let outcome = run.wait()
    // What was signed after it does not make the failure good.
    #expect(outcome.code == 1, "\(outcome.errorText)")
    let last = try JSON.Reader.parse(
      try #require(outcome.output.split(separator: 0x0A).last))
    #expect(last["schema"]?.string == "broadseal.tally/1" && last["exit"]?.integer == 1)
    #expect(last["counts"]?["signed"]?.integer == 7 && last["counts"]?["failed"]?.integer == 1)
    #expect(last["counts"]?["waiting"]?.integer == 0)
    for name in results.dropLast() + ["open.csv"] { try requireOnce(name) }
    for number in 1...3 {
      let text = String(decoding: folder.read("out/slow-\(number).txt") ?? [], as: UTF8.self)
      #expect(text.contains("part 4\n"))
    }
    #expect(folder.read("out/open.csv") == Array("line 1\nline 2\n".utf8))
    let reason = String(
      decoding: folder.read("in/failed/broken.docx.reason.txt") ?? [], as: UTF8.self)
    #expect(reason.contains("broken.docx"), "\(reason)")
    #expect(folder.read("in/broken.docx") == nil)
    let objects = try lines(outcome.output)
    #expect(objects.count == 8)
    #expect(objects.contains { $0["aside"]?.string?.hasSuffix("in/failed/broken.docx") ?? false })
    // What was signed before is known again, and so is what failed.
    let again = start()
    wait("the second start") { again.errorsSoFar.contains("watching") }
    sleep(4)
    again.send(SIGINT)
    let second = again.wait()
    #expect(second.code == 0, "\(second.errorText)")
    #expect(second.text == "7 carry their label already\n", "\(second.text)\(second.errorText)")
  }

  @Test(
    "a run that is killed in the middle loses nothing and signs nothing twice",
    arguments: [false, true])
  func killed(moves: Bool) throws {
    let names = (1...12).map { "note-\($0).\($0 % 3 == 0 ? "csv" : "txt")" }
    for name in names { folder.write(Array("Note \(name)\n".utf8), to: "in/" + name) }
    let key = desk.scratch("keys/us/key.pem")
    let script = folder.write(
      Array("sleep 0.4\nexec openssl dgst -sha256 -sign \(key)\n".utf8), to: "slow.sh")
    let slow = [
      "-f", "ndjson", "-j", "2", "--signer", "/bin/sh \(script)", "--certificates",
      desk.scratch("keys/us/chain.pem"),
    ]
    let options = moves ? ["--done", folder("in/done")] : []
    let first = start(slow + options)
    wait("some results") { folder.names(in: "out").filter { !$0.hasPrefix(".") }.count >= 4 }
    first.send(SIGKILL)
    let killed = try lines(first.wait().output)
    #expect(killed.count < names.count)
    let second = start(["-f", "ndjson"] + options)
    let results = names.map { $0.hasSuffix("csv") ? $0 + ".c2pa" : $0 }
    wait("all results") {
      results.allSatisfy { folder.read("out/" + $0) != nil }
        && (try? lines(second.outputSoFar).count + killed.count) ?? 0 >= names.count
    }
    if moves { wait("all moved") { folder.names(in: "in/done").count == names.count } }
    second.send(SIGTERM)
    let outcome = second.wait()
    #expect(outcome.code == 0, "\(outcome.errorText)")
    var signed: [String: Int] = [:]
    for object in killed + (try lines(outcome.output)) where object["manifest"] != nil {
      if object["current"] == nil { signed[object["input"]?.string ?? "", default: 0] += 1 }
    }
    #expect(signed.values.allSatisfy { $0 == 1 }, "\(signed)")
    for name in names { try requireOnce(name) }
    #expect(folder.names(in: "out").filter { $0.hasPrefix(".") }.isEmpty)
    let left = folder.names(in: "in").filter { $0.hasPrefix("note-") }
    #expect(left.count == (moves ? 0 : names.count))
  }

  @Test("a new version of a document is signed as one; of two failures with one name both are kept")
  func versions() throws {
    folder.write(Array("One\n".utf8), to: "in/a.txt")
    folder.write([1], to: "in/b.docx")
    let run = start(["--done", folder("done"), "--failed", folder("bad")])
    wait("the first") { folder.read("done/a.txt") != nil && folder.read("bad/b.docx") != nil }
    folder.write(Array("Two\n".utf8), to: "in/a.txt")
    folder.write([2], to: "in/b.docx")
    wait("the second") {
      folder.read("done/a-2.txt") != nil && folder.read("bad/b-2.docx") != nil
    }
    run.send(SIGTERM)
    #expect(run.wait().code == 1)
    #expect(
      folder.names(in: "bad") == [
        "b-2.docx", "b-2.docx.reason.txt", "b.docx", "b.docx.reason.txt",
      ])
    #expect(folder.read("bad/b-2.docx") == [2])
    let verdict = try JSON.Reader.parse(
      Command.run(["verify", folder("out/a.txt"), "-f", "json"] + desk.trust).output)
    #expect(verdict["origin"]?["status"]?.string == "official")
    #expect(verdict["c2pa"]?["ingredients"]?.array?.count == 1)
  }

  @Test("what is no document's fault waits: no clock, then a clock")
  func waits() {
    for name in ["key.pem", "chain.pem"] {
      folder.write(desk.scratch.read("keys/us/" + name) ?? [], to: "issuer/" + name)
    }
    let head = "schema = 1\n[key]\npath = \"key.pem\"\ncertificates = \"chain.pem\"\n[timestamp]\n"
    folder.write(
      Array((head + "urls = [\"http://127.0.0.1:1/\"]\n").utf8), to: "issuer/ISSUER.toml")
    folder.write(Array("One\n".utf8), to: "in/a.txt")
    let words = [
      "sign", "--watch", folder("in"), "--output-dir", folder("out"), "--settle", "0",
      "--profile", folder("issuer/ISSUER.toml"), "--ai", "none",
    ]
    let run = Command.start(words.map { Array($0.utf8) })
    wait("the clock is missed") { run.errorsSoFar.contains("error: ") }
    #expect(folder.names(in: "in") == ["a.txt"])
    let clock = "key = \"\(desk.scratch("keys/tsa/authority.pem"))\"\n"
    folder.write(Array((head + clock).utf8), to: "issuer/ISSUER.toml")
    wait("the result") { folder.read("out/a.txt") != nil }
    run.send(SIGTERM)
    let outcome = run.wait()
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.hasSuffix("1 document signed\n"), "\(outcome.text)")
    #expect(outcome.errorText.split(separator: "\n").count { $0.contains("error: ") } == 1)
  }

  @Test("one watcher a folder, and results never come into it again")
  func refused() {
    folder.write([], to: "in/.keep")
    let first = start()
    wait("the first watches") { first.errorsSoFar.contains("watching") }
    let second = start().wait()
    #expect(second.code == 2)
    #expect(second.errorText.contains("another run watches this folder already"))
    first.send(SIGTERM)
    let outcome = first.wait()
    #expect(outcome.code == 0 && outcome.text == "no document came\n", "\(outcome.text)")
    let base = [
      "sign", "--profile", desk.profile(), "--ai", "none", "--watch", folder("in"),
    ]
    for (options, words) in [
      ([], "--watch needs --output-dir"),
      (["--output-dir", folder("in")], "the watched folder is this folder, or lies in it"),
      (["--output-dir", folder.path], "the watched folder is this folder, or lies in it"),
      (["--output-dir", folder("out"), folder("in")], "name no other documents"),
      (["--output-dir", folder("out"), "--done", folder("out")], "would lie among the results"),
      (["--output-dir", folder("out"), "--settle", "-1"], "--settle"),
      (["--output-dir", folder("out"), "--plan", folder("p")], "known before"),
      (
        ["--output-dir", folder("out"), "--renew", "plain"], "--renew is for those that are sealed"
      ),
      (["--output-dir", folder("out"), "--resign"], "leave --resign out"),
    ] as [([String], String)] {
      let outcome = Command.run(base + options)
      #expect(outcome.code == 2, "\(options)")
      #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    }
    let lonely = Command.run(
      "sign", folder("in"), "--profile", desk.profile(), "--ai", "none", "--output-dir",
      folder("out"), "--done", folder("done"))
    #expect(lonely.code == 2 && lonely.errorText.contains("belong to --watch"))
  }
}
