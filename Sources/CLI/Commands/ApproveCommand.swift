import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning
import BroadsealTrust

/// `broadseal approve`: a second person's signature under a plan.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", _superCommandName: Tool.name,
    abstract: "Approve a plan of sign --plan with a key of your own.",
    usage: "broadseal approve <plan> --key <file|uri> --role <role> -o <approved>",
    discussion: """
      Shows what the plan says, and compares every document with it: what you approve is what lies \
      here now. The approval names a role and a record, never a person, and both are published in \
      the label. A plan that others have approved keeps their approvals.
      """)

  @Argument(help: ArgumentHelp("The plan, or a plan with approvals.", valueName: "plan.json"))
  var plan: PathArgument

  @Option(
    help: ArgumentHelp(
      "Your private key: P-256, P-384 or Ed25519; a file, or a pkcs11: address.",
      valueName: "file|uri"))
  var key: KeyArgument

  @Option(help: ArgumentHelp("Your role, never your name.", valueName: "role"))
  var role: PlainText

  @Option(
    help: ArgumentHelp(
      "Number of the record of this approval; the plan's SHA-256 if absent.", valueName: "no"))
  var record: PlainText?

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: PathArgument

  @Flag(help: "Approve by the digests alone, without the documents.")
  var digestsOnly = false

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @OptionGroup
  var passphrase: PassphraseOptions

  func run() throws {
    Interruption.endsProcess()
    let name = plan.path.display
    let bytes = try SmallFile.read(plan.path, limit: TrustLimits.maximumFileSize)
    let found =
      ApprovedPlan.isApproved(bytes)
      ? try ApprovedPlan(parsing: bytes, name: name) : ApprovedPlan(plan: bytes, name: name)
    let content: SigningPlan
    do throws(Malformed) {
      content = try SigningPlan(parsing: found.plan)
    } catch { throw Failure(.usage, plan.path, "\(error)") }
    if !digestsOnly { try requireDocuments(of: content) }
    let statement = Approval(
      role: role.text, record: record?.text ?? "sha256:" + PlanText.hex(of: content),
      time: SystemClock.now)
    do throws(SigningError) {
      try statement.check()
    } catch { throw Failure(signing: error) }
    let secret = try passphrase.privateKey(key)
    let approved = try found.approved(
      by: secret, role: statement.role, record: statement.record, at: statement.time)
    try output.write(approved, overwrites: force, from: [])
    try Console.write(PlanText.text(content))
    try Console.write(
      "\(Untrusted.path(output.path)): approved as \(Untrusted.quoted(role.text, in: .english))\n")
  }

  /// Whoever approves must have the documents that the plan means, and no others.
  private func requireDocuments(of plan: SigningPlan) throws(Failure) {
    for planned in plan.files + [plan.parent].compactMap(\.self) {
      let now: SigningPlan.File
      do throws(SigningError) {
        now = try SigningPlan.File(of: planned.path)
      } catch {
        throw Failure(
          .incomplete, "\(error)", hint: "--digests-only approves without looking at documents")
      }
      guard now.sidecar == planned.sidecar else {
        throw Failure(
          .failed, planned.path.adding(suffix: ".c2pa"),
          "the label beside the document is not the one in the plan", hint: "have a new plan made")
      }
      guard now == planned else {
        throw Failure(
          .failed, planned.path, "the document is not the one in the plan",
          hint: "have a new plan made")
      }
    }
  }
}
