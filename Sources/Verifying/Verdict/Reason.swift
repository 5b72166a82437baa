/// One reason, under a stable code.
public struct Reason: Sendable, Hashable {
  /// Stable code in upper case: `OFF-3-UNLISTED`.
  public let code: String
  /// One short sentence in English, in lower case and without a full stop; names what was compared.
  public let explanation: String

  /// A reason under `code`.
  public init(code: String, explanation: String) {
    self.code = code
    self.explanation = explanation
  }
}
