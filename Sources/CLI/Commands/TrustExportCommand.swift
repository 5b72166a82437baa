import ArgumentParser
import BroadsealOpenSSL
import BroadsealTrust

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
