import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("A keeper signs what he was shown, and nothing that forgets")
struct KeeperCommandTests {
  private let desk: KeeperDesk
  private var folder: Scratch { desk.folder }
  private var demo: DemoPKI { desk.demo }

  init() throws {
    desk = try KeeperDesk()
    folder.write(demo.us.issuing.certificate.pem, to: "ca.pem")
    folder.write(demo.us.signer.certificate.pem, to: "leaked.pem")
    folder.write(demo.us.signer.chain.flatMap(\.pem), to: "chain.pem")
    folder.write(demo.tsaRoot.certificate.pem, to: "tsa.pem")
  }

  @discardableResult
  private func trust(_ words: String...) -> Command.Outcome { desk.trust(words) }

  private func sign(_ list: String, _ options: String...) -> Command.Outcome {
    desk.sign(list, options)
  }

  /// A draft of number 2, with `text` replaced.
  private func draft(_ text: String = "", _ other: String = "") {
    desk.draft()
    guard !text.isEmpty else { return }
    let json = String(decoding: folder.read("draft.json") ?? [], as: UTF8.self)
    #expect(json.contains(text))
    folder.write(Array(json.replacing(text, with: other).utf8), to: "draft.json")
  }

  private func expect(_ outcome: Command.Outcome, _ code: Int32, _ words: String...) {
    KeeperDesk.expect(outcome, code, words)
  }

  @Test("sign: what is refused, each for its reason, and nothing is written")
  func refusals() throws {
    draft()
    expect(sign("draft.json"), 2, "nothing shows what was different before", "--predecessor names")
    expect(sign("gov.json", "--predecessor", "gov.json"), 6, "is not above the 1")
    let unasked = Command.run(
      "trust", "sign", "draft.json", "--key", "1.key", "-o", "out.json", "--predecessor",
      "gov.json", folder: folder.path)
    expect(unasked, 2, "nobody can be asked here", "--yes signs without asking")
    draft("Demo Government Trust List US", "Another Trust List")
    expect(sign("draft.json", "--predecessor", "gov.json"), 6, "its predecessor is Demo Gov")
    draft("\"Country\": \"US\"", "\"Region\": \"US\"")
    expect(sign("draft.json", "--predecessor", "gov.json"), 6, "the schema of ETSI TS 119 602")
    // An agency that is gone is named by its id.
    draft()
    let value = try JSON.Reader.parse(folder.read("draft.json") ?? [])
    let entities = value["LoTE"]?["TrustedEntitiesList"]?.array ?? []
    let shorter = JSON.Value.object([
      "LoTE": .object([
        "ListAndSchemeInformation": value["LoTE"]?["ListAndSchemeInformation"] ?? .null,
        "TrustedEntitiesList": .array(Array(entities.dropFirst())),
      ])
    ])
    folder.write(JSON.Writer.bytes(of: shorter, pretty: true), to: "draft.json")
    let lost = sign("draft.json", "--predecessor", "gov.json")
    expect(
      lost, 6, "the list loses the agency demo.us.press-office",
      "hint: put it back: an agency that ends is retired", "--accept-loss: demo.us.press-office")
    #expect(lost.text.contains("✗ Lost: "))
    expect(
      sign("draft.json", "--predecessor", "gov.json", "--accept-loss", "demo.us"), 6, "loses",
      "note: --accept-loss demo.us: nothing of that name is lost")
    // Nobody's predecessor proves nothing.
    folder.write(demo.us.pinned.pem, to: "bad.keys.pem")
    folder.write(demo.jpList, to: "bad.json")
    expect(sign("draft.json", "--predecessor", "bad.json"), 6, "0 of the 3 pinned keys")
    folder.write(demo.usList, to: "bare.json")
    expect(sign("draft.json", "--predecessor", "bare.json"), 6, "no keys stand beside this list")
    #expect(!folder.names.contains("out.json"))
    expect(
      sign("draft.json", "--predecessor", "gov.json", "--accept-loss", "demo.us.press-office"), 0)
  }

  @Test("sign: a predecessor below a number that was seen here is not the published one")
  func seen() throws {
    draft("\"LoTESequenceNumber\": 2", "\"LoTESequenceNumber\": 9")
    let variables = ["XDG_STATE_HOME": folder("state")]
    let command = [
      "trust", "sign", "draft.json", "--key", "1.key", "--yes", "-o", "out.json", "--predecessor",
      "gov.json",
    ]
    for (number, code) in [(7, 6), (9, 0)] as [(Int64, Int32)] {
      let record = """
        {"schema":"broadseal.sequences/1","seen":[{"scheme":"\(demo.us.pinned.scheme)",\
        "sequence":\(number)}]}
        """
      folder.write(Array(record.utf8), to: "state/broadseal/trust-sequences.json")
      let outcome = Command.run(command, variables: variables, folder: folder.path)
      #expect(outcome.code == code, "\(outcome.errorText)")
      #expect(outcome.errorText.contains("number 7 of this list was seen here") == (number == 7))
    }
  }

  @Test("sign: a list that is out of date, or will be within the hour")
  func stale() throws {
    for (seconds, words) in [
      (-60, "is out of date since"), (1_800, "out of date within the hour"), (7_200, ""),
    ] as [(Int64, String)] {
      let end = UTCTime(secondsSinceEpoch: Int64(time(nil)) + seconds)
      folder.write(
        TrustListContent(
          sequence: 2, schemeNames: DemoAgency.us.listNames,
          operatorNames: DemoAgency.us.operatorNames, territory: "US",
          issued: end.adding(seconds: -90_000), nextUpdate: end,
          entities: demo.us.listContent(
            issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate
          ).entities
        ).json, to: "draft.json")
      let outcome = sign("draft.json", "--predecessor", "gov.json")
      expect(outcome, words.isEmpty ? 0 : 6, words)
      expect(sign("draft.json", "--predecessor", "gov.json", "--accept-stale"), 0)
    }
  }

  @Test("on a terminal the keeper is asked, and only yes signs")
  func question() {
    draft()
    let command = [
      "trust", "sign", "draft.json", "--key", "1.key", "-o", "out.json", "--predecessor",
      "gov.json",
    ]
    let refused = Command.runOnTerminal(command, typed: "no\n", folder: folder.path)
    #expect(refused.code == 130)
    #expect(refused.shown.contains("number 1 → 2"))
    #expect(refused.shown.contains("not signed, since the answer was not yes"))
    #expect(!folder.names.contains("out.json"))
    let signed = Command.runOnTerminal(command, typed: "yes\n", folder: folder.path)
    #expect(signed.code == 0, "\(signed.shown)")
    #expect(
      signed.shown.contains("1 of 2 signatures by its 3 keys; not valid until 1 more has signed"))
    for line in signed.shown.split(separator: "\r\n") where !line.contains("Sign this?") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test("a first list is shown whole, in both languages, with what decides nothing")
  func whole() throws {
    let content = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
    let json = String(decoding: content.json, as: UTF8.self).replacing(
      "\"SchemeTerritory\"",
      with: "\"HistoricalInformationPeriod\": 65535, \"SchemeTerritory\"")
    folder.write(Array(json.utf8), to: "draft.json")
    let outcome = sign("draft.json", "--lang", "both")
    expect(outcome, 0)
    for words in [
      "may state       official, ai-generated, ai-altered", "申告できる内容", "時刻認証局",
      demo.us.issuing.certificate.sha256, demo.us.issuing.certificate.publicKey.spkiSHA256,
      "what decides nothing\n  HistoricalInformationPeriod: 65535", "判定に関わらない記載",
      "1 Invented Street", "nobody@demo.invalid", "GOVUS-DEMO-0001", "2.999.62558.1",
    ] { #expect(outcome.text.contains(words), "\(words)") }
    let check = trust("check", "gov.json", "--lang", "ja")
    #expect(check.code == 0)
    #expect(check.text.contains("発行認証局"))
  }

  @Test("renew: a certificate of another authority is not taken without a word")
  func otherAuthority() {
    draft()
    let before = folder.read("draft.json")
    folder.write(demo.jp.issuing.certificate.pem, to: "other.pem")
    let words = [
      "trust", "renew", "draft.json", "--agency", "demo.us.press-office", "--ca", "other.pem",
    ]
    let refused = Command.run(words, folder: folder.path)
    expect(
      refused, 2, "\(demo.us.issuing.certificate.subject)",
      "\(demo.jp.issuing.certificate.subject)", "--yes takes it")
    let no = Command.runOnTerminal(words, typed: "no\n", folder: folder.path)
    #expect(no.code == 130, "\(no.shown)")
    #expect(folder.read("draft.json") == before)
    let taken = Command.run(words + ["--yes"], folder: folder.path)
    expect(taken, 0, "is not of the same name and issuer")
    #expect(folder.read("draft.json") != before)
  }

  @Test("retire: an end in the past is told of")
  func backdated() {
    draft()
    let outcome = trust(
      "retire", "draft.json", "--agency", "demo.us.press-office", "--from",
      UTCTime(secondsSinceEpoch: demo.start.secondsSinceEpoch + 1).rfc3339)
    expect(outcome, 0, "the end lies in the past")
  }

  @Test("a name from somebody's disk moves no cursor")
  func hostileName() {
    folder.write(demo.usList, to: "b\u{1B}[2Jad.json")
    let outcome = trust("draft", "--from", "b\u{1B}[2Jad.json", "-o", "draft.json")
    #expect(outcome.errorText.contains("no keys stand beside"), "\(outcome.errorText)")
    #expect(!outcome.errorText.contains("\u{1B}"))
  }

  @Test("edits: what is refused leaves the draft as it was")
  func edits() {
    draft()
    let before = folder.read("draft.json")
    let withdraw = ["--since", "2026-01-01", "--reason", "keyCompromise"]
    func edit(_ words: [String]) -> Command.Outcome {
      Command.run(["trust"] + words, folder: folder.path)
    }
    let scoped = [
      "add", "draft.json", "--ca", "ca.pem", "--name", "T", "--agency", "x", "--subject-o", "T",
    ]
    let rows: [([String], Int32, String)] = [
      (["withdraw", "gov.json", "--certificate", "leaked.pem"] + withdraw, 6, "is signed"),
      (
        ["withdraw", "draft.json", "--certificate", "chain.pem"] + withdraw, 6,
        "holds 2 certificates"
      ),
      (["withdraw", "draft.json", "--key", "ab"] + withdraw, 2, "64 hexadecimal digits"),
      (["withdraw", "draft.json"] + withdraw, 2, "one of --certificate, --key and --serial"),
      (["withdraw", "draft.json", "--serial", "0a"] + withdraw, 6, "means nothing without its CA"),
      (["retire", "draft.json", "--agency", "us.nobody"], 6, "there is no agency us.nobody"),
      (["retire", "draft.json"], 2, "--agency or --certificate"),
      (
        ["renew", "draft.json", "--agency", "demo.us.press-office", "--ca", "ca.pem"], 6, "already"
      ),
      (["renew", "draft.json", "--ca", "ca.pem"], 2, "either --agency and --ca, or --tsa"),
      (["add", "draft.json", "--tsa", "tsa.pem", "--name", "T", "--ca", "ca.pem"], 2, "exclude"),
      (["add", "draft.json", "--ca", "ca.pem", "--name", "T"], 2, "--ca needs --agency"),
      (
        ["add", "draft.json", "--ca", "ca.pem", "--name", "T", "--agency", "x"], 2,
        "say whose certificates the CA may vouch for"
      ),
      (
        ["add", "draft.json", "--ca", "leaked.pem", "--name", "T", "--agency", "x"]
          + ["--subject-o", "T"], 2, "not that of a CA"
      ),
      (
        [
          "add", "draft.json", "--ca", "ca.pem", "--name", "T", "--agency", "x", "--subject-o", "T",
        ],
        2, "needs an address: --street, --email, --website"
      ),
      (scoped + ["--jurisdiction", "JP"], 2, "the list speaks for US, and the agency is of JP"),
      (scoped + ["--subject-o", "T"], 2, "--subject-o names T twice"),
      (scoped + ["--pin", "ab"], 2, "--pin takes a SHA-256 digest"),
      (scoped + ["--max-path-len", "9"], 2, "--max-path-len takes a number from 0 to 8"),
      (scoped + ["--website", "b.example"], 2, "--website takes a whole address"),
      (["rotate", "draft.json", "--keys", "leaked.pem"], 6, "not PUBLIC KEY"),
      (["draft", "-o", "new.json", "--scheme", "A"], 2, "--scheme, --operator and --territory"),
      (["draft", "-o", "new.json", "--from", "draft.json"], 2, "not signed"),
      (["draft", "-o", "draft.json", "--from", "gov.json"], 2, "exists already"),
    ]
    for (words, code, text) in rows {
      let outcome = edit(words)
      #expect(outcome.code == code, "\(words): \(outcome.errorText)")
      #expect(outcome.errorText.contains(text), "\(words): \(outcome.errorText)")
      // What is wrong is told by the options, not by where it would stand in the JSON.
      #expect(!outcome.errorText.contains("LoTE."), "\(outcome.errorText)")
    }
    let isSame = folder.read("draft.json") == before
    #expect(isSame)
    #expect(!folder.names.contains("new.json"))
    // Elsewhere, and the draft stays as it was.
    let elsewhere = edit(
      ["retire", "draft.json", "--agency", "demo.us.press-office", "-o", "other.json"])
    #expect(elsewhere.code == 0, "\(elsewhere.errorText)")
    #expect(folder.read("draft.json") == before && folder.names.contains("other.json"))
  }

  @Test("the hint of a scope that is missing says what the CA's certificate says")
  func scopeHint() {
    draft()
    let outcome = trust(
      "add", "draft.json", "--ca", "ca.pem", "--name", "T", "--agency", "x")
    #expect(outcome.errorText.contains("hint: the CA itself is \"CN=Demo Government US"))
    #expect(outcome.errorText.contains("--subject-o \"Demo Government US (invented)\""))
  }

  @Test("diff: text in both languages, JSON by its schema, exit code 1 for a loss")
  func diff() throws {
    draft()
    #expect(trust("diff", "gov.json", "draft.json").code == 0)
    trust(
      "withdraw", "draft.json", "--certificate", "leaked.pem", "--since", "2026-01-01", "--reason",
      "keyCompromise")
    let news = trust("diff", "gov.json", "draft.json", "--lang", "both")
    #expect(news.code == 0)
    #expect(news.text.contains("+ Withdrawn: a key, at "))
    #expect(news.text.contains("+ 取消し: "))
    let lost = trust("diff", "draft.json", "gov.json", "-f", "json")
    #expect(lost.code == 1)
    let value = try JSON.Reader.parse(lost.output)
    #expect(try SchemaValidator(Schema.listdiff.text).faults(in: value) == [])
    #expect(
      value["lost"]?.array?.compactMap(\.string)
        == [demo.us.signer.certificate.publicKey.spkiSHA256])
    #expect(value["changes"]?.array?.first?["kind"]?.string == "withdrawal-gone")
  }

  @Test("fingerprint: groups of four, and a comparison that answers 0 or 6")
  func fingerprint() throws {
    let shown = trust("fingerprint", "gov.keys.pem")
    #expect(shown.code == 0)
    let last = shown.text.split(separator: "\n").suffix(2).joined(separator: " ")
    #expect(last.filter { $0 != " " } == demo.us.pinned.fingerprint)
    #expect(last.split(separator: " ").allSatisfy { $0.count == 4 })
    #expect(shown.text.contains("signed by  2 of these 3 keys"))
    #expect(trust("fingerprint", "gov.keys.pem", "--compare", last.uppercased()).code == 0)
    let other = demo.jp.pinned.fingerprint
    expect(trust("fingerprint", "gov.keys.pem", "--compare", other), 6, "not the keys")
    // One key's own is no false one, and no proof.
    let keys = demo.us.pinned.keys.map(\.spkiSHA256).sorted()
    expect(
      trust("fingerprint", "gov.keys.pem", "--compare", keys[1]), 6,
      "that is the fingerprint of key 2 alone", "hint: ask the list's operator for the finger")
    expect(trust("fingerprint", "gov.keys.pem", "--compare", "1234"), 2, "64 hexadecimal digits")
  }
}
