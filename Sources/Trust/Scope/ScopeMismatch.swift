/// One rule of a scope that a signature does not keep.
package struct ScopeMismatch: Hashable, Sendable {
  /// Which rule.
  package let code: ScopeCode
  /// What was found; text from certificates, so untrusted.
  package let found: [String]
  /// What the list asks for.
  package let expected: [String]

  /// A rule that does not hold.
  package init(_ code: ScopeCode, found: [String] = [], expected: [String] = []) {
    self.code = code
    self.found = found
    self.expected = expected
  }
}
