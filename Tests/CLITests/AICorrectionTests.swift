import BroadsealJSON
import BroadsealReporting
import TestSupport
import Testing

@Suite("A wrong statement about AI can be corrected, and a true one is not signed away")
struct AICorrectionTests {
  private let desk = Desk.shared

  private func sign(_ path: String, _ ai: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      ["sign", path, "--profile", desk.profile(), "--official", "--ai", ai] + options)
  }

  private func verdict(_ path: String) throws -> JSON.Value {
    try JSON.Reader.parse(Command.run(["verify", path, "-f", "json"] + desk.trust).output)
  }

  @Test(
    "none over generated is refused in its own words, and --corrects makes a label that names the wrong one",
    arguments: ["river.jpg", "press-release.odt"])
  func corrected(name: String) throws {
    let folder = Scratch()
    folder.write(Desk.sample(name), to: "in/\(name)")
    let out = ["--output-dir", folder("out")]
    #expect(sign(folder("in"), "generated", out + ["--ai-system", "Painter"]).code == 0)
    let wrong = try #require(
      try verdict(folder("out/\(name)"))["c2pa"]?["activeManifest"]?.string)
    let refused = sign(folder("in"), "none", out)
    #expect(refused.code == 1)
    #expect(
      refused.errorText.contains(
        "an earlier label of it says that AI was used, and this one would say that none was"),
      "\(refused.errorText)")
    #expect(refused.errorText.contains("add --corrects"), "\(refused.errorText)")
    let japanese = sign(folder("in"), "none", out + ["--lang", "ja"]).errorText
    #expect(japanese.contains("--corrects を付けて"), "\(japanese)")
    #expect(!japanese.contains("earlier label"), "\(japanese)")
    #expect(sign(folder("in"), "none", out + ["--no-verify"]).code == 1)
    let corrected = sign(folder("in"), "none", out + ["--corrects"])
    #expect(corrected.code == 0, "\(corrected.errorText)")
    #expect(corrected.errorText.contains("LABEL-CORRECTED"), "\(corrected.errorText)")
    let after = try verdict(folder("out/\(name)"))
    #expect(after["origin"]?["status"]?.string == "official")
    #expect(after["ai"]?["status"]?.string == "none-declared")
    #expect(after["statement"]?["supersedes"]?.string == wrong)
    let told = Command.run(["verify", folder("out/\(name)")] + desk.trust).text
    #expect(told.contains("In the place of an earlier label of the document"), "\(told)")
    #expect(after["statement"]?["earlier"] == nil)
    // The next night leaves the correction alone, with the option and without.
    for options in [[], ["--corrects"]] {
      let next = sign(folder("in"), "none", out + options)
      #expect(next.code == 0 && next.text.contains("nothing to do"), "\(next.text)")
    }
  }

  @Test("a label inside the document is taken out first, as the hint says")
  func inside() throws {
    let folder = Scratch()
    folder.write(Desk.sample("river.jpg"), to: "a.jpg")
    #expect(sign(folder("a.jpg"), "altered", ["-o", folder("b.jpg")]).code == 0)
    let refused = sign(folder("b.jpg"), "none", ["-o", folder("c.jpg")])
    #expect(refused.code == 1)
    #expect(refused.errorText.contains("broadseal remove takes it out"), "\(refused.errorText)")
    #expect(Command.run(["remove", folder("b.jpg"), "-o", folder("d.jpg")]).code == 0)
    #expect(sign(folder("d.jpg"), "none", ["-o", folder("c.jpg")]).code == 0)
    #expect(try verdict(folder("c.jpg"))["ai"]?["status"]?.string == "none-declared")
  }

  @Test("what somebody else says of AI is nobody's to correct")
  func ofOthers() {
    let folder = Scratch()
    folder.write(Desk.sample("river.jpg"), to: "in/a.jpg")
    let other = Command.run([
      "sign", folder("in/a.jpg"), "--profile", desk.profile("ai-service"), "--ai", "generated",
      "--ai-system", "Painter", "--in-place",
    ])
    #expect(other.code == 0, "\(other.errorText)")
    let out = ["--output-dir", folder("out")]
    for options in [out, out + ["--corrects"]] {
      let refused = sign(folder("in"), "none", options)
      #expect(refused.code == 1)
      #expect(
        refused.errorText.contains("what another signer says of AI stays true"),
        "\(refused.errorText)")
      #expect(
        !refused.errorText.contains("remove") && !refused.errorText.contains("add --corrects"))
    }
    #expect(sign(folder("in"), "altered", out + ["--ai-scope", "frame"]).code == 0)
  }

  @Test(
    "altered over generated: both are told, and nobody is made to say what the other label says")
  func weaker() throws {
    let folder = Scratch()
    folder.write(Desk.sample("river.jpg"), to: "in/a.jpg")
    let out = ["--output-dir", folder("out")]
    #expect(sign(folder("in"), "generated", out + ["--ai-system", "Painter"]).code == 0)
    #expect(
      sign(folder("in"), "altered", out + ["--ai-scope", "caption only"]).code == 0)
    let text = Command.run(["verify", folder("out/a.jpg"), "--lang", "both"] + desk.trust).text
    #expect(
      text.contains(
        "The issuer states AI changed part of this: \u{2068}“caption only”\u{2069}. An earlier version or a part of it "
          + "was stated to be made with AI."), "\(text)")
    #expect(text.contains("以前の版または素材については、AIで生成したとの申告があります。"))
    #expect(!text.contains("states this was made with AI"))
    // What counts for a policy is the strongest statement still.
    let told = try verdict(folder("out/a.jpg"))
    #expect(told["ai"]?["status"]?.string == "generated")
    #expect(told["ai"]?["stated"]?.string == "altered")
    #expect(try SchemaValidator(Schema.verdict.text).faults(in: told) == [])
  }

  @Test("whose label an earlier version has, and whether a list knows him")
  func earlierSigner() throws {
    let folder = Scratch()
    folder.write(Desk.sample("river.jpg"), to: "a.jpg")
    // Somebody with a list of his own, who calls himself what the agency is called.
    #expect(Command.run("keys", "demo", folder("keys")).code == 0)
    let stranger = Command.run([
      "sign", folder("a.jpg"), "--profile", folder("keys/us/ISSUER.toml"), "--official", "--ai",
      "none",
      "-o", folder("b.jpg"),
    ])
    #expect(stranger.code == 0, "\(stranger.errorText)")
    let signed = sign(folder("b.jpg"), "none", ["-o", folder("c.jpg")])
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(signed.errorText.contains("PARENT-UNVOUCHED"), "\(signed.errorText)")
    #expect(signed.errorText.contains("who is on no list and claims that it is official of"))
    let text = Command.run(
      ["verify", folder("c.jpg"), "--lang", "both"] + desk.trust
    ).text
    #expect(!text.contains("also states"), "\(text)")
    #expect(text.contains("  Labels of earlier versions that came along:\n"), "\(text)")
    #expect(text.contains(", who is on no list and claims to be official of"), "\(text)")
    #expect(text.contains("(リスト未登録)、"), "\(text)")
    let told = try verdict(folder("c.jpg"))
    let earlier = told["statement"]?["earlier"]?.array?.first
    #expect(earlier?["standing"]?.string == "unlisted")
    #expect(earlier?["claimed"]?["id"]?.string == "demo.us.press-office")
    #expect(earlier?["signer"]?["spki"]?.string != told["origin"]?["signer"]?["spki"]?.string)
    #expect(earlier?["agency"] == nil)
    #expect(try SchemaValidator(Schema.verdict.text).faults(in: told) == [])
    // The same agency's own earlier version needs no name.
    #expect(sign(folder("c.jpg"), "none", ["-o", folder("d.jpg")]).code == 0)
    let own = Command.run(["verify", folder("d.jpg")] + desk.trust).text
    #expect(own.split(separator: "\n").contains { $0.hasSuffix(" UTC: its label holds") }, "\(own)")
  }
}
