import BroadsealBytes
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("Every text tells UTC, and where the clock on the wall is another, one note says so")
struct WallClockTests {
  private let desk = Desk.shared

  private func verify(_ zone: String, _ options: [String] = []) -> Command.Outcome {
    Command.run(
      ["verify", desk.scratch("official.pdf")] + desk.trust + options, variables: ["TZ": zone])
  }

  @Test("two readers in two zones quote the same letters; each is told of his own clock once")
  func zones() {
    let plain = verify("UTC")
    #expect(plain.text.contains(" UTC") && !plain.errorText.contains("times are UTC"))
    for (zone, clock) in [("JST-9", "+09:00"), ("NST3:30", "-03:30")] {
      let outcome = verify(zone)
      #expect(outcome.output == plain.output && outcome.code == plain.code)
      let note = "broadseal: note: times are UTC; this machine's clock is at UTC\(clock)\n"
      #expect(outcome.errorText.ranges(of: note).count == 1, "\(outcome.errorText)")
    }
    let japanese = verify("JST-9", ["--lang", "ja"])
    #expect(
      japanese.errorText.contains("注記: 時刻は協定世界時(UTC)です。この端末の時計は UTC+09:00 です\n"),
      "\(japanese.errorText)")
  }

  @Test("a machine format, and a run that tells no time, say nothing of zones")
  func silent() {
    for options in [["-f", "json"], ["-f", "ndjson"], ["--quiet"]] {
      let outcome = verify("JST-9", options)
      #expect(!outcome.text.contains("+09:00"))
      #expect(!outcome.errorText.contains("times are UTC"), "\(options): \(outcome.errorText)")
    }
  }

  @Test(
    "a time is one with its minutes before UTC, and an offset has its sign",
    arguments: [
      ("on 2026-11-29 05:27 UTC.", true), ("05:27 UTC", true), ("UTC", false), ("in UTC", false),
      ("2026-11-29T05:27:00Z", false), ("5 27 UTC", false), ("", false), (" UTC", false),
    ])
  func told(text: String, isTold: Bool) {
    #expect(WallClock.isTold(in: Array(text.utf8)) == isTold)
    #expect(WallClock.text(of: 32_400) == "+09:00" && WallClock.text(of: -12_600) == "-03:30")
    #expect(WallClock.text(of: 0) == "+00:00")
  }
}
