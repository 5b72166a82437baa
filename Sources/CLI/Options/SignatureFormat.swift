import ArgumentParser

/// How `sign` tells what it did.
enum SignatureFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// A sentence a file.
  case text
  /// One object a line.
  case ndjson
}
