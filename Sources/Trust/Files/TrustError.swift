import BroadsealBytes

/// Trust material that cannot be believed: missing, broken, stale, rolled back or wrongly signed.
///
/// Nothing is ever left out quietly: one bad file stops the run (exit code 6).
public struct TrustError: Error, Hashable, Sendable {
  /// What is wrong.
  public let kind: Kind
  /// The file or list, as the user named it.
  public let name: String
  /// One line in lower case, without a full stop.
  public let reason: String
  /// What the user can do about it, if there is something.
  public let hint: String?

  /// An error about `name`.
  public init(_ kind: Kind, _ name: String, _ reason: String, hint: String? = nil) {
    self.kind = kind
    self.name = name
    self.reason = reason
    self.hint = hint
  }
}

extension TrustError: CustomStringConvertible {
  /// The name and the reason in one line.
  public var description: String { "\(name): \(reason)" }
}

extension TrustError {
  /// Runs a parser and turns its fault into `.malformed` for `name`.
  static func malformed<Value>(
    _ name: String, _ parse: () throws(Malformed) -> Value
  ) throws(TrustError) -> Value {
    do throws(Malformed) {
      return try parse()
    } catch {
      throw TrustError(.malformed, name, error.description)
    }
  }
}
