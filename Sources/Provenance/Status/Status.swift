/// One result of a check, under a code of the standards.
package struct Status: Hashable, Sendable {
  /// The standard's own code.
  package let code: StatusCode
  /// JUMBF URI of the box it is about, absolute where it can be.
  package let place: String?
  /// What was found, in lower case and without a full stop; nil when the code says it all.
  package let detail: String?

  /// A result under `code`.
  package init(_ code: StatusCode, at place: String? = nil, _ detail: String? = nil) {
    self.code = code
    self.place = place
    self.detail = detail
  }

  /// The result that a problem amounts to.
  package init(_ problem: Problem, at place: String? = nil) {
    self.init(problem.code, at: place, problem.reason)
  }
}
