import BroadsealJSON
import BroadsealReporting
import Glibc
import TestSupport
import Testing

@Suite("Signed reports are the agency's own documents, and prove it")
struct SignedReportTests {
  private let desk = Desk.shared
  private let scratch = Scratch()

  init() {
    scratch.write(desk.scratch.read("official.pdf") ?? [], to: "in/a.pdf")
    scratch.write(desk.scratch.read("notes.txt") ?? [], to: "in/b.txt")
    _ = unsafe mkdir(scratch("out"), 0o755)
  }

  private func audit(_ more: [String] = []) -> Command.Outcome {
    Command.run(
      [
        "audit", scratch("in"), "-o", "html=" + scratch("out/audit.html"), "-o",
        "json=" + scratch("out/audit.json"), "-o", "csv=" + scratch("out/audit.csv"),
        "--sign-report", desk.profile(),
      ] + more + desk.trust)
  }

  private func proof(_ trust: [String]? = nil) -> Command.Outcome {
    Command.run(["audit", "verify-report", scratch("out")] + (trust ?? desk.trust))
  }

  @Test("the whole set is proved, by the agency and at its time")
  func whole() throws {
    let outcome = audit()
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let proved = proof()
    #expect(proved.code == 0, "\(proved.text)\(proved.errorText)")
    #expect(proved.text.contains("Demo Press Office"))
    #expect(proved.text.contains("3 reports"), "the label beside one is no report")
    let list = try JSON.Reader.parse(try #require(scratch.read("out/reports.json")))
    #expect(try SchemaValidator(Schema.reports.text).faults(in: list) == [])
    let page = Command.run(["verify", scratch("out/audit.html"), "--explain"] + desk.trust)
    #expect(page.code == 0 && !page.text.contains("HTML-"), "\(page.text)")
    #expect(Command.run(["verify", scratch("out/audit.json")] + desk.trust).code == 0)
    // A table has no label of its own; what proves it is named.
    let table = Command.run(["verify", scratch("out/audit.csv")] + desk.trust)
    #expect(
      table.errorText.contains("audit.csv: reports.json beside it names it among the reports"),
      "\(table.errorText)")
    // OpenSSL reads the signature too.
    let foreign = Command.shell(
      "openssl cms -verify -noverify -binary -inform DER -in '\(scratch("out/reports.json.p7s"))' "
        + "-content '\(scratch("out/reports.json"))' -out /dev/null")
    #expect(foreign.code == 0, "\(foreign.errorText)")
    // Nobody is believed: the reports are as they were, and no agency's.
    let stranger = proof([])
    #expect(stranger.code == 5 && stranger.text.contains("No list was given (--trust-dir"))
    // Again over the same: refused without --force, done with it.
    #expect(audit().code == 2)
    #expect(audit(["--force"]).code == 0)
    #expect(proof().code == 0)
  }

  @Test(
    "a change, a loss or a forged list is told",
    arguments: [
      "printf x >>audit.csv", "rm audit.csv", "rm audit.json.c2pa", "printf ' ' >>audit.html",
      "sed -i s/audit.csv/audit.xyz/ reports.json", "printf '{}' >reports.json",
      "printf xx >reports.json.p7s",
    ])
  func changed(line: String) {
    #expect(audit().code == 0)
    #expect(Command.shell("cd '\(scratch("out"))' && \(line)").code == 0)
    let proved = proof()
    #expect(proved.code == 1, "\(proved.text)")
    #expect(proved.text.contains("✗"))
    #expect(proved.text.contains("These are not the reports that were signed."))
  }

  @Test("what stands beside the reports is named")
  func beside() {
    #expect(audit().code == 0)
    scratch.write([1], to: "out/other.csv")
    let proved = proof()
    #expect(proved.code == 0)
    #expect(proved.text.contains("? other.csv"))
  }

  @Test(
    "what is no folder of signed reports is told so",
    arguments: [
      ("in", "this folder holds no signed reports: reports.json is not in it"),
      ("in/b.txt", "this is a file"), ("ins", "there is no such folder"),
    ])
  func noReports(name: String, reason: String) {
    let told = Command.run("audit", "verify-report", scratch(name))
    #expect(told.code == 2 && told.errorText.contains("\(name): \(reason)"), "\(told.errorText)")
  }

  @Test("what cannot be signed is said before anything is judged")
  func refused() {
    let trust = desk.trust
    let start = ["audit", scratch("in"), "--sign-report", desk.profile()]
    #expect(Command.run(start + trust).code == 2)
    #expect(Command.run(start + ["-o", "csv=" + scratch("out/a.csv")] + trust).code == 2)
    #expect(
      Command.run(
        start + ["-o", "html=" + scratch("out/a.html"), "-o", "csv=" + scratch("b.csv")] + trust
      ).code == 2)
    #expect(Command.run(start + ["-o", "html=-"] + trust).code == 2)
  }
}
