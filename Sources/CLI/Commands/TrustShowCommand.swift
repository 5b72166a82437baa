import ArgumentParser

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
