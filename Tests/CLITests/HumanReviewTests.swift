import BroadsealJSON
import TestSupport
import Testing

@Suite("A human review says who, when, and which version")
struct HumanReviewTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func sign(_ options: [String], profile: String? = nil) -> Command.Outcome {
    Command.run(
      [
        "sign", desk.scratch("photo.jpg"), "--profile", profile ?? desk.profile(), "--ai",
        "generated", "--ai-system", "Painter", "-o", folder("signed.jpg"), "--force",
      ] + options)
  }

  private func label() -> String {
    Command.run("inspect", folder("signed.jpg"), "--assertion", "org.broadseal.label").text
  }

  private static let full = [
    "--reviewer", "Duty Editor", "--reviewed-at", "2026-11-20T09:15:00Z", "--reviewed-version",
    "draft 3",
  ]

  /// The profile of the desk, with more in it.
  private func profile(_ more: String) -> String {
    for name in ["key.pem", "chain.pem", "ISSUER.toml"] {
      folder.write(desk.scratch.read("keys/us/" + name) ?? [], to: "keys/us/" + name)
    }
    #expect(
      Command.shell(
        "cp -r '\(desk.scratch("keys/trust"))' '\(desk.scratch("keys/tsa"))' '\(folder("keys"))'"
      ).code == 0)
    let text = String(decoding: folder.read("keys/us/ISSUER.toml") ?? [], as: UTF8.self)
    return folder.write(Array((text + more).utf8), to: "keys/us/ISSUER.toml")
  }

  @Test("options put all three into the label, which still holds")
  func options() throws {
    let outcome = sign(Self.full + ["--official"])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(!outcome.errorText.contains("review"), "\(outcome.errorText)")
    let label = label()
    for words in ["Duty Editor", "2026-11-20T09:15:00Z", "draft 3", "humanReview"] {
      #expect(label.contains(words), "\(label)")
    }
    let verdict = Command.run(["verify", folder("signed.jpg"), "-f", "json"] + desk.trust)
    #expect(try JSON.Reader.parse(verdict.output)["origin"]?["status"]?.string == "official")
  }

  @Test("the profile names the usual reviewer, the command line another")
  func fromProfile() {
    let path = profile("\n[review]\nrole = \"Night Desk\"\n")
    #expect(sign(["--human-review"], profile: path).code == 0)
    #expect(label().contains("Night Desk"))
    #expect(sign(Self.full, profile: path).code == 0)
    #expect(label().contains("Duty Editor") && !label().contains("Night Desk"))
    // Without the word, no review is claimed.
    #expect(sign([], profile: path).code == 0)
    #expect(!label().contains("humanReview"))
  }

  @Test("what a review leaves out, and names of persons, are remarked on")
  func remarks() {
    let bare = sign(["--human-review"])
    #expect(bare.code == 0)
    #expect(bare.errorText.contains("not who, when or of which version"), "\(bare.errorText)")
    let part = sign(["--reviewer", "Duty Editor"])
    #expect(part.errorText.contains("not when or of which version"), "\(part.errorText)")
    let name = sign(["--reviewer", "Jane Doe"] + Self.full.dropFirst(2))
    #expect(name.code == 0)
    #expect(name.errorText.contains("looks like a person's name"), "\(name.errorText)")
  }

  @Test("a plan says it, and another review is not what was approved")
  func plan() throws {
    let second = ["--approver", desk.scratch("keys/jp/chain.pem")]
    let outcome = sign(Self.full + ["--plan", folder("plan.json")] + second)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let plan = try JSON.Reader.parse(folder.read("plan.json") ?? [])
    let review = plan["label"]?["ai"]?["review"]
    #expect(review?["role"]?.string == "Duty Editor", "\(plan)")
    #expect(review?["time"]?.string == "2026-11-20T09:15:00Z")
    #expect(review?["version"]?.string == "draft 3")
  }

  @Test("the same review needs no new label, another one does")
  func idempotent() {
    folder.write(Desk.sample("river.jpg"), to: "in/river.jpg")
    let base = [
      "sign", folder("in"), "--profile", desk.profile(), "--official", "--ai", "none",
      "--output-dir", folder("out"),
    ]
    #expect(Command.run(base + Self.full).code == 0)
    #expect(Command.run(base + Self.full).text.hasPrefix("nothing to do"))
    #expect(
      Command.run(base + Self.full.dropLast() + ["draft 4"]).text.contains("1 document signed"))
  }

  @Test(
    "what says half of it is refused",
    arguments: [
      (["--reviewed-at", "2026-11-20"], "say more of --human-review"),
      (["--human-review", "--reviewed-version", "3"], "not who reviewed it"),
      (["--reviewer", "Editor", "--reviewed-at", "2999-01-01"], "has not come yet"),
      (
        ["--reviewer", "Editor", "--reviewed-at", "2999-01-01"],
        "hint: a date is a day in UTC; where it has only begun here"
      ),
      (["--reviewer", "Editor", "--reviewed-at", "yesterday"], "yesterday"),
    ])
  func refused(options: [String], words: String) {
    let outcome = sign(options)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
  }
}
