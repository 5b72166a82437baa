import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealCLI

/// A document of Japan's agency, under its own list and under the United States'.
@Suite("The same file gives the same facts in both countries")
struct RecognitionCommandTests {
  private let desk = Desk.shared
  private let folder = Scratch()
  private let demo: DemoPKI

  init() throws {
    demo = try DemoPKI.today()
    folder.write(desk.scratch.read("release.pdf") ?? [], to: "release.pdf")
    try JapanIssuer.write(demo, to: folder)
    let signed = Command.run(
      "sign", folder("release.pdf"), "--profile", folder("ISSUER.toml"), "--official", "--ai",
      "none", "-o", folder("official.pdf"))
    #expect(signed.code == 0, "\(signed.errorText)")
    folder.write(demo.jpList, to: "pinned/jp.json")
    folder.write(demo.jp.pinned.pem, to: "pinned/jp.keys.pem")
    folder.write(demo.jpList, to: "jp.json")
    folder.write(demo.us.pinned.pem, to: "us.keys.pem")
  }

  /// Writes a list of the United States that recognises Japan's between these moments, in seconds
  /// from when everything was made.
  private func recognise(_ from: Int64, _ to: Int64) throws {
    let recognition = Recognition(
      keys: demo.jp.pinned, labels: [.official], jurisdictions: [demo.jp.scope.jurisdiction],
      from: demo.start.adding(seconds: from), to: demo.start.adding(seconds: to))
    let content = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate,
      recognises: [recognition])
    folder.write(
      try TrustListSigner.sign(content, keys: demo.us.listKeys, name: "us.json"), to: "us.json")
  }

  private func verify(_ lists: [String], _ options: [String] = []) -> Command.Outcome {
    Command.run(
      ["verify", folder("official.pdf")] + lists.flatMap { ["--government", folder($0)] }
        + options)
  }

  private func origin(_ lists: [String]) throws -> (code: Int32, origin: JSON.Value) {
    let outcome = verify(lists, ["-f", "json"])
    let verdict = try JSON.Reader.parse(outcome.output)
    let schema = try SchemaValidator(Schema.verdict.text)
    #expect(schema.faults(in: verdict) == [], "\(outcome.text)")
    return (outcome.code, verdict["origin"] ?? .null)
  }

  @Test("under Japan's list it is official, and nobody else's word is named")
  func own() throws {
    let outcome = verify(["pinned/jp.json"])
    #expect(outcome.code == 0)
    #expect(
      outcome.text.contains(
        "Issued by: Demo Public Relations Agency (invented) (Japan), "
          + "recognised government issuer.\n"))
    let (code, origin) = try origin(["pinned/jp.json"])
    #expect(code == 0)
    #expect(origin["status"]?.string == "official")
    #expect(origin["agency"]?["id"]?.string == "demo.jp.public-relations")
    #expect(origin["jurisdiction"]?.string == "JP")
    #expect(origin["list"]?["recognisedBy"] == nil)
  }

  @Test("under the United States' list with a grant it is official, by that list's word")
  func granted() throws {
    try recognise(0, 86_400)
    let outcome = verify(["us.json", "jp.json"], ["--lang", "both"])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(
      outcome.text.contains(
        "Issued by: Demo Public Relations Agency (invented) (Japan), recognised government issuer "
          + "(recognised by the list Demo Government Trust List US (invented)).\n"))
    #expect(
      outcome.text.contains(
        "発行者:デモ広報庁(架空)(日本)。政府機関としてトラストリストに登録されています(リストDemo Government Trust List US (invented)の受入れによる)。"
      ))
    let alone = verify(["us.json"])
    #expect(alone.code == 5)
    #expect(
      alone.errorText.contains(
        "recognises “Demo Government Trust List JP (invented)”, which was not given"))
    let (code, origin) = try origin(["us.json", "jp.json"])
    #expect(code == 0)
    #expect(origin["status"]?.string == "official")
    #expect(origin["agency"]?["id"]?.string == "demo.jp.public-relations")
    #expect(origin["jurisdiction"]?.string == "JP")
    #expect(
      origin["list"]?["recognisedBy"]?.string == "Demo Government Trust List US (invented)")
  }

  @Test(
    "before and after the grant it is unrecognised, and the sentence says why",
    arguments: [(0, 60), (86_400, 172_800)] as [(Int64, Int64)])
  func outside(from: Int64, to: Int64) throws {
    try recognise(from, to)
    let outcome = verify(["us.json", "jp.json"], ["--lang", "both"])
    #expect(outcome.code == 5, "\(outcome.errorText)")
    #expect(
      outcome.text.contains(
        "Signed by: Demo Public Relations Agency (invented) (Japan), but not proved to be official. "
          + "The recognition by the other list is not in force."))
    #expect(outcome.text.contains("他のリストによる受入れが有効期間外です。"))
    let (code, origin) = try origin(["us.json", "jp.json"])
    #expect(code == 5)
    #expect(origin["status"]?.string == "unrecognised")
    #expect(origin["reasons"]?.array?.compactMap { $0["code"]?.string } == ["OFF-9-RECOGNITION"])
    let shown = Command.run(
      "trust", "show", "--government", folder("us.json"), "--government", folder("jp.json"))
    #expect(shown.text.contains("which is not in force: nobody is believed"))
    let rules = Command.run(
      "keys", "check", folder("chain.pem"), "--government", folder("us.json"), "--government",
      folder("jp.json"))
    #expect(rules.text.contains("✗ the recognition of the list is not in force at that time"))
  }

  @Test("under the United States' list alone nobody knows it")
  func alone() throws {
    try recognise(0, 86_400)
    let (code, origin) = try origin(["us.json"])
    #expect(code == 5)
    #expect(origin["status"]?.string == "unrecognised")
    #expect(origin["reasons"]?.array?.compactMap { $0["code"]?.string } == ["OFF-3-UNLISTED"])
  }
}
