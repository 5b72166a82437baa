import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealSigning
import BroadsealTrust

/// The two-person rule: a plan is written, approved with another key, and only then carried out.
struct ApprovalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Sign nothing: write what would be signed, for a second person to approve.",
      valueName: "plan.json"))
  var plan: PathArgument?

  @Option(
    help: ArgumentHelp(
      "Sign exactly what this approved plan says. Documents, label, form, certificate, time stamp and approvers must "
        + "be as they were for --plan; where the results go, and what they replace, may differ.",
      valueName: "approved.json"))
  var approved: PathArgument?

  @Option(
    name: .customLong("approver"),
    help: ArgumentHelp(
      "PEM with the public keys or certificates of those who may approve, where the profile names nobody: the same "
        + "with --plan and with --approved. Repeatable.",
      valueName: "pem"))
  var approvers: [PathArgument] = []

  func validate() throws {
    if plan != nil, approved != nil {
      throw ValidationError("--plan and --approved exclude each other")
    }
    if !approvers.isEmpty, approved == nil, plan == nil {
      throw ValidationError("--approver needs --plan or --approved")
    }
  }

  /// The keys of those who may approve, from `profile`, or from the command line where it names
  /// nobody: whoever signs must not add approvers to those whom the profile names.
  func keys(_ profile: [FilePath]) throws -> [PublicKey] {
    if let path = approvers.first?.path, !profile.isEmpty {
      throw Failure(
        .usage, path, "the profile says who may approve, and nobody can be added to them",
        hint: "leave --approver out, or name the key in [approval] of the profile")
    }
    var keys: [PublicKey] = []
    for path in approvers.map(\.path) + profile { keys += try ApproverKeys.read(path) }
    return keys
  }
}

extension SigningPlan {
  /// Refuses a plan of an earlier version that leaves open who may approve it: anybody could have.
  func requireApprovers(_ path: FilePath) throws(Failure) {
    guard approvers?.isEmpty ?? true else { return }
    throw Failure(
      .usage, path, "the plan names nobody who may approve it",
      hint: "make the plan anew: sign --plan asks who may approve")
  }
}
