import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealReporting
import BroadsealTrust

/// `broadseal trust check`: whether a list would be believed, and why not.
struct TrustCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say of each trust list whether it would be believed, and what it says.",
    discussion: """
      The pinned keys of LIST.json stand beside it as LIST.keys.pem; a list without keys needs the \
      recognition of another list named here. Exit code 6 when a list is not believed.
      """)

  @Argument(help: ArgumentHelp("Government trust lists.", valueName: "list.json"))
  var lists: [PathArgument]

  @Option(help: ArgumentHelp("Judge as of this moment, reading no clock.", valueName: "time"))
  var at: TimeArgument?

  func run() throws {
    let time = at?.time ?? SystemClock.now
    var material = TrustStore()
    for list in lists { try material.addGovernmentList(list.path) }
    let context: TrustContext
    do throws(TrustError) {
      context = try SeenLists.context(material, at: time, isPast: at != nil, remembers: false)
    } catch {
      try Console.write("✗ \(Untrusted.line(error.name)): \(error.kind.description)\n")
      throw error
    }
    for list in context.government {
      try Console.write(
        "✓ \(Untrusted.line(list.name)) is believed\n" + TrustText.text(of: list)
          + TrustText.notes(on: list, among: context.government))
    }
  }
}
