import BroadsealBytes

/// Trust material that cannot be believed: missing, broken, stale, rolled back or wrongly signed.
///
/// Nothing is ever left out quietly: one bad file stops the run (exit code 6).
package struct TrustError: Error, Hashable, Sendable {
  /// What is wrong, for programs.
  package enum Kind: String, CaseIterable, Sendable {
    /// The file does not exist.
    case missing
    /// The file exists and cannot be read.
    case unreadable
    /// The file is larger than its named limit.
    case tooLarge = "too-large"
    /// The folder holds a file that no rule names.
    case unknownFile = "unknown-file"
    /// The content does not follow its format.
    case malformed
    /// No pinned keys were found for a list, and no pinned list recognises it.
    case keysMissing = "keys-missing"
    /// The list carries no signature at all.
    case unsigned
    /// Fewer pinned keys than the threshold have signed.
    case notEnoughSignatures = "not-enough-signatures"
    /// The list belongs to another scheme than its keys.
    case wrongScheme = "wrong-scheme"
    /// `NextUpdate` has passed.
    case stale
    /// `ListIssueDateTime` has not come.
    case notYetValid = "not-yet-valid"
    /// The sequence number is below the last one seen.
    case rolledBack = "rolled-back"
  }

  /// What is wrong.
  package let kind: Kind
  /// The file or list, as the user named it.
  package let name: String
  /// One line in lower case, without a full stop.
  package let reason: String
  /// What the user can do about it, if there is something.
  package let hint: String?

  /// An error about `name`.
  package init(_ kind: Kind, _ name: String, _ reason: String, hint: String? = nil) {
    self.kind = kind
    self.name = name
    self.reason = reason
    self.hint = hint
  }
}

extension TrustError: CustomStringConvertible {
  /// The name and the reason in one line.
  package var description: String { "\(name): \(reason)" }
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

  /// `list` is older than its own `NextUpdate`.
  static func stale(_ list: ParsedTrustList) -> TrustError {
    TrustError(
      .stale, list.name, "the trust list is out of date since \(list.content.nextUpdate)",
      hint: "get the current list from its operator")
  }
}
