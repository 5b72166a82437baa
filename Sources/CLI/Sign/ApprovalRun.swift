import Broadseal
import BroadsealBytes
import BroadsealDocuments
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning
import BroadsealTrust

/// A run of `approve`: reads a plan, compares the documents with it, and signs it.
struct ApprovalRun {
  let plan: FilePath
  let output: PathArgument
  let overwrites: Bool
  /// Whether the person is asked.
  let isAsked: Bool
  let role: String
  let record: String?
  let key: KeyArgument
  let passphrase: PassphraseOptions
  /// Whether the documents have to be here.
  let looksAtDocuments: Bool
  /// In which form, and in which languages of a text, it is told.
  let format: PlainFormat
  let wordings: [Wording]

  /// Writes the approved plan and shows what it says.
  func run() throws {
    let name = plan.display
    let bytes = try SmallFile.read(plan, limit: TrustLimits.maximumFileSize)
    let found =
      ApprovedPlan.isApproved(bytes)
      ? try ApprovedPlan(parsing: bytes, name: name) : ApprovedPlan(plan: bytes, name: name)
    let content: SigningPlan
    do throws(Malformed) {
      content = try SigningPlan(parsing: found.plan)
    } catch { throw Failure(.usage, plan, "\(error)") }
    try content.requireApprovers(plan)
    if looksAtDocuments { try requireDocuments(of: content) }
    let statement = Approval(
      role: role, record: record ?? "sha256:" + PlanText.hex(of: content), time: SystemClock.now)
    do throws(SigningError) {
      try statement.check()
    } catch { throw Failure(signing: error) }
    let secret = try passphrase.privateKey(key)
    guard !(content.signer.map(secret.publicKey.isNamed) ?? false) else {
      throw Failure(
        .trust, plan, "this key is the one that will sign: a second person has to approve",
        hint: content.approvers?.contains { !secret.publicKey.isNamed(by: $0) } ?? true
          ? "approve with a key that signs no documents"
          : "make a new plan, with --approver for the key of a second person")
    }
    if let approvers = content.approvers, !approvers.contains(secret.publicKey.spkiSHA256) {
      throw Failure(
        .trust, plan, "the plan names who may approve it, and this key is not among them",
        hint:
          "approve with a key that was named for the plan, with sign --approver or in [approval] of the profile; another "
          + "one needs a new plan"
      )
    }
    if RoleText.looksLikeName(role) {
      for wording in wordings { Console.note(RoleText.remark(on: role, in: wording.language)) }
    }
    if isAsked { try ask(content) }
    let approved = try found.approved(
      by: secret, role: statement.role, record: statement.record, at: statement.time)
    try output.write(
      approved, overwrites: overwrites,
      from: (content.files + [content.parent].compactMap(\.self)).map(\.path).withLabels,
      sparing: [key.path] + [passphrase.passphraseFile?.path].compactMap(\.self))
    guard format == .text else {
      return try Console.write(json(content, statement))
    }
    for wording in wordings {
      let role = Untrusted.quoted(role, in: wording.language)
      try Console.write(
        (isAsked ? "" : PlanText(wording).text(content)) + "\(Untrusted.path(output.path)): "
          + wording.say("approved as \(role)", "\(role) として承認しました") + "\n")
    }
  }

  /// Shows the plan, and goes on where somebody says so.
  private func ask(_ content: SigningPlan) throws {
    for wording in wordings { Console.say(PlanText(wording).text(content)) }
    let question = wordings.map {
      $0.say("Approve this? Type yes:", "承認しますか。yes と入力してください:")
    }
    guard let answer = try Questions.ask(question.joined(separator: " / ")) else {
      throw Failure.usage(
        "nobody can be asked here whether to approve this", hint: "--yes approves without asking")
    }
    guard answer == "yes" else {
      throw Failure(.interrupted, plan, "not approved, since the answer was not yes")
    }
  }

  /// What was approved, as its schema `broadseal.approval/1` has it.
  private func json(_ plan: SigningPlan, _ statement: Approval) -> JSON.Value {
    Tool.document(
      .approval,
      [
        ("plan", (try? JSON.Reader.parse(plan.bytes)) ?? .null),
        ("planSHA256", .string(PlanText.hex(of: plan))),
      ] + output.path.members("output") + [
        ("role", .string(statement.role)), ("record", .string(statement.record)),
        ("time", .string(statement.time.rfc3339)),
      ])
  }

  /// Whoever approves must have the documents that the plan means, and no others.
  private func requireDocuments(of plan: SigningPlan) throws(Failure) {
    for planned in plan.files + [plan.parent].compactMap(\.self) {
      let now: SigningPlan.File
      do throws(SigningError) {
        now = try SigningPlan.File(of: planned.path)
      } catch {
        throw Failure(
          .incomplete, "\(error)",
          hint:
            "approve in the folder in which the plan was made, where its documents are; --digests-only approves "
            + "without looking at them")
      }
      guard now.sidecar == planned.sidecar else {
        throw Failure(
          .failed, Sidecar.path(for: planned.path),
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
