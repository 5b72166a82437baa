import ArgumentParser
import BroadsealJSON
import BroadsealTrust

/// `broadseal trust diff`: what two editions of a list say differently.
struct TrustDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what two editions of a trust list say differently, and what is lost.",
    usage: "broadseal trust diff <old.json> <new.json> [<options>]",
    discussion: """
      Signed lists and drafts alike; nothing is proved here, trust check does that. What is lost \
      is marked ✗: an agency, a service, a certificate, a time in which it was granted, or a \
      withdrawal that is gone, later or weaker. Exit code 1 when something is lost, else 0.
      """)

  @Argument(help: ArgumentHelp("The older list.", valueName: "old.json"))
  var old: PathArgument

  @Argument(help: ArgumentHelp("The newer list.", valueName: "new.json"))
  var new: PathArgument

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func validate() throws { try [old, new].refuseStandardInput() }

  func run() throws {
    try result.open(sparing: [old.path, new.path])
    let diff = ListDiff(from: try old.trustList(), to: try new.trustList())
    switch result.format {
    case .text:
      for (number, wording) in result.lang.wordings.enumerated() {
        let text = ListDiffText(wording: wording, terminal: Console.terminal)
        try Console.write((number == 0 ? "" : "\n") + text.text(of: diff))
      }
    case .json: try Console.write(diff.json)
    }
    if !diff.losses.isEmpty { throw Outcome(code: .failed) }
  }
}
