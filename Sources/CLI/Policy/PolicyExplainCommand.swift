import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import BroadsealFiles
import BroadsealFolders
import BroadsealJSON
import BroadsealReporting
import BroadsealVerifying

/// `broadseal policy explain`: which rules of a policy apply to a file, and why.
struct PolicyExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say which rules of a policy apply to a file, and why.",
    discussion: """
      Patterns are held against the path below --in, and against the path as it is named. Exit codes: 1 \
      the file does not keep a rule, 3 it could not be judged.
      """)

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: PathArgument

  @Option(help: ArgumentHelp("The policy; without it what is built in.", valueName: "file.toml"))
  var policy: PathArgument?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("The folder that an audit is asked to judge.", valueName: "folder"))
  var folder: PathArgument?

  @OptionGroup(title: "Trust")
  var trust: JudgingOptions

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func run() throws {
    try result.open(
      sparing: [file.path].withLabels + [policy?.path].compactMap(\.self) + trust.files)
    guard FileNode(file.path) != nil else {
      throw Failure(.usage, file.path, "there is no such file")
    }
    let time = trust.time()
    var options = PolicyOptions()
    options.policy = policy
    options.control = []
    let asked = try options.asked()
    let context = try trust.context(at: time)
    let verifier = Verifier(
      trust: context, at: time, clock: trust.clock,
      options: trust.options(digestsFile: false),
      evidence: try trust.revocation.evidence(among: context.certificates),
      manifests: trust.revocation.manifests)
    var measure = AuditMeasure(at: time)
    measure.policy = asked
    let judgement = Judgement(path: file.path, verdict: verifier.verify(file.path))
      .held(against: measure, rootLength: rootLength)
    let told = PolicyExplanation(
      policy: asked, judgement: judgement, time: time, isBelow: rootLength > 0, folder: folder?.path
    )
    switch result.format {
    case .text:
      try Console.write(result.lang.wordings.map(told.text).joined(separator: "\n"))
    case .json: try Console.write(told.json)
    }
    let counting = judgement.findings.filter { FailOn.usual.includes($0) }
    throw Outcome(
      code: counting.contains { !$0.isGap } ? .failed : counting.isEmpty ? .success : .incomplete)
  }

  /// How many bytes of the path are the folder.
  private var rootLength: Int {
    guard var bytes = folder?.path.bytes else { return 0 }
    if bytes.last != UInt8(ascii: "/") { bytes.append(UInt8(ascii: "/")) }
    return file.path.bytes.starts(with: bytes) ? bytes.count : 0
  }
}

/// Which rules apply to a file, and why.
struct PolicyExplanation {
  let policy: Policy
  let judgement: Judgement
  let time: UTCTime
  /// Whether the file is below the folder of `--in`.
  let isBelow: Bool
  /// That folder; nil where none was named.
  let folder: FilePath?

  /// What becomes of a rule.
  private enum Fate {
    /// It is about other files.
    case otherFiles
    /// The file is not as it has to be for the rule to apply.
    case doesNotApply([Shortfall])
    /// The file keeps it.
    case kept
    /// The file does not.
    case open(AuditFinding)
  }

  /// What becomes of each rule, in the policy's order.
  private var fates: [(rule: PolicyRule, fate: Fate)] {
    let facts = Facts(judgement.verdict, at: time)
    return policy.rules.enumerated().map { index, rule in
      guard judgement.rules.contains(index) else { return (rule, .otherFiles) }
      guard rule.applies(to: facts) else {
        return (
          rule,
          .doesNotApply(
            rule.when.filter { $0.isMet(by: facts) != true }
              .map { Shortfall($0, isDenied: false, found: $0.found(in: facts)) })
        )
      }
      let finding = judgement.findings.first { $0.rule == rule.id }
      return (rule, finding.map { .open($0) } ?? .kept)
    }
  }

  /// Findings of what is built in, whatever the policy says.
  private var others: [AuditFinding] { judgement.findings.filter { $0.kind != .requirement } }

  /// A line a rule, and what is asked and found below it.
  func text(in wording: Wording) -> String {
    var text = Untrusted.path(judgement.path) + "\n"
    for (rule, fate) in fates {
      text += "  \(Untrusted.clean(rule.id))  "
      switch fate {
      case .otherFiles:
        let patterns = rule.match.map { Untrusted.clean($0.pattern) }.joined(separator: ", ")
        text += wording.say("is about other files: ", "対象外: ") + patterns + "\n"
      case .doesNotApply(let missing):
        text +=
          wording.say("does not apply: ", "適用されません: ")
          + missing.map(wording.clause).joined(separator: "; ") + "\n"
      case .kept: text += wording.say("is kept", "満たしています") + "\n"
      case .open(let finding): text += told(finding, wording)
      }
    }
    for finding in others { text += "  \(finding.rule)  " + told(finding, wording) }
    let isAboutOthers = fates.contains { if case .otherFiles = $0.fate { true } else { false } }
    return isAboutOthers && !isBelow ? text + whole(wording) : text
  }

  /// What the patterns were held against, where that is no path below a folder.
  private func whole(_ wording: Wording) -> String {
    let path = Untrusted.path(judgement.path)
    guard let folder else {
      return wording.say(
        "  Patterns were held against \(path). --in FOLDER names the folder that an audit is asked to judge: they are held "
          + "against the path below it too.\n",
        "  パターンは\(path)と照合しました。監査の対象とするフォルダーを --in で指定すると、その下のパスとも照合します。\n")
    }
    return wording.say(
      "  Patterns were held against \(path), which is not below \(Untrusted.path(folder)).\n",
      "  パターンは\(path)と照合しました。このファイルは\(Untrusted.path(folder))の下にありません。\n")
  }

  /// The same as its schema `broadseal.policy/1` has it.
  var json: JSON.Value {
    let rules = fates.map { rule, fate -> JSON.Value in
      var members: [(String, JSON.Value)] = [("rule", .string(rule.id))]
      switch fate {
      case .otherFiles: members.append(("state", "other-files"))
      case .doesNotApply: members.append(("state", "does-not-apply"))
      case .kept: members.append(("state", "kept"))
      case .open(let finding): members += [("state", "open"), ("finding", finding.told)]
      }
      return .object(JSON.Object(members))
    }
    return Tool.document(
      .policy,
      judgement.path.members("path") + [
        ("kept", .array(rules)), ("findings", .array(others.map(\.told))),
      ])
  }

  private func told(_ finding: AuditFinding, _ wording: Wording) -> String {
    var text = "\(wording.word(for: finding.severity)): \(wording.sentence(for: finding))\n"
    if let waiver = finding.waiver {
      let (reason, owner) = (Untrusted.clean(waiver.reason), Untrusted.clean(waiver.owner))
      text +=
        "    "
        + wording.say(
          "waived before \(waiver.expires.display) by \(owner): \(reason)",
          "\(waiver.expires.display)まで適用除外(\(owner)):\(reason)") + "\n"
    }
    if !finding.controls.isEmpty {
      text += "    " + finding.controls.map(Untrusted.clean).joined(separator: "; ") + "\n"
    }
    return text + "    → \(wording.remedy(for: finding))\n"
  }
}
