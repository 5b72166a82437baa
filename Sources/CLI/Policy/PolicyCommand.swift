import ArgumentParser
import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealFolders
import BroadsealReporting
import BroadsealSettings

/// `broadseal policy`: what an audit asks of files.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Write, check and explain policies: what an audit asks of files.",
    subcommands: [
      PolicyStarterCommand.self, PolicyCheckCommand.self, PolicyExplainCommand.self,
      PolicyShowCommand.self,
    ])
}

/// `broadseal policy starter`: a policy to begin with.
struct PolicyStarterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "starter",
    abstract: "Print a policy to begin with.",
    discussion: """
      official-releases: everything in a folder is official. ai-disclosure: the use of AI is stated. \
      archive-sweep: nothing was altered or left out. Write it into a file, change it, then run \
      policy check.
      """)

  @Argument(help: "Which one.")
  var name: Choice<StarterPolicy>

  func run() throws { try Console.write(name.value.text) }
}

/// `broadseal policy show`: what is asked without a policy.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print what an audit asks without a policy, as a policy has it.")

  func run() throws { try Console.write(Policy.builtInText) }
}

/// `broadseal policy check`: what is wrong with a policy, and which of its rules are about no file.
struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with a policy, by line and column.",
    discussion: """
      With folders, also which rules are about no file in them. Exit codes: 1 a waiver has ended, or a \
      rule is about no file; 2 the policy cannot be used.
      """)

  @Argument(help: ArgumentHelp("The policy.", valueName: "file.toml"))
  var policy: PathArgument

  @Argument(help: ArgumentHelp("Folders that it is for.", valueName: "folders"))
  var folders: [PathArgument] = []

  @Option(help: ArgumentHelp("Judge waivers as of this moment.", valueName: "time"))
  var at: TimeArgument?

  @Option(help: "Language of the text: en or ja.")
  var lang: TableLanguage = .en

  func run() throws {
    throw Outcome(
      code: try PolicyCheck(
        path: policy.path, folders: folders.map(\.path), time: at?.time ?? SystemClock.now,
        wording: Wording(lang.language)
      ).run())
  }
}

/// Checks one policy.
struct PolicyCheck {
  let path: FilePath
  let folders: [FilePath]
  let time: UTCTime
  let wording: Wording

  /// Says what is wrong, and how the run ends.
  func run() throws(Failure) -> ExitCode {
    let reader: PolicyReader
    do throws(SettingsError) { reader = try PolicyReader(path) } catch {
      throw Failure(policy: error)
    }
    guard let policy = reader.policy else {
      for fault in reader.faults { Console.report(Failure(policy: fault)) }
      return .usage
    }
    let findings = findings(of: policy)
    for finding in findings {
      let word = wording.word(for: finding.severity)
      try Console.write(
        "\(word): \(wording.sentence(for: finding)) \(wording.remedy(for: finding))\n")
    }
    let (rules, waivers) = (policy.rules.count, policy.waivers.count)
    try Console.write(
      wording.say(
        "\(Untrusted.path(path)): \(Progress.count(rules, "rule")), "
          + "\(Progress.count(waivers, "waiver")); it can be used.\n",
        "\(Untrusted.path(path)):規則\(rules)件、適用除外\(waivers)件。使用できます。\n"))
    return findings.isEmpty ? .success : .failed
  }

  /// What the policy says of itself, and of files in the folders.
  private func findings(of policy: Policy) -> [AuditFinding] {
    var summary = Summary(policy)
    var walk = Walk(folders)
    while !folders.isEmpty, let entry = walk.next() {
      if case .file = entry.kind { summary.note(policy.rules(about: entry)) }
    }
    summary.finish(isComplete: !folders.isEmpty, at: time)
    return summary.groups.map(\.finding)
  }
}
