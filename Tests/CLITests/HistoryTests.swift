import BroadsealJSON
import BroadsealReporting
import Glibc
import TestSupport
import Testing

@Suite(
  "audit --history says what changed, skips what nobody touched, and believes nobody else's rows")
struct HistoryTests {
  private let desk = Desk.shared
  private let scratch = Scratch()

  init() {
    for name in ["official.pdf", "official.png", "ai.jpg", "notes.txt", "chart.png"] {
      scratch.write(desk.scratch.read(name) ?? [], to: "in/\(name)")
    }
    let moment = timespec(tv_sec: 0, tv_nsec: 120_000_000)
    // Older than a tick of the clock: a file that was just written is judged anew.
    _ = unsafe withUnsafePointer(to: moment) { unsafe nanosleep($0, nil) }
  }

  private func audit(_ more: [String] = [], at time: String? = "2027-01-01") -> Command.Outcome {
    Command.run(
      ["audit", scratch("in"), "--history", scratch("h.db"), "-o", "json=-"]
        + (time.map { ["--at", $0] } ?? []) + more + desk.trust,
      variables: ["XDG_STATE_HOME": scratch("state")])
  }

  private func history(_ arguments: String...) -> Command.Outcome {
    Command.run(["history"] + arguments, variables: ["XDG_STATE_HOME": scratch("state")])
  }

  private func drift(_ outcome: Command.Outcome) throws -> [String: [String]] {
    let value = try JSON.Reader.parse(outcome.output)
    #expect(try SchemaValidator(Schema.audit.text).faults(in: value) == [])
    var drift: [String: [String]] = [:]
    for verdict in value["verdicts"]?.array ?? [] {
      guard let kinds = verdict["drift"]?["kinds"]?.array else { continue }
      drift[name(verdict["path"])] = kinds.compactMap(\.string)
    }
    for file in value["summary"]?["drift"]?["removed"]?.array ?? [] {
      drift[name(file["path"])] = ["removed"]
    }
    return drift
  }

  private func name(_ path: JSON.Value?) -> String {
    path?.string?.split(separator: "/").last.map(String.init) ?? ""
  }

  private func overwrite(_ name: String, with bytes: [UInt8]) {
    scratch.write(bytes, to: "in/\(name)")
  }

  @Test("looking at a history writes nothing, and nothing is put beside a file that is none")
  func looking() {
    #expect(audit().code != 2)
    let names = scratch.names.filter { $0 != "h.db.lock" }
    _ = Command.shell("rm '\(scratch("h.db.lock"))'")
    let bytes = scratch.read("h.db")
    for command in [["list"], ["show"], ["compare"]] {
      let runs = command == ["list"] ? [] : command == ["show"] ? ["1"] : ["1", "1"]
      let outcome = Command.run(
        ["history"] + command + [scratch("h.db")] + runs,
        variables: ["XDG_STATE_HOME": scratch("state")])
      #expect(outcome.code == 0, "\(command): \(outcome.errorText)")
    }
    #expect(scratch.names == names && scratch.read("h.db") == bytes)
    for (name, content) in [("r.csv", Array("path,sha256\n".utf8)), ("empty.db", [])] {
      scratch.write(content, to: name)
      var commands = [["list", scratch(name)], ["prune", scratch(name), "--keep", "1"]]
        .map { ["history"] + $0 }
      if !content.isEmpty { commands.append(["audit", scratch("in"), "--history", scratch(name)]) }
      for command in commands {
        let outcome = Command.run(command, variables: ["XDG_STATE_HOME": scratch("state")])
        #expect(outcome.code == 2, "\(command): \(outcome.errorText)")
        #expect(scratch.read(name) == content && !scratch.names.contains(name + ".lock"))
      }
    }
  }

  @Test(
    "touched, changed, removed, stripped, signed by another, times set back: exactly that is said")
  func driftRows() throws {
    let first = audit()
    #expect(try drift(first) == [:])
    let second = audit()
    #expect(try drift(second) == [:])
    let (one, two) = (try JSON.Reader.parse(first.output), try JSON.Reader.parse(second.output))
    #expect(one["verdicts"] == two["verdicts"], "what is kept is what was found")
    // Touched: no change.
    #expect(Command.shell("touch '\(scratch("in/notes.txt"))'").code == 0)
    // Changed, and its times set back.
    let line =
      "cp -p '\(scratch("in/chart.png"))' '\(scratch("old"))'; "
      + "printf X >>'\(scratch("in/chart.png"))'; "
      + "touch -r '\(scratch("old"))' '\(scratch("in/chart.png"))'"
    #expect(Command.shell(line).code == 0)
    #expect(unsafe unlink(scratch("in/ai.jpg")) == 0)
    overwrite("official.pdf", with: desk.scratch.read("release.pdf") ?? [])
    let signed = Command.run([
      "sign", desk.scratch("chart.png"), "--official", "--ai", "none", "--profile",
      desk.profile("jp"), "-o", scratch("in/official.png"), "--force",
    ])
    #expect(signed.code == 0, "\(signed.errorText)")
    overwrite("late.txt", with: Array("late".utf8))
    let third = audit()
    let rows = try drift(third)
    #expect(rows["notes.txt"] == nil)
    #expect(rows["chart.png"] == ["bytes"])
    #expect(rows["ai.jpg"] == ["removed"])
    #expect(rows["official.pdf"]?.first == "label-lost")
    #expect(rows["official.png"]?.contains("signer") == true)
    #expect(rows["late.txt"] == ["new"])
    #expect(rows.count == 5)
    #expect(third.code == 1, "a lost label is an error")
    // Compared with the first run, the same; with the last one, only that a label is still lost.
    #expect(try drift(audit(["--baseline", "1"])) == rows)
    #expect(try drift(audit()) == ["official.pdf": ["still-lost"]])
    let compared = history("compare", scratch("h.db"), "1", "3")
    #expect(compared.code == 1)
    #expect(compared.text.split(separator: "\n").count == 5)
    #expect(
      history("compare", scratch("h.db"), "3", "5").text
        == "nothing changed between run 3 and run 5\n")
    // What a run found is told in the words of an audit, in either language.
    let shown = history("show", scratch("h.db"), "3").text
    #expect(shown.contains("✗ label-lost (1 file): "), "\(shown)")
    let japanese = history("show", scratch("h.db"), "3", "--lang", "ja").text
    #expect(japanese.contains("件): 以前の監査ではラベルがありました"), "\(japanese)")
  }

  @Test(
    "a label that was lost beside a file that nobody looks into is told by every run until it is accepted"
  )
  func standingLoss() throws {
    let film = scratch("in/film.mkv")
    scratch.write([0x1A, 0x45, 0xDF, 0xA3, 1], to: "in/film.mkv")
    func label() {
      let signed = Command.run([
        "sign", film, "--sidecar", "--official", "--ai", "none", "--profile", desk.profile(),
      ])
      #expect(signed.code == 0, "\(signed.errorText)")
    }
    label()
    #expect(audit().code < 2)
    #expect(unsafe unlink(film + ".c2pa") == 0)
    let second = audit()
    #expect(try drift(second)["film.mkv"]?.first == "label-lost")
    #expect(second.code == 1 || second.code == 3)
    #expect(second.text.contains("BASE-LABEL-LOST"))
    // Nobody could read it for a while: the loss is not forgotten.
    #expect(unsafe rename(film, scratch("film")) == 0)
    #expect(unsafe mkdir(film, 0o700) == 0)
    #expect(try drift(audit())["film.mkv"] != nil)
    #expect(unsafe rmdir(film) == 0)
    #expect(unsafe rename(scratch("film"), film) == 0)
    #expect(try drift(audit())["film.mkv"] == ["label-lost", "new"])
    for _ in 0..<2 {
      let outcome = audit()
      #expect(try drift(outcome) == ["film.mkv": ["still-lost"]])
      #expect(outcome.text.contains("BASE-LABEL-LOST"))
    }
    #expect(history("prune", scratch("h.db"), "--keep", "1").code == 0)
    #expect(try drift(audit()) == ["film.mkv": ["still-lost"]], "forgetting runs accepts nothing")
    #expect(history("accept", scratch("h.db"), "99").code == 2)
    #expect(history("accept", scratch("h.db"), "7").code == 0)
    #expect(try drift(audit()) == [:])
    // A loss after that is told again.
    label()
    #expect(audit().code < 4)
    #expect(unsafe unlink(film + ".c2pa") == 0)
    #expect(try drift(audit())["film.mkv"]?.first == "label-lost")
  }

  @Test("of the runs that were accepted the last is kept, and no older one for its sake")
  func acceptedRuns() throws {
    for _ in 0..<3 { #expect(audit().code < 4) }
    for run in ["1", "3"] { #expect(history("accept", scratch("h.db"), run).code == 0) }
    #expect(history("prune", scratch("h.db"), "--keep", "1").code == 0)
    #expect(history("list", scratch("h.db")).text.split(separator: "\n").count == 2)
  }

  @Test("runs are listed, shown and forgotten")
  func commands() throws {
    for _ in 0..<3 { #expect(audit().code < 4) }
    let list = history("list", scratch("h.db")).text.split(separator: "\n")
    #expect(
      list.count == 4 && list[0].split(separator: " ").starts(with: ["run", "began", "Files"]))
    #expect(list[1].contains(" 5 ") && list[1].contains(" yes "))
    let told = history("show", scratch("h.db"), "2", "--lang", "both").text
    for word in ["Run 2\n", "第2回\n", "Integrity\n  intact", "none-declared", "ファイル"] {
      #expect(told.contains(word), "\(word): \(told)")
    }
    let shown = try JSON.Reader.parse(history("show", scratch("h.db"), "2", "-f", "json").output)
    #expect(try SchemaValidator(Schema.history.text).faults(in: shown) == [])
    #expect(shown["run"]?["schema"]?.string == "broadseal.run/1")
    #expect(shown["summary"]?["files"] == 5)
    #expect(history("prune", scratch("h.db"), "--keep", "1").text == "forgot 2 runs; kept: 3\n")
    #expect(history("list", scratch("h.db")).text.split(separator: "\n").count == 2)
    #expect(try drift(audit()) == [:])
    #expect(history("show", scratch("h.db"), "1").code == 2)
    #expect(history("list", scratch("gone.db")).code == 2)
    #expect(audit(["--baseline", "99"]).code == 2)
    // A run that is refused leaves nothing behind.
    let refused = audit(["-o", "html=" + scratch("nowhere/a.html")])
    #expect(refused.code == 2)
    let next = audit()
    #expect(!next.errorText.contains("broken off"), "\(next.errorText)")
    scratch.write(
      Array("no database at all, but long enough to be taken for one".utf8), to: "no.db")
    #expect(history("list", scratch("no.db")).code == 2)
  }

  @Test(
    "whoever edits the file is noticed",
    arguments: [
      "UPDATE file SET verdict = (SELECT verdict FROM file WHERE CAST(path AS TEXT) LIKE '%official.pdf') "
        + "WHERE CAST(path AS TEXT) LIKE '%notes.txt'",
      "DELETE FROM file WHERE CAST(path AS TEXT) LIKE '%ai.jpg'",
      "UPDATE file SET first = 2 WHERE CAST(path AS TEXT) LIKE '%ai.jpg'",
      "UPDATE run SET judged = 0", "UPDATE run SET summary = '{}'",
      "INSERT INTO file (scope, path, first, state, basis, judged, code, verdict) SELECT scope, "
        + "x'2F61', first, state, basis, judged, code, verdict FROM file LIMIT 1; "
        + "INSERT INTO seen SELECT max(number), 1 FROM file",
      "DELETE FROM seen WHERE number = 2",
    ])
  func edited(sql: String) {
    #expect(audit().code < 4)
    let edit =
      "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); "
      + "d.executescript(sys.argv[2]); d.commit()"
    let done = Command.shell("python3 -c \"\(edit)\" '\(scratch("h.db"))' \"\(sql)\"")
    #expect(done.code == 0, "\(done.errorText)")
    let outcome = audit()
    #expect(outcome.code == 6, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("wrote to the history"))
  }

  @Test("another user's key does not open it")
  func otherKey() {
    #expect(audit().code < 4)
    let other = Command.run(
      ["audit", scratch("in"), "--history", scratch("h.db")] + desk.trust,
      variables: ["XDG_STATE_HOME": scratch("elsewhere")])
    #expect(other.code == 6)
  }

  @Test(
    "killed at random moments, a run goes on and writes the very bytes of an undisturbed one (BROADSEAL_KILLS of them)"
  )
  func killed() throws {
    for copy in 0..<1_500 {
      scratch.write(Array("a note \(copy)".utf8), to: "in/many/\(copy % 7)/\(copy).txt")
    }
    for copy in 0..<60 {
      let name = ["official.pdf", "notes.txt", "ai.jpg"][copy % 3]
      scratch.write(desk.scratch.read(name) ?? [], to: "in/many/\(copy)-\(name)")
    }
    usleep(120_000)
    func run() -> Command.Run {
      Command.start(
        (["audit", scratch("in"), "--history", scratch("h.db"), "-q", "--at", "2027-01-01"]
          + ["json", "csv", "html"].flatMap { ["-o", "\($0)=" + scratch("r." + $0)] } + desk.trust)
          .map { Array($0.utf8) }, variables: ["XDG_STATE_HOME": scratch("state")])
    }
    func reports() -> [[UInt8]?] {
      ["json", "csv", "html"].map { format in
        defer { unsafe unlink(scratch("r." + format)) }
        return scratch.read("r." + format)
      }
    }
    func forget() { for end in ["", "-journal"] { unsafe unlink(scratch("h.db" + end)) } }
    var clock = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &clock)
    let begun = clock
    #expect(run().wait().code == 0)
    unsafe clock_gettime(CLOCK_MONOTONIC, &clock)
    let time = (clock.tv_sec - begun.tv_sec) * 1_000 + (clock.tv_nsec - begun.tv_nsec) / 1_000_000
    let whole = reports()
    #expect(whole.allSatisfy { ($0?.count ?? 0) > 1_000 })
    forget()
    let wanted = unsafe getenv("BROADSEAL_KILLS").flatMap { unsafe Int(String(cString: $0)) } ?? 3
    var (kills, seed, tries) = (0, UInt64(7), 0)
    while kills < wanted, tries < 10 * wanted {
      tries += 1
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let run = run()
      usleep(UInt32(seed >> 33) % UInt32(max(time, 20) * 1_000))
      run.send(SIGKILL)
      if run.wait().code == 128 + SIGKILL {
        kills += 1
        // One that was whole by then may have its name.
        let isWhole = zip(reports(), whole).allSatisfy { $0 == nil || $0 == $1 }
        #expect(isWhole, "half a report has no name")
      } else {
        // It was done before: another one begins.
        _ = reports()
        forget()
      }
    }
    #expect(kills == wanted)
    #expect(run().wait().code == 0)
    #expect(reports() == whole)
    #expect(history("list", scratch("h.db")).text.contains(" 1565 "))
  }

  @Test(
    "a full disk is an error, and loses no earlier run",
    .enabled(if: SmallDisk.canMount, "only the administrator may mount a small disk"))
  func fullDisk() throws {
    scratch.write([], to: "disk/.keep")
    let isMounted = unsafe mount("tmpfs", scratch("disk"), "tmpfs", 0, "size=300k") == 0
    try #require(isMounted, "mount failed with \(errno)")
    defer { unsafe umount(scratch("disk")) }
    func audit() -> Command.Outcome {
      Command.run(
        ["audit", scratch("in"), "--history", scratch("disk/h.db"), "-o", "json=-"] + desk.trust,
        variables: ["XDG_STATE_HOME": scratch("state")])
    }
    #expect(audit().code == 0)
    for copy in 0..<400 { overwrite("\(copy).pdf", with: desk.scratch.read("official.pdf") ?? []) }
    let full = audit()
    #expect(full.code == 3, "\(full.errorText)")
    #expect(full.errorText.contains("the history cannot be used: database or disk is full"))
    #expect(history("list", scratch("disk/h.db")).text.contains(" 5 "))
    for copy in 0..<400 { unsafe unlink(scratch("in/\(copy).pdf")) }
    let after = audit()
    #expect(after.code == 0, "\(after.errorText)")
    #expect(try drift(after) == [:])
  }

  @Test("two runs at once take turns")
  func together() throws {
    let arguments =
      ["audit", scratch("in"), "--history", scratch("h.db"), "-o", "json=-"] + desk.trust
    let runs = (0..<2).map { _ in
      Command.start(
        arguments.map { Array($0.utf8) }, variables: ["XDG_STATE_HOME": scratch("state")])
    }
    for run in runs {
      let outcome = run.wait()
      #expect(outcome.code < 4, "\(outcome.errorText)")
      #expect(try JSON.Reader.parse(outcome.output)["verdicts"]?.array?.count == 5)
    }
    #expect(history("list", scratch("h.db")).text.split(separator: "\n").count == 3)
  }

  @Test("the options want a history")
  func options() {
    let folder = scratch("in")
    #expect(Command.run("audit", folder, "--baseline", "1").code == 2)
    #expect(Command.run("audit", folder, "--trust-mtime").code == 2)
    #expect(audit(["--trust-mtime"]).code < 4)
  }
}
