import ArgumentParser
import BroadsealOpenSSL
import BroadsealTrust

/// `broadseal trust update`: gets the current list and puts it in the place of the old one.
struct TrustUpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Get the current government trust list over the network (opens a socket).",
    usage: "broadseal trust update <list.json> --from <url> [<options>]",
    discussion: """
      The new list is proved by the pinned keys beside the old one (LIST.keys.pem) before it takes \
      its place, and must not be older than anything seen before. A list that names new keys is \
      taken, and the keys with it, only when enough of the old keys and enough of the new ones \
      have signed it; it may be out of date then, and is a step towards the current one. Says what \
      is different. A list that loses an agency or a withdrawal is not taken unless --accept-loss \
      names it. Redirections are not followed. Exit code 3 when nothing could be had, 6 when what \
      came is not to be believed; then everything stays as it was.
      """)

  @Argument(help: ArgumentHelp("The list to replace or to make.", valueName: "list.json"))
  var list: PathArgument

  @Option(help: ArgumentHelp("Where the list is: http:// or https://.", valueName: "url"))
  var from: PlainText

  @Option(
    help: ArgumentHelp(
      "Take the list although this is lost, by the ID that is shown: an agency's, a key's digest, a "
        + "number; with its kind where several are lost. Repeatable.",
      valueName: "id"))
  var acceptLoss: [PlainText] = []

  @OptionGroup
  var network: NetworkOptions

  @Option(help: ArgumentHelp("Seconds to wait altogether.", valueName: "seconds"))
  var timeout = 30

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  @Flag(name: .shortAndLong, help: "Say nothing but errors; the exit code tells.")
  var quiet = false

  func validate() throws {
    guard (1...3_600).contains(timeout) else {
      throw ValidationError("--timeout takes a number from 1 to 3600")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    try result.open(
      sparing: [list.path, TrustStore.keysPath(of: list.path)]
        + [network.tlsCa?.path].compactMap(\.self))
    try TrustUpdateRun(
      list: list, from: try ListSource(from.text, timeout: timeout, network), isQuiet: quiet,
      acceptedLosses: Set(acceptLoss.map(\.text)), format: result.format,
      wordings: result.lang.wordings,
      sources: [network.tlsCa?.path].compactMap(\.self)
    ).run()
  }
}
