import ArgumentParser
import BroadsealAuditing

/// What is asked of the files, and which findings make a run fail.
struct PolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What makes the run fail: error, warning or note (and worse), kinds of findings (altered, not-read, "
        + "no-label …) and rules, with commas; or none. Usually error.",
      valueName: "list"))
  var failOn: PlainText?

  /// What is asked of the files.
  func policy() throws(Failure) -> Policy { .builtIn }

  /// Which findings make the run fail.
  func failOn(for policy: Policy) throws(Failure) -> FailOn {
    guard let failOn else { return .usual }
    do throws(FailOn.UnknownName) {
      return try FailOn(failOn.text, rules: policy.rules.map(\.id))
    } catch {
      let kinds = AuditFinding.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage(
        "--fail-on: there is no severity, kind or rule \(error.name)",
        hint: "error, warning, note, none, or: \(kinds)")
    }
  }
}
