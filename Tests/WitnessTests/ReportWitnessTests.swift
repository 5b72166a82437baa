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
    #expect(rows.contains { $0["integrity_text"]?.string?.contains("署名") == true })
  }
}
