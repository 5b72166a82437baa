/// Why a time stamp could not be read, believed or had.
package struct TimeStampError: Error, Hashable, Sendable {
  /// What it means for a verdict; the first five are C2PA's `timeStamp.…` codes (2.5 §14.8.2).
  package enum Kind: String, Hashable, Sendable {
    /// The token or response does not follow RFC 3161.
    case malformed
    /// The signature of the token is wrong, or it stamps something else.
    case mismatch
    /// An algorithm is not allowed, the signer's certificate is absent, or no chain ends at an anchor.
    case untrusted
    /// The stamped time lies outside the validity of a certificate of the chain.
    case outsideValidity
    /// A certificate may not sign time stamps, or breaks a rule of RFC 5280.
    case credentialInvalid
    /// The authority answered that it will not stamp.
    case refused
    /// The authority could not be reached in time, or is set up wrongly.
    case unavailable
  }

  /// What it means for a verdict.
  package let kind: Kind
  /// What is wrong, in lower case and without a full stop.
  package let reason: String

  /// An error with its meaning and its reason.
  package init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }
}

extension TimeStampError: CustomStringConvertible {
  /// Meaning and reason in one line.
  package var description: String { "time stamp \(kind.rawValue): \(reason)" }
}
