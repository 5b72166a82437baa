import BroadsealJSON
import Glibc
import TestSupport
import Testing

/// The schemas of others, read in place.
private enum Schemas {
  static let folder: String? = Corpus.folder.map { $0 + "/../schemas" }
    .flatMap { unsafe access($0, R_OK) == 0 ? $0 : nil }
}

@Suite(
  "Reports before the schemas of those who read them",
  .enabled(if: Schemas.folder != nil && Witness.isWanted, "no schemas beside the corpus"))
struct ReportWitnessTests {
  @Test("SARIF, both schemas of JUnit, and CSV as Python reads it")
  func schemas() throws {
    let (desk, scratch) = (Desk.shared, Scratch())
    var altered = desk.scratch.read("official.jpg") ?? []
    altered[altered.count - 100] ^= 1
    let names: [[UInt8]] = [
      Array("a\nb.jpg".utf8), Array("\u{1B}[2J.jpg".utf8), Array("\u{202E}gpj.exe".utf8),
      [0x78, 0xFF, 0xC3], Array("=cmd|' /C calc'!A0".utf8),
      Array("<script>alert(1)</script>\"'&,;.jpg".utf8), Array("# report".utf8),
      Array("日本語.jpg".utf8),
    ]
    for name in names { scratch.write(altered, toBytes: Array("in-".utf8) + name) }
    let reports = Scratch()
    let outcome = TestSupport.Command.run(
      [
        "audit", scratch.path, "/dev/null", "-o", "sarif=" + reports("r.sarif"), "-o",
        "junit=" + reports("r.xml"), "-o", "csv=" + reports("r.csv"), "--lang", "ja",
      ] + desk.trust)
    #expect(outcome.code == 1, "\(outcome.errorText)")
    let answer = try Witness.run(
      "reports.py",
      [
        "schemas": .string(try #require(Schemas.folder)), "sarif": .string(reports("r.sarif")),
        "junit": .string(reports("r.xml")), "csv": .string(reports("r.csv")),
      ])
    for name in ["sarif", "junit-windyroad", "junit-jenkins-10", "formulas"] {
      #expect(answer[name]?.array == [], "\(name)")
    }
    let rows = answer["rows"]?.array ?? []
    #expect(rows.count == names.count + 1)
    #expect(rows.filter { $0["integrity"]?.string == "altered" }.count == names.count)
    #expect(rows.contains { $0["integrity_text"]?.string?.contains("ラベル") == true })
  }

  @Test("every machine format of ours, by Python's validator and the schemas that ship")
  func own() throws {
    typealias Command = TestSupport.Command
    let (desk, scratch) = (Desk.shared, Scratch())
    let schemas = ["audit", "verdict", "run", "summary", "reports", "crjson", "history"]
    for name in schemas {
      scratch.write(Command.run("--schema", name).output, to: "schemas/\(name).json")
    }
    let deskFiles = ["official.pdf", "ai.jpg", "notes.txt", "official.png"]
    for name in deskFiles { scratch.write(desk.scratch.read(name) ?? [], to: "in/" + name) }
    scratch.write(desk.scratch.read("ai.jpg") ?? [], toBytes: Array("in/x".utf8) + [0xFF])
    // Which files a sample draws is chance: of seven, of which four are sound, five have one that cannot be read.
    for name in ["film", "second", "third"] {
      scratch.write([0x1A, 0x45, 0xDF, 0xA3, 1], to: "in/\(name).mkv")
    }
    scratch.write(Array("path\nin/gone.pdf\n".utf8), to: "register.csv")
    func audit(_ words: [String]) {
      let outcome = Command.run(
        ["audit", scratch("in"), "-q"] + words + desk.trust,
        variables: ["XDG_STATE_HOME": scratch("state")])
      #expect([1, 3].contains(outcome.code), "\(words): \(outcome.errorText)")
    }
    scratch.write([], to: "signed/.keep")
    unsafe unlink(scratch("signed/.keep"))
    let history = ["--history", scratch("h.db")]
    audit(history + ["-o", "json=" + scratch("first.json")])
    scratch.write(desk.scratch.read("release.pdf") ?? [], to: "in/official.pdf")
    unsafe unlink(scratch("in/ai.jpg"))
    audit(history + ["-o", "json=" + scratch("drift.json"), "-o", "ndjson=" + scratch("d.ndjson")])
    audit(["--sample", "5", "-o", "json=" + scratch("sample.json")])
    audit(["--register", scratch("register.csv"), "-o", "json=" + scratch("register.json")])
    audit(["--summary-only", "-o", "json=" + scratch("summary.json")])
    audit(["-o", "crjson=" + scratch("labels")])
    audit([
      "-o", "json=" + scratch("signed/audit.json"), "-o", "html=" + scratch("signed/audit.html"),
      "--sign-report", desk.profile(),
    ])
    let shown = Command.run(
      ["history", "show", scratch("h.db"), "1", "-f", "json"],
      variables: ["XDG_STATE_HOME": scratch("state")])
    scratch.write(shown.output, to: "history.json")
    let documents = [
      "first.json", "drift.json", "d.ndjson", "sample.json", "register.json", "summary.json",
      "labels/index.ndjson", "signed/reports.json", "history.json",
    ]
    let answer = try Witness.run(
      "reports.py",
      [
        "own": .string(scratch("schemas")),
        "documents": .array(documents.map { .string(scratch($0)) }),
      ])
    #expect(answer["faults"]?.array == [])
    let names = answer["names"]?.array?.compactMap(\.string)
    #expect(names == schemas.map { "broadseal.\($0)/1" }.sorted())
    #expect((answer["count"]?.integer ?? 0) > 15)
  }
}
