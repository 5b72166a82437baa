/// One result of validation (C2PA 2.4 §15.2.2).
package struct Status: Hashable, Sendable {
  /// The standard's own code.
  package let code: StatusCode
  /// JUMBF URI of the box it is about, absolute where it can be.
  package let url: String?
  /// What was found, in lower case and without a full stop.
  package let explanation: String?

  /// A result under `code`.
  package init(_ code: StatusCode, url: String? = nil, explanation: String? = nil) {
    self.code = code
    self.url = url
    self.explanation = explanation
  }

  /// The result that a problem amounts to.
  package init(_ problem: Problem, url: String? = nil) {
    self.init(problem.code, url: url, explanation: problem.reason)
  }
}
