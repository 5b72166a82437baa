import BroadsealJSON
import BroadsealReporting
import TestSupport
import Testing

@Suite("Every report of an audit says what run it is of, and how it ended")
struct AuditReportTests {
  private let desk = Desk.shared

  private func folder() -> Scratch {
    let scratch = Scratch()
    for name in ["official.pdf", "ai.jpg", "notes.txt"] {
      scratch.write(desk.scratch.read(name) ?? [], to: "in/\(name)")
    }
    return scratch
  }

  private func report(_ arguments: [String], _ scratch: Scratch) -> Command.Outcome {
    Command.run(["audit", scratch("in"), "--at", "2027-01-01"] + arguments + desk.trust)
  }

  @Test("JSON begins with the run and ends with the counts, and keeps to its schema")
  func json() throws {
    let scratch = folder()
    let outcome = report(["-o", "json=-", "-j", "2"], scratch)
    let value = try JSON.Reader.parse(outcome.output)
    #expect(try SchemaValidator(Schema.audit.text).faults(in: value) == [])
    #expect(value.object?.keys == ["schema", "run", "tool", "verdicts", "summary"])
    let run = try #require(value["run"])
    #expect(run["started"] == nil, "no clock is read where a moment was named")
    #expect(run["judgedAt"]?.string == "2027-01-01T00:00:00Z")
    #expect(run["tool"]?["name"]?.string == "broadseal")
    #expect(run["roots"]?.array == [.string(scratch("in"))])
    let command = run["command"]?.array?.compactMap(\.string) ?? []
    #expect(command.starts(with: ["broadseal", "audit", scratch("in"), "--at", "2027-01-01"]))
    #expect(!command.contains("-j") && !command.contains("2") && !command.contains("json=-"))
    let list = try #require(run["lists"]?.array?.first)
    #expect((list["sequence"]?.integer ?? 0) > 0)
    #expect(list["sha256"]?.string?.count == 64)
    let now = Command.run(["audit", scratch("in"), "-o", "json=-"] + desk.trust)
    let started = try JSON.Reader.parse(now.output)["run"]?["started"]?.string
    #expect(started?.hasPrefix("20") == true)
  }

  @Test("lines begin with the run and end with the counts")
  func lines() throws {
    let lines = report(["-o", "ndjson=-"], folder()).output.split(separator: 0x0A)
    let values = try lines.map { try JSON.Reader.parse($0) }
    #expect(values.first?["schema"]?.string == "broadseal.run/1")
    #expect(values.last?["schema"]?.string == "broadseal.summary/1")
    #expect(try SchemaValidator(Schema.run.text).faults(in: #require(values.first)) == [])
    #expect(try SchemaValidator(Schema.summary.text).faults(in: #require(values.last)) == [])
    #expect(values.count == 5)
  }

  @Test("how many work, how loud, and where the report goes changes no byte of it")
  func same() throws {
    let scratch = folder()
    let first = report(["-o", "json=-", "-j", "1"], scratch)
    let second = report(["--output=json=" + scratch("r.json"), "-j2", "-q", "--force"], scratch)
    #expect(second.code == first.code)
    #expect(scratch.read("r.json") == first.output)
  }

  @Test("the counts alone, in every form")
  func summaryOnly() throws {
    let scratch = folder()
    let json = try JSON.Reader.parse(report(["-o", "json=-", "--summary-only"], scratch).output)
    #expect(try SchemaValidator(Schema.audit.text).faults(in: json) == [])
    #expect(json["verdicts"] == nil && json["summary"]?["files"] == 3)
    let csv = report(["-o", "csv=-", "--summary-only"], scratch)
    #expect(csv.tableRows.isEmpty)
    #expect(csv.text.contains("# files\",3,"))
    let text = report(["--summary-only"], scratch).text
    #expect(!text.contains("notes.txt") && text.contains("Files"))
  }

  @Test("CSV begins with its mark in a file and in Japanese, or as asked")
  func mark() {
    let scratch = folder()
    func begins(_ arguments: [String]) -> Bool {
      report(["-o", "csv=-"] + arguments, scratch).output.starts(with: [0xEF, 0xBB, 0xBF])
    }
    #expect(begins(["--lang", "ja"]))
    #expect(!begins(["--lang", "ja", "--no-bom"]))
    #expect(!begins([]))
    #expect(begins(["--bom"]))
    for (more, isMarked) in [([], true), (["--no-bom", "--force"], false)] {
      #expect(report(["-o", "csv=" + scratch("r.csv"), "-q"] + more, scratch).code == 0)
      #expect(scratch.read("r.csv")?.starts(with: [0xEF, 0xBB, 0xBF]) == isMarked)
    }
    let rows = report(["-o", "csv=-", "--lang", "ja"], scratch).text
    #expect(rows.contains("発行元") || rows.contains("政府"))
  }

  @Test("the label of each file goes into a folder, as the standard shows it, with an index")
  func crjson() throws {
    let scratch = folder()
    let outcome = report(["-o", "crjson=" + scratch("labels")], scratch)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let index = try #require(scratch.read("labels/index.ndjson")).split(separator: 0x0A)
    let lines = try index.map { try JSON.Reader.parse($0) }
    #expect(lines.first?["schema"]?.string == "broadseal.run/1")
    #expect(lines.last?["schema"]?.string == "broadseal.summary/1")
    let validator = try SchemaValidator(Schema.crjson.text)
    for line in lines.dropFirst().dropLast() { #expect(validator.faults(in: line) == []) }
    let files = lines.compactMap { $0["file"]?.string }
    #expect(files.count == 2)
    for file in files {
      let value = try JSON.Reader.parse(try #require(scratch.read("labels/" + file)))
      let manifest = try #require(value["manifests"]?.array?.first)
      #expect(manifest["assertions"]?["org.broadseal.label"] != nil)
      #expect(manifest["validationResults"]?["failure"]?.array == [])
    }
    #expect(report(["-o", "crjson=" + scratch("labels")], scratch).code == 2)
  }

  @Test(
    "a report whose form nobody said is refused with a line that says it",
    arguments: [
      ("r/b.html", "hint: -o html=r/b.html"), ("b.XML", "hint: -o junit=b.XML"),
      ("b", "hint: -f csv says it"), ("xlsx=b.xlsx", "there is no form xlsx"),
      ("xlsx=b.xlsx", "spreadsheets open csv"), ("htm=b.htm", "did you mean html?"),
    ])
  func form(place: String, said: String) {
    let told = report(["-o", place], Scratch())
    #expect(told.code == 2 && told.errorText.contains(said), "\(told.errorText)")
  }

  @Test("without what went well the verdicts say the same, and much less")
  func withoutSuccess() throws {
    let scratch = folder()
    let whole = report(["-o", "json=-"], scratch).output
    let short = report(["-o", "json=-", "--without-success"], scratch).output
    #expect(short.count * 4 < whole.count * 3)
    let value = try JSON.Reader.parse(short)
    #expect(try SchemaValidator(Schema.audit.text).faults(in: value) == [])
  }

  @Test(
    "a sample is drawn by a number that nobody knows before, and drawn again by the one that is told"
  )
  func sample() throws {
    let scratch = Scratch()
    for number in 0..<60 { scratch.write(Array("\(number)".utf8), to: "in/\(number).txt") }
    func drawn(_ more: [String]) throws -> (paths: [String], value: JSON.Value) {
      let outcome = report(["--sample", "10", "-o", "json=-"] + more, scratch)
      let value = try JSON.Reader.parse(outcome.output)
      #expect(try SchemaValidator(Schema.audit.text).faults(in: value) == [])
      return (value["verdicts"]?.array?.compactMap { $0["path"]?.string } ?? [], value)
    }
    let (first, second) = (try drawn([]), try drawn([]))
    #expect(first.paths.count == 10 && first.paths != second.paths)
    #expect(first.value["summary"]?["sample"]?["seedNamed"] == false)
    let seed = try #require(first.value["run"]?["seed"]?.integer)
    #expect(first.value["summary"]?["sample"]?["seed"]?.integer == seed)
    let again = try drawn(["--seed", "\(seed)"])
    #expect(again.paths == first.paths)
    #expect(again.value["summary"]?["sample"]?["seedNamed"] == true)
    let told = report(["--sample", "10", "--seed", "7"], scratch).text.split(
      whereSeparator: \.isWhitespace)
    #expect(told.joined(separator: " ").contains("only if nobody knew it who named the files"))
    #expect(Command.run("audit", scratch("in"), "--seed", "7").code == 2)
  }
}
