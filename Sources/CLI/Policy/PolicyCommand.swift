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
      policy check. Without --agency official-releases asks for the agency of the demo. Exit codes: 0 written, 2 usage, \
      3 it cannot be written.
      """)

  @Argument(help: "Which one.")
  var name: Choice<StarterPolicy>

  @Option(
    help: ArgumentHelp(
      "Your agency, by its identifier in the trust list (official-releases).", valueName: "id"))
  var agency: PlainText?

  @Option(
    help: ArgumentHelp(
      "Its jurisdiction, by the list too: JP, JP-13. Without it none is asked.", valueName: "code"))
  var jurisdiction: PlainText?

  @OptionGroup(title: "Result")
  var result: OutputOptions

  @OptionGroup(title: "Result")
  var language: LanguageOption

  func run() throws {
    try result.open()
    try Console.write(
      StarterPolicy.told(
        name.value.text(of: agency?.text, jurisdiction?.text),
        in: language.lang == .ja ? .japanese : .english))
    guard let path = result.output?.path, path != "-" else { return }
    // What is said of the file is said once it has its name.
    try Console.finish()
    for wording in language.lang.wordings {
      let name = Untrusted.path(path)
      Console.note(
        wording.say(
          "wrote \(name). Change its folders, then: broadseal policy check \(name) FOLDER --trust-dir DIR",
          "\(name)を作成しました。フォルダーを書き換え、broadseal policy check \(name) フォルダー --trust-dir フォルダー で確認してください"
        ))
    }
  }

  func validate() throws {
    if agency != nil || jurisdiction != nil, name.value != .officialReleases {
      throw ValidationError("only official-releases asks for an agency")
    }
    if jurisdiction != nil, agency == nil { throw ValidationError("--jurisdiction needs --agency") }
    for text in [agency, jurisdiction].compactMap(\.?.text)
    where !text.utf8.allSatisfy({ $0.isIdentifier }) || text.isEmpty {
      throw ValidationError("\(text): an identifier has letters, digits, dots and hyphens")
    }
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
      With folders, also which rules are about no file in them; with lists, also which ask for an agency that none \
      of them has. Exit codes: 1 a waiver has ended, or a rule is about no file or asks for such an agency; 2 the \
      policy cannot be used, or a folder is not there; 6 a trust list.
      """)

  @Argument(help: ArgumentHelp("The policy.", valueName: "file.toml"))
  var policy: PathArgument

  @Argument(help: ArgumentHelp("Folders that it is for.", valueName: "folders"))
  var folders: [PathArgument] = []

  @OptionGroup(title: "Trust")
  var trust: TrustOptions

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func run() throws {
    try result.open(sparing: [policy.path] + trust.files)
    let time = trust.time()
    throw Outcome(
      code: try PolicyCheck(
        path: policy.path, folders: folders.map(\.path), context: try trust.context(at: time),
        time: time, format: result.format, wordings: result.lang.wordings
      ).run())
  }
}

extension UInt8 {
  /// Whether identifiers of agencies and jurisdictions have it.
  fileprivate var isIdentifier: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
