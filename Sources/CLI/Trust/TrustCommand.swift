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
      For those who check files: show, check, update, fetch, fingerprint, export. For those who \
      keep a list: draft, add, remove, withdraw, retire, renew, rotate, diff, sign, check.
      """,
    subcommands: [
      TrustShowCommand.self, TrustCheckCommand.self, TrustUpdateCommand.self,
      TrustFetchCommand.self, TrustFingerprintCommand.self, TrustExportCommand.self,
      TrustDraftCommand.self,
      TrustAddCommand.self, TrustRemoveCommand.self, TrustWithdrawCommand.self,
      TrustRetireCommand.self,
      TrustRenewCommand.self, TrustRotateCommand.self, TrustDiffCommand.self,
      TrustSignCommand.self,
    ])
}

/// `broadseal trust show`: everybody whom a run with these options would believe.
struct TrustShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show whom a run with the same trust options would believe.",
    usage: "broadseal trust show [<options>]",
    discussion: "Exit code 6 when something that was given is not believed: then nobody is shown.")

  @OptionGroup(title: "Trust")
  var trust: TrustOptions

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func run() throws {
    try result.open(sparing: trust.files)
    let context = try trust.context(at: trust.time())
    switch result.format {
    case .text:
      for (number, wording) in result.lang.wordings.enumerated() {
        try Console.write((number == 0 ? "" : "\n") + TrustText(wording).text(of: context))
      }
    case .json:
      let anchors = [
        ("claim", context.anchors.claimAnchors), ("time-stamp", context.anchors.tsaAnchors),
      ].compactMap { name, store in store.map { TrustJSON.anchors(named: name, $0.certificates) } }
      try Console.write(
        TrustJSON.document(
          lists: context.government.map { TrustJSON.list($0) }, anchors: anchors,
          believed: context.anchors))
    }
  }
}

/// `broadseal trust export`: the certificates of proved lists, for other tools.
struct TrustExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the certificates of the lists that were proved as PEM, for other tools.",
    usage: "broadseal trust export [--tsa] [<options>]",
    discussion: """
      Exit codes: 0 written, 2 there are no such anchors, 3 the file cannot be written, 6 something that was given is not believed.
      """)

  @OptionGroup(title: "Trust")
  var trust: TrustOptions

  @Flag(help: "The anchors of time-stamp authorities instead of claim signers.")
  var tsa = false

  @Flag(help: "As PEM, the only form there is.")
  var pem = false

  @OptionGroup(title: "Result")
  var result: OutputOptions

  @OptionGroup(title: "Result")
  var language: LanguageOption

  func run() throws {
    try result.open(sparing: trust.files)
    let context = try trust.context(at: trust.time())
    let store = tsa ? context.tsaAnchors : context.claimAnchors
    guard let store else { throw Failure.usage("there are no such anchors in what was given") }
    try Console.write(store.certificates.flatMap(\.pem))
  }
}
