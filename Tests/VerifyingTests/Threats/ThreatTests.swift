import BroadsealJSON
import BroadsealNotes
import TestSupport
import Testing

@Suite("Each threat gets its verdict and its reason, from the library and from the program")
struct ThreatTests {
  @Test("What attackers hand over", arguments: ThreatTable.attacks)
  func attack(_ row: ThreatRow) throws { try judge(row) }

  @Test("What agencies hand over stays official", arguments: ThreatTable.genuine)
  func genuine(_ row: ThreatRow) throws { try judge(row) }

  private func judge(_ row: ThreatRow) throws {
    let item = try row.make(try TestPKI.shared())
    let judged = try item.judged()
    #expect(judged.meets(row.expected), "\(judged)")
    let run = try item.run()
    #expect(run.code == row.expected.exit, "\(run.text)\(run.errorText)")
    guard row.expected.refusal == nil else {
      #expect(run.output.isEmpty)
      return
    }
    let printed = ThreatOutcome(try JSON.Reader.parse(run.output), exit: run.code)
    #expect(printed.meets(row.expected), "\(printed)")
  }

  @Test(
    "A run of the program opens no socket", .enabled(if: SocketWatch.isPossible, "no strace here"),
    arguments: ThreatTable.runs.filter { $0.words == nil })
  func silent(_ row: ThreatRun) throws {
    let folder = Scratch()
    let watched = try SocketWatch.run(try row.arguments(folder))
    // Its files go with it.
    withExtendedLifetime(folder) {}
    #expect(watched.code == row.exit, "\(watched.outcome.text)\(watched.outcome.errorText)")
    #expect(watched.network.isEmpty, "\(watched.network)")
  }

  @Test(
    "What is tried against a run of the program",
    arguments: ThreatTable.runs.filter { $0.words != nil })
  func run(_ row: ThreatRun) throws {
    let folder = Scratch()
    let arguments = try row.arguments(folder)
    let words = try #require(row.words)
    let outcome = Command.run(arguments, variables: ["XDG_STATE_HOME": folder("state")])
    #expect(outcome.code == row.exit, "\(outcome.text)\(outcome.errorText)")
    let told = outcome.text + outcome.errorText
    #expect(told.contains(words), "\(told)")
    #expect(row.check?(folder) ?? true)
  }

  @Test("What is tried against an audit", arguments: ThreatTable.audits)
  func audit(_ row: ThreatAudit) throws {
    let folder = Scratch()
    let words = try row.lay(folder)
    if !row.expected.isEmpty {
      let judged = try row.judged(folder)
      #expect(judged == row.expected)
    }
    let (outcome, found) = try row.run(folder, words)
    let told = outcome.text + outcome.errorText
    #expect(outcome.code == row.exit, "\(told)")
    #expect(found == row.expected)
    #expect(told.contains(row.words), "\(told)")
    #expect(try row.check(folder, outcome))
  }

  @Test("No attack is expected to be official, and every threat has a row")
  func complete() {
    for row in ThreatTable.attacks {
      #expect((row.expected.origin == "official") == row.isHarmless, "\(row.attack)")
    }
    for row in ThreatTable.genuine { #expect(row.expected.origin == "official", "\(row.attack)") }
    let told = Set(
      ThreatTable.attacks.compactMap(\.threat) + ThreatTable.runs.map(\.threat)
        + ThreatTable.audits.map(\.threat))
    #expect(Threat.allCases.filter { !told.contains($0) } == [])
    let names = (ThreatTable.attacks + ThreatTable.genuine).map(\.testDescription)
    #expect(Set(names).count == names.count)
    let audits = ThreatTable.audits.map(\.testDescription)
    #expect(Set(audits).count == audits.count)
  }
}
