import ArgumentParser

/// A text on the command line: valid UTF-8 that says something.
struct PlainText: ExpressibleByArgument, Sendable, Hashable {
  /// The text.
  let text: String

  init?(argument: String) {
    guard !argument.isEmpty, ArgumentText.isPlain(argument) else { return nil }
    text = argument
  }
}
