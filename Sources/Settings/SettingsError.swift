public import BroadsealBytes
package import BroadsealFiles

/// Why a file of settings, such as `ISSUER.toml`, cannot be used.
public struct SettingsError: Error, Sendable, Hashable {
  /// The file.
  public let path: FilePath
  /// Why, in one line in lower case, with the line of the file where it is known.
  public var reason: String { place.map { "line \($0.line): \(explanation)" } ?? explanation }
  /// The same without the line.
  package let explanation: String
  /// Where in the file it is, where that is known.
  package let place: SettingsPlace?
  /// What to do about it, when something can be done.
  public let hint: String?
  /// Why the file could not be read; nil when it could.
  package let source: SourceError?

  /// A fault of what stands in the file.
  package init(
    _ path: FilePath, _ reason: String, at place: SettingsPlace? = nil, hint: String? = nil
  ) {
    self.path = path
    explanation = reason
    self.place = place
    self.hint = hint
    source = nil
  }

  /// A file that could not be read.
  package init(_ path: FilePath, unreadable error: SourceError) {
    self.path = path
    explanation = error.reason
    place = nil
    hint = nil
    source = error
  }
}

extension SettingsError: CustomStringConvertible {
  /// Path and reason in one line.
  public var description: String { "\(path.display): \(reason)" }
}
