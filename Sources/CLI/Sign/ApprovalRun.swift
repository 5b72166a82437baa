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
    if isAsked { try ask(content) }
    if RoleText.looksLikeName(role) {
      for wording in wordings { Console.note(RoleText.remark(on: role, in: wording.language)) }
    }
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

/// A plan as a person reads it before approving.
struct PlanText {
  private let wording: Wording

  /// Words of `wording`.
  init(_ wording: Wording) { self.wording = wording }

  /// Everything that the plan says, and its digest. Its members keep their names: they are what is signed.
  func text(_ plan: SigningPlan) -> String {
    var text = summary(of: plan) + "\n"
    for file in plan.files { text += line(file) }
    if let parent = plan.parent {
      text += wording.say("parent of each:", "各文書の元になった文書:") + "\n" + line(parent)
    }
    if let value = try? JSON.Reader.parse(plan.bytes) {
      for key in ["label", "identity", "run", "document", "form", "certificate", "signer"] {
        guard let member = value[key] else { continue }
        text += "\(key)  \(JSON.Writer.write(member))\n"
      }
    }
    return text + digest(of: plan) + "\n"
  }

  /// What the plan comes to, in words.
  private func summary(of plan: SigningPlan) -> String {
    let value = try? JSON.Reader.parse(plan.bytes)
    let label = value?["label"]
    let count = plan.files.count
    var parts = [wording.say(Progress.count(count, "document"), "文書\(count)件")]
    if let agency = label?["official"]?["agency"] {
      let id = Untrusted.clean(agency["id"]?.string ?? "")
      let name = agency[wording.say("en", "ja")]?.string ?? agency["en"]?.string ?? id
      let shown = Untrusted.clean(name)
      parts.append(
        wording.say("official, of \(shown) (\(id))", "公式文書(\(shown)、\(id))"))
    } else {
      parts.append(wording.say("not official", "公式文書ではない"))
    }
    let use = label?["ai"]?["use"]?.string.flatMap(AIStatement.Use.init).map(wording.words)
    let time: String =
      switch value?["run"]?["timeStamp"]?.string {
      case "required": wording.say("with a time stamp", "タイムスタンプあり")
      case "optional": wording.say("with a time stamp if one can be had", "タイムスタンプは取得できた場合のみ")
      default: wording.say("without a time stamp", "タイムスタンプなし")
      }
    parts += [
      use
        ?? wording.say(
          "a use of AI that this program has no word for", "このプログラムでは表せないAIの利用"),
      time,
    ]
    return parts.joined(separator: wording.say(", ", "、"))
  }

  private func line(_ file: SigningPlan.File) -> String {
    let sidecar =
      file.sidecar.map {
        wording.say("with the label beside it, \($0.hex)", "同じフォルダーにあるラベルファイルは \($0.hex)")
      } ?? wording.say("no label beside it", "同じフォルダーにラベルファイルなし")
    let path = Untrusted.path(file.path)
    return "\(file.sha256.hex)  \(path)"
      + wording.say(", \(file.size) bytes, \(sidecar)\n", "、\(file.size)バイト、\(sidecar)\n")
  }

  /// The digest by which two people can tell that they mean the same plan.
  func digest(of plan: SigningPlan) -> String {
    wording.say("plan SHA-256 ", "計画の SHA-256: ") + PlanText.hex(of: plan)
  }

  /// The digest alone.
  static func hex(of plan: SigningPlan) -> String {
    (try? Digest.of(plan.bytes, .sha256).hex) ?? ""
  }
}
