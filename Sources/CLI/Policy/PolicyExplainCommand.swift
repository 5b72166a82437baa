import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import BroadsealFolders
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

  @Option(help: "Language of the text: en or ja.")
  var lang: TableLanguage = .en

  func run() throws {
    let time = trust.time()
    var options = PolicyOptions()
    options.policy = policy
    options.control = []
    let asked = try options.asked()
    let verifier = Verifier(
      trust: try trust.context(at: time), at: time, clock: trust.clock,
      options: trust.options(digestsFile: false), evidence: try trust.revocation.evidence(),
      manifests: trust.revocation.manifests)
    var measure = AuditMeasure(at: time)
    measure.policy = asked
    let judgement = Judgement(path: file.path, verdict: verifier.verify(file.path))
      .held(against: measure, rootLength: rootLength)
    try Console.write(
      PolicyExplanation(
        policy: asked, judgement: judgement, time: time, wording: Wording(lang.language)
      )
      .text)
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
  let wording: Wording

  /// A line a rule, and what is asked and found below it.
  var text: String {
    let facts = Facts(judgement.verdict, at: time)
    var text = Untrusted.path(judgement.path) + "\n"
    for (index, rule) in policy.rules.enumerated() {
      text += "  \(Untrusted.clean(rule.id))  "
      guard judgement.rules.contains(index) else {
        let patterns = rule.match.map { Untrusted.clean($0.pattern) }.joined(separator: ", ")
        text += wording.say("is about other files: ", "対象外: ") + patterns + "\n"
        continue
      }
      guard rule.applies(to: facts) else {
        let missing = rule.when.filter { $0.isMet(by: facts) != true }
          .map { Shortfall($0, isDenied: false, found: $0.found(in: facts)) }
        text +=
          wording.say("does not apply: ", "適用されません: ")
          + missing.map(wording.clause).joined(separator: "; ") + "\n"
        continue
      }
      guard let finding = judgement.findings.first(where: { $0.rule == rule.id }) else {
        text += wording.say("is kept", "満たしています") + "\n"
        continue
      }
      text += told(finding)
    }
    for finding in judgement.findings where finding.kind != .requirement {
      text += "  \(finding.rule)  " + told(finding)
    }
    return text
  }

  private func told(_ finding: AuditFinding) -> String {
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
