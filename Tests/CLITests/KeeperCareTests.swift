import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("A keeper is told of mistakes while they cost nothing")
struct KeeperCareTests {
  private let folder = Scratch()
  private let demo: DemoPKI

  init() throws {
    demo = try DemoPKI.today()
    folder.write(demo.usList, to: "gov.json")
    folder.write(demo.us.pinned.pem, to: "gov.keys.pem")
    folder.write(demo.us.issuing.certificate.pem, to: "ca.pem")
    folder.write(demo.tsaRoot.certificate.pem, to: "tsa.pem")
    folder.write(demo.jp.issuing.certificate.pem, to: "other.pem")
    folder.write(try demo.us.listKeys[0].pem(), to: "1.key")
    #expect(trust("draft", "--from", "gov.json", "-o", "draft.json").code == 0)
  }

  @discardableResult
  private func trust(_ words: String...) -> Command.Outcome {
    Command.run(
      ["trust"] + words, variables: ["XDG_STATE_HOME": folder("state")], folder: folder.path)
  }

  private func expect(_ outcome: Command.Outcome, _ code: Int32, _ words: String...) {
    #expect(outcome.code == code, "\(outcome.errorText)")
    let told = plain(outcome.errorText)
    for word in words { #expect(told.contains(word), "\(told)") }
  }

  /// The text without the marks that keep other people's words apart.
  private func plain(_ text: String) -> String {
    String(text.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) })
  }

  @Test("an entry that speaks against itself: told at the edit and at the signature, and not again")
  func doubts() throws {
    let entry = [
      "trust", "add", "draft.json", "--agency", "us.x", "--name", "Exampel Office", "--ca",
      "other.pem", "--subject-o", "Example Office", "--labels", "ai-altered", "--street", "1",
      "--email", "a@b.example", "--website", "https://b.example/",
    ]
    let notes = [
      "note: “Exampel Office”: the CA's certificate says the country “JP”, and the entry asks for “US”",
      "note: “Exampel Office”: the entry asks for the organisation “Example Office”",
      "note: “Exampel Office”: the agency may state ai-altered, and not official",
    ]
    let added = Command.run(entry, folder: folder.path)
    #expect(added.code == 0)
    let signed = trust(
      "sign", "draft.json", "--key", "1.key", "--yes", "-o", "out.json", "--predecessor", "gov.json"
    )
    for note in notes {
      expect(added, 0, note)
      expect(signed, 0, note)
    }
    // Moments are written as everywhere.
    #expect(added.text.contains("granted from "))
    #expect(added.text.firstRange(of: /[0-9]T[0-9]{2}:/) == nil, "\(added.text)")
    let ended = trust("retire", "draft.json", "--agency", "demo.us.press-office")
    #expect(ended.code == 0 && !ended.errorText.contains("Exampel Office"))
    // A mistake goes by a command, and what is published does not.
    let removed = trust("remove", "draft.json", "--agency", "us.x", "--lang", "both")
    expect(removed, 0, "is a loss that trust sign refuses")
    #expect(plain(removed.text).contains("− Taken off the draft: “Exampel Office” (us.x)"))
    #expect(removed.text.contains("− 下書きから削除しました: "))
    expect(trust("remove", "draft.json"), 2, "--agency or --certificate says what is taken off")
    expect(trust("remove", "draft.json", "--agency", "us.x"), 6, "there is no agency us.x")
  }

  @Test("a list without a time-stamp authority: told to its keepers, and refused to its agencies")
  func clockless() throws {
    folder.write(demo.us.signer.chain.flatMap(\.pem), to: "chain.pem")
    folder.write(try demo.us.signer.key.pem(), to: "chain.key")
    folder.write(try demo.us.listKeys[1].pem(), to: "2.key")
    folder.write(demo.us.pinned.pem, to: "out.keys.pem")
    let entry = [
      "--agency", "demo.us.press-office", "--name", "Demo Press Office (invented)", "--subject-o",
      "Demo Press Office (invented)", "--street", "1", "--email", "a@b.example", "--website",
      "https://b.example/",
    ]
    let note =
      "the list has no time-stamp authority in force, and its entries ask for a time stamp"
    func draft(_ options: [String]) -> Command.Outcome {
      Command.run(
        [
          "trust", "draft", "-o", "draft.json", "--force", "--operator", "O", "--territory", "US",
          "--scheme", DemoAgency.us.listNames.preferred,
        ] + entry + options, folder: folder.path)
    }
    expect(draft(["--ca", "ca.pem"]), 0, note)
    #expect(!draft(["--ca", "ca.pem", "--without-timestamp"]).errorText.contains(note))
    // A root of which the entry lets no CA through that stands below it.
    folder.write(demo.us.root.certificate.pem, to: "root.pem")
    expect(draft(["--ca", "root.pem"]), 0, "signed itself, and the entry lets no CA stand between")
    #expect(!draft(["--ca", "ca.pem"]).errorText.contains("signed itself"))
    let signed = trust(
      "sign", "draft.json", "--key", "1.key", "--key", "2.key", "--yes", "-o", "out.json")
    expect(signed, 0, note)
    let checked = trust("check", "out.json", "--lang", "both")
    #expect(checked.code == 0 && checked.text.contains("  note: \(note)"), "\(checked.text)")
    #expect(checked.text.contains("  注意: 有効な時刻認証局がこのリストにありません"), "\(checked.text)")
    let rules = Command.run(
      "keys", "check", folder("chain.pem"), "--government", folder("out.json"))
    #expect(
      rules.code == 1 && rules.text.contains("✗ the entry asks for a time stamp"), "\(rules.text)")
    folder.write(
      try demo.tsa.key.pem() + demo.tsa.chain.flatMap(\.pem), to: "clock.pem")
    let profile = Command.run(
      [
        "init", "-o", "ISSUER.toml", "--key", "chain.key", "--certificates", "chain.pem",
        "--government", "out.json", "--tsa", "key:clock.pem", "--tsa-anchors", "tsa.pem",
      ], folder: folder.path)
    #expect(profile.code == 1 && !folder.names.contains("ISSUER.toml"), "\(profile.text)")
    #expect(
      profile.text.contains("✗ its time stamps are believed by no list that lets the key speak"),
      "\(profile.text)")
    // The draft with a clock is told of no more.
    let mended = trust(
      "add", "draft.json", "--tsa", "tsa.pem", "--name", "T", "--street", "1", "--email",
      "a@b.example", "--website", "https://b.example/")
    #expect(mended.code == 0 && !mended.errorText.contains(note), "\(mended.errorText)")
  }

  @Test("numbers of keys and of lists are told with what they count, in both languages")
  func countedKeys() {
    for (kind, value, english, japanese) in [
      (.listKeys, "2 of 3", "2 of these 3 sign", "次の3個のうち2個が署名"),
      (
        .keyChanges, "3 https://a.example/3.json",
        "with number 3 of the list, kept at https://a.example/3.json",
        "リストの第3号、保存先: https://a.example/3.json"
      ), (.keyChanges, "3", "with number 3 of the list", "リストの第3号"),
      // Rules of an entry have the names and words that trust check has for them.
      (.agencyNew, "maxPathLen: 0", "CAs between: none", "中間の認証局: なし"),
      (.agencyNew, "requireTimestamp: true", "time stamp: needed", "タイムスタンプ: 必要"),
      (.agencyNew, "subject.O: A, B: C", "O: A, B: C", "O: A、B: C"),
      (.agencyNew, "jurisdiction: US", "jurisdiction: US", "管轄: US"),
      (
        .recognitionNew, "official; JP; 2026-11-01T00:00:00Z to 2026-11-10T00:00:00Z; keys b752",
        "official; JP; 2026-11-01 00:00 UTC to 2026-11-10 00:00 UTC; keys b752",
        "公式文書(official)、JP、2026-11-01 00:00 UTC から 2026-11-10 00:00 UTC まで、鍵 b752"
      ),
      (
        .certificateNew, "CN=X; until 2046-11-24T15:19:00Z; SHA-256 ab",
        "CN=X; until 2046-11-24 15:19 UTC; SHA-256 ab", "CN=X、2046-11-24 15:19 UTC まで、SHA-256 ab"
      ),
    ] as [(ListChange.Kind, String, String, String)] {
      for (language, words) in [(Language.english, english), (.japanese, japanese)] {
        let change = ListChange(kind, after: [value])
        let details = Wording(language).details(of: change, id: nil, at: demo.start)
        #expect(details.count == 1 && details[0].hasSuffix("  " + words), "\(details)")
      }
    }
  }

  @Test("what may pass now is told under the names that trust check has")
  func ruleNames() {
    let change = ListChange(
      .scopeWider, place: "P", member: "requireTimestamp", before: ["true"], after: ["false"])
    let (english, japanese) = (Wording(.english), Wording(.japanese))
    #expect(english.sentence(for: change).hasSuffix("more may pass now (time stamp)."))
    #expect(japanese.sentence(for: change).hasSuffix("(タイムスタンプ)。"))
    #expect(
      english.details(of: change, id: nil, at: demo.start).map { $0.suffix(12) }
        == ["      needed", "  not needed"])
    #expect(english.rule("until 2026") == nil && english.rule("CN=X: y") == nil)
  }

  @Test("withdraw: a moment ahead is asked about, and a CA is more than a signer")
  func withdrawals() {
    let before = folder.read("draft.json")
    let words = [
      "trust", "withdraw", "draft.json", "--certificate", "ca.pem", "--since", "2190-01-01",
      "--reason", "keyCompromise",
    ]
    expect(
      Command.run(words, folder: folder.path), 2, "error: 2190-01-01 00:00 UTC is ",
      " days ahead: until then what is signed counts", "hint: --yes takes it")
    let no = Command.runOnTerminal(words, typed: "no\n", folder: folder.path)
    #expect(no.code == 130, "\(no.shown)")
    #expect(folder.read("draft.json") == before)
    let taken = Command.run(words + ["--yes", "--lang", "both"], folder: folder.path)
    expect(taken, 0, "note: 2190-01-01 00:00 UTC is ")
    for part in [
      "+ Withdrawn: the CA of ", " itself. Nothing that is signed under it", "認証局そのもの。",
      "still ", " days ahead, keyCompromise", "日後)、理由は鍵の危殆化",
    ] { #expect(taken.text.contains(part), "\(part): \(taken.text)") }
    let clock = trust(
      "withdraw", "draft.json", "--certificate", "tsa.pem", "--since", "2026-01-01", "--reason",
      "keyCompromise")
    #expect(clock.text.contains("+ Withdrawn: the time-stamp authority "), "\(clock.errorText)")
  }
}
