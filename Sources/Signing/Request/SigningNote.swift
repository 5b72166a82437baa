/// Something worth telling the user about a signature that is not an error.
public struct SigningNote: Sendable, Hashable {
  /// Stable code in upper case: `PDF-A-2`, `TSA-FAILED`.
  public let code: String
  /// One sentence in lower case, without a full stop.
  public let reason: String

  /// A note under `code`.
  public init(_ code: String, _ reason: String) {
    self.code = code
    self.reason = reason
  }
}
