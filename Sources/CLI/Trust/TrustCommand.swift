import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// `broadseal trust`: whom a run would believe, and the lists that say so.
struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "Show, check, sign, update and export trust lists.",
    subcommands: [
      TrustShowCommand.self, TrustCheckCommand.self, TrustSignCommand.self,
      TrustUpdateCommand.self, TrustExportCommand.self,
    ])
}

/// `broadseal trust show`: everybody whom a run with these options would believe.
struct TrustShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show whom a run with the same trust options would believe.",
    usage: "broadseal trust show [<options>]")

  @OptionGroup(title: "Trust")
  var trust: TrustOptions

  func run() throws {
    let context = try trust.context(at: trust.time())
    try Console.write(TrustText.text(of: context))
  }
}

/// `broadseal trust export`: the certificates of proved lists, for other tools.
struct TrustExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the certificates of the lists that were proved as PEM, for other tools.",
    usage: "broadseal trust export [--tsa] [<options>]")

  @OptionGroup(title: "Trust")
  var trust: TrustOptions

  @Flag(help: "The anchors of time-stamp authorities instead of claim signers.")
  var tsa = false

  @Flag(help: "As PEM, the only form there is.")
  var pem = false

  func run() throws {
    let context = try trust.context(at: trust.time())
    let store = tsa ? context.tsaAnchors : context.claimAnchors
    guard let store else { throw Failure.usage("there are no such anchors in what was given") }
    try Console.write(store.certificates.flatMap(\.pem))
  }
}

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
