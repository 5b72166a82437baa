/// Why a request over the network failed.
package struct HTTPError: Error, Hashable, Sendable {
  /// What kind of fault it was.
  package enum Kind: String, Hashable, Sendable {
    /// The address is not understood, or not allowed.
    case address
    /// Nobody answers there, or not in time.
    case unreachable
    /// The server could not prove who it is.
    case identity
    /// The server answered something else than what was asked for.
    case answer
    /// The answer is larger than its named limit.
    case tooLarge = "too-large"
  }

  /// What kind of fault it was.
  package let kind: Kind
  /// One line in lower case, without a full stop.
  package let reason: String

  /// The media type of an answer that was not asked for, as the server wrote it.
  var mediaType: String?

  /// An error with its reason.
  package init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }
}

extension HTTPError: CustomStringConvertible {
  /// The reason.
  package var description: String { reason }
}
