import BroadsealNotes
import TestSupport
import Testing

@Suite("sign makes no label that speaks against itself, and says what it declared")
struct SigningCareTests {
  private let desk = Desk.shared

  private func sign(_ files: [String], _ options: [String]) -> Command.Outcome {
    Command.run(["sign"] + files + ["--profile", desk.profile()] + options)
  }

  @Test("no AI over a parent that was made with AI is refused, whatever is checked afterwards")
  func contradiction() {
    let folder = Scratch()
    let options = [
      "--official", "--ai", "none", "--parent", desk.scratch("ai.jpg"), "-o", folder("c.jpg"),
    ]
    for more in [[], ["--no-verify"]] {
      let refused = sign([desk.scratch("photo.jpg")], options + more)
      #expect(refused.code == 1)
      #expect(refused.errorText.contains("an earlier label of it says that AI was used"))
      #expect(refused.errorText.contains("leave --parent out"))
    }
    #expect(folder.names.isEmpty)
  }

  @Test("an official label without a stamp is told what it lacks")
  func stampless() {
    let folder = Scratch()
    let options = ["--ai", "none", "--no-timestamp", "-o", folder("n.jpg")]
    let outcome = sign([desk.scratch("photo.jpg")], ["--official"] + options)
    #expect(outcome.code == 0)
    #expect(outcome.errorText.contains("it is never shown as official"))
    let text = Command.run(["verify", folder("n.jpg")] + desk.trust).text
    #expect(text.contains("but not proved to be official. There is no time stamp."))
  }

  @Test("a name of another type is refused before anything is signed")
  func wrongName() {
    let folder = Scratch()
    let path = folder.write(desk.scratch.read("photo.jpg") ?? [], to: "photo.png")
    let outcome = sign([path], ["--official", "--ai", "none", "-o", folder("out.png")])
    #expect(outcome.code == 1)
    #expect(outcome.errorText.contains("photo.png: it could not be shown as official"))
    #expect(outcome.errorText.contains("hint: name it .jpg"))
    #expect(folder.names == ["photo.png"])
  }

  @Test("labels among the inputs are left out, and the line says what was declared")
  func inputs() {
    let folder = Scratch()
    let label = folder.write([1], to: "a.c2pa")
    let outcome = sign(
      [desk.scratch("chart.png"), label],
      ["--official", "--ai", "none", "--output-dir", folder.path])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("a label, not a document: left out"))
    #expect(
      outcome.text.contains("signed, official (demo.us.press-office), no generative AI, 20"))
    #expect(folder.names == ["a.c2pa", "chart.png"])
  }

  @Test("a plain statement by a listed signer is not official, and can be accepted")
  func plain() {
    let folder = Scratch()
    for use in ["none", "generated", "altered"] {
      #expect(
        sign([desk.scratch("photo.jpg")], ["--ai", use, "-o", folder(use + ".jpg")]).code == 0)
      let verify = ["verify", "-q", folder(use + ".jpg")] + desk.trust
      #expect(Command.run(verify).code == 5, "\(use)")
      #expect(Command.run(verify + ["--accept", "trusted"]).code == 0, "\(use)")
    }
  }

  @Test("keys check goes rule by rule, and one list that accepts is enough")
  func rules() {
    let outcome = Command.run(["keys", "check", desk.scratch("keys/us/chain.pem")] + desk.trust)
    #expect(outcome.code == 0, "\(outcome.text)")
    #expect(outcome.text.contains("  – not at hand, so not checked"))
    #expect(outcome.text.contains("  ✓ key-usage: "))
    #expect(outcome.text.contains("  ✗ no chain leads there\n"))
    #expect(outcome.text.contains("  ✓ every field of the entry of demo.us.press-office agrees"))
    let other = Command.run(
      "keys", "check", desk.scratch("keys/us/chain.pem"), "--government",
      desk.scratch("keys/trust/government/us.json"), "--at", "2090-01-01")
    #expect(other.code == 6)
  }

  @Test(
    "what has nothing to renew is told before answers are asked for, and left alone in a folder")
  func renewal() {
    let folder = Scratch()
    let chart = folder.write(Desk.sample("river-levels.png"), to: "mixed/chart.png")
    func run(_ path: String, _ options: [String]) -> Command.Outcome {
      Command.run(
        ["sign", path, "--profile", desk.profile(), "--output-dir", folder("out")] + options)
    }
    let one = run(chart, ["--renew"])
    #expect(one.code == 1)
    #expect(one.errorText.contains("cannot have a PDF signature"), "\(one.errorText)")
    let all = run(folder("mixed"), ["--renew"])
    #expect(all.code == 0, "\(all.errorText)")
    #expect(all.errorText.contains("chart.png: no PDF signature to renew, left as it is"))
    #expect(folder.names(in: "out").isEmpty)
    let sealed = run(desk.scratch("release.pdf"), ["--ai", "none", "--pades"])
    #expect(sealed.code == 0, "\(sealed.errorText)")
    let unanswered = Command.run(
      "sign", folder("out/release.pdf"), "--renew", "--in-place", "--profile", desk.profile())
    #expect(unanswered.code == 2)
    #expect(unanswered.errorText.contains("a renewal brings answers about revocation: --online"))
  }
}
