import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@testable import BroadsealCLI

/// Documents of Japan's agency in a folder, judged by a list of the United States that recognises Japan's.
@Suite("What an audit remembers is of its moment: what began or came since is judged now")
struct HistoryMomentTests {
  private let folder = Scratch()
  private let demo: DemoPKI
  private let now: UTCTime
  private static let day: Int64 = 86_400

  init() throws {
    demo = try DemoPKI.today()
    now = UTCTime(secondsSinceEpoch: Int64(time(nil)))
    try JapanIssuer.write(demo, to: folder)
    folder.write(Desk.sample("river-levels.png"), to: "chart.png")
    let signed = Command.run(
      "sign", folder("chart.png"), "--profile", folder("ISSUER.toml"), "--official", "--ai",
      "none", "-o", folder("chart.official.png"))
    #expect(signed.code == 0, "\(signed.errorText)")
    folder.write(folder.read("chart.official.png") ?? [], to: "in/chart.png")
    folder.write(demo.jpList, to: "jp.json")
    folder.write(demo.us.pinned.pem, to: "us.keys.pem")
    try list([(demo.jp, -1, 100)])
    // A file that was just written is judged anew: one tick of the clock must pass.
    usleep(120_000)
  }

  /// Writes the list of the United States, which recognises Japan's for documents of these countries, each from
  /// so many days after today to so many.
  private func list(
    _ recognised: [(country: DemoCountry, from: Int64, to: Int64)], number: Int64 = 1,
    issued: UTCTime? = nil
  ) throws {
    let content = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate,
      recognises: recognised.map { country, from, to in
        Recognition(
          keys: demo.jp.pinned, labels: [.official], jurisdictions: [country.scope.jurisdiction],
          from: now.adding(seconds: from * Self.day), to: now.adding(seconds: to * Self.day))
      })
    let numbered = TrustListContent(
      sequence: number, schemeNames: content.schemeNames, operatorNames: content.operatorNames,
      territory: content.territory, issued: issued ?? content.issued,
      nextUpdate: content.nextUpdate, recognises: content.recognises, entities: content.entities)
    folder.write(
      try TrustListSigner.sign(numbered, keys: demo.us.listKeys, name: "us.json"), to: "us.json")
  }

  private func arguments(_ more: [String]) -> [String] {
    [
      "audit", folder("in"), "--history", folder("h.db"), "--max-size", "64G", "-o", "json=-",
      "--government", folder("us.json"), "--government", folder("jp.json"),
    ] + more
  }

  private func audit(_ more: [String]) -> Command.Outcome {
    Command.run(arguments(more), variables: ["XDG_STATE_HOME": folder("state")])
  }

  /// The second axis of the one file, so many days after today.
  private func origin(after days: Int64, _ more: [String] = []) throws -> String? {
    let outcome = audit(["--at", now.adding(seconds: days * Self.day).rfc3339] + more)
    let value = try JSON.Reader.parse(outcome.output)
    return value["verdicts"]?.array?.first?["origin"]?["status"]?.string
  }

  @Test("a recognition that ended for its country, and another one that goes on, are told apart")
  func narrowed() throws {
    try list([(demo.jp, -1, 10), (demo.us, 10, 100)])
    #expect(try origin(after: 1) == "official")
    #expect(try origin(after: 5) == "official")
    #expect(try origin(after: 20) != "official")
    #expect(try origin(after: 5) == "official", "and back")
  }

  @Test("a given answer is none before its own date, and counts from then on")
  func comingAnswer() throws {
    let list = try demo.jp.issuing.revocationList(
      from: now.adding(seconds: 10 * Self.day), to: now.adding(seconds: 60 * Self.day))
    folder.write(list.der, to: "jp.crl")
    let options = ["--crl", folder("jp.crl"), "--strict"]
    #expect(try origin(after: 1, options) != "official")
    #expect(try origin(after: 20, options) == "official")
    #expect(try origin(after: 5, options) != "official", "and back")
  }

  /// Begins a run over something that takes long, and kills it as soon as the history knows of it.
  private func breakOff(_ more: [String] = []) throws {
    folder.write([], to: "in/large.bin")
    #expect(unsafe truncate(folder("in/large.bin"), 32 << 30) == 0)
    let before = folder.read("h.db")
    func isOpen() -> Bool {
      guard let bytes = folder.read("h.db"), bytes != before else { return false }
      return bytes.split(separator: UInt8(ascii: "o")).contains { $0.starts(with: "pen".utf8) }
    }
    let run = Command.start(
      arguments(more).map { Array($0.utf8) }, variables: ["XDG_STATE_HOME": folder("state")])
    for _ in 0..<6_000 where !isOpen() { usleep(10_000) }
    #expect(isOpen())
    run.send(SIGKILL)
    #expect(run.wait().code == 128 + SIGKILL)
    #expect(unsafe unlink(folder("in/large.bin")) == 0)
  }

  @Test("a run that was broken off gives its moment only to one that rests on the very same")
  func brokenOff() throws {
    func judged(_ outcome: Command.Outcome) throws -> UTCTime? {
      #expect(outcome.code == 0, "\(outcome.errorText)")
      let value = try JSON.Reader.parse(outcome.output)
      return value["run"]?["judgedAt"]?.string.flatMap { UTCTime(rfc3339: $0) }
    }
    try breakOff()
    usleep(1_050_000)
    let same = audit([])
    let moment = try #require(try judged(same))
    #expect(
      same.errorText.contains(
        "going on with run 1, which was broken off: judged as of \(moment)"))

    // An answer that came meanwhile is none of the future.
    try breakOff()
    usleep(1_050_000)
    let later = UTCTime(secondsSinceEpoch: Int64(time(nil)))
    let list = try demo.jp.issuing.revocationList(
      from: later, to: later.adding(seconds: Self.day))
    folder.write(list.der, to: "jp.crl")
    let answered = audit(["--crl", folder("jp.crl"), "--strict"])
    #expect(try judged(answered).map { $0 >= later } == true)
    #expect(!answered.errorText.contains("going on"))

    // A list that came meanwhile is no list of the future.
    try breakOff()
    usleep(1_050_000)
    let issued = UTCTime(secondsSinceEpoch: Int64(time(nil)))
    try self.list([(demo.jp, -1, 100)], number: 2, issued: issued)
    let listed = audit([])
    #expect(try judged(listed).map { $0 >= issued } == true)
    #expect(!listed.errorText.contains("going on"))
  }
}
