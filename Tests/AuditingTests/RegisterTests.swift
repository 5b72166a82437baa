import BroadsealBytes
import BroadsealJSON
import BroadsealReporting
import BroadsealVerifying
import TestSupport
import Testing

@testable import BroadsealAuditing

@Suite("A register says which documents there should be")
struct RegisterTests {
  private func register(_ text: String) throws(Register.Fault) -> Register {
    let scratch = Scratch().keptToTheEnd()
    return try Register(FilePath(scratch.write(Array(text.utf8), to: "register.csv")))
  }

  private static let digest = String(repeating: "ab", count: 32)

  @Test("documents are found by path, digest or number, and what is on one side alone is told")
  func both() throws {
    let register = try register(
      "\u{FEFF}Reference,SHA256,path\r\nPR-1,,\r\n,\(Self.digest.uppercased()),\r\n,,\"a/b,c.pdf\"\r\nPR-9,,\n"
    )
    #expect(register.count == 4 && register.needsDigests)
    var measure = Made.measure()
    measure.register = register
    func labelled(_ number: String, _ status: Origin.Status) -> Verdict {
      Verdict(
        path: "", format: "pdf", mediaType: "", integrity: .intact, origin: Origin(status: status),
        statement: LabelStatement(
          claim: .init(
            agency: Agency(id: "a", names: [:]), jurisdiction: "US", reference: number)),
        c2pa: C2PAResult(state: .trusted))
    }
    let hashed = Verdict(
      path: "", sha256: Self.digest, format: "pdf", mediaType: "", integrity: .noLabel)
    var summary = Summary(measure.policy, register: register)
    var kinds: [[AuditFinding.Kind]] = []
    for (path, root, verdict) in [
      ("x/one.pdf", 0, labelled("PR-1", .official)), ("x/two.pdf", 0, hashed),
      ("top/a/b,c.pdf", 4, Made.official), ("x/forged.pdf", 0, labelled("PR-9", .unrecognised)),
      ("x/more.pdf", 0, Made.official),
    ] {
      let judgement = Judgement(path: FilePath(path), verdict: verdict)
        .held(against: measure, rootLength: root)
      kinds.append(judgement.findings.map(\.kind))
      summary.add(judgement)
    }
    #expect(
      kinds == [[], [.noLabel], [], [.claimed, .unregistered], [.unregistered]])
    summary.finish(at: Made.now)
    let missing = summary.groups.first { $0.finding.kind == .missing }
    #expect(missing?.count == 1)
    #expect(missing?.path == FilePath("PR-9"))
    #expect(missing?.isOfRun == true)
    #expect(summary.json["registered"] == 4)
    // What is no file that was met stands in every report all the same.
    let run = RunHeader(judgedAt: Made.now)
    let junit = String(
      decoding: JUnitReport(run).preface(summary) + JUnitReport(run).footer(summary), as: UTF8.self)
    #expect(junit.contains("tests=\"6\" failures=\"2\""), "\(junit)")
    #expect(junit.contains("name=\"PR-9\" time=\"0\"><failure type=\"REG-MISSING\""))
    let sarif = String(decoding: SARIFReport(run).footer(summary), as: UTF8.self)
    #expect(sarif.contains(#""descriptor":{"id":"REG-MISSING"}"#))
    #expect(sarif.contains(#""artifactLocation":{"uri":"PR-9"}"#))
    let table = String(decoding: CSVReport(run).footer(summary), as: UTF8.self)
    #expect(table.contains("\"# missing\",PR-9,"))
    let page = String(
      decoding: HTMLReport(run, language: .english).preface(summary), as: UTF8.self)
    #expect(page.contains("Errors about documents that are not there, or about the policy: 1."))
  }

  @Test("columns may be separated as spreadsheets of any country do", arguments: [",", ";", "\t"])
  func separators(separator: String) throws {
    let text = ["Note", " path ", "x\r\n\"1,5; 2\"", "a/b.pdf", "y\r\n"].joined(
      separator: separator)
    let register = try register(text)
    #expect(register.count == 1 && register.name(of: 0) == "a/b.pdf")
  }

  @Test("the table of last year's report is a register: its remarks are none of it")
  func report() throws {
    let text =
      "\u{FEFF}\"# report\",broadseal.run/1,\r\n\"# root\",in,\r\npath,integrity,sha256\r\nin/a.pdf,intact,\r\n"
      + "\"# files\",1,\r\n"
    let register = try register(text)
    #expect(register.count == 1 && register.name(of: 0) == "in/a.pdf")
    // In a table of somebody's own such a name is one.
    #expect(try self.register("path\n# a.pdf\n").name(of: 0) == "# a.pdf")
  }

  @Test(
    "a register that is none is refused",
    arguments: [
      ("", "names none of the columns"), ("path\n", "no document in it"),
      ("name,number\na,b\n", "names none of the columns"),
      ("sha256\nabc\n", "line 2: this is no SHA-256"),
      ("path\na\na\n", "line 3: the document is registered twice"),
      ("path,x\n,b\n", "line 2: the row names no document"), ("path\n\"a\n", "not closed"),
    ])
  func refused(text: String, reason: String) {
    let fault = #expect(throws: Register.Fault.self) { try register(text) }
    #expect(fault?.reason.contains(reason) == true, "\(fault?.reason ?? "")")
  }
}
