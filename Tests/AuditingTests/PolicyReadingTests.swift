import BroadsealBytes
import BroadsealFolders
import BroadsealReporting
import BroadsealSettings
import BroadsealVerifying
import TestSupport
import Testing

@testable import BroadsealAuditing

@Suite("A policy is read strictly, and every mistake has its line and column")
struct PolicyReadingTests {
  private func reader(_ text: String) throws -> PolicyReader {
    let scratch = Scratch().keptToTheEnd()
    return try PolicyReader(FilePath(scratch.write(Array(text.utf8), to: "policy.toml")))
  }

  private static let head = "policy_version = 1\n"
  private static let rule = head + "[[rule]]\nid = \"A-1\"\nmatch = [\"**\"]\n"
  private static let kept = rule + "require = { origin = \"official\" }\n"
  private static let waiver = kept + "[[waiver]]\nrule = \"A-1\"\nmatch = [\"a/**\"]\n"

  /// A mistake: the text, a part of what is said, and where.
  private static let mistakes: [(text: String, reason: String, line: Int, column: Int)] = [
    ("", "policy_version is missing", 0, 0),
    ("policy_version = 2\n[[rule]]\n", "not one that this version reads", 1, 1),
    ("policy_version = \"1\"\n", "is not a whole number", 1, 1),
    (head, "asks for nothing", 0, 0),
    (head + "polcy = 1\n", "unknown key polcy", 2, 1),
    (head + "name = 3\n", "name is not a text", 2, 1),
    (head + "default = \"deny\"\n", "default cannot be deny", 2, 1),
    (head + "rule = 3\n", "an array of tables", 2, 1),
    (head + "[rule]\nid = \"A\"\n", "an array of tables", 2, 1),
    (head + "[[rule]]\nmatch = [\"**\"]\n", "id is missing in [[rule]] 1", 2, 1),
    (head + "[[rule]]\nid = \"A 1\"\nmatch = \"**\"\n", "cannot be A 1", 3, 1),
    (head + "[[rule]]\nid = \"BASE-ALTERED\"\n", "built in", 3, 1),
    (head + "[[rule]]\nid = \"A\"\n", "match is missing", 2, 1),
    (head + "[[rule]]\nid = \"A\"\nmatch = []\n", "match is missing", 2, 1),
    (head + "[[rule]]\nid = \"A\"\nmatch = [\"a\", 3]\n", "an array of texts", 4, 1),
    (head + "[[rule]]\nid = \"A\"\nmatch = [\"a\", \"../b\"]\n", "has no dots", 4, 15),
    (head + "[[rule]]\nid = \"A\"\nmatch = [\"./b\"]\n", "has no dots", 4, 10),
    (head + "[[rule]]\nid = \"A\"\nmatch = ['a\\b']\n", "nothing is escaped", 4, 10),
    (head + "[[rule]]\nid = \"A\"\nmatch = [\"/srv/**\"]\n", "below the folder", 4, 10),
    (head + "[[rule]]\nid = \"A\"\nmatch = [\"^a.*$\"]\n", "no regular expression", 4, 10),
    (head + "[[rule]]\nid = \"A\"\nmatch = [\"a/b**\"]\n", "whole folders", 4, 10),
    (head + "[[rule]]\nid = \"A\"\nmatch = [\"*.{a,b}\"]\n", "patterns of their own", 4, 10),
    (head + "[[rule]]\nid = \"A\"\nmatch = [\"[a\"]\n", "is no pattern", 4, 10),
    (rule, "asks for nothing", 3, 1),
    (rule + "require = {}\n", "require in [[rule]] 1 is empty", 5, 1),
    (rule + "require = { orign = \"official\" }\n", "unknown key orign", 5, 13),
    (rule + "require = { origin = \"offical\" }\n", "cannot be offical", 5, 13),
    (rule + "require = { origin = [\"official\", \"x\"] }\n", "cannot be x", 5, 35),
    (rule + "require = { origin = [] }\n", "is empty", 5, 13),
    (rule + "require = { ai = [\"generated\", \"generated\"] }\n", "says generated twice", 5, 32),
    (rule + "require = { integrity = \"unreadable\" }\n", "cannot be unreadable", 5, 13),
    (rule + "require = { jurisdiction = \"us\" }\n", "cannot be us", 5, 13),
    (rule + "require = { format = \"jpg\" }\n", "is no format: jpg", 5, 13),
    (rule + "require = { timestamp = true }\n", "a text or an array of texts", 5, 13),
    (rule + "require = { holds = \"yes\" }\n", "is not true or false", 5, 13),
    (rule + "require = { max_age_days = 0 }\n", "no number of days", 5, 13),
    (rule + "require = { certificate_days = -1 }\n", "no number of days", 5, 13),
    (rule + "[rule.require]\nai_fields = \"model\"\n", "cannot be model", 6, 1),
    (kept + "deny = { origin = [\"official\"] }\n", "takes away all", 6, 1),
    (kept + "severity = \"fatal\"\n", "cannot be fatal", 6, 1),
    (kept + "controls = [\"\"]\n", "an array of texts", 6, 1),
    (kept + "title = \"\"\n", "is not a text", 6, 1),
    (
      kept + "[[rule]]\nid = \"A-1\"\nmatch = \"b\"\ndeny = { ai = \"unknown\" }\n",
      "another rule's", 7, 1
    ),
    (kept + "[builtin]\naltrd = \"off\"\n", "unknown key altrd", 7, 1),
    (kept + "[builtin]\naltered = \"none\"\n", "cannot be none", 7, 1),
    (waiver + "owner = \"o\"\nexpires = 2030-01-01\n", "reason is missing in [[waiver]] 1", 6, 1),
    (waiver + "reason = \"r\"\nexpires = 2030-01-01\n", "owner is missing", 6, 1),
    (waiver + "reason = \"r\"\nowner = \"o\"\n", "expires is missing", 6, 1),
    (
      waiver + "reason = \"r\"\nowner = \"o\"\nexpires = \"soon\"\n", "a day, as in 2027-03-31", 11,
      1
    ),
    (
      kept + "[[waiver]]\nrule = \"A-2\"\nmatch = \"a\"\nreason = \"r\"\nowner = \"o\"\n"
        + "expires = 2030-01-01\n", "names no rule: A-2", 7, 1
    ),
    (
      kept + "[[waiver]]\nrule = \"A-1\"\nreason = \"r\"\nowner = \"o\"\nexpires = 2030-01-01\n",
      "match is missing", 6, 1
    ),
  ]

  @Test("each mistake is said where it is", arguments: Self.mistakes.indices)
  func mistake(index: Int) throws {
    let (text, reason, line, column) = Self.mistakes[index]
    let reader = try reader(text)
    #expect(reader.policy == nil)
    let fault = try #require(
      reader.faults.first { $0.explanation.contains(reason) }, "\(reader.faults)")
    #expect((fault.place?.line ?? 0) == line, "\(fault.reason)")
    #expect((fault.place?.column ?? 0) == column, "\(fault.reason)")
  }

  @Test("what is no TOML is said by line and column too")
  func noTOML() {
    let fault = #expect(throws: SettingsError.self) { try reader("policy_version = 1\nname = \n") }
    #expect(fault?.place?.line == 2)
    #expect((fault?.place?.column ?? 0) > 1)
  }

  @Test("all mistakes are told at once, in the order of the file")
  func all() throws {
    let reader = try reader(
      Self.head + "[[rule]]\nid = \"A\"\n[[rule]]\nid = \"B\"\nmatch = \"b\"\nrequire = { x = 1 }\n"
        + "[[waiver]]\nrule = \"A\"\n")
    #expect(reader.faults.map { $0.place?.line } == [2, 7, 8])
  }

  @Test("a policy is read as it stands")
  func whole() throws {
    let policy = try #require(
      try reader(
        Self.head + "name = \"N\"\ndefault = \"allow\"\n[builtin]\nno-label = \"off\"\n"
          + "not-read = \"warning\"\n[[rule]]\nid = \"A-1\"\ntitle = \"T\"\nmatch = [\"a/**\", \"*.pdf\"]\n"
          + "exclude = \"b\"\nwhen = { ai = [\"generated\"], claim = true }\n"
          + "require = { ai_fields = [\"system\", \"version\"], certificate_days = 30 }\n"
          + "deny = { codes = [\"PDF-LATER-CHANGE\"] }\nseverity = \"warning\"\ncontrols = [\"C 1\"]\n"
          + "remedy = \"R\"\n[[waiver]]\nrule = \"A-1\"\nmatch = \"a/old/**\"\nreason = \"r\"\n"
          + "owner = \"o\"\nexpires = 2027-03-31\n"
      ).policy)
    let rule = try #require(policy.rules.first)
    #expect(policy.name == "N" && !policy.reportsUnmatched)
    #expect(policy.builtIn[.noLabel] == nil && policy.builtIn[.notRead] == .warning)
    #expect(policy.builtIn[.altered] == .error)
    #expect(rule.match.map(\.pattern) == ["a/**", "*.pdf"] && rule.exclude.count == 1)
    #expect(rule.when == [.claim(true), .ai([.generated])])
    #expect(rule.require == [.aiFields([.system, .version]), .certificateDays(30)])
    #expect(rule.deny == [.codes(["PDF-LATER-CHANGE"])])
    #expect(rule.severity == .warning && rule.controls == ["C 1"] && rule.remedy == "R")
    #expect(policy.waivers.first?.expires == UTCTime(rfc3339: "2027-04-01T00:00:00Z"))
    #expect(policy.source?.sha256.count == 64)
  }

  @Test(
    "every policy that ships can be read, and so can what is built in",
    arguments: StarterPolicy.allCases)
  func starters(starter: StarterPolicy) throws {
    let read = try reader(starter.text)
    #expect(read.faults.isEmpty, "\(read.faults)")
    #expect(read.policy?.rules.allSatisfy { $0.title != nil } == true)
    #expect(read.policy?.controls.isEmpty == false)
    #expect(starter.text(in: .english) == starter.text)
    let other = try reader(starter.text(in: .japanese))
    #expect(other.faults.isEmpty, "\(other.faults)")
    let (english, japanese) = (try #require(read.policy), try #require(other.policy))
    #expect(japanese.rules.map(\.id) == english.rules.map(\.id))
    #expect(japanese.rules.map(\.when) == english.rules.map(\.when))
    #expect(japanese.rules.map(\.require) == english.rules.map(\.require))
    #expect(japanese.rules.map(\.deny) == english.rules.map(\.deny))
    // Whatever a person reads is Japanese: names, titles, remedies, reasons and remarks.
    for line in starter.text(in: .japanese).split(separator: "\n") {
      let isSaid =
        ["name = ", "title = ", "remedy = ", "# reason = ", "# owner = "].contains(
          where: line.hasPrefix) || line.contains("# ") && !line.hasPrefix("# ")
      let isJapanese = line.unicodeScalars.contains { $0.value > 0x3000 }
      #expect(!isSaid || isJapanese, "\(line)")
      #expect(!line.contains("JP AI Guidelines"), "\(line)")
    }
    for language in Language.allCases {
      let builtIn = try reader(Policy.builtInText(in: language))
      #expect(builtIn.faults.isEmpty, "\(builtIn.faults)")
      #expect(builtIn.policy?.builtIn == Policy.usual)
    }
    let shipped = Scratch.bytes(
      of: Corpus.packageFolder + "/Samples/policies/\(starter.rawValue).toml")
    #expect(shipped.map { String(decoding: $0, as: UTF8.self) } == starter.text)
  }
}
