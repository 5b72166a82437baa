import BroadsealJSON
import BroadsealNotes
import TestSupport
import Testing

@Suite("A policy makes an audit say what is not as it was asked, and nothing else")
struct PolicyCommandTests {
  private let desk = Desk.shared

  /// A folder in which every file is as the starter policy wants it.
  private func releases() -> Scratch {
    let scratch = Scratch()
    for name in ["official.pdf", "official.png", "official.jpg"] {
      scratch.write(desk.scratch.read(name) ?? [], to: "releases/2026/\(name)")
    }
    return scratch
  }

  /// What is said against each file, `releases/…: RULE`.
  private func findings(_ scratch: Scratch, _ options: [String]) throws -> (Int32, [String]) {
    let outcome = Command.run(["audit", scratch.path, "-o", "json=-"] + options + desk.trust)
    let report = try JSON.Reader.parse(outcome.output)
    let said = (report["verdicts"]?.array ?? []).flatMap { verdict in
      (verdict["audit"]?.array ?? []).map { finding in
        let path = (verdict["path"]?.string ?? "").dropFirst(scratch.path.utf8.count + 1)
        return "\(path): \(finding["rule"]?.string ?? "")"
      }
    }
    return (outcome.code, said)
  }

  @Test("six planted violations are found, exactly those; without a policy the default says less")
  func planted() throws {
    let scratch = releases()
    let keys = Scratch()
    let policy = keys.write(
      Command.run("policy", "starter", "official-releases").output, to: "p.toml")
    let (clean, nothing) = try findings(scratch, ["--policy", policy])
    #expect(clean == 0 && nothing.isEmpty, "\(nothing)")

    var altered = desk.scratch.read("official.jpg") ?? []
    altered[altered.count - 100] ^= 1
    scratch.write(altered, to: "releases/altered.jpg")
    scratch.write(desk.scratch.read("release.pdf") ?? [], to: "releases/bare.pdf")
    scratch.write(desk.scratch.read("ai.jpg") ?? [], to: "releases/drawn.jpg")
    scratch.write(desk.scratch.read("notes.txt") ?? [], to: "elsewhere/notes.txt")
    desk.sign(
      "release.pdf", ["--official", "--ai", "none", "-o", scratch("releases/foreign.pdf")], by: "jp"
    )
    let beside = scratch.write(desk.scratch.read("chart.png") ?? [], to: "releases/beside.png")
    let signed = Command.run(
      ["sign", beside, "--profile", desk.profile(), "--official", "--ai", "none", "--sidecar"])
    #expect(signed.code == 0, "\(signed.errorText)")

    let (code, said) = try findings(scratch, ["--policy", policy])
    #expect(code == 1)
    #expect(
      said == [
        "elsewhere/notes.txt: POL-UNMATCHED", "elsewhere/notes.txt: BASE-NO-LABEL",
        "releases/altered.jpg: BASE-ALTERED", "releases/altered.jpg: REL-001",
        "releases/altered.jpg: REL-002", "releases/bare.pdf: REL-001", "releases/bare.pdf: REL-002",
        "releases/bare.pdf: BASE-NO-LABEL", "releases/beside.png: REL-003",
        "releases/drawn.jpg: REL-001", "releases/foreign.pdf: REL-001",
      ])
    let (usual, less) = try findings(scratch, [])
    #expect(usual == 1)
    #expect(
      less == [
        "elsewhere/notes.txt: BASE-NO-LABEL", "releases/altered.jpg: BASE-ALTERED",
        "releases/bare.pdf: BASE-NO-LABEL",
      ])
    let (served, only) = try findings(
      scratch, ["--policy", policy, "--control", "NIST AI 600-1 MS-2.7-005"])
    #expect(served == 1)
    #expect(
      only == [
        "releases/altered.jpg: BASE-ALTERED", "releases/altered.jpg: REL-002",
        "releases/bare.pdf: REL-002",
      ])
    let text = Command.run(
      ["audit", scratch.path, "--policy", policy, "--control", "NIST AI 600-1 MS-2.7-005"]
        + desk.trust
    ).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("only those were asked that serve NIST AI 600-1 MS-2.7-005"))
    #expect(
      Command.run(
        ["audit", scratch.path, "-q", "--policy", policy, "--fail-on", "REL-004"] + desk.trust
      ).code == 0)
  }

  @Test("a report repeats controls, and names the policy by its digest")
  func reported() throws {
    let scratch = releases()
    let policy = scratch.write(
      Array(
        """
        policy_version = 1
        name = "Test"
        [[rule]]
        id = "T-1"
        match = ["*.png"]
        deny = { format = "png" }
        controls = ["NIST AI RMF MEASURE 2.8"]
        [[rule]]
        id = "T-2"
        match = ["nothing/**"]
        require = { holds = true }
        [[waiver]]
        rule = "T-1"
        match = ["elsewhere/**"]
        reason = "old"
        owner = "records"
        expires = 2020-12-31
        """.utf8), to: "policy.toml")
    let outcome = Command.run(
      ["audit", scratch("releases"), "--policy", policy, "-o", "json=-"] + desk.trust)
    let report = try JSON.Reader.parse(outcome.output)
    let finding = report["verdicts"]?.array?.compactMap { $0["audit"]?.array }.flatMap(\.self)
      .first { $0["rule"] == "T-1" }
    #expect(finding?["controls"]?.array == ["NIST AI RMF MEASURE 2.8"])
    #expect(finding?["shortfalls"]?.array?.first?["denied"]?.array == ["png"])
    #expect(finding?["explanation"]?.string?.contains("png") == true)
    let rules = report["summary"]?["rules"]?.array?.compactMap { $0["rule"]?.string } ?? []
    #expect(rules.contains("POL-UNUSED-RULE") && rules.contains("POL-ENDED-WAIVER"))
    #expect(outcome.code == 1)
    let text = Command.run(["audit", scratch("releases"), "--policy", policy] + desk.trust).text
    #expect(text.contains("Policy: Test – "))
    #expect(text.contains("SHA-256"))
    let over = Command.run(
      ["audit", scratch("releases"), "--policy", policy, "-o", "json=" + policy, "--force"])
    #expect(over.code == 2)
    #expect(scratch.read("policy.toml")?.first == UInt8(ascii: "p"))
  }

  @Test("a mistake has its line and column, and a rule about no file is told")
  func check() {
    let scratch = releases()
    let bad = scratch.write(
      Array(
        "policy_version = 1\n[[rule]]\nid = \"A\"\nmatch = \"**\"\nrequire = { ai = \"no\" }\n".utf8
      ),
      to: "bad.toml")
    let outcome = Command.run("policy", "check", bad)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("bad.toml: line 5, column 13: ai in require of [[rule]] 1"))
    #expect(outcome.errorText.contains("hint: it is one of none-declared, "))
    #expect(Command.run("audit", scratch("releases"), "--policy", bad).code == 2)
    let good = scratch.write(
      Command.run("policy", "starter", "official-releases").output, to: "p.toml")
    #expect(Command.run("policy", "check", good).code == 0)
    let found = Command.run("policy", "check", good, scratch.path)
    #expect(found.code == 0, "\(found.text)")
    let unused = Command.run("policy", "check", good, scratch("releases/2026"), "--lang", "ja")
    #expect(unused.code == 1)
    #expect(unused.text.contains("規則REL-001に該当するファイルがありません。"))
    #expect(Command.run("policy", "check", scratch("none.toml")).code == 2)
    let mistyped = Command.run("policy", "check", good, scratch("release"))
    #expect(mistyped.code == 2 && mistyped.errorText.contains("there is no such folder or file"))
    #expect(mistyped.errorText.contains("did you mean \(scratch("releases"))?"))
    #expect(Command.run("policy", "starter", "none").code == 2)
    #expect(Command.run("policy", "show").text.contains("not-read = \"error\""))
  }

  @Test("a starter asks for the agency that is named, and one that no list has is told")
  func agency() throws {
    let scratch = releases()
    let made = Command.run(
      "policy", "starter", "official-releases", "--agency", "jp.example.office", "--jurisdiction",
      "JP", "-o", scratch("p.toml"))
    #expect(made.code == 0 && made.errorText.contains("policy check \(scratch("p.toml"))"))
    let policy = String(decoding: scratch.read("p.toml") ?? [], as: UTF8.self)
    #expect(policy.contains(#"agency = ["jp.example.office"], jurisdiction = ["JP"] }"#))
    #expect(Command.run("policy", "check", scratch("p.toml")).code == 0, "no list was given")
    let checked = Command.run(["policy", "check", scratch("p.toml")] + desk.trust)
    #expect(checked.code == 1)
    #expect(checked.text.contains("REL-001 asks for jp.example.office, which no list"))
    let (_, said) = try findings(scratch, ["--policy", scratch("p.toml")])
    #expect(said.contains("releases/2026/official.png: REL-001"))
    let text = Command.run(["audit", scratch.path, "--policy", scratch("p.toml")] + desk.trust).text
    #expect(text.contains("! unlisted-agency: The rule REL-001"))
    for wrong in [["ai-disclosure", "--agency", "x"], ["official-releases", "--agency", "a\"b"]] {
      #expect(Command.run(["policy", "starter"] + wrong).code == 2)
    }
  }

  @Test("which rules apply to a file, and why, is explained")
  func explain() {
    let scratch = releases()
    let good = scratch.write(
      Command.run("policy", "starter", "official-releases").output, to: "p.toml")
    func explain(_ name: String) -> Command.Outcome {
      Command.run(
        ["policy", "explain", scratch(name), "--in", scratch.path, "--policy", good] + desk.trust)
    }
    let fine = explain("releases/2026/official.png")
    #expect(fine.code == 0, "\(fine.errorText)")
    #expect(fine.text.contains("REL-001  is kept"))
    scratch.write(desk.scratch.read("ai.jpg") ?? [], to: "releases/ai.jpg")
    let wrong = explain("releases/ai.jpg")
    #expect(wrong.code == 1)
    #expect(
      wrong.text.contains(
        "REL-001  error: Releases are official documents of the agency: origin is"))
    #expect(
      wrong.text.contains(
        "REL-003  does not apply: origin is recognised-tool, required is official"))
    scratch.write([1], to: "other.bin")
    let other = explain("other.bin")
    #expect(other.code == 3)
    #expect(other.text.contains("REL-001  is about other files: releases/**"))
    #expect(!other.text.contains("Patterns were held"))
    let named = Command.run("policy", "explain", scratch("releases/ai.jpg"), "--policy", good)
    #expect(named.text.contains("--in FOLDER names the folder that an audit is asked to judge"))
  }
}
