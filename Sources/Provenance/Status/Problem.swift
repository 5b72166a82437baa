/// Content of a manifest that does not follow the standard, under the code the standard gives it.
///
/// Thrown where a value is read into its type, and kept as the failure of what could not be read.
package struct Problem: Error, Hashable, Sendable {
  /// The standard's own code.
  package let code: StatusCode
  /// What is wrong, in lower case and without a full stop.
  package let reason: String

  /// A problem under `code`.
  package init(_ code: StatusCode, _ reason: String) {
    self.code = code
    self.reason = reason
  }
}
