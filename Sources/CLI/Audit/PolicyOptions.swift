import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import BroadsealSettings

/// What is asked of the files, and which findings make a run fail.
struct PolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What is asked of the files (policy starter writes one, policy check reads it).",
      valueName: "file.toml"))
  var policy: PathArgument?

  @Option(
    help: ArgumentHelp(
      "Only rules of the policy that serve this control, or its framework. Repeatable.",
      valueName: "id"))
  var control: [PlainText] = []

  @Option(
    help: ArgumentHelp(
      "What makes the run fail: error, warning or note (and worse), kinds of findings (altered, not-read, "
        + "no-label …) and rules, with commas; or none. Usually error.",
      valueName: "list"))
  var failOn: PlainText?

  func validate() throws {
    if !control.isEmpty, policy == nil { throw ValidationError("--control needs --policy") }
  }

  /// The file of the policy, which no report may replace.
  var files: [FilePath] { [policy?.path].compactMap(\.self) }

  /// What is asked of the files.
  func asked() throws(Failure) -> Policy {
    guard let policy else { return .builtIn }
    try [policy].refuseStandardStream(for: "a policy")
    let read: Policy
    do throws(SettingsError) { read = try PolicyReader.read(policy.path) } catch {
      throw Failure(policy: error)
    }
    guard !control.isEmpty else { return read }
    guard let served = read.serving(control.map(\.text)) else {
      let known = read.controls.joined(separator: "; ")
      throw .usage(
        "--control: no rule of the policy serves \(control.map(\.text).joined(separator: ", "))",
        hint: known.isEmpty ? "its rules name no controls" : "they serve: \(known)")
    }
    return served
  }

  /// Which findings make the run fail.
  func failOn(for policy: Policy) throws(Failure) -> FailOn {
    guard let failOn else { return .usual }
    do throws(FailOn.UnknownName) {
      return try FailOn(failOn.text, rules: policy.rules.map(\.id))
    } catch {
      let kinds = AuditFinding.Kind.allCases.map(\.rawValue)
      let meant = (kinds + policy.rules.map(\.id)).nearest(to: error.name)
      throw .usage(
        "--fail-on: there is no severity, kind or rule \(error.name)",
        hint: meant.map { "did you mean \($0)?" }
          ?? "error, warning, note, none, or: \(kinds.joined(separator: ", "))")
    }
  }
}

extension Failure {
  /// What is wrong with a policy, by line and column.
  init(policy error: SettingsError) {
    guard error.source == nil, let place = error.place else {
      self.init(settings: error)
      return
    }
    self.init(
      .usage, error.path, "line \(place.line), column \(place.column): \(error.explanation)",
      hint: error.hint)
  }
}

extension [PathArgument] {
  /// Refuses `-` for something that is read whole.
  fileprivate func refuseStandardStream(for what: String) throws(Failure) {
    guard contains(where: \.isStandardStream) else { return }
    throw .usage("\(what) is not read from standard input", hint: "./- is a file called -")
  }
}
