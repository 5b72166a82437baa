import ArgumentParser
import BroadsealBytes

/// `broadseal trust sign`: adds signatures to a list; each keeper of a key signs in turn.
struct TrustSignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Sign a trust list; a list that is signed already keeps its signatures.",
    usage: """
      broadseal trust sign <list> --key <file> -o <file>
      broadseal trust sign <list> --key <file> -o <file> --predecessor <old>
      """,
    discussion: """
      Shows what you are about to sign: everything that a first list says, and of each later \
      number what it says differently than the one that is published, which --predecessor names \
      and the keys beside it prove. Then asks on the terminal; where there is none, --yes is \
      needed. A list is refused that loses an agency, a service, a certificate, \
      a history or a withdrawal, unless --accept-loss names each; whose number is not above; that \
      is another list; and one that is out of date, or will be within the hour. Exit codes: 0 signed, 2 usage, a key \
      that cannot be used, or nobody can be asked, 3 a file cannot be read or written, 6 the list is refused, \
      70 a bug, 130 interrupted, or the answer was not yes.
      """)

  @Argument(
    help: ArgumentHelp("The draft, or the list with others' signatures.", valueName: "list.json"))
  var list: PathArgument

  @Option(help: ArgumentHelp("A private list key. Repeatable.", valueName: "file"))
  var key: [PathArgument]

  @Option(name: .output, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: PathArgument

  @Option(
    help: ArgumentHelp(
      "The list that is published now, with its keys beside it.", valueName: "list.json"))
  var predecessor: PathArgument?

  @Option(
    help: ArgumentHelp(
      "Sign although this is lost, by the ID that is shown: an agency's, a key's digest, a number; with its "
        + "kind where several are lost. Repeatable.",
      valueName: "id"))
  var acceptLoss: [PlainText] = []

  @Flag(help: "Sign a list that is out of date, or will be within the hour.")
  var acceptStale = false

  @Flag(name: .shortAndLong, help: "Sign without being asked.")
  var yes = false

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @OptionGroup
  var passphrase: PassphraseOptions

  @OptionGroup
  var language: LanguageOption

  func validate() throws { try [list].refuseStandardInput() }

  func run() throws {
    Interruption.endsProcess()
    try TrustSignRun(
      list: list, keys: key, output: output, predecessor: predecessor,
      acceptedLosses: Set(acceptLoss.map(\.text)), acceptsStale: acceptStale, isAsked: !yes,
      overwrites: force, wordings: language.lang.wordings, passphrase: passphrase
    ).run()
  }
}
