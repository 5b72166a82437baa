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
  let role: String
  let record: String?
  let key: KeyArgument
  let passphrase: PassphraseOptions
  /// Whether the documents have to be here.
  let looksAtDocuments: Bool

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
    if looksAtDocuments { try requireDocuments(of: content) }
    let statement = Approval(
      role: role, record: record ?? "sha256:" + PlanText.hex(of: content), time: SystemClock.now)
    do throws(SigningError) {
      try statement.check()
    } catch { throw Failure(signing: error) }
    let secret = try passphrase.privateKey(key)
    guard content.signer != secret.publicKey.spkiSHA256 else {
      throw Failure(
        .trust, plan, "this key is the one that will sign: a second person has to approve",
        hint: "approve with a key that signs no documents")
    }
    if RoleText.looksLikeName(role) { Console.note(RoleText.remark(on: role, in: .english)) }
    let approved = try found.approved(
      by: secret, role: statement.role, record: statement.record, at: statement.time)
    try output.write(
      approved, overwrites: overwrites,
      from: (content.files + [content.parent].compactMap(\.self)).map(\.path).withLabels,
      sparing: [key.path] + [passphrase.passphraseFile?.path].compactMap(\.self))
    try Console.write(PlanText.text(content))
    try Console.write(
      "\(Untrusted.path(output.path)): approved as \(Untrusted.quoted(role, in: .english))\n")
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

/// A plan as a person reads it before approving.
enum PlanText {
  /// Everything that the plan says, and its digest.
  static func text(_ plan: SigningPlan) -> String {
    var text = ""
    for file in plan.files { text += line(file) }
    if let parent = plan.parent { text += "parent of each:\n" + line(parent) }
    if let value = try? JSON.Reader.parse(plan.bytes) {
      for key in ["label", "identity", "run", "document", "form", "certificate", "signer"] {
        guard let member = value[key] else { continue }
        text += "\(key)  \(JSON.Writer.write(member))\n"
      }
    }
    return text + digest(of: plan) + "\n"
  }

  private static func line(_ file: SigningPlan.File) -> String {
    let sidecar = file.sidecar.map { "with the label beside it, \($0.hex)" } ?? "no label beside it"
    return "\(file.sha256.hex)  \(Untrusted.path(file.path)), \(file.size) bytes, \(sidecar)\n"
  }

  /// The digest by which two people can tell that they mean the same plan.
  static func digest(of plan: SigningPlan) -> String { "plan SHA-256 \(hex(of: plan))" }

  /// The digest alone.
  static func hex(of plan: SigningPlan) -> String {
    (try? Digest.of(plan.bytes, .sha256).hex) ?? ""
  }
}
