import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@Suite("trust update takes a list only when the pinned keys and the record of numbers allow it")
struct TrustUpdateTests {
  private let demo: DemoPKI
  private let folder = Scratch()
  private let web = Scratch()
  private let server: WebServer

  init() throws {
    demo = try DemoPKI.today()
    folder.write(demo.usList, to: "us.json")
    folder.write(demo.us.pinned.pem, to: "us.keys.pem")
    server = WebServer(web)
  }

  private func content(_ sequence: Int64, nextKeys: ListKeys? = nil, name: String? = nil)
    -> TrustListContent
  {
    let old = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
    return TrustListContent(
      sequence: sequence,
      schemeNames: name.map { LocalizedText(dictionaryLiteral: ("en", $0)) }
        ?? old.schemeNames,
      operatorNames: old.operatorNames, territory: old.territory, issued: old.issued,
      nextUpdate: old.nextUpdate, nextKeys: nextKeys, entities: old.entities)
  }

  private func offer(_ content: TrustListContent, keys: [PrivateKey]? = nil) throws {
    let keys = keys ?? Array(demo.us.listKeys.prefix(2))
    web.write(try TrustListSigner.sign(content, keys: keys, name: "new"), to: "us.json")
  }

  private func update(
    _ path: String = "/us.json", _ options: [String] = [], timeout: String = "60"
  ) -> Command.Outcome {
    Command.run(
      ["trust", "update", folder("us.json"), "--from", server.address + path, "--timeout", timeout]
        + options, variables: ["XDG_STATE_HOME": folder("state")])
  }

  private func check(_ list: String = "us.json") -> Command.Outcome {
    Command.run(
      ["trust", "check", folder(list)], variables: ["XDG_STATE_HOME": folder("state")])
  }

  /// Expects that an update is refused and that both files stay as they were.
  private func expectRefusal(
    _ code: Int32, _ words: String, _ body: () throws -> Command.Outcome
  ) throws {
    let before = (folder.read("us.json"), folder.read("us.keys.pem"))
    let outcome = try body()
    #expect(outcome.code == code, "\(outcome.errorText)")
    #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    #expect(folder.read("us.json") == before.0)
    #expect(folder.read("us.keys.pem") == before.1)
    #expect(folder.names.allSatisfy { !$0.hasPrefix(".") })
  }

  @Test("a newer list takes the old one's place; the same again is up to date")
  func newer() throws {
    try offer(content(2))
    let outcome = update()
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.contains("updated, Demo Government Trust List US (invented), number 2"))
    #expect(folder.read("us.json") == web.read("us.json"))
    #expect(update().text.contains("is up to date"))
    let state = try JSON.Reader.parse(folder.read("state/broadseal/trust-sequences.json") ?? [])
    #expect(state["seen"]?.array?.first?["sequence"]?.integer == 2)
  }

  @Test("a first list needs nothing but its pinned keys")
  func first() throws {
    unsafe unlink(folder("us.json"))
    try offer(content(7))
    #expect(update().code == 0)
    #expect(folder.read("us.json") == web.read("us.json"))
    unsafe unlink(folder("us.keys.pem"))
    try expectRefusal(6, "no pinned keys") { update() }
  }

  @Test("an older list, other words under the same number, strangers' keys, another scheme")
  func refused() throws {
    try offer(content(3))
    #expect(update().code == 0)
    try expectRefusal(6, "has number 2, but 3 was seen before") {
      try offer(content(2))
      return update()
    }
    try expectRefusal(6, "the number 3 of the list at hand, and says something else") {
      try offer(content(3, nextKeys: demo.us.pinned))
      return update()
    }
    try expectRefusal(6, "0 of the 3 pinned keys") {
      try offer(content(4), keys: demo.jp.listKeys)
      return update()
    }
    try expectRefusal(6, "1 of the 3 pinned keys") {
      try offer(content(4), keys: [demo.us.listKeys[0]])
      return update()
    }
    try expectRefusal(6, "for another trust list") {
      try offer(content(4, name: "Another list"))
      return update()
    }
    try expectRefusal(6, "not signed") {
      web.write(content(4).json, to: "us.json")
      return update()
    }
    for wrong in ["", "{", "<html>", "{\"payload\":\"\",\"signatures\":[]}"] {
      try expectRefusal(wrong.isEmpty ? 3 : 6, "us.json") {
        web.write(Array(wrong.utf8), to: "us.json")
        return update()
      }
    }
  }

  @Test("the record outlives the list: an old one put back by hand is a rollback, for everybody")
  func rollback() throws {
    try offer(content(5))
    #expect(update().code == 0)
    folder.write(demo.usList, to: "us.json")
    let outcome = check()
    #expect(outcome.code == 6)
    #expect(outcome.errorText.contains("has number 1, but 5 was seen before"))
    #expect(outcome.errorText.contains("hint: get the current list"))
    try expectRefusal(6, "has number 1, but 5 was seen before") {
      web.write(demo.usList, to: "us.json")
      return update()
    }
    // A moment that is named reads no record: an archive is judged as it was.
    let past = Command.run(
      ["trust", "check", folder("us.json"), "--at", demo.start.adding(seconds: 60).rfc3339],
      variables: ["XDG_STATE_HOME": folder("state")])
    #expect(past.code == 0, "\(past.errorText)")
  }

  @Test("every command that believes lists remembers them and looks")
  func commands() throws {
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    let keys = ["--government", folder("us.json")]
    let variables = ["XDG_STATE_HOME": folder("state")]
    #expect(Command.run(["verify", folder("river.jpg")] + keys, variables: variables).code == 4)
    let bytes = try #require(folder.read("state/broadseal/trust-sequences.json"))
    let seen = String(decoding: bytes, as: UTF8.self)
    #expect(seen.contains("\"sequence\": 1"))
    folder.write(
      Array(seen.replacing("\"sequence\": 1", with: "\"sequence\": 9").utf8),
      to: "state/broadseal/trust-sequences.json")
    for words in [
      ["verify", folder("river.jpg")], ["audit", folder("river.jpg")], ["trust", "show"],
      ["inspect", Desk.shared.scratch("official.jpg")], ["trust", "export"],
    ] {
      let outcome = Command.run(words + keys, variables: variables)
      #expect(outcome.code == 6, "\(words): \(outcome.errorText)")
      #expect(outcome.errorText.contains("has number 1, but 9 was seen before"))
    }
  }

  @Test("a record that cannot be read or written is said, and one that was damaged stops the run")
  func record() throws {
    let keys = ["trust", "show", "--government", folder("us.json")]
    folder.write([1], to: "file")
    let unwritable = Command.run(keys, variables: ["XDG_STATE_HOME": folder("file")])
    #expect(unwritable.code == 0)
    #expect(unwritable.errorText.contains("note: it cannot be read which trust lists"))
    #expect(unwritable.errorText.contains("note: it could not be remembered which trust lists"))
    let homeless = Command.run(keys, variables: ["XDG_STATE_HOME": "", "HOME": ""])
    #expect(homeless.code == 0)
    #expect(homeless.errorText.contains("note: there is no home folder"))
    let home = Command.run(keys, variables: ["XDG_STATE_HOME": "", "HOME": folder("home")])
    #expect(home.code == 0)
    #expect(folder.read("home/.local/state/broadseal/trust-sequences.json") != nil)
    for damage in ["", "{}", "{\"schema\":\"broadseal.sequences/1\",\"seen\":[1]}"] {
      folder.write(Array(damage.utf8), to: "state/broadseal/trust-sequences.json")
      let outcome = check()
      #expect(outcome.code == 6, "\(damage)")
      #expect(outcome.errorText.contains("is damaged"))
    }
  }

  @Test("keys are rotated by a list that enough old and enough new keys have signed")
  func rotation() throws {
    let fresh = [try PrivateKey.generate(.es256), try PrivateKey.generate(.es384)]
    let next = try ListKeys(
      scheme: demo.us.pinned.scheme, threshold: 2, keys: fresh.map(\.publicKey), name: "next")
    let old = Array(demo.us.listKeys.prefix(2))
    try expectRefusal(6, "names new keys, of which 1 signed it, 2 are needed") {
      try offer(content(2, nextKeys: next), keys: old + [fresh[0]])
      return update()
    }
    try expectRefusal(6, "1 of the 3 pinned keys") {
      try offer(content(2, nextKeys: next), keys: [old[0]] + fresh)
      return update()
    }
    try offer(content(2, nextKeys: next), keys: old + fresh)
    let rotated = update()
    #expect(rotated.code == 0, "\(rotated.errorText)")
    #expect(rotated.text.contains("new keys are pinned: 2 of 2 must sign"))
    #expect(try ListKeys(pem: folder.read("us.keys.pem") ?? [], name: "") == next)
    #expect(check().code == 0)
    // From now on the old keys sign nothing.
    try expectRefusal(6, "0 of the 2 pinned keys") {
      try offer(content(3), keys: old)
      return update()
    }
    try offer(content(3), keys: fresh)
    #expect(update().code == 0)
  }

  @Test("a number that another run sees while this one waits for the server counts")
  func meanwhile() throws {
    try offer(content(2))
    #expect(update().code == 0)
    let record = folder("state/broadseal/trust-sequences.json")
    let seen = String(
      decoding: folder.read("state/broadseal/trust-sequences.json") ?? [], as: UTF8.self)
    folder.write(
      Array(seen.replacing("\"sequence\": 2", with: "\"sequence\": 9").utf8), to: "later.json")
    try offer(content(5))
    try expectRefusal(6, "has number 5, but 9 was seen before") {
      Command.shell(
        "(sleep 1; cp '\(folder("later.json"))' '\(record)') & "
          + "XDG_STATE_HOME='\(folder("state"))' '\(Command.executable)' trust update "
          + "'\(folder("us.json"))' --from '\(server.address)/later/us.json' --timeout 30")
    }
  }

  /// Whether a file can be made such that nobody replaces it.
  private static let canFreeze: Bool = {
    let scratch = Scratch()
    scratch.write([], to: "file")
    let name = scratch("file")
    return Command.shell("chattr +i '\(name)' && chattr -i '\(name)'").code == 0
  }()

  @Test(
    "where new keys cannot be written the list stays as it was",
    .enabled(if: canFreeze, "chattr +i needs root and a file system that knows it"),
    arguments: [true, false])
  func frozenKeys(hasList: Bool) throws {
    if !hasList { unsafe unlink(folder("us.json")) }
    let fresh = [try PrivateKey.generate(.es256), try PrivateKey.generate(.es384)]
    let next = try ListKeys(
      scheme: demo.us.pinned.scheme, threshold: 2, keys: fresh.map(\.publicKey), name: "next")
    try offer(content(2, nextKeys: next), keys: Array(demo.us.listKeys.prefix(2)) + fresh)
    #expect(Command.shell("chattr +i '\(folder("us.keys.pem"))'").code == 0)
    defer { _ = Command.shell("chattr -i '\(folder("us.keys.pem"))'") }
    try expectRefusal(3, "us.keys.pem: operation not permitted") { update() }
  }

  @Test("the number goes over to new keys, and a stranger's list of the same name leaves it alone")
  func keyed() throws {
    let fresh = [try PrivateKey.generate(.es256), try PrivateKey.generate(.es384)]
    let next = try ListKeys(
      scheme: demo.us.pinned.scheme, threshold: 2, keys: fresh.map(\.publicKey), name: "next")
    try offer(content(8, nextKeys: next), keys: Array(demo.us.listKeys.prefix(2)) + fresh)
    #expect(update().code == 0)
    // Not even the new keys may go back.
    folder.write(try TrustListSigner.sign(content(7), keys: fresh, name: "old"), to: "us.json")
    #expect(check().errorText.contains("has number 7, but 8 was seen before"))
    // A stranger's list of that name has a memory of its own, and looking at it leaves none.
    let stranger = [try PrivateKey.generate(.es256)]
    let pinned = try ListKeys(
      scheme: demo.us.pinned.scheme, threshold: 1, keys: stranger.map(\.publicKey), name: "x")
    folder.write(pinned.pem, to: "x.keys.pem")
    folder.write(
      try TrustListSigner.sign(content(999), keys: stranger, name: "x"), to: "x.json")
    let before = folder.read("state/broadseal/trust-sequences.json")
    #expect(check("x.json").code == 0)
    #expect(folder.read("state/broadseal/trust-sequences.json") == before)
    let shown = Command.run(
      ["trust", "show", "--government", folder("x.json")],
      variables: ["XDG_STATE_HOME": folder("state")])
    #expect(shown.code == 0)
    folder.write(try TrustListSigner.sign(content(8), keys: fresh, name: "now"), to: "us.json")
    #expect(check().code == 0)
  }

  @Test("a record of old, which names no keys, counts for whichever keys prove the list")
  func oldRecord() throws {
    let record = """
      {"schema":"broadseal.sequences/1","seen":[{"scheme":"\(demo.us.pinned.scheme)","sequence":5}]}
      """
    folder.write(Array(record.utf8), to: "state/broadseal/trust-sequences.json")
    #expect(check().errorText.contains("has number 1, but 5 was seen before"))
    try offer(content(6))
    #expect(update().code == 0)
    folder.write(
      try TrustListSigner.sign(
        content(5), keys: Array(demo.us.listKeys.prefix(2)), name: "old"), to: "us.json")
    #expect(check().errorText.contains("has number 5, but 6 was seen before"))
  }

  @Test(
    "a server that is silent, sends somebody away, has nothing or sends too much changes nothing",
    arguments: [
      ("/slow", 3, "2"), ("/drip", 3, "2"), ("/headers", 3, "60"), ("/slowheaders", 3, "2"),
      ("/redirect/us.json", 3, "60"), ("/no", 3, "60"), ("/endless", 6, "60"),
    ])
  func manners(path: String, code: Int32, timeout: String) throws {
    try offer(content(2))
    try expectRefusal(code, server.address + path) { update(path, timeout: timeout) }
  }

  @Test(
    "a lock that somebody keeps stops nobody: what was seen is not remembered, and that is said")
  func locked() throws {
    try offer(content(2))
    folder.write([], to: "state/broadseal/trust-sequences.lock")
    let lock = unsafe open(folder("state/broadseal/trust-sequences.lock"), O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let start = ContinuousClock().now
    let shown = Command.run(
      ["trust", "show", "--government", folder("us.json")],
      variables: ["XDG_STATE_HOME": folder("state")])
    #expect(ContinuousClock().now - start < .seconds(60))
    #expect(shown.code == 0)
    #expect(shown.errorText.contains("note: it could not be remembered"), "\(shown.errorText)")
    #expect(shown.errorText.contains("another process keeps the file locked"))
    // A list whose number cannot be remembered is not taken.
    try expectRefusal(3, "another process keeps the file locked") { update() }
  }

  @Test("keys that signed nothing: whose list it is, or that the keys may have changed")
  func unsignedByKeys() throws {
    folder.write(demo.jpList, to: "us.json")
    let other = check()
    #expect(other.code == 6)
    #expect(other.errorText.contains("hint: it is the list Demo Government Trust List JP"))
    #expect(other.errorText.contains("and the keys are those of Demo Government Trust List US"))
    folder.write(
      try TrustListSigner.sign(content(4), keys: demo.jp.listKeys, name: "new"), to: "us.json")
    let rotated = check()
    #expect(rotated.code == 6)
    #expect(rotated.errorText.contains("hint: its operator may have changed the keys"))
  }

  @Test("over HTTPS the server must prove who it is")
  func secure() throws {
    let pki = try WebPKI()
    let pair = try pki.server()
    let secure = WebServer(web, certificate: pair.certificate, key: pair.key)
    try offer(content(2))
    folder.write(pki.root.pem, to: "ca.pem")
    let command = [
      "trust", "update", folder("us.json"), "--from", secure.address + "/us.json", "--timeout",
      "60",
    ]
    try expectRefusal(3, "cannot prove who it is") { Command.run(command) }
    try expectRefusal(3, "hint: --tls-ca") { Command.run(command) }
    let outcome = Command.run(command + ["--tls-ca", folder("ca.pem")])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(folder.read("us.json") == web.read("us.json"))
  }

  @Test(
    "a command line that means nothing is refused",
    arguments: [
      (["--from", "ftp://a/"], "only http:// and https://"), ([], "--from"),
      (["--from", "http://a/", "--timeout", "0"], "--timeout takes"),
      (["--from", "http://127.0.0.1:9/", "--tls-ca", "/nonexistent"], "no such file"),
    ])
  func usage(options: [String], words: String) {
    let outcome = Command.run(["trust", "update", folder("us.json")] + options)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
