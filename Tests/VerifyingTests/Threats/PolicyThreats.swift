import BroadsealBytes
import BroadsealJSON
import TestSupport

/// T-88: policies that seem to ask for something and do not, and files that slip past their patterns.
enum PolicyThreats {
  static let audits: [ThreatAudit] = [
    row(
      "a rule whose pattern is about no file", 0, says: "unused-rule",
      policy: rule("A-1", match: "release/**"), ["releases/a.pdf": "official.pdf"]),
    row(
      "a pattern in the form of a regular expression", 2, says: "no regular expression",
      policy: rule("A-1", match: ".*pdf$"), ["releases/a.pdf": "official.pdf"],
      isRefused: true),
    row(
      "a regular expression that escapes a dot", 2, says: "nothing is escaped",
      policy: rule("A-1", match: ".*\\\\.pdf$"), ["releases/a.pdf": "official.pdf"],
      isRefused: true),
    row(
      "a lenient rule before a strict one about the same files: the worst counts", 1, says: "A-2",
      policy: rule("A-1", match: "**", require: "integrity = [\"no-label\"]", severity: "note")
        + rule("A-2", match: "releases/**"),
      ["releases/a.txt": "notes.txt"]),
    row(
      "the same rules in the other order", 1, says: "A-2",
      policy: rule("A-2", match: "releases/**")
        + rule("A-1", match: "**", require: "integrity = [\"no-label\"]", severity: "note"),
      ["releases/a.txt": "notes.txt"]),
    row(
      "a waiver that has ended", 1, says: "ended-waiver",
      policy: rule("A-1", match: "releases/**") + waiver("A-1", until: "2020-01-01"),
      ["releases/a.txt": "notes.txt"]),
    row(
      "a waiver for a rule that is not there", 2, says: "A-9",
      policy: rule("A-1", match: "**") + waiver("A-9", until: "2999-01-01"),
      ["releases/a.txt": "notes.txt"], isRefused: true),
    row(
      "a misspelt key, which would ask for nothing", 2, says: "orgin",
      policy: rule("A-1", match: "**", require: "orgin = \"official\""),
      ["releases/a.txt": "notes.txt"], isRefused: true),
    row(
      "a misspelt value, which would never be met", 2, says: "oficial",
      policy: rule("A-1", match: "**", require: "origin = \"oficial\""),
      ["releases/a.txt": "notes.txt"], isRefused: true),
    row(
      "two rules of one name", 2, says: "A-1",
      policy: rule("A-1", match: "**") + rule("A-1", match: "x"),
      ["releases/a.txt": "notes.txt"], isRefused: true),
    row(
      "a policy of another version", 2, says: "policy_version", policy: "policy_version = 2\n",
      ["releases/a.txt": "notes.txt"], isRefused: true),
    row(
      "a file's name decomposed, where the pattern is composed", 1, says: "A-1",
      policy: rule("A-1", match: "r\u{E9}p/**"), ["re\u{301}p/a.txt": "notes.txt"]),
    row(
      "a pattern decomposed, where the file's name is composed", 1, says: "A-1",
      policy: rule("A-1", match: "re\u{301}p/**"), ["r\u{E9}p/a.txt": "notes.txt"]),
    row(
      "a folder that is named by a way around (..)", 1, says: "A-1",
      policy: rule("A-1", match: "releases/**"), ["releases/a.txt": "notes.txt"]
    ) { folder in [folder("in/releases/../../in")] },
    row(
      "a name that is itself a pattern", 1, says: "A-1",
      policy: rule("A-1", match: "releases/**"), ["releases/[!a]*?.txt": "notes.txt"]),
    row(
      "a file that hides behind a dot", 1, says: "A-1", policy: rule("A-1", match: "releases/**"),
      ["releases/.a.txt": "notes.txt"]),
    row(
      "a file that no rule is about", 0, says: "unmatched",
      policy: rule("A-1", match: "releases/**"),
      ["releases/a.pdf": "official.pdf", "elsewhere/a.txt": "notes.txt"]),
  ]

  private static func row(
    _ attack: String, _ exit: Int32, says words: String, policy: String,
    _ files: [String: String], isRefused: Bool = false,
    more: @escaping @Sendable (Scratch) -> [String] = { _ in [] }
  ) -> ThreatAudit {
    let verdicts = ["official.pdf": "intact official", "notes.txt": "no-label none"]
    return ThreatAudit(
      .policies, attack, exit, says: words,
      isRefused ? [:] : files.mapValues { verdicts[$0] ?? "" }
    ) { folder in
      ThreatAudit.lay(folder, files)
      let text = policy.hasPrefix("policy_version") ? policy : "policy_version = 1\n" + policy
      return ["--policy", folder.write(Array(text.utf8), to: "policy.toml")] + more(folder)
    }
  }

  private static func rule(
    _ id: String, match: String, require: String = "origin = [\"official\"]",
    severity: String = "error"
  ) -> String {
    """

    [[rule]]
    id = "\(id)"
    match = ["\(match)"]
    require = { \(require) }
    severity = "\(severity)"

    """
  }

  private static func waiver(_ rule: String, until day: String) -> String {
    """

    [[waiver]]
    rule = "\(rule)"
    match = ["**"]
    reason = "before the roll-out"
    owner = "records office"
    expires = \(day)

    """
  }
}
