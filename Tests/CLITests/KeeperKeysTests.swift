import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("Whose keys a list goes by: those beside it, those of its predecessor, those that it names")
struct KeeperKeysTests {
  private let desk: KeeperDesk
  private var folder: Scratch { desk.folder }
  private var demo: DemoPKI { desk.demo }

  init() throws { desk = try KeeperDesk() }

  @discardableResult
  private func trust(_ words: String...) -> Command.Outcome { desk.trust(words) }

  private func sign(_ list: String, _ options: String...) -> Command.Outcome {
    desk.sign(list, options)
  }

  private func draft() { desk.draft() }

  private func expect(_ outcome: Command.Outcome, _ code: Int32, _ words: String...) {
    KeeperDesk.expect(outcome, code, words)
  }

  @Test("a key that is none of the list's own signs nothing, and nobody signs twice")
  func strangeKey() throws {
    draft()
    expect(
      sign("draft.json", "--predecessor", "gov.json"), 0,
      "note: number 2 says what number 1 says: nothing is different")
    let again = Command.run(
      [
        "trust", "sign", "out.json", "--key", "1.key", "--yes", "-o", "two.json", "--predecessor",
        "gov.json",
      ], folder: folder.path)
    expect(
      again, 6, "error: 1.key: this key has signed the list already",
      "hint: one more keeper has to sign it")
    let before = folder.read("out.json")
    folder.write(try demo.jp.listKeys[0].pem(), to: "1.key")
    expect(
      sign("draft.json", "--predecessor", "gov.json"), 6,
      "error: 1.key: this key is none of the list's keys: its signature would count for nothing",
      "hint: trust fingerprint shows the keys")
    #expect(folder.read("out.json") == before && !folder.names.contains("two.json"))
  }

  @Test("a first list: complete only by the keys beside it, and without these nobody can say")
  func firstList() throws {
    let content = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
    folder.write(content.json, to: "first.json")
    // The only keys file of this list that is there, whatever its name.
    #expect(sign("first.json").text.contains("1 of 2 signatures by its 3 keys; not valid until"))
    unsafe unlink(folder("gov.keys.pem"))
    let bare = sign("first.json")
    #expect(bare.code == 0, "\(bare.errorText)")
    #expect(bare.text.hasSuffix("nobody can say here how many are needed\n"), "\(bare.text)")
    folder.write(demo.us.pinned.pem, to: "first.keys.pem")
    #expect(sign("first.json").text.contains("1 of 2 signatures by its 3 keys; not valid until"))
    #expect(sign("first.json", "--key", "2.key").text.hasSuffix("by its 3 keys; complete\n"))
    folder.write(try demo.jp.listKeys[0].pem(), to: "1.key")
    expect(sign("first.json"), 6, "its signature would count for nothing")
  }

  @Test(
    "several keys files of one list: the one by which it was signed, or it is said which there are")
  func severalKeys() throws {
    let content = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
    folder.write(content.json, to: "first.json")
    let scheme = demo.us.pinned.scheme
    let newer = [demo.us.listKeys[0], demo.jp.listKeys[0]].map(\.publicKey)
    folder.write(
      try ListKeys(scheme: scheme, threshold: 2, keys: newer, name: "keys").pem, to: "new.keys.pem")
    // The first key is of both: nobody can say which is meant, here and when it is checked.
    let tied = sign("first.json")
    #expect(tied.code == 0, "\(tied.errorText)")
    #expect(
      tied.text.contains("several keys files of this list lie here (gov.keys.pem, new.keys.pem)")
        && tied.text.hasSuffix("NAME.json where they are NAME.keys.pem\n"), "\(tied.text)")
    expect(
      trust("check", "out.json"), 6,
      "none under its name: gov.keys.pem, new.keys.pem", "hint: a list is named as its keys are")
    // The second is of one alone.
    let told = sign("first.json", "--key", "2.key")
    #expect(told.text.hasSuffix("2 of 2 signatures by its 3 keys; complete\n"), "\(told.text)")
    expect(
      trust("check", "out.json"), 6, "its keys lie beside it under another name, gov.keys.pem")
    // So is a list that the second has begun: a keeper by the other file signs it no more.
    folder.write(try demo.jp.listKeys[0].pem(), to: "new.key")
    func signs(_ key: String, _ list: String, _ output: String) -> Command.Outcome {
      trust("sign", list, "--key", key, "--yes", "-o", output)
    }
    #expect(signs("2.key", "first.json", "half.json").code == 0)
    expect(
      signs("new.key", "half.json", "no.json"), 6, "new.key: this key is none of the list's keys")
    #expect(!folder.names.contains("no.json"))
    // A stranger to both signs nothing, and one file under the list's own name is enough.
    folder.write(try demo.jp.listKeys[1].pem(), to: "stranger.key")
    expect(
      sign("first.json", "--key", "stranger.key"), 6,
      "stranger.key: this key is none of the list's keys")
    folder.write(demo.us.pinned.pem, to: "out.keys.pem")
    #expect(sign("first.json").text.contains("1 of 2 signatures by its 3 keys; not valid until"))
  }

  @Test(
    "a change of keys that was announced: the new keepers' signatures are enough for who took it over"
  )
  func announced() throws {
    let keys = [try PrivateKey.generate(.es256), try PrivateKey.generate(.es256)]
    let next = try ListKeys(
      scheme: demo.us.pinned.scheme, threshold: 2, keys: keys.map(\.publicKey), name: "keys")
    folder.write(next.pem, to: "new.keys.pem")
    draft()
    #expect(trust("rotate", "draft.json", "--keys", "new.keys.pem").code == 0)
    for (number, key) in keys.enumerated() {
      folder.write(try key.pem(), to: "new-\(number + 1).key")
    }
    let both = ["--key", "2.key", "--key", "new-1.key", "--key", "new-2.key"]
    let change = Command.run(
      [
        "trust", "sign", "draft.json", "--key", "1.key", "--yes", "-o", "out.json", "--predecessor",
        "gov.json",
      ] + both, folder: folder.path)
    #expect(change.text.hasSuffix("2 of 2 by its 2 new keys; complete\n"), "\(change.text)")
    // The keys file before the change is still in place.
    folder.write(folder.read("out.json") ?? [], to: "gov.json")
    draft()
    let later = Command.run(
      [
        "trust", "sign", "draft.json", "--yes", "-o", "three.json", "--predecessor", "gov.json",
        "--key", "new-1.key", "--key", "new-2.key",
      ], folder: folder.path)
    #expect(later.code == 0, "\(later.errorText)")
    #expect(
      later.text.hasSuffix(
        "; complete for readers who took the new keys over, and not for others until 2 more have signed by the "
          + "former ones\n"), "\(later.text)")
  }
}
