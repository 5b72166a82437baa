/// One validation status of the standard (C2PA 2.4 §15.2.2).
public struct C2PAStatus: Sendable, Hashable {
  /// The standard's own code: `assertion.dataHash.match`.
  public let code: String
  /// JUMBF URI of the box that the status is about, absolute.
  public let url: String?
  /// One short sentence in English, in lower case and without a full stop.
  public let explanation: String?

  /// A status under a code of the standard.
  public init(code: String, url: String? = nil, explanation: String? = nil) {
    self.code = code
    self.url = url
    self.explanation = explanation
  }
}
