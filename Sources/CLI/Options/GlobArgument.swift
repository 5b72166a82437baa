import ArgumentParser
import BroadsealAuditing

/// A pattern of paths on the command line.
struct GlobArgument: ExpressibleByArgument, Sendable {
  /// The pattern.
  let glob: Glob

  init?(argument: String) {
    guard ArgumentText.isPlain(argument), let glob = Glob(argument) else { return nil }
    self.glob = glob
  }
}
