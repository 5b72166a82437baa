import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying
import BroadsealWorkers
import Testing

@testable import BroadsealAuditing

@Suite("Reports keep their form whatever they are told")
struct ReportTests {
  private static let hostile = "=cmd|' /C calc'!A0\r\n\u{1B}[2J\u{202E},\"x\""

  private var judgement: Judgement {
    Judgement(
      path: FilePath(Self.hostile),
      verdict: Verdict(
        path: "", size: 12, format: "pdf", mediaType: "application/pdf", integrity: .intact,
        origin: Origin(
          status: .unrecognised,
          signer: SignerIdentity(subject: Self.hostile, spki: "00", algorithm: "es256"),
          reasons: [Note(OfficialCode.unlisted, Self.hostile)]),
        ai: AIUse(status: .generated, system: "@SUM(A1)")))
  }

  @Test("a CSV row has as many cells as its heading, and one line")
  func row() {
    let report = CSVReport()
    let row = String(decoding: report.entry(judgement), as: UTF8.self)
    #expect(row.hasSuffix("\r\n"))
    #expect(!row.unicodeScalars.dropLast(2).contains { $0.properties.generalCategory == .control })
    #expect(Self.cells(row) == Self.cells(String(decoding: report.header, as: UTF8.self)))
  }

  @Test("remarks on the run stand in as many cells, and no file can pass for one")
  func remarks() throws {
    let run = RunHeader(judgedAt: UTCTime(secondsSinceEpoch: 0), command: [Self.hostile])
    let report = CSVReport(run, language: .japanese, hasMark: true)
    let header = String(decoding: report.header, as: UTF8.self)
    #expect(header.hasPrefix("\u{FEFF}\"# report\","))
    let lines = header.split(separator: "\r\n")
    #expect(Set(lines.map { Self.cells(String($0)) }).count == 1)
    #expect(!header.contains("\u{1B}") && !header.contains("\u{202E}"))
    let posing = Judgement(path: FilePath("# report"), verdict: judgement.verdict)
    let row = String(decoding: report.entry(posing), as: UTF8.self)
    #expect(row.hasPrefix("\"'# report\","))
    #expect(row.contains("変更"))
    #expect(!row.contains("\u{2068}") && !row.contains("u{2068}"))
  }

  @Test("what went well is left out where that is asked for, and nothing else")
  func successes() throws {
    let verdict = Verdict(
      path: "", format: "pdf", mediaType: "application/pdf", integrity: .intact,
      c2pa: C2PAResult(
        state: .valid,
        success: [C2PAStatus(code: "claimSignature.validated", url: nil, explanation: nil)]))
    let judgement = Judgement(path: "a.pdf", verdict: verdict)
    let shape = ReportShape(leavesOutSuccess: true)
    let short = try JSON.Reader.parse(NDJSONReport(nil, shape).entry(judgement).dropLast())
    #expect(short["c2pa"]?.object?.keys == ["state", "informational", "failure", "ingredients"])
    var record = ReportRecord(judgement)
    let whole = JSONReport().entry(&record)
    #expect(try JSON.Reader.parse(whole)["c2pa"]?["success"]?.array?.count == 1)
    #expect(NDJSONReport(nil, shape).entry(&record).count < whole.count)
  }

  @Test("the counts alone are a document too")
  func summaryOnly() throws {
    let run = RunHeader(judgedAt: UTCTime(secondsSinceEpoch: 0), roots: ["a\nb"])
    let shape = ReportShape(isSummaryOnly: true)
    let report = JSONReport(run, shape)
    let bytes = report.header + report.entry(judgement) + report.footer(Summary())
    let value = try JSON.Reader.parse(bytes)
    #expect(value["verdicts"] == nil)
    #expect(value["run"]?["roots"]?.array == ["a\nb"])
    #expect(value["summary"]?["files"] == 0)
    let lines = NDJSONReport(run, shape)
    let text = lines.header + lines.entry(judgement) + lines.footer(Summary())
    #expect(text.split(separator: 0x0A).count == 2)
  }

  @Test("two reports share one writing of the JSON")
  func shared() {
    var record = ReportRecord(judgement)
    let first = JSONReport().entry(&record)
    #expect(NDJSONReport().entry(&record) == first + [0x0A])
    #expect(first == JSONReport().entry(judgement))
  }

  @Test("a line of NDJSON is one line and one object")
  func line() throws {
    let bytes = NDJSONReport().entry(judgement)
    #expect(bytes.filter { $0 == 0x0A }.count == 1)
    #expect(!bytes.contains(0x1B))
    let value = try JSON.Reader.parse(Array(bytes.dropLast()))
    #expect(value["path"]?.string == Self.hostile)
    #expect(value["integrity"]?.string == "intact")
    #expect(value["pathBytes"] == nil)
  }

  @Test("a path that is not UTF-8 comes back byte for byte")
  func pathBytes() throws {
    let path = try #require(FilePath(bytes: [0x61, 0xFF, 0x5C]))
    let value = Judgement(path: path, verdict: judgement.verdict).json
    #expect(value["path"]?.string == "a\\xff\\\\")
    #expect(value["pathBytes"]?.string.flatMap { Base64.decode($0) } == path.bytes)
  }

  @Test("a report of no files is a document all the same")
  func empty() throws {
    var bytes: [UInt8] = []
    let verdict = judgement.verdict
    _ = try Audit(by: Made.measure(), workers: 2).run(
      draw: { _ in .end }, outputs: [Audit.Output(JSONReport()) { bytes += $0 }],
      context: {},
      judge: Audit.Judge(file: { _, _ in verdict }, bytes: { _, _, _, _ in verdict }))
    let value = try JSON.Reader.parse(bytes)
    #expect(value["verdicts"]?.array == [])
    #expect(value["summary"]?["complete"] == true)
  }

  private static func cells(_ row: String) -> Int {
    var isQuoted = false
    return row.utf8.reduce(1) { count, byte in
      if byte == 0x22 { isQuoted.toggle() }
      return byte == 0x2C && !isQuoted ? count + 1 : count
    }
  }
}
