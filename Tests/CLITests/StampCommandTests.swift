import BroadsealJSON
import BroadsealNotes
import TestSupport
import Testing

@Suite("sign --add-timestamp stamps what is signed already, and states nothing new")
struct StampCommandTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func stamp(
    _ file: String, _ options: [String], by issuer: String = "us"
  ) -> Command.Outcome {
    Command.run(["sign", "--add-timestamp", file, "--profile", desk.profile(issuer)] + options)
  }

  private func verdict(_ path: String) throws -> JSON.Value {
    try JSON.Reader.parse(
      Command.run(["verify", path, "-f", "json"] + desk.trust).output)
  }

  private func unstamped(_ name: String) -> String {
    desk.sign(
      name, ["--official", "--ai", "none", "--no-timestamp", "-o", folder(name)])
    return folder(name)
  }

  @Test(
    "a label without a time stamp becomes official, inside every kind of document",
    arguments: ["release.pdf", "chart.png", "photo.jpg", "notes.txt"])
  func embedded(name: String) throws {
    let input = unstamped(name)
    #expect(try verdict(input)["origin"]?["status"]?.string != "official")
    let outcome = stamp(input, ["-o", folder("stamped-" + name)])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let found = try verdict(folder("stamped-" + name))
    #expect(found["origin"]?["status"]?.string == "official", "\(found)")
    #expect(found["ai"]?["status"]?.string == "none-declared")
    let codes = found["findings"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(codes.contains("TIME-STAMPED-AGAIN"))
    let tree = Command.run("inspect", folder("stamped-" + name)).text
    let isUpdate = name.hasSuffix("png") || name.hasSuffix("jpg")
    #expect(tree.contains("update manifest") == isUpdate)
  }

  @Test(
    "what belongs to a new label is refused, not ignored",
    arguments: [
      (["--resign"], "leave --resign and --labels-only out"),
      (["--labels-only"], "leave --resign and --labels-only out"),
      (["--accept-broken-parent"], "--accept-broken-parent belongs to a new label"),
      (["--source", "print"], "states nothing new"),
      (["--source", "digitalCreation"], "states nothing new"),
    ])
  func nothingNew(options: [String], words: String) {
    let outcome = stamp(desk.scratch("official.jpg"), options + ["--output-dir", folder("out")])
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    #expect(folder.names.isEmpty)
  }

  @Test("a label beside its document is stamped there, twice, and the document is left alone")
  func sidecar() throws {
    let table = folder.write(Array("station,metres\n".utf8), to: "levels.dat")
    let signed = Command.run(
      "sign", table, "--profile", desk.profile("jp"), "--official", "--ai", "none", "--in-place",
      "--no-timestamp")
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(folder.names == ["levels.dat", "levels.dat.c2pa"])
    for _ in 0..<2 {
      let outcome = stamp(table, ["--in-place"], by: "jp")
      #expect(outcome.code == 0, "\(outcome.errorText)")
      let found = try verdict(table)
      #expect(found["origin"]?["status"]?.string == "official")
      #expect(found["origin"]?["jurisdiction"]?.string == "JP")
    }
    #expect(folder.read("levels.dat") == Array("station,metres\n".utf8))
  }

  /// The profile of the agency without its key.
  private func keyless() -> String {
    let keys = desk.scratch("keys")
    let text = """
      schema = 1
      [timestamp]
      key = "\(keys)/tsa/authority.pem"
      [trust]
      list = "\(keys)/trust/government/us.json"
      tsa-anchors = "\(keys)/trust/tsa.pem"
      """
    return folder.write(Array(text.utf8), to: "KEYLESS.toml")
  }

  @Test("a label with room for a stamp is stamped without any key, and by nobody else's hand")
  func withoutKey() throws {
    let profile = keyless()
    for name in ["release.pdf", "chart.png", "photo.jpg"] {
      let input = folder("in-" + name)
      desk.sign(
        name,
        [
          "--official", "--ai", "none", "--tsa", "http://127.0.0.1:9/",
          "--allow-missing-timestamp", "-o", input,
        ])
      let before = try verdict(input)
      #expect(before["origin"]?["status"]?.string != "official")
      let outcome = Command.run(
        "sign", "--add-timestamp", input, "--profile", profile, "-o", folder("out-" + name))
      #expect(outcome.code == 0, "\(outcome.errorText)")
      let after = try verdict(folder("out-" + name))
      #expect(after["origin"]?["status"]?.string == "official", "\(after)")
      #expect(after["c2pa"]?["activeManifest"] == before["c2pa"]?["activeManifest"])
      #expect(after["size"] == before["size"])
      #expect(after["c2pa"]?["ingredients"]?.array?.isEmpty ?? false)
      let again = Command.run(
        "sign", "--add-timestamp", folder("out-" + name), "--profile", profile, "-o",
        folder("twice-" + name))
      #expect(again.code == 2, "a stamp that is there is never replaced")
      #expect(again.errorText.contains("no room"))
    }
    let table = folder.write(Array("a,b\n".utf8), to: "levels.dat")
    let signed = Command.run(
      "sign", table, "--profile", desk.profile(), "--official", "--ai", "none", "--in-place",
      "--no-timestamp")
    #expect(signed.code == 0)
    let beside = Command.run(
      "sign", "--add-timestamp", table, "--profile", profile, "--in-place", "--evidence")
    #expect(beside.code == 0, "\(beside.errorText)")
    #expect(try verdict(table)["origin"]?["status"]?.string == "official")
    #expect(folder.names.contains("levels.dat.c2pa.evidence.json"))
  }

  @Test(
    "a PDF whose own signature covers the label is not touched; a later revision carries the stamp")
  func signedPDF() throws {
    let input = folder("pades.pdf")
    desk.sign(
      "release.pdf",
      [
        "--official", "--ai", "none", "--pades", "--tsa", "http://127.0.0.1:9/",
        "--allow-missing-timestamp", "-o", input,
      ])
    let keyless = Command.run(
      "sign", "--add-timestamp", input, "--profile", keyless(), "-o", folder("x.pdf"))
    #expect(keyless.code == 2)
    #expect(keyless.errorText.contains("no room"), "\(keyless.errorText)")
    let outcome = stamp(input, ["-o", folder("y.pdf")])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let before = folder.read("pades.pdf") ?? []
    #expect(folder.read("y.pdf")?.starts(with: before) ?? false)
    #expect(try verdict(folder("y.pdf"))["origin"]?["status"]?.string == "official")
  }

  @Test("a label that somebody else made in the agency's name is not confirmed by the agency")
  func forged() {
    let keys = desk.scratch("keys")
    let text = """
      schema = 1
      [agency]
      id = "demo.us.press-office"
      jurisdiction = "US"
      name.en = "Demo Press Office (invented)"
      [key]
      path = "\(keys)/ai-service/key.pem"
      certificates = "\(keys)/ai-service/chain.pem"
      [timestamp]
      key = "\(keys)/tsa/authority.pem"
      """
    let profile = folder.write(Array(text.utf8), to: "FORGER.toml")
    let signed = Command.run(
      "sign", desk.scratch("photo.jpg"), "--official", "--ai", "none", "--profile", profile, "-o",
      folder("forged.jpg"))
    #expect(signed.code == 0, "\(signed.errorText)")
    let outcome = stamp(folder("forged.jpg"), ["-o", folder("x.jpg")])
    #expect(outcome.code == 1)
    #expect(outcome.errorText.contains("not proved to be your agency's"), "\(outcome.errorText)")
    #expect(!folder.names.contains("x.jpg"))
  }

  @Test("without room and without a key nothing is stamped")
  func noRoom() {
    let input = unstamped("photo.jpg")
    let outcome = Command.run(
      "sign", "--add-timestamp", input, "--profile", keyless(), "-o", folder("x.jpg"))
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("no room for a time stamp"), "\(outcome.errorText)")
    #expect(!folder.names.contains("x.jpg"))
  }

  @Test("another agency's label, a changed document and one without a label are not stamped")
  func refused() {
    let other = stamp(desk.scratch("official.jpg"), ["-o", folder("x.jpg")], by: "jp")
    #expect(other.code != 0)
    #expect(other.errorText.contains("another agency's"), "\(other.errorText)")
    let flipped = desk.flipped("official.jpg") { $0 - 20 }
    let changed = stamp(flipped.path, ["-o", folder("x.jpg")])
    #expect(changed.code != 0)
    #expect(changed.errorText.contains("its label does not hold"), "\(changed.errorText)")
    let bare = stamp(desk.scratch("photo.jpg"), ["-o", folder("x.jpg")])
    #expect(bare.code != 0)
    #expect(bare.errorText.contains("no label"), "\(bare.errorText)")
    #expect(folder.names.isEmpty)
  }

  @Test(
    "what would state something new, or do without a stamp, is refused",
    arguments: [
      ["--official", "--ai", "none", "-o", "x"], ["--title", "T", "-o", "x"],
      ["--no-timestamp", "-o", "x"], ["--allow-missing-timestamp", "-o", "x"],
      ["--plan", "p", "-o", "x"], ["--sidecar"], [],
    ])
  func contradictions(options: [String]) {
    let outcome = stamp(desk.scratch("official.jpg"), options)
    #expect(outcome.code == 2, "\(outcome.errorText)")
    #expect(outcome.output.isEmpty)
  }

  @Test("a label that is no agency's is stamped by whoever signs, and states the same of AI")
  func plain() throws {
    let outcome = stamp(desk.scratch("ai.jpg"), ["-o", folder("ai.jpg")], by: "ai-service")
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let found = try verdict(folder("ai.jpg"))
    #expect(found["ai"]?["status"]?.string == "generated")
    #expect(found["integrity"]?.string == "intact")
  }
}
