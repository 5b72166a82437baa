import BroadsealBytes
import BroadsealJSON

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
      throw TrustError(
        .malformed, name, error.description, hint: NotJSON.hint(for: error.reason))
    }
  }
}

extension TrustError {
  /// What is wrong, for programs.
  ///
  /// Compare it with `==` or in a `switch` with a `default`: later versions may know more kinds.
  public struct Kind: Hashable, Sendable {
    /// The file does not exist.
    public static let missing = Kind(.missing)
    /// The file exists and cannot be read.
    public static let unreadable = Kind(.unreadable)
    /// The file is larger than its named limit.
    public static let tooLarge = Kind(.tooLarge)
    /// The folder holds a file that no rule names.
    public static let unknownFile = Kind(.unknownFile)
    /// The content does not follow its format.
    public static let malformed = Kind(.malformed)
    /// No pinned keys were found for a list, and no pinned list recognises it.
    public static let keysMissing = Kind(.keysMissing)
    /// The list carries no signature at all.
    public static let unsigned = Kind(.unsigned)
    /// Fewer pinned keys than the threshold have signed.
    public static let notEnoughSignatures = Kind(.notEnoughSignatures)
    /// The list belongs to another scheme than its keys.
    public static let wrongScheme = Kind(.wrongScheme)
    /// `NextUpdate` has passed.
    public static let stale = Kind(.stale)
    /// `ListIssueDateTime` has not come.
    public static let notYetValid = Kind(.notYetValid)
    /// The sequence number is below the last one seen.
    public static let rolledBack = Kind(.rolledBack)

    private enum Name: String {
      case missing, unreadable, malformed, unsigned, stale
      case tooLarge = "too-large"
      case unknownFile = "unknown-file"
      case keysMissing = "keys-missing"
      case notEnoughSignatures = "not-enough-signatures"
      case wrongScheme = "wrong-scheme"
      case notYetValid = "not-yet-valid"
      case rolledBack = "rolled-back"
    }

    private let name: Name

    private init(_ name: Name) { self.name = name }
  }
}

extension TrustError.Kind: CustomStringConvertible {
  /// Its name: `rolled-back`.
  public var description: String { name.rawValue }
}
