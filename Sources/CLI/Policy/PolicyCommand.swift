import ArgumentParser
import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealFolders
import BroadsealReporting

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
    usage: "broadseal policy starter <name> [<options>]",
    discussion: """
      official-releases: everything in a folder is official. ai-disclosure: the use of AI is stated. \
      archive-sweep: nothing was altered or left out. Write it into a file, change it, then run \
      policy check. Exit codes: 0 written, 2 usage.
      """)

  @Argument(help: "Which one.")
  var name: Choice<StarterPolicy>

  @OptionGroup(title: "Result")
  var result: OutputOptions

  @OptionGroup(title: "Result")
  var language: LanguageOption

  func run() throws {
    try result.open()
    try Console.write(name.value.text(in: language.lang == .ja ? .japanese : .english))
  }
}

/// `broadseal policy show`: what is asked without a policy.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print what an audit asks without a policy, as a policy has it.",
    usage: "broadseal policy show [<options>]", discussion: "Exit codes: 0 written, 2 usage.")

  @OptionGroup(title: "Result")
  var result: OutputOptions

  @OptionGroup(title: "Result")
  var language: LanguageOption

  func run() throws {
    try result.open()
    try Console.write(Policy.builtInText(in: language.lang == .ja ? .japanese : .english))
  }
}

/// `broadseal policy check`: what is wrong with a policy, and which of its rules are about no file.
struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with a policy, by line and column.",
    usage: "broadseal policy check <file.toml> [<folders> ...] [<options>]",
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

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func run() throws {
    try result.open(sparing: [policy.path])
    throw Outcome(
      code: try PolicyCheck(
        path: policy.path, folders: folders.map(\.path), time: at?.time ?? SystemClock.now,
        format: result.format, wordings: result.lang.wordings
      ).run())
  }
}
