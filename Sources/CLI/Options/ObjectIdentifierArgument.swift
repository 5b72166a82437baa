import ArgumentParser
import BroadsealTrust

/// An object identifier on the command line: `1.3.6.1.5.5.7.3.36`.
struct ObjectIdentifierArgument: ExpressibleByArgument, Sendable, Hashable {
  /// Its dotted form.
  let text: String

  init?(argument: String) {
    guard ObjectIdentifier.isValid(argument) else { return nil }
    text = argument
  }
}
