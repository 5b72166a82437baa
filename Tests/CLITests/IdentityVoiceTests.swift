import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import TestSupport
import Testing

@testable import BroadsealCLI

/// A publishing tool signs, and the agency stands behind all of it with a key of its own.
@Suite("An agency may speak by its identity in a label that a tool has signed")
struct IdentityVoiceTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  init() {
    let profile = """
      schema = 1
      [agency]
      id = "demo.us.press-office"
      jurisdiction = "US"
      name.en = "Demo Press Office (invented)"
      name.ja = "デモ報道局(架空)"
      [key]
      path = "\(desk.scratch("keys/ai-service/key.pem"))"
      certificates = "\(desk.scratch("keys/ai-service/chain.pem"))"
      [identity]
      key.path = "\(desk.scratch("keys/us/key.pem"))"
      key.certificates = "\(desk.scratch("keys/us/chain.pem"))"
      [timestamp]
      key = "\(desk.scratch("keys/tsa/authority.pem"))"
      """
    folder.write(Array(profile.utf8), to: "ISSUER.toml")
  }

  private func sign(_ name: String, _ options: [String] = ["--ai", "none"]) -> String {
    let output = folder("out-" + name)
    let outcome = Command.run(
      [
        "sign", desk.scratch(name), "--profile", folder("ISSUER.toml"), "--official", "-o", output,
      ] + options)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    return output
  }

  private func verdict(_ path: String, _ options: [String] = []) throws -> JSON.Value {
    let outcome = Command.run(["verify", path, "-f", "json"] + desk.trust + options)
    let verdict = try JSON.Reader.parse(outcome.output)
    #expect(try SchemaValidator(Schema.verdict.text).faults(in: verdict) == [])
    return verdict
  }

  @Test(
    "it is official, and both the agency and the tool are named",
    arguments: ["release.pdf", "chart.png", "photo.jpg"])
  func official(name: String) throws {
    let path = sign(name)
    let outcome = Command.run(["verify", path, "--lang", "both"] + desk.trust)
    #expect(outcome.code == 0, "\(outcome.text)")
    #expect(
      outcome.text.contains(
        "Issued by: Demo Press Office (invented) (United States), recognised government issuer. "
          + "The issuer's identity in the label says so; the file was signed by "))
    #expect(outcome.text.contains("Demo AI Service (invented)"))
    #expect(outcome.text.contains("ラベル内の発行者の識別情報によるもので、ファイルの署名者は"))
    let origin = try verdict(path)["origin"]
    #expect(origin?["status"]?.string == "official")
    #expect(origin?["via"]?.string == "identity")
    #expect(origin?["agency"]?["id"]?.string == "demo.us.press-office")
    #expect(origin?["signer"]?["subject"]?.string?.contains("Demo Press Office") == true)
    #expect(origin?["claimSigner"]?["subject"]?.string?.contains("Demo AI Service") == true)
  }

  @Test("whatever else the label holds is covered too: AI, a title, a parent")
  func more() throws {
    for options in [
      ["--ai", "generated", "--ai-system", "Painter"],
      ["--ai", "none", "--title", "River levels", "--language", "en"],
      ["--ai", "none", "--parent", desk.scratch("official.png")],
    ] {
      let path = sign("chart.png", options + ["--force"])
      #expect(Command.run(["verify", "-q", path] + desk.trust).code == 0, "\(options)")
      #expect(try verdict(path)["origin"]?["via"]?.string == "identity")
    }
  }

  @Test("without the list, or with a changed byte, the identity says nothing")
  func not() throws {
    let path = sign("photo.jpg")
    let unlisted = Command.run(["verify", path, "-f", "json"])
    #expect(unlisted.code == 5)
    let origin = try JSON.Reader.parse(unlisted.output)["origin"]
    #expect(origin?["status"]?.string == "unrecognised")
    #expect(origin?["via"] == nil)
    var bytes = folder.read("out-photo.jpg") ?? []
    bytes[bytes.count - 100] ^= 1
    let changed = try verdict(folder.write(bytes, to: "changed.jpg"))
    #expect(changed["integrity"]?.string == "altered")
    #expect(changed["origin"]?["status"]?.string == "none")
  }

  @Test("an agency that signs by itself needs no identity, and none is named")
  func alone() throws {
    let origin = try verdict(desk.scratch("official.png"))["origin"]
    #expect(origin?["status"]?.string == "official")
    #expect(origin?["via"] == nil)
    #expect(origin?["claimSigner"] == nil)
  }
}
