import ArgumentParser

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
