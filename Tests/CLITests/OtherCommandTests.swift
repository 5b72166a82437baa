import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import TestSupport
import Testing

@Suite("inspect, remove, keys and trust do what they say")
struct OtherCommandTests {
  private let desk = Desk.shared

  @Test("inspect draws the store, and says what of it was checked")
  func tree() {
    let outcome = Command.run(["inspect", desk.scratch("official.pdf")] + desk.trust)
    #expect(outcome.code == 0)
    for words in [
      "manifest store, bytes ", "└─ urn:c2pa:", "standard manifest, active", "claim, version 2",
      "generator  Broadseal", "algorithm  es256", "certificate  \u{2068}“", "time stamp  sigTst2",
      "c2pa.actions.v2  CBOR, created", "org.broadseal.label  CBOR, created",
      "Checked: C2PA state Trusted, integrity intact, origin official",
    ] {
      #expect(outcome.text.contains(words), "\(words)\n\(outcome.text)")
    }
  }

  @Test("an extracted store is the store, and serves as a sidecar")
  func extract() throws {
    let folder = Scratch()
    let path = desk.scratch("official.png")
    let store = folder("store.c2pa")
    #expect(Command.run("inspect", path, "--extract", store).code == 0)
    #expect(Command.run("inspect", path, "--extract", store).code == 2)
    #expect(Command.run("inspect", path, "--extract", store, "--force").code == 0)
    let bare = Command.run("inspect", store)
    #expect(bare.text.contains("manifest store, the file itself"))
    #expect(bare.text.contains("org.broadseal.label"))
  }

  @Test("one assertion is shown as JSON")
  func assertion() throws {
    let path = desk.scratch("official.jpg")
    let label = Command.run("inspect", path, "--assertion", "org.broadseal.label")
    let json = try JSON.Reader.parse(label.output)
    #expect(json["origin"]?["agency"]?["id"]?.string == "demo.us.press-office")
    let missing = Command.run("inspect", path, "--assertion", "nothing")
    #expect(missing.code == 4)
    #expect(missing.errorText.contains("hint: it has "))
    #expect(Command.run("inspect", desk.scratch("notes.txt")).code == 4)
  }

  @Test("certificates come with their PEM, which keys show reads")
  func certificates() {
    let folder = Scratch()
    let shown = Command.run("inspect", desk.scratch("official.jpg"), "--certs")
    #expect(shown.text.contains("subject      \u{2068}“"))
    let file = folder.write(shown.output, to: "chain.pem")
    #expect(Command.run("keys", "show", file).text.contains("fingerprint  "))
  }

  @Test("remove gives the document back as it was", arguments: ["pdf", "png", "jpg"])
  func remove(kind: String) {
    let folder = Scratch()
    let output = folder("plain." + kind)
    let source = ["pdf": "release.pdf", "png": "chart.png", "jpg": "photo.jpg"][kind] ?? ""
    let outcome = Command.run("remove", desk.scratch("official." + kind), "-o", output)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(Command.run("verify", "-q", output).code == 4)
    if kind != "pdf" { #expect(folder.read("plain." + kind) == desk.scratch.read(source)) }
    #expect(Command.run("remove", desk.scratch(source), "-o", folder("none")).code == 4)
    #expect(Command.run("remove", desk.scratch("official." + kind), "-o", output).code == 2)
    // One code, whatever keeps a label out.
    let sound = folder.write(Array("MThd\0\0\0\u{6}".utf8), to: "a.mid")
    #expect(Command.run("remove", sound, "-o", folder("none")).code == 4)
    #expect(Set(folder.names) == ["plain." + kind, "a.mid"])
  }

  @Test("keys demo fills a new folder and touches no other")
  func demo() {
    let folder = Scratch()
    folder.write([1], to: "keys/mine.pem")
    let refused = Command.run("keys", "demo", folder("keys"))
    #expect(refused.code == 2)
    #expect(refused.errorText.contains("not empty"))
    #expect(folder.read("keys/mine.pem") == [1])
  }

  @Test("keys show tells no secret")
  func show() {
    let outcome = Command.run("keys", "show", desk.scratch("keys/us/key.pem"))
    #expect(outcome.text.contains("private key  EC P-256, SPKI "))
    #expect(!outcome.text.contains("PRIVATE KEY-----"))
  }

  @Test("keys check accepts the agency's certificate on its list, and says why not another's")
  func check() {
    let accepted = Command.run(
      [
        "keys", "check", desk.scratch("keys/us/chain.pem"), "--key",
        desk.scratch("keys/us/key.pem"),
      ]
        + ["--government", desk.scratch("keys/trust/government/us.json")])
    #expect(accepted.code == 0, "\(accepted.text)\(accepted.errorText)")
    #expect(accepted.text.contains("✓ it is the certificate's"))
    #expect(accepted.text.contains("✓ it is accepted"))
    let other = Command.run(
      "keys", "check", desk.scratch("keys/ai-service/chain.pem"), "--government",
      desk.scratch("keys/trust/government/us.json"))
    #expect(other.code == 1)
    #expect(other.text.contains("✗ no chain leads there"))
    let authority = Command.run("keys", "check", desk.scratch("keys/us/ca/root.pem"))
    #expect(authority.code == 1)
    #expect(authority.text.contains("✗ basic-constraints: it is an authority's certificate"))
    let listed = Command.run(
      "keys", "check", desk.scratch("keys/us/ca/issuing.pem"), "--government",
      desk.scratch("keys/trust/government/us.json"))
    #expect(listed.code == 1)
    #expect(
      listed.text.contains("SCOPE-CHAIN: the first certificate of the file is on the list itself"))
    #expect(!listed.text.contains("asks for none"), "\(listed.text)")
  }

  @Test("trust show names whom a run believes")
  func trustShow() {
    let outcome = Command.run(["trust", "show"] + desk.trust)
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("US, agency demo.us.press-office, may state "))
    #expect(outcome.text.contains("time-stamp anchors"))
    let nobody = Command.run("trust", "show")
    #expect(nobody.text.hasPrefix("no government list: nothing can be official"))
    #expect(nobody.text.contains("accepted purpose: C2PA claim signing (1.3.6.1.4.1.62558.2.1)"))
    let environment = Command.run(
      ["trust", "show"], variables: ["BROADSEAL_TRUST": desk.scratch("keys/trust")])
    #expect(environment.output == outcome.output)
  }

  @Test(
    "a list that is stale, changed, unsigned or without keys is not believed",
    arguments: ["stale", "changed", "unsigned", "keyless"])
  func trustCheck(fault: String) {
    let folder = Scratch()
    var list = desk.scratch.read("keys/trust/government/us.json") ?? []
    if fault == "changed" { list[list.count / 2] ^= 1 }
    if fault == "unsigned" { list = Array(#"{"LoTE":{}}"#.utf8) }
    let path = folder.write(list, to: "us.json")
    if fault != "keyless" {
      folder.write(desk.scratch.read("keys/trust/government/us.keys.pem") ?? [], to: "us.keys.pem")
    }
    let time = fault == "stale" ? ["--at", "2099-01-01"] : []
    let outcome = Command.run(["trust", "check", path] + time)
    #expect(outcome.code == 6)
    #expect(outcome.text.hasPrefix("✗ "))
    #expect(outcome.errorText.hasPrefix("broadseal: error: "))
    let verify = Command.run(
      ["verify", desk.scratch("official.pdf"), "--government", path] + time)
    #expect(verify.code == 6)
    #expect(verify.output.isEmpty)
  }

  @Test("a list is signed by its keepers in turn, and then believed")
  func trustSign() {
    let folder = Scratch()
    let list = desk.scratch("keys/trust/government/us.json")
    #expect(Command.run("trust", "check", list).text.hasPrefix("✓ "))
    let export = Command.run("trust", "export", "--government", list)
    #expect(export.code == 0)
    #expect(export.text.hasPrefix("-----BEGIN CERTIFICATE-----"))
    let again = Command.run(
      "trust", "sign", list, "--key", desk.scratch("keys/us/list/1.key.pem"), "-o",
      folder("us.json"), "--yes")
    #expect(again.code == 6)
    #expect(again.errorText.contains("1.key.pem: this key has signed the list already"))
    #expect(folder.names.isEmpty)
  }
}
