import ArgumentParser
import Broadseal
import BroadsealReporting
import BroadsealTrust

/// `broadseal keys demo`: a whole demonstration PKI in one folder.
struct KeysDemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Fill a new folder with demonstration keys and trust lists of invented agencies.",
    discussion: "Never for real use: the private keys are not encrypted.")

  @Argument(help: ArgumentHelp("A folder that does not exist or is empty.", valueName: "dir"))
  var folder: PathArgument

  func run() throws {
    Interruption.endsProcess()
    do throws(DemoError) {
      try DemoPKI.make(in: folder.path, now: SystemClock.now)
    } catch {
      if case .cryptography(let cause) = error { throw Failure(.internal, "\(cause)") }
      throw Failure.usage("\(error)")
    }
    try Console.write("\(Untrusted.path(folder.path)): demonstration keys, not for real use\n")
  }
}
