import ArgumentParser
import BroadsealJSON
import BroadsealTrust
import Glibc

/// `broadseal trust diff`: what two editions of a list say differently.
struct TrustDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what two editions of a trust list say differently, and what is lost.",
    usage: "broadseal trust diff <old.json> <new.json> [-f text|json] [--lang <lang>]",
    discussion: """
      Signed lists and drafts alike; nothing is proved here, trust check does that. What is lost \
      is marked ✗: an agency, a service, a certificate, a time in which it was granted, or a \
      withdrawal that is gone, later or weaker. Exit code 1 when something is lost, else 0.
      """)

  /// How the differences are told.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("The older list.", valueName: "old.json"))
  var old: PathArgument

  @Argument(help: ArgumentHelp("The newer list.", valueName: "new.json"))
  var new: PathArgument

  @Option(name: .format, help: "text or json (broadseal --schema listdiff).")
  var format: Format = .text

  @Option(help: "Language of the text: en, ja or both.")
  var lang: LanguageArgument = .usual

  func validate() throws { try [old, new].refuseStandardInput() }

  func run() throws {
    let diff = ListDiff(from: try old.trustList(), to: try new.trustList())
    switch format {
    case .text:
      for (number, wording) in lang.wordings.enumerated() {
        let text = ListDiffText(wording: wording, terminal: Terminal(of: STDOUT_FILENO))
        try Console.write((number == 0 ? "" : "\n") + text.text(of: diff))
      }
    case .json: try Console.write(JSON.Writer.write(diff.json, pretty: true) + "\n")
    }
    if !diff.losses.isEmpty { throw Outcome(code: .failed) }
  }
}
