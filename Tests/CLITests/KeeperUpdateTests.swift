import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@Suite("A reader's list: nothing is forgotten, and who comes late is taken over")
struct KeeperUpdateTests {
  private let demo: DemoPKI
  private let folder = Scratch()
  private let web = Scratch()
  private let server: WebServer
  private let now = UTCTime(secondsSinceEpoch: Int64(time(nil)))

  init() throws {
    demo = try DemoPKI.today()
    folder.write(demo.usList, to: "gov.json")
    folder.write(demo.us.pinned.pem, to: "gov.keys.pem")
    server = WebServer(web)
  }

  /// A number of the list, issued so many days ago, for sixty days.
  private func content(
    _ number: Int64, daysAgo: Int64 = 0, withdrawn: [Invalidation] = [],
    keys: ListKeys? = nil, changes: [KeyChange] = []
  ) -> TrustListContent {
    let issued = now.adding(seconds: -daysAgo * 86_400 - 60)
    let full = demo.us.listContent(
      issued: issued, nextUpdate: issued, tsa: demo.tsaRoot.certificate)
    let own = DemoAgency.us.scope
    let scope = Scope(
      jurisdiction: own.jurisdiction, agency: own.agency, subject: own.subject,
      purposes: own.purposes, policies: own.policies, maximumPathLength: own.maximumPathLength,
      keyAlgorithms: own.keyAlgorithms, invalidSince: withdrawn)
    let service = TrustedService(
      names: own.agency.names, type: .certificateAuthority,
      certificates: [demo.us.issuing.certificate],
      current: StatusPeriod(.granted, from: demo.start.adding(seconds: -86_400 * 400)),
      scope: scope)
    let authority = full.entities[1].services[0]
    return TrustListContent(
      sequence: number, schemeNames: full.schemeNames, operatorNames: full.operatorNames,
      territory: full.territory, issued: issued,
      nextUpdate: issued.adding(seconds: 60 * 86_400), nextKeys: keys, keyChanges: changes,
      entities: [
        .addressed(own.agency.names, services: [service]),
        .addressed(
          authority.names,
          services: [
            TrustedService(
              names: authority.names, type: authority.type, certificates: authority.certificates,
              current: StatusPeriod(.granted, from: demo.start.adding(seconds: -86_400 * 400)))
          ]),
      ])
  }

  private func offer(_ content: TrustListContent, keys: [PrivateKey], as name: String = "gov.json")
    throws
  {
    web.write(try TrustListSigner.sign(content, keys: keys, name: "new"), to: name)
  }

  private func update(_ name: String = "gov.json", _ options: String...) -> Command.Outcome {
    Command.run(
      ["trust", "update", folder("gov.json"), "--from", server.address + "/" + name] + options,
      variables: ["XDG_STATE_HOME": folder("state")])
  }

  private func check() -> Command.Outcome {
    Command.run(
      ["trust", "check", folder("gov.json")], variables: ["XDG_STATE_HOME": folder("state")])
  }

  @Test("a list that forgets a withdrawal is not taken, and nothing changes; named, it is")
  func forgotten() throws {
    let old = Array(demo.us.listKeys.prefix(2))
    let key = demo.us.signer.key.publicKey.spkiSHA256
    let stolen = Invalidation(.key(key), date: demo.start, reason: .keyCompromise)
    try offer(content(2, withdrawn: [stolen]), keys: old)
    let first = update()
    #expect(first.code == 0, "\(first.errorText)")
    #expect(first.text.contains("+ Withdrawn: a key"))
    let before = (
      folder.read("gov.json"), folder.read("state/broadseal/trust-sequences.json")
    )
    try offer(content(3), keys: old)
    for options in [[], ["-q"], ["--accept-loss", "demo.us.press-office"]] {
      let refused = Command.run(
        ["trust", "update", folder("gov.json"), "--from", server.address + "/gov.json"] + options,
        variables: ["XDG_STATE_HOME": folder("state")])
      #expect(refused.code == 6, "\(refused.errorText)")
      #expect(refused.errorText.contains("gov.json: the list loses a withdrawal at "))
      #expect(refused.errorText.contains("--accept-loss: \(key)"))
      #expect(refused.text.isEmpty == options.contains("-q"))
    }
    #expect(folder.read("gov.json") == before.0)
    #expect(folder.read("state/broadseal/trust-sequences.json") == before.1)
    #expect(update("gov.json", "--accept-loss", key).code == 0)
    #expect(folder.read("gov.json") == web.read("gov.json"))
  }

  @Test("asleep for six months: told what to fetch, and taken over by numbers that are out of date")
  func sleeper() throws {
    let old = Array(demo.us.listKeys.prefix(2))
    let (second, third) = (
      [try PrivateKey.generate(.es256)], [try PrivateKey.generate(.es384)]
    )
    let scheme = demo.us.pinned.scheme
    let keys = try [second, third].map {
      try ListKeys(scheme: scheme, threshold: 1, keys: $0.map(\.publicKey), name: "keys")
    }
    let changes = [
      KeyChange(number: 5, address: server.address + "/gov-5.json"),
      KeyChange(number: 9, address: nil),
    ]
    try offer(content(5, daysAgo: 150, keys: keys[0]), keys: old + second, as: "gov-5.json")
    try offer(content(9, daysAgo: 70, keys: keys[1]), keys: second + third, as: "gov-9.json")
    try offer(content(12, keys: keys[1], changes: changes), keys: third)
    // A stale number that names no keys takes nobody anywhere.
    try offer(content(4, daysAgo: 150), keys: old, as: "gov-4.json")
    #expect(update("gov-4.json").errorText.contains("is out of date since"))
    let told = update()
    #expect(told.code == 6)
    #expect(
      told.errorText.contains(
        "trust update with number 5 from \(server.address)/gov-5.json, then number 9 takes you over"
      ))
    // The second step before the first proves nothing.
    #expect(update("gov-9.json").code == 6)
    let step = update("gov-5.json")
    #expect(step.code == 0, "\(step.errorText)")
    #expect(step.text.contains("was taken for the new keys alone: now get the current list"))
    #expect(try ListKeys(pem: folder.read("gov.keys.pem") ?? [], name: "") == keys[0])
    // Nothing is official by it: it is out of date for every command.
    let stale = check()
    #expect(stale.code == 6)
    #expect(stale.text.contains("gov.json: out of date (stale)"))
    #expect(update().errorText.contains("update with number 9 takes you over"))
    let quiet = update("gov-9.json", "-q")
    #expect(quiet.code == 0 && quiet.text.isEmpty)
    #expect(quiet.errorText.contains("was taken for the new keys alone"), "\(quiet.errorText)")
    #expect(update().code == 0)
    #expect(check().code == 0)
    // And not back again.
    #expect(update("gov-5.json").code == 6)
  }

  @Test("check: what ends within the days, and an exit code where they were named")
  func endings() {
    let plain = Command.run("trust", "check", folder("gov.json"))
    #expect(plain.code == 0)
    for (days, words) in [
      ("36500", ["the list goes out of date in", "the certificate of"]), ("1", []),
    ] as [(String, [String])] {
      let outcome = Command.run(
        "trust", "check", folder("gov.json"), "--expires-within", days)
      #expect(outcome.code == (words.isEmpty ? 0 : 1))
      for word in words { #expect(outcome.text.contains("  note: " + word)) }
    }
    let key = demo.us.issuing.certificate.publicKey.spkiSHA256
    for word in [demo.us.issuing.certificate.sha256, key, "may state", "granted from"] {
      #expect(plain.text.contains(word), "\(word)")
    }
    folder.write(
      (try? TrustListSigner.sign(content(2), keys: [demo.us.listKeys[0]], name: "half")) ?? [],
      to: "gov.json")
    let half = Command.run("trust", "check", folder("gov.json"))
    #expect(half.code == 6)
    #expect(half.text.contains("✗ \(folder("gov.json")): too few of its keepers have signed it"))
    #expect(half.text.contains("nobody believes this list"))
    // All signatures that are there count: no keys were changed, and somebody has to sign yet.
    #expect(half.errorText.contains("hint: too few of its keepers have signed it"))
    unsafe rename(folder("gov.keys.pem"), folder("pref.keys.pem"))
    let beside = Command.run("trust", "check", folder("gov.json"), "--lang", "ja")
    #expect(beside.code == 6)
    #expect(beside.text.contains("必要な数の署名がありません"))
    #expect(beside.errorText.contains("pref.keys.pem の鍵による署名は、必要な2件のうち1件です"))
    #expect(beside.errorText.contains("ヒント: あと1人の管理者の署名が必要です"))
    #expect(half.text.contains(key))
  }
}
