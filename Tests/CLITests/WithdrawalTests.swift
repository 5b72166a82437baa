import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import TestSupport
import Testing

/// T-74, the case of a maker of cameras in 2025: a certificate that is valid, a signature that is
/// stamped, and an issuer that must not be believed any more.
@Suite("A new list takes its word back, offline, for what was signed already")
struct WithdrawalTests {
  private let folder = Scratch()
  private let demo: DemoPKI

  init() throws {
    demo = try DemoPKI.today()
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    folder.write(try demo.us.signer.key.pem() + demo.us.signer.chain.flatMap(\.pem), to: "key.pem")
    folder.write(try demo.tsa.key.pem() + demo.tsa.chain.flatMap(\.pem), to: "tsa.pem")
    for (index, key) in demo.us.listKeys.enumerated() {
      folder.write(try key.pem(), to: "list-\(index).key")
    }
    let profile = """
      schema = 1
      [agency]
      id = "demo.us.press-office"
      jurisdiction = "US"
      name.en = "Demo Press Office (invented)"
      [key]
      path = "key.pem"
      [timestamp]
      key = "tsa.pem"
      """
    folder.write(Array(profile.utf8), to: "ISSUER.toml")
    let signed = Command.run(
      "sign", folder("river.jpg"), "--profile", folder("ISSUER.toml"), "--official", "--ai",
      "none", "-o", folder("official.jpg"))
    #expect(signed.code == 0, "\(signed.errorText)")
    folder.write(demo.usList, to: "before.json")
    folder.write(demo.us.pinned.pem, to: "before.keys.pem")
  }

  /// Writes `name.json` with this number and these withdrawals: made by its operator, signed by two
  /// keepers of keys in turn, each with the program.
  private func publish(
    _ name: String, _ sequence: Int64, _ invalidSince: [Invalidation]
  ) throws {
    let old = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
    let own = DemoAgency.us.scope
    let scope = Scope(
      jurisdiction: own.jurisdiction, agency: own.agency, subject: own.subject,
      purposes: own.purposes, policies: own.policies, maximumPathLength: own.maximumPathLength,
      keyAlgorithms: own.keyAlgorithms, invalidSince: invalidSince)
    let service = TrustedService(
      names: own.agency.names, type: .certificateAuthority,
      certificates: [demo.us.issuing.certificate],
      current: StatusPeriod(.granted, from: demo.start), scope: scope)
    let content = TrustListContent(
      sequence: sequence, schemeNames: old.schemeNames, operatorNames: old.operatorNames,
      territory: old.territory, issued: old.issued, nextUpdate: old.nextUpdate,
      entities: [.addressed(own.agency.names, services: [service])]
        + old.entities.dropFirst())
    folder.write(content.json, to: "unsigned.json")
    for (input, key, output) in [
      ("unsigned.json", "list-0.key", "half.json"), ("half.json", "list-1.key", "\(name).json"),
    ] {
      let signed = Command.run(
        "trust", "sign", folder(input), "--key", folder(key), "-o", folder(output), "--force",
        "--yes", "--predecessor", folder("before.json"))
      #expect(signed.code == 0, "\(signed.errorText)")
    }
    folder.write(demo.us.pinned.pem, to: "\(name).keys.pem")
  }

  private func verify(_ list: String, _ options: [String] = []) -> Command.Outcome {
    Command.run(
      ["verify", folder("official.jpg"), "--government", folder("\(list).json")] + options,
      variables: ["XDG_STATE_HOME": folder("state")])
  }

  private func issuer(since date: UTCTime) -> Invalidation {
    Invalidation(
      .authority(demo.us.issuing.key.publicKey.spkiSHA256), date: date, reason: .caCompromise)
  }

  @Test("valid and stamped, and official until the update that withdraws the issuer")
  func issuerWithdrawn() throws {
    try publish("one", 2, [])
    #expect(verify("one").code == 0)
    try publish("new", 3, [issuer(since: demo.start)])
    let outcome = verify("new", ["--lang", "both"])
    #expect(outcome.code == 5, "\(outcome.errorText)")
    #expect(
      outcome.text.contains(
        "  ✗ Origin     Signed with a key of: Demo Press Office (invented) (United States), which the list withdrew from "
          + "\(demo.start.display) on, since the key of the authority above it may be stolen: anybody may have signed this."
      ),
      "\(outcome.text)")
    #expect(outcome.text.contains("上位の認証局の鍵に盗用のおそれがあるため"))
    #expect(outcome.text.contains("第三者が署名した可能性があります。"))
    // It is on the list: what is told of it nowhere says that it is not.
    let whole = verify("new", ["--explain"]).text
    #expect(!whole.contains("signingCredential.untrusted"), "\(whole)")
    let verdict = try JSON.Reader.parse(verify("new", ["-f", "json"]).output)
    #expect(verdict["integrity"]?.string == "intact")
    #expect(verdict["c2pa"]?["state"]?.string == "Valid")
    #expect(verdict["time"]?["trusted"] != nil)
    let reasons = verdict["origin"]?["reasons"]?.array ?? []
    #expect(reasons.compactMap { $0["code"]?.string } == ["OFF-7-WITHDRAWN"])
    #expect(reasons.first?["explanation"]?.string?.contains("cACompromise") == true)
    #expect(verdict["origin"]?["withdrawn"]?["reason"]?.string == "authority-stolen")
    #expect(verdict["origin"]?["withdrawn"]?["since"]?.string == demo.start.rfc3339)
    #expect(try SchemaValidator(Schema.verdict.text).faults(in: verdict) == [])
    // The old list, put back, is a rollback.
    let back = verify("one")
    #expect(back.code == 6)
    #expect(back.errorText.contains("has number 2, but 3 was seen before"))
  }

  @Test("the update alone is enough: no socket is opened", .enabled(if: SocketWatch.isPossible))
  func offline() throws {
    try publish("new", 2, [issuer(since: demo.start)])
    let watched = try SocketWatch.run([
      "verify", folder("official.jpg"), "--government", folder("new.json"),
    ])
    #expect(watched.code == 5)
    #expect(watched.network.isEmpty, "\(watched.network)")
  }

  @Test(
    "a key that the profile's own list withdrew makes no official label, with or without a time stamp",
    arguments: [[], ["--no-timestamp"], ["--allow-missing-timestamp"]])
  func signing(options: [String]) throws {
    try publish("new", 2, [issuer(since: demo.start)])
    let profile = String(decoding: folder.read("ISSUER.toml") ?? [], as: UTF8.self)
    folder.write(
      Array((profile + "\n[trust]\nlist = [\"new.json\"]\n").utf8), to: "LISTED.toml")
    let names = folder.names
    let outcome = Command.run(
      [
        "sign", folder("river.jpg"), "--profile", folder("LISTED.toml"), "--official", "--ai",
        "none", "-o", folder("withdrawn.jpg"),
      ] + options, variables: ["XDG_STATE_HOME": folder("state")])
    #expect(outcome.code == 1, "\(outcome.text)\(outcome.errorText)")
    #expect(outcome.errorText.contains("a list withdrew its trust"), "\(outcome.errorText)")
    #expect(
      outcome.errorText.contains("hint: the list's keepers withdrew this key: do not sign with it"),
      "\(outcome.errorText)")
    #expect(folder.names.filter { $0 != "state" } == names.filter { $0 != "state" })
  }

  @Test("a withdrawal from tomorrow on, or of another key, takes nothing")
  func others() throws {
    try publish("new", 2, [issuer(since: demo.start.adding(seconds: 90_000))])
    #expect(verify("new").code == 0)
    try publish(
      "new", 3,
      [
        Invalidation(
          .key(demo.jp.signer.key.publicKey.spkiSHA256), date: demo.start,
          reason: .keyCompromise)
      ])
    #expect(verify("new").code == 0)
  }

  @Test("a stolen key of the time-stamping authority takes the stamps of every time")
  func authority() throws {
    let old = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
    let invalidation = Invalidation(
      .key(demo.tsa.key.publicKey.spkiSHA256), date: demo.start.adding(seconds: 80_000),
      reason: .keyCompromise)
    let service = TrustedService(
      names: ["en": "An authority"], type: .timeStampAuthority,
      certificates: [demo.tsaRoot.certificate],
      current: StatusPeriod(.granted, from: demo.start), invalidSince: [invalidation])
    let content = TrustListContent(
      sequence: 2, schemeNames: old.schemeNames, operatorNames: old.operatorNames,
      territory: old.territory, issued: old.issued, nextUpdate: old.nextUpdate,
      entities: Array(old.entities.prefix(1))
        + [.addressed(["en": "An authority"], services: [service])])
    folder.write(
      try TrustListSigner.sign(content, keys: demo.us.listKeys, name: "tsa.json"), to: "tsa.json")
    folder.write(demo.us.pinned.pem, to: "tsa.keys.pem")
    let outcome = verify("tsa", ["--lang", "both"])
    #expect(outcome.code == 5)
    #expect(outcome.text.contains("The trust list has withdrawn the time-stamp authority."))
    #expect(outcome.text.contains("トラストリストで時刻認証局が取り消されています。"))
  }
}
