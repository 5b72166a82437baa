import BroadsealBytes
import BroadsealFolders
import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying
import BroadsealWorkers
import Testing

@testable import BroadsealAuditing

@Suite("Names that an attacker chose do nothing in SARIF, JUnit and the page")
struct ReportFormTests {
  static let hostile: [[UInt8]] = [
    Array("a\nb.pdf".utf8), Array("\u{1B}[2J\u{7}.pdf".utf8), Array("\u{202E}fdp.exe".utf8),
    [0x78, 0xFF, 0xC3], Array("=cmd|' /C calc'!A0".utf8),
    Array("<script>alert(1)</script>\"'&.pdf".utf8), Array("]]>--><!--.pdf".utf8),
    Array("[x](https://evil.example)".utf8), Array("a:b".utf8), Array("\u{FFFE}".utf8),
  ]

  private static let time = UTCTime(secondsSinceEpoch: 1_800_000_000)
  private static let run = RunHeader(
    judgedAt: time, command: ["broadseal", "audit", "<script>\u{202E}"],
    roots: [FilePath("<b>\n")])

  private static func plain(_ path: String) -> Verdict {
    Verdict(
      path: path, size: 1, format: "pdf", mediaType: "application/pdf", integrity: .noLabel)
  }

  private static var judgements: [Judgement] {
    hostile.compactMap { FilePath(bytes: $0) }.map { path in
      Judgement(
        path: path,
        verdict: Verdict(
          path: path.display, size: 5, format: "pdf", mediaType: "application/pdf",
          integrity: .altered,
          ai: AIUse(status: .generated, system: "<img src=x onerror=alert(1)>\u{1B}"))
      ).held(against: AuditMeasure(at: time))
    }
  }

  private static func text(_ report: some Report) -> String {
    var summary = Summary()
    for judgement in judgements { summary.add(judgement) }
    summary.finish(at: time)
    let entries = judgements.map(report.entry).filter { !$0.isEmpty }
    let start = report.isPrefaced ? report.preface(summary) : report.header
    let bytes =
      start + Array(entries.joined(separator: report.separator)) + report.footer(summary)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func harms(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && scalar != "\n"
        || (0x202A...0x202E).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
    }
  }

  @Test("SARIF is one document whose references lead back to every name, byte for byte")
  func sarif() throws {
    let text = Self.text(SARIFReport(Self.run))
    #expect(Self.harms(text).isEmpty)
    let value = try JSON.Reader.parse(Array(text.utf8))
    let run = try #require(value["runs"]?.array?.first)
    let results = run["results"]?.array ?? []
    #expect(results.count == Self.hostile.count)
    let names = results.map { result in
      let place = result["locations"]?.array?.first?["physicalLocation"]
      return Self.decoded(place?["artifactLocation"]?["uri"]?.string ?? "")
    }
    #expect(names == Self.hostile)
    let rules = run["tool"]?["driver"]?["rules"]?.array?.compactMap { $0["id"]?.string } ?? []
    #expect(results.allSatisfy { rules.contains($0["ruleId"]?.string ?? "") })
    #expect(results.allSatisfy { $0["level"]?.string == "error" })
  }

  /// The bytes that a reference stands for.
  private static func decoded(_ reference: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(reference.utf8)[...]
    while let first = rest.popFirst() {
      guard first == UInt8(ascii: "%") else {
        bytes.append(first)
        continue
      }
      bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return bytes
  }

  @Test("JUnit counts what it holds, and no name opens a tag")
  func junit() {
    let text = Self.text(JUnitReport(Self.run))
    #expect(Self.harms(text).isEmpty)
    #expect(text.contains("tests=\"\(Self.hostile.count)\" failures=\"\(Self.hostile.count)\""))
    #expect(text.split(separator: "<testcase ").count == Self.hostile.count + 1)
    #expect(!text.contains("<script") && !text.contains("]]>") && !text.contains("<!--"))
  }

  @Test("the page runs nothing, fetches nothing, and shows every name", arguments: Language.both)
  func page(language: Language) {
    let text = Self.text(HTMLReport(Self.run, language: language))
    #expect(Self.harms(text).isEmpty)
    for tag in ["<script", "<img", "onerror=alert(1)>\"", "<!--", "src=", "href=", "url("] {
      let found = text.contains(tag)
      #expect(!found || tag == "src=" && text.contains("&lt;img src="), "\(tag)")
    }
    #expect(text.contains("default-src 'none'"))
    #expect(text.split(separator: "<tr class=\"wrong\">").count == Self.hostile.count + 1)
    #expect(text.contains("x\\xff\\xc3"))
    #expect(text.contains("<html lang=\"\(language == .english ? "en" : "ja")\">"))
    let signed = Self.text(HTMLReport(Self.run, language: language, isSigned: true))
    for part in ["<input", "<fieldset", "display: none", "prefers-color-scheme", "light dark"] {
      #expect(text.contains(part) && !signed.contains(part), "\(part)")
    }
    #expect(signed.split(separator: "<tr class=\"wrong\">").count == Self.hostile.count + 1)
  }

  @Test("the page lists ten thousand files and says that there are more")
  func rows() throws {
    let report = HTMLReport(Self.run, language: .english)
    #expect(report.mostEntries == 10_000)
    var bytes: [UInt8] = []
    var count = 0
    _ = try Audit(by: AuditMeasure(at: Self.time), workers: 1).run(
      draw: { _ in
        count += 1
        return count > 10_005 ? .end : .job(.met(WalkEntry(FilePath("f/\(count).pdf"), .file)))
      }, outputs: [Audit.Output(report) { bytes += $0 }], context: {},
      judge: Audit.Judge(
        file: { path, _ in Self.plain(path.display) },
        bytes: { _, name, _, _ in Self.plain(name) }))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.split(separator: "<tr>", omittingEmptySubsequences: false).count > 10_000)
    #expect(text.contains("f/10000.pdf") && !text.contains("f/10001.pdf"))
    #expect(text.contains("The first 10,000"))
    #expect(text.contains("10,005"))
  }
}

extension Language {
  fileprivate static let both: [Language] = [.english, .japanese]
}
