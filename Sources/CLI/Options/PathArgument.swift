import ArgumentParser
import BroadsealBytes

/// A path on the command line, byte for byte.
struct PathArgument: ExpressibleByArgument, Sendable, Hashable {
  /// The path.
  let path: FilePath

  init?(argument: String) {
    guard !argument.isEmpty, let path = FilePath(bytes: ArgumentText.decode(argument)) else {
      return nil
    }
    self.path = path
  }

  static var defaultCompletionKind: CompletionKind { .file() }
}
