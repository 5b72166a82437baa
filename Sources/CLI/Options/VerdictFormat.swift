import ArgumentParser

/// How `verify` writes verdicts.
enum VerdictFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Three lines and a footer, for people.
  case text
  /// One object, or an array when several files are named.
  case json
  /// One object a line.
  case ndjson
}
