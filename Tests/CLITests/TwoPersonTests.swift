import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@Suite("Two persons: what was planned and approved is what is signed")
struct TwoPersonTests {
  private let desk = Desk.shared
  private let folder = Scratch()
  private let label = ["--official", "--ai", "none", "--reference", "7/2026"]

  init() throws {
    for name in ["release.pdf", "chart.png"] {
      folder.write(desk.scratch.read(name) ?? [], to: name)
    }
    let approver = try PrivateKey.generate(.es256)
    folder.write(try approver.pem(), to: "approver.key")
    folder.write(approver.publicKey.pem, to: "approver.pem")
    folder.write([], to: "out/.keep")
  }

  private func sign(
    _ options: [String], label: [String]? = nil, files: [String] = ["release.pdf", "chart.png"],
    by issuer: String = "us"
  ) -> Command.Outcome {
    Command.run(
      ["sign"] + files + ["--profile", desk.profile(issuer)] + (label ?? self.label) + options,
      folder: folder.path)
  }

  private func plan(_ name: String, _ options: [String] = []) -> Command.Outcome {
    sign(["--plan", name, "--approver", "approver.pem"] + options)
  }

  private func carryOut(
    _ options: [String] = [], label: [String]? = nil,
    files: [String] = ["release.pdf", "chart.png"], by issuer: String = "us"
  ) -> Command.Outcome {
    sign(
      [
        "--approved", "approved.json", "--approver", "approver.pem", "--output-dir", "out",
      ] + options, label: label, files: files, by: issuer)
  }

  private func approve(_ options: [String] = []) -> Command.Outcome {
    Command.run(
      [
        "approve", "--yes", "plan.json", "--key", "approver.key", "--role", "Head of Press", "-o",
        "approved.json",
      ] + options, folder: folder.path)
  }

  private func prepare() {
    #expect(plan("plan.json").code == 0)
    let outcome = approve(["--record", "A-17"])
    #expect(outcome.code == 0, "\(outcome.errorText)")
  }

  private func expectNothing(_ outcome: Command.Outcome, code: Int32, _ words: String) {
    #expect(outcome.code == code, "\(outcome.errorText)")
    #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    #expect(outcome.errorText.contains("\nhint: "), "\(outcome.errorText)")
    #expect(folder.names(in: "out") == [".keep"])
  }

  @Test("a plan that nobody approved is not carried out, and it is said who approves")
  func unapproved() {
    #expect(plan("approved.json").code == 0)
    let outcome = carryOut()
    expectNothing(outcome, code: 6, "nobody has approved this plan yet")
    #expect(outcome.errorText.contains("hint: broadseal approve"))
  }

  @Test("a plan that was approved is carried out, and the label says who approved")
  func whole() throws {
    let planned = plan("plan.json")
    #expect(planned.code == 0, "\(planned.errorText)")
    #expect(planned.text.hasPrefix("plan.json: a plan to sign 2 documents, plan SHA-256 "))
    #expect(folder.names(in: "out") == [".keep"])
    let digest = try Digest.of(folder.read("plan.json") ?? [], .sha256).hex
    let approved = approve()
    #expect(approved.code == 0, "\(approved.errorText)")
    for words in [
      "plan SHA-256 \(digest)", "  chart.png, ", "  reference               7/2026\n",
      "  time stamp              with a time stamp\n", "  done to it              none\n",
      "  stands behind it        nobody beside the signer\n", "Head of Press",
    ] { #expect(approved.text.contains(words), "\(approved.text)") }
    // Every member has words in both languages, so that nothing is shown as it stands.
    let both = Command.run(
      [
        "approve", "--yes", "plan.json", "--key", "approver.key", "--role", "Tanaka Hanako", "-o",
        "both.json", "--lang", "both",
      ], folder: folder.path)
    #expect(!both.text.contains("{") && !both.text.contains("label."), "\(both.text)")
    #expect(both.errorText.contains("looks like a person's name"), "\(both.errorText)")
    let outcome = carryOut()
    #expect(outcome.code == 0, "\(outcome.errorText)")
    for name in ["release.pdf", "chart.png"] {
      #expect(Command.run(["verify", "-q", folder("out/" + name)] + desk.trust).code == 0)
      let shown = Command.run(
        "inspect", folder("out/" + name), "--assertion", "org.broadseal.label")
      let approval = try JSON.Reader.parse(shown.output)["approval"]
      #expect(approval?["role"]?.string == "Head of Press")
      #expect(approval?["record"]?.string == "sha256:" + digest)
      #expect(approval?["time"] != nil)
    }
    // The same once more: its own results stand there.
    let again = carryOut()
    #expect(again.code == 0, "\(again.errorText)")
    #expect(again.text.hasPrefix("nothing to do: 2 carry their label already"), "\(again.text)")
    // What was approved otherwise is in the way, and no version before it.
    #expect(approve(["--record", "B-18", "--force"]).code == 0)
    let other = carryOut()
    #expect(other.code == 2)
    #expect(other.errorText.contains("the output exists already"), "\(other.errorText)")
  }

  @Test("the same run gives the same plan, and a plan in any other form is refused")
  func canonical() {
    #expect(plan("one.json").code == 0)
    #expect(plan("two.json").code == 0)
    #expect(folder.read("one.json") == folder.read("two.json"))
    let text = String(decoding: folder.read("one.json") ?? [], as: UTF8.self)
    for (index, wrong) in [
      text + " ", String(text.dropLast()), text.replacing("  \"form\"", with: "   \"form\""),
      text.replacing("broadseal.plan/3", with: "broadseal.plan/2"),
      text.replacing("broadseal.plan/3", with: "broadseal.plan/4"),
      text.replacing("\"form\"", with: "\"forn\""), "{}", "[]", "",
    ].enumerated() {
      folder.write(Array(wrong.utf8), to: "plan.json")
      let outcome = approve()
      #expect(outcome.code == 2, "\(index): \(outcome.errorText)")
      #expect(folder.read("approved.json") == nil)
    }
  }

  @Test(
    "whatever differs from the plan is refused, and nothing is written",
    arguments: [
      (["--official", "--ai", "none", "--reference", "8/2026"], "the label is not the one"),
      (["--official", "--ai", "altered", "--reference", "7/2026"], "the label is not the one"),
      (["--ai", "none"], "the label is not the one"),
      (["--official", "--ai", "none", "--reference", "7/2026", "--title", "T"], "what is said of"),
      (["--official", "--ai", "none", "--reference", "7/2026", "--embed"], "what is said of"),
    ])
  func otherLabel(label: [String], words: String) {
    prepare()
    expectNothing(carryOut(label: label), code: 2, words)
  }

  @Test("a changed byte, a file more, a file less, a missing file, another order")
  func otherFiles() {
    prepare()
    let pdf = folder.read("release.pdf") ?? []
    folder.write(pdf + [0x0A], to: "release.pdf")
    expectNothing(carryOut(), code: 1, "release.pdf: the document is not the one")
    var flipped = pdf
    flipped[pdf.count / 2] ^= 1
    folder.write(flipped, to: "release.pdf")
    expectNothing(carryOut(), code: 1, "release.pdf: the document is not the one")
    folder.write(pdf, to: "release.pdf")
    expectNothing(
      carryOut(files: ["release.pdf"]), code: 2, "chart.png: this document was approved")
    folder.write(pdf, to: "more.pdf")
    expectNothing(
      carryOut(files: ["release.pdf", "chart.png", "more.pdf"]), code: 2,
      "more.pdf: this document was not approved")
    expectNothing(carryOut(files: ["chart.png", "release.pdf"]), code: 2, "another order")
    _ = Command.shell("rm '\(folder("chart.png"))'")
    let missing = carryOut()
    #expect(missing.code == 3)
    #expect(missing.errorText.contains("chart.png: no such file"))
    #expect(folder.names(in: "out") == [".keep"])
  }

  @Test("another certificate, an approver who signs, a stranger's approval, a broken one")
  func otherPeople() throws {
    prepare()
    expectNothing(carryOut(by: "jp"), code: 2, "the plan is for another certificate")
    let stranger = try PrivateKey.generate(.es256)
    folder.write(stranger.publicKey.pem, to: "approver.pem")
    expectNothing(carryOut(), code: 6, "nobody who may approve has approved")
    let before = folder.read("approved.json")
    let unasked = Command.run(
      ["approve", "plan.json", "--key", "approver.key", "--role", "R", "-o", "unasked.json"],
      folder: folder.path)
    #expect(unasked.code == 2)
    #expect(
      unasked.errorText.contains("hint: --yes approves without asking"), "\(unasked.errorText)")
    #expect(folder.read("unasked.json") == nil)
    let own = Command.run(
      [
        "approve", "--yes", "plan.json", "--key", desk.scratch("keys/us/key.pem"), "--role",
        "Myself",
        "-o", "approved.json", "--force",
      ], folder: folder.path)
    #expect(own.code == 6)
    #expect(own.errorText.contains("a second person has to approve"), "\(own.errorText)")
    #expect(folder.read("approved.json") == before)
    folder.write(desk.scratch.read("keys/us/chain.pem") ?? [], to: "approver.pem")
    expectNothing(carryOut(), code: 6, "nobody who may approve has approved")
    let nobody = sign(["--approved", "approved.json", "--output-dir", "out"])
    expectNothing(nobody, code: 2, "nobody is named who may approve")
  }

  @Test("no changed byte of an approval leaves it standing for something else")
  func everyByte() throws {
    prepare()
    let whole = folder.read("approved.json") ?? []
    var signed = 0
    for index in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
      var bytes = whole
      bytes[index] ^= 0x04
      folder.write(bytes, to: "approved.json")
      let outcome = carryOut(["--force"])
      if outcome.code == 0 { signed += 1 } else { #expect([2, 6].contains(outcome.code)) }
    }
    // White space between the members is all that nobody signs.
    #expect(signed == 0)
  }

  @Test("approvals are added, each key once, and never by a list key's kind that cannot")
  func several() throws {
    let second = try PrivateKey.generate(.ed25519)
    folder.write(try second.pem(), to: "second.key")
    folder.write(second.publicKey.pem, to: "second.pem")
    #expect(plan("plan.json", ["--approver", "second.pem"]).code == 0)
    #expect(approve().code == 0)
    let added = Command.run(
      [
        "approve", "--yes", "approved.json", "--key", "second.key", "--role", "Legal", "-o",
        "both.json",
      ], folder: folder.path)
    #expect(added.code == 0, "\(added.errorText)")
    let both = try JSON.Reader.parse(folder.read("both.json") ?? [])
    #expect(both["signatures"]?.array?.count == 2)
    let again = Command.run(
      [
        "approve", "--yes", "both.json", "--key", "second.key", "--role", "Legal", "-o",
        "three.json",
      ],
      folder: folder.path)
    #expect(again.code == 6)
    #expect(again.errorText.contains("has approved the plan already"))
    let rsa = try PrivateKey.generate(.ps256, rsaBits: 2048)
    folder.write(try rsa.pem(), to: "rsa.key")
    let refused = Command.run(
      ["approve", "--yes", "plan.json", "--key", "rsa.key", "--role", "R", "-o", "three.json"],
      folder: folder.path)
    #expect(refused.code == 6)
    #expect(folder.read("three.json") == nil)
  }

  @Test("whoever approves must have the planned documents, or say that the digests do")
  func documents() {
    #expect(plan("plan.json").code == 0)
    folder.write([1], to: "chart.png")
    let changed = approve()
    #expect(changed.code == 1)
    #expect(changed.errorText.contains("chart.png: the document is not the one in the plan"))
    _ = Command.shell("rm '\(folder("chart.png"))'")
    let missing = approve()
    #expect(missing.code == 3)
    #expect(missing.errorText.contains("hint: approve in the folder in which the plan was made"))
    #expect(missing.errorText.contains("; --digests-only approves without"))
    #expect(folder.read("approved.json") == nil)
    #expect(approve(["--digests-only"]).code == 0)
    let named = approve(["--digests-only", "--force", "--record", "a\u{202E}b"])
    #expect(named.code == 2)
    #expect(named.errorText.contains("approval record holds U+202E"))
  }

  /// A command line with a profile that names the approver.
  private func signWithProfile() -> [String] {
    let text = """
      schema = 1
      [key]
      path = "\(desk.scratch("keys/ai-service/key.pem"))"
      certificates = "\(desk.scratch("keys/ai-service/chain.pem"))"
      [approval]
      approvers = "approver.pem"
      """
    folder.write(Array(text.utf8), to: "ISSUER.toml")
    return [
      "sign", "chart.png", "--profile", "ISSUER.toml", "--ai", "generated", "--no-timestamp",
    ]
  }

  @Test("a profile that names approvers signs nothing without them")
  func required() throws {
    let options = signWithProfile()
    let alone = Command.run(options + ["--output-dir", "out"], folder: folder.path)
    expectNothing(alone, code: 2, "signs only what a second person has approved")
    #expect(Command.run(options + ["--plan", "plan.json"], folder: folder.path).code == 0)
    #expect(approve().code == 0)
    let done = Command.run(
      options + ["--approved", "approved.json", "--output-dir", "out"], folder: folder.path)
    #expect(done.code == 0, "\(done.errorText)")
  }

  @Test("nobody adds approvers to those whom the profile names")
  func addedApprover() throws {
    let own = try PrivateKey.generate(.es256)
    folder.write(try own.pem(), to: "approver.key")
    folder.write(own.publicKey.pem, to: "own.pem")
    let options = signWithProfile()
    #expect(Command.run(options + ["--plan", "plan.json"], folder: folder.path).code == 0)
    // The plan names who may approve it, and nobody else does.
    let refused = approve()
    #expect(refused.code == 6)
    #expect(refused.errorText.contains("and this key is not among them"), "\(refused.errorText)")
    let plan = String(decoding: folder.read("plan.json") ?? [], as: UTF8.self)
    let named = try #require(plan.firstRange(of: "\"approvers\": ["))
    let end = try #require(plan[named.upperBound...].firstRange(of: "]"))
    folder.write(
      Array((plan[..<named.lowerBound] + "\"approvers\": null" + plan[end.upperBound...]).utf8),
      to: "plan.json")
    // A plan that leaves it open is no plan: neither approved nor carried out, whoever signed it.
    let open = approve()
    #expect(open.code == 2 && open.errorText.contains("names nobody who may approve it"))
    #expect(open.errorText.contains("hint: make the plan anew"), "\(open.errorText)")
    let carriedOut = options + ["--approved", "approved.json", "--output-dir", "out"]
    try put(folder.read("plan.json") ?? [], signedBy: own)
    expectNothing(
      Command.run(carriedOut, folder: folder.path), code: 2, "names nobody who may approve it")
    try put(Array(plan.utf8), signedBy: own)
    expectNothing(
      Command.run(carriedOut + ["--approver", "own.pem"], folder: folder.path), code: 2,
      "the profile says who may approve")
    expectNothing(
      Command.run(carriedOut, folder: folder.path), code: 6, "nobody who may approve has approved")
  }

  /// Writes `plan` with a signature of `key`, as another program than this one may do.
  private func put(_ plan: [UInt8], signedBy key: PrivateKey) throws {
    let approved = try ApprovedPlan(plan: plan, name: "plan.json").approved(
      by: key, role: "Head of Press", record: "A-17", at: TestPKI.now)
    folder.write(approved, to: "approved.json")
  }

  @Test("a plan that nobody could approve is not written, and others at the end are refused")
  func nobody() throws {
    expectNothing(sign(["--plan", "plan.json"]), code: 2, "nobody is named who may approve")
    #expect(folder.read("plan.json") == nil)
    prepare()
    let own = try PrivateKey.generate(.es256)
    folder.write(own.publicKey.pem, to: "own.pem")
    expectNothing(
      carryOut(["--approver", "own.pem"]), code: 2,
      "others may approve now than those whom the plan")
  }

  @Test("a document and a link to it are not signed in one run", arguments: ["ln -s", "ln"])
  func linked(link: String) {
    let before = folder.read("chart.png")
    _ = Command.shell("cd '\(folder.path)' && \(link) chart.png same.png")
    let outcome = sign(["--in-place"], files: ["chart.png", "same.png"])
    expectNothing(outcome, code: 2, "same.png: two inputs are the same file")
    #expect(folder.read("chart.png") == before)
  }

  @Test("a password in an address is not repeated in the error")
  func password() {
    let outcome = sign(["--tsa", "http://user:pw-7391@127.0.0.1/", "--output-dir", "out"])
    expectNothing(outcome, code: 2, "http://127.0.0.1/ is no time-stamp authority")
    #expect(!outcome.errorText.contains("7391"))
    let update = Command.run(
      ["trust", "update", "list.json", "--from", "http://user:pw-7391@127.0.0.1/"],
      folder: folder.path)
    #expect(update.code == 2)
    #expect(update.errorText.contains("http://127.0.0.1/: "), "\(update.errorText)")
    #expect(!update.errorText.contains("7391"))
  }

  @Test(
    "a command line that leaves something open is refused",
    arguments: [
      (["--plan", "a", "--approved", "b"], "--plan and --approved"),
      (["--approver", "a", "-o", "x"], "--approver needs --plan or --approved"),
      (["--approved", "b"], "say where the result goes"),
    ])
  func usage(options: [String], words: String) {
    let outcome = sign(options)
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
