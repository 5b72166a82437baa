import ArgumentParser
import BroadsealBytes
import BroadsealReporting

/// `broadseal init`: asks who signs and with what, checks it, and writes the profile.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write ISSUER.toml: asks six questions, and checks the answers before it writes.",
    usage: "broadseal init [--key <file|uri>] [--government <list.json>] [<options>]",
    discussion: """
      What an option says is not asked; without a terminal nothing is. The certificate goes through the \
      rules of keys check, and the list, when there is one, has to accept it: where a rule is broken, \
      nothing is written. A key is read and never written, no file is replaced, and no socket is opened. \
      Exit codes: 0 written, 1 a rule is broken, 2 usage, an answer or file that cannot be used, or a profile of that \
      name is there, 3 it cannot be written, 6 the list is not believed, 70 a bug, 130 interrupted.
      """)

  @Option(
    name: .output, help: ArgumentHelp("The profile to write.", valueName: "issuer.toml"))
  var output: PathArgument?

  @OptionGroup(title: "Answers")
  var answers: ProfileAnswers

  @OptionGroup
  var passphrase: PassphraseOptions

  @OptionGroup
  var expiry: ExpiryOptions

  @Option(help: "Language of the text: en or ja; the locale's if absent.")
  var lang: TableLanguage?

  func validate() throws {
    if output?.isStandardStream == true {
      throw ValidationError("a profile is not written to standard output; ./- is a file called -")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    let wording = Wording((lang ?? .usual).language)
    try InitRun(
      path: output?.path ?? "ISSUER.toml", answers: answers, passphrase: passphrase, expiry: expiry,
      questions: Questions(wording), wording: wording
    ).run()
  }
}
