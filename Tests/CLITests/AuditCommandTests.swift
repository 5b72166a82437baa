import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import Glibc
import TestSupport
import Testing

@Suite("audit answers for every file, in one order, whatever the number of workers")
struct AuditCommandTests {
  private let desk = Desk.shared

  /// Labelled, unlabelled and altered files in folders, and names that make trouble.
  private func folder(copies: Int = 1) -> Scratch {
    let scratch = Scratch()
    for copy in 0..<copies {
      for name in ["official.pdf", "official.png", "ai.jpg", "notes.txt"] {
        scratch.write(desk.scratch.read(name) ?? [], to: "set \(copy)/\(name)")
      }
      var bytes = desk.scratch.read("official.jpg") ?? []
      bytes[bytes.count - 100] ^= 1
      scratch.write(bytes, to: "set \(copy)/altered.jpg")
    }
    return scratch
  }

  @Test("one worker and many write the same bytes")
  func determinism() {
    let scratch = folder(copies: 20)
    for format in ["ndjson", "json", "csv", "text", "sarif", "junit", "html"] {
      let outputs = [["-j", "1"], ["--jobs", "2"], ["-j64"]].map { jobs in
        Command.run(
          ["audit", scratch.path] + jobs + ["-o", "\(format)=-", "--at", "2027-01-01"]
            + desk.trust
        ).output
      }
      #expect(outputs[0].count > 1_000)
      #expect(outputs[0] == outputs[1], "\(format)")
      #expect(outputs[0] == outputs[2], "\(format)")
    }
  }

  @Test("an altered file makes 1, an unlabelled one does not")
  func exitCodes() {
    let scratch = folder()
    #expect(Command.run(["audit", scratch.path] + desk.trust).code == 1)
    #expect(
      Command.run(["audit", scratch.path, "--exclude", "altered.jpg"] + desk.trust).code == 0)
    let gone = Command.run(["audit", scratch.path, scratch("gone")] + desk.trust)
    #expect(gone.code == 2 && gone.text.isEmpty)
    #expect(gone.errorText.contains("gone: there is no such folder or file"))
    scratch.write(Array("\(scratch("gone"))\n".utf8), to: "list")
    #expect(
      Command.run("audit", "--files-from", scratch("list")).code == 3,
      "a name in a list is answered")
    let empty = Scratch()
    #expect(Command.run("audit", empty.path).code == 2)
    #expect(Command.run("audit", scratch.path, "--include", "*.nothing").code == 2)
    #expect(Command.run("audit").code == 2)
  }

  @Test("what nobody looked into is told apart from what has no label, and ends with 3")
  func unjudged() throws {
    let scratch = Scratch()
    scratch.write(desk.scratch.read("notes.txt") ?? [], to: "notes.txt")
    scratch.write([0x1A, 0x45, 0xDF, 0xA3, 1], to: "film.mkv")
    scratch.write((desk.scratch.read("chart.png") ?? []).prefix(500), to: "cut.png")
    let outcome = Command.run(["audit", scratch.path, "-o", "json=-"] + desk.trust)
    #expect(outcome.code == 3)
    let json = try JSON.Reader.parse(outcome.output)
    let found = json["verdicts"]?.array?.map { $0["unjudged"]?.string ?? "" }
    #expect(found == ["partial", "not-read", ""])
    #expect(json["summary"]?["integrity"]?["no-label"] == 1)
    let rules = json["summary"]?["rules"]?.array?.compactMap { $0["rule"]?.string }
    #expect(rules == ["BASE-PARTIAL", "BASE-NOT-READ", "BASE-NO-LABEL"])
    let text = Command.run(["audit", scratch.path] + desk.trust).text
    #expect(text.contains("Not looked into\n  partial "))
    #expect(text.contains("? not-read "))
    #expect(text.contains("No policy was given:"))
    #expect(
      Command.run(["audit", scratch.path, "--exclude", "*.mkv", "--exclude", "cut.*"] + desk.trust)
        .code == 0)
  }

  @Test("a label that claims to be official and is on no list makes 1, unless nobody could know")
  func claimed() {
    let path = desk.scratch("official.png")
    let other = ["--government", desk.scratch("keys/trust/government/jp.json")]
    let outcome = Command.run(["audit", path] + other)
    #expect(outcome.code == 1, "\(outcome.text)")
    #expect(outcome.text.contains("✗ claimed (1 file): The label claims to be official"))
    let open = Command.run("audit", path)
    #expect(open.code == 0)
    #expect(open.text.contains("! undecided (1 file)"))
    #expect(Command.run("audit", path, "--fail-on", "undecided").code == 1)
  }

  @Test("what makes a run fail can be said, and a name that is none is a usage error")
  func failOn() {
    let scratch = folder()
    func code(_ list: String) -> Int32 {
      Command.run(["audit", scratch.path, "-q", "--fail-on", list] + desk.trust).code
    }
    #expect(code("none") == 0)
    #expect(code("label-fails") == 0)
    #expect(code("altered") == 1)
    #expect(code("no-label") == 1)
    #expect(code("altred") == 2)
  }

  @Test("several reports at once agree, and each is whole")
  func reports() throws {
    let scratch = folder()
    let reports = Scratch()
    let outcome = Command.run(
      [
        "audit", scratch.path, "-o", "json=" + reports("r.json"), "-o", "csv=" + reports("r.csv"),
        "-o", "ndjson=-",
      ] + desk.trust)
    #expect(outcome.code == 1)
    let json = try JSON.Reader.parse(try #require(reports.read("r.json")))
    let lines = outcome.verdictLines
    #expect(json["verdicts"]?.array?.count == 5)
    #expect(try lines.map { try JSON.Reader.parse($0) } == json["verdicts"]?.array)
    #expect(json["summary"]?["integrity"]?["altered"] == 1)
    #expect(json["summary"]?["complete"] == true)
    // Behind the mark of its encoding.
    let rows = reports.read("r.csv")?.dropFirst(3).split(separator: 0x0A).filter {
      !$0.starts(with: "\"# ".utf8)
    }
    #expect(rows?.count == 6)
  }

  @Test("a hostile name is judged, and does nothing to any report")
  func hostileNames() throws {
    let scratch = Scratch()
    let bytes = desk.scratch.read("ai.jpg") ?? []
    let names: [[UInt8]] = [
      Array("-rf".utf8), Array("a\nb.jpg".utf8), [0x78, 0xFF, 0xC3], Array("=1+1.jpg".utf8),
      Array("\u{1B}]0;owned\u{7}.jpg".utf8), Array("\u{202E}gpj.exe".utf8),
      Array("e\u{301}.jpg".utf8), Array("\u{E9}.jpg".utf8), Array(repeating: 0x7A, count: 255),
    ]
    for name in names { scratch.write(bytes, toBytes: name) }
    let outcome = Command.run(
      ["audit", scratch.path, "-o", "ndjson=-"] + desk.trust)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let verdicts = try outcome.verdictLines.map { try JSON.Reader.parse($0) }
    #expect(verdicts.count == names.count)
    #expect(verdicts.allSatisfy { $0["integrity"]?.string == "intact" })
    let paths = verdicts.map { verdict in
      verdict["pathBytes"]?.string.flatMap { Base64.decode($0) }
        ?? Array((verdict["path"]?.string ?? "").utf8)
    }
    #expect(Set(paths) == Set(names.map { Array(scratch.path.utf8) + [0x2F] + $0 }))
    for format in ["text", "csv", "ndjson", "json"] {
      let report = Command.run(["audit", scratch.path, "-o", "\(format)=-"] + desk.trust)
      let text = String(validating: report.output, as: UTF8.self)
      let controls = text?.unicodeScalars.filter { scalar in
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\r"
          || (0x202A...0x202E).contains(scalar.value)
      }
      #expect(controls?.isEmpty == true, "\(format)")
    }
  }

  @Test("a name on the command line may be any bytes")
  func argumentBytes() throws {
    let scratch = Scratch()
    scratch.write(desk.scratch.read("ai.jpg") ?? [], toBytes: [0x78, 0xFF])
    let path = Array(scratch.path.utf8) + [0x2F, 0x78, 0xFF]
    let outcome = Command.start(
      [Array("verify".utf8), path, Array("-f".utf8), Array("json".utf8)]).wait()
    #expect(outcome.code == 5)
    let verdict = try JSON.Reader.parse(outcome.output)
    #expect(verdict["pathBytes"]?.string.flatMap { Base64.decode($0) } == path)
  }

  @Test("what is no file is named and not read; a run over it still comes to its end")
  func special() throws {
    let scratch = folder()
    #expect(unsafe mkfifo(scratch("pipe.pdf"), 0o600) == 0)
    #expect(unsafe symlink("/dev/zero", scratch("zero.pdf")) == 0)
    #expect(unsafe symlink(scratch.path, scratch("loop")) == 0)
    let outcome = Command.run(
      ["audit", scratch.path, "--exclude", "altered.jpg", "-o", "json=-"] + desk.trust)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let json = try JSON.Reader.parse(outcome.output)
    #expect(json["summary"]?["skipped"]?["symbolic-link"] == 2)
    #expect(json["summary"]?["skipped"]?["special"] == 1)
    let codes = json["verdicts"]?.array?.compactMap {
      $0["findings"]?.array?.first?["code"]?.string
    }
    #expect(codes?.filter { $0 == "FILE-SYMLINK" }.count == 2)
    #expect(codes?.filter { $0 == "FILE-SPECIAL" }.count == 1)
  }

  @Test("names come from a list, by line or by NUL, and each gets its answer")
  func lists() throws {
    let scratch = Scratch()
    scratch.write(desk.scratch.read("ai.jpg") ?? [], to: "a\nb.jpg")
    let lines = desk.scratch("official.pdf") + "\n" + desk.scratch("nowhere") + "\n"
    let outcome = Command.run(
      ["audit", "--files-from", "-", "-o", "ndjson=-"] + desk.trust, input: Array(lines.utf8))
    #expect(outcome.code == 3)
    #expect(outcome.verdictLines.count == 2)
    // An editor of Windows puts a mark before the names, and a carriage return behind each.
    let windows = lines.split(separator: "\n").joined(separator: "\r\n\r\n") + "\r\n"
    let read = Command.run(
      ["audit", "--files-from", "-", "-o", "ndjson=-"] + desk.trust,
      input: [0xEF, 0xBB, 0xBF] + Array(windows.utf8))
    #expect(read.code == 3 && read.verdictLines.count == 2)
    #expect(read.verdictLines.first == outcome.verdictLines.first)
    let null = Command.run(
      ["audit", "--files-from", "-", "-0", "-o", "ndjson=-"] + desk.trust,
      input: Array(scratch("a\nb.jpg").utf8) + [0])
    #expect(null.code == 0)
    let verdict = try JSON.Reader.parse(try #require(null.verdictLines.first))
    #expect(verdict["integrity"]?.string == "intact")
  }

  @Test("an interrupted run ends 130, and its report says that it is not complete")
  func interrupted() throws {
    let reports = Scratch()
    // A pipe that nobody writes to: the run waits for names until it is broken off.
    #expect(unsafe mkfifo(reports("names"), 0o600) == 0)
    let writer = unsafe open(reports("names"), O_RDWR)
    defer { close(writer) }
    let run = Command.start(
      [
        "audit", desk.scratch("official.pdf"), "--files-from", reports("names"),
        "-o", "json=" + reports("r.json"), "-o", "ndjson=-",
      ].map { Array($0.utf8) })
    while run.outputSoFar.split(separator: 0x0A).count < 2 { usleep(10_000) }
    run.send(SIGINT)
    let outcome = run.wait()
    #expect(outcome.code == 130)
    let json = try JSON.Reader.parse(try #require(reports.read("r.json")))
    #expect(json["summary"]?["complete"] == false)
    #expect(json["verdicts"]?.array?.count == 1)
    let last = try #require(outcome.output.split(separator: 0x0A).last)
    #expect(try JSON.Reader.parse(last)["complete"] == false)
  }

  @Test("a list that nobody writes yet is waited for, and the wait can be broken off")
  func namedPipe() {
    let scratch = Scratch()
    #expect(unsafe mkfifo(scratch("names"), 0o600) == 0)
    func start() -> Command.Run {
      Command.start(
        [
          "audit", desk.scratch("notes.txt"), "--files-from", scratch("names"), "-o", "csv=-",
        ].map { Array($0.utf8) })
    }
    func hasBegun(_ run: Command.Run) -> Bool {
      for _ in 0..<1_000 {
        if run.outputSoFar.split(separator: 0x0A).contains(where: {
          $0.contains(0x2E) && !$0.starts(with: "\"# ".utf8) && !$0.starts(with: "path,".utf8)
        }) {
          return true
        }
        usleep(10_000)
      }
      run.send(SIGKILL)
      return false
    }
    let broken = start()
    #expect(hasBegun(broken))
    broken.send(SIGTERM)
    #expect(broken.wait().code == 130)
    let served = start()
    #expect(hasBegun(served))
    scratch.write(Array(desk.scratch("official.pdf").utf8), to: "names")
    let outcome = served.wait()
    #expect(outcome.code == 0)
    #expect(outcome.tableRows.count == 3)
  }

  @Test("a reader that goes away ends the run quietly, and never as satisfied")
  func brokenPipe() {
    let scratch = folder(copies: 200)
    let run = Command.run(["audit", scratch.path, "-o", "ndjson=/dev/full"])
    #expect(run.code == 3)
    #expect(run.errorText.contains("no space left on device"))
    let script = "'\(Command.executable)' audit '\(scratch.path)' -o ndjson=- | head -n 1"
    let piped = Command.shell("set -o pipefail; " + script)
    #expect(piped.code == 3, "\(piped.errorText)")
    #expect(piped.errors.isEmpty)
    let altered = Command.shell(
      "set -o pipefail; '\(Command.executable)' verify '\(scratch("set 0/altered.jpg"))' | :")
    #expect(altered.code != 0)
  }
}
