import BroadsealBytes
import BroadsealTrust
import TestSupport
import Testing

@Suite("verify and audit say what of lists and anchors ends soon")
struct ExpiryTests {
  private let desk = Desk.shared

  private var commands: [[String]] {
    [
      ["verify", desk.scratch("official.jpg")] + desk.trust,
      ["audit", desk.scratch("official.jpg")] + desk.trust,
    ]
  }

  @Test("without the option the exit code stays, and nothing that is far away is told")
  func silent() {
    for command in commands {
      let outcome = Command.run(command)
      #expect(outcome.code == 0, "\(outcome.errorText)")
      #expect(!outcome.errorText.contains("out of date on"), "\(outcome.errorText)")
    }
  }

  @Test("days that were named are a question: exit code 1, and what ends")
  func asked() {
    for command in commands {
      let far = Command.run(command + ["--expires-within", "36500"])
      #expect(far.code == 1, "\(far.errorText)")
      #expect(far.errorText.contains(" out of date from "), "\(far.errorText)")
      #expect(far.errorText.contains("the certificate of "), "\(far.errorText)")
      let quiet = Command.run(command + ["--expires-within", "36500", "-q"])
      #expect(quiet.code == 1 && quiet.errorText.isEmpty, "\(quiet.errorText)")
      let never = Command.run(command + ["--expires-within", "0"])
      #expect(never.code == 0 && !never.errorText.contains("out of date"), "\(never.errorText)")
      let japanese = Command.run(command + ["--expires-within", "36500", "--lang", "ja"])
      #expect(japanese.errorText.contains("期限が切れます"), "\(japanese.errorText)")
    }
  }

  @Test("0 days ask nothing, not of what has ended either")
  func zero() {
    let anchors = desk.scratch("keys/trust/anchors.pem")
    for (days, code) in [("0", 0), ("1", 1)] as [(String, Int32)] {
      let outcome = Command.run(
        "trust", "check", anchors, "--at", "2090-01-01", "--expires-within", days)
      #expect(outcome.code == code, "\(outcome.errorText)")
      #expect(outcome.text.contains(" ended on "))
    }
  }

  @Test("in a list's last week it is said without being asked, and the exit code stays")
  func lastWeek() throws {
    let list = try ParsedTrustList(
      parsing: try #require(desk.scratch.read("keys/trust/government/us.json")), name: "us")
    let end = list.content.nextUpdate.secondsSinceEpoch - 86_400
    let moment = UTCTime(secondsSinceEpoch: end).rfc3339
    for command in commands {
      let outcome = Command.run(command + ["--at", moment])
      #expect(outcome.code == 0, "\(outcome.errorText)")
      #expect(outcome.errorText.contains(" out of date from "), "\(outcome.errorText)")
    }
  }
}
