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
    abstract: "Show, check, make, sign, update and export trust lists.",
    discussion: """
      For those who check files: show, check, update, fetch, fingerprint, export. For those who keep a \
      list: draft, add, withdraw, retire, renew, rotate, diff, sign, check.
      """,
    subcommands: [
      TrustShowCommand.self, TrustCheckCommand.self, TrustUpdateCommand.self,
      TrustFetchCommand.self, TrustFingerprintCommand.self, TrustExportCommand.self,
      TrustDraftCommand.self,
      TrustAddCommand.self, TrustWithdrawCommand.self, TrustRetireCommand.self,
      TrustRenewCommand.self, TrustRotateCommand.self, TrustDiffCommand.self,
      TrustSignCommand.self,
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
