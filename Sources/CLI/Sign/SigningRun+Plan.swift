import Broadseal
import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning
import BroadsealTrust

extension SigningRun {
  /// Writes what would be signed.
  func writePlan(
    _ path: PathArgument, _ request: SigningRequest, _ inputs: [FilePath]
  ) throws {
    try path.refuseStandardOutput()
    let approvers = try requireApprovers(profile.path)
    let settings = try options.keys.settings(profile)
    let certificate = try certificate(of: settings)
    guard !approvers.allSatisfy({ $0.isSameKey(as: certificate.publicKey) }) else {
      throw Failure(
        .usage, options.approval.approvers.first?.path ?? profile.path,
        "nobody may approve but the key that signs, and a second person has to",
        hint: "name the certificate or the public key of the person who approves")
    }
    let plan = try plan(request, inputs, certificate: certificate, approvers: approvers)
    try path.write(
      plan.bytes, overwrites: options.result.force, from: inputs,
      sparing: desk.sources + inputs.withLabels, like: inputs.first)
    for wording in options.lang.wordings {
      let count = Progress.count(inputs.count, "document")
      try Console.write(
        "\(Untrusted.path(path.path)): "
          + wording.say("a plan to sign \(count), ", "\(inputs.count)件の署名計画、")
          + "\(PlanText(wording).digest(of: plan))\n")
    }
    desk.tell { wording in
      let name = Untrusted.escaped(path.path)
      return wording.say(
        "next, the second person: broadseal approve \(name) --key KEY --role ROLE -o APPROVED; then sign with "
          + "the same options and --approved APPROVED in the place of --plan",
        "次に、別の担当者が broadseal approve \(name) --key 鍵 --role 役職 -o 承認済み を実行し、その後、--plan の代わりに "
          + "--approved 承認済み を付けて同じ設定で署名します")
    }
  }

  /// The request with the approval in it, and the digest of each document, by its path.
  func carryOut(
    _ path: PathArgument, _ request: SigningRequest, _ inputs: [FilePath],
    by certificate: Certificate
  ) throws -> (request: SigningRequest, files: [FilePath: SigningPlan.File]) {
    let name = path.path.display
    let bytes = try SmallFile.read(path.path, limit: TrustLimits.maximumFileSize)
    guard ApprovedPlan.isApproved(bytes) || (try? SigningPlan(parsing: bytes)) == nil else {
      throw Failure(
        .trust, path.path, "nobody has approved this plan yet",
        hint: "broadseal approve, with the key of somebody else than the signer")
    }
    let found = try ApprovedPlan(parsing: bytes, name: name)
    let approved: SigningPlan
    do throws(Malformed) {
      approved = try SigningPlan(parsing: found.plan)
    } catch { throw Failure(.trust, path.path, "\(error)") }
    try approved.requireApprovers(path.path)
    let approvers = try requireApprovers(path.path)
    let approval = try approval(of: found, among: approvers, by: certificate, path.path)
    let now = try plan(request, inputs, certificate: certificate, approvers: approvers)
    if let difference = now.difference(from: approved) {
      throw SigningRun.failure(over: difference, path.path)
    }
    var request = request
    request.label.approval = Approval(
      role: approval.role, record: approval.record, time: approval.time)
    request.approvedParentSHA256 = approved.parent?.sha256.bytes
    request.approvedParentSidecarSHA256 = approved.parent?.sidecar?.bytes
    let files = approved.files.map { ($0.path, $0) }
    return (request, Dictionary(files) { first, _ in first })
  }

  /// The keys of those who may approve, at least one; `path` is the file that is told where there is none.
  private func requireApprovers(_ path: FilePath) throws -> [PublicKey] {
    let keys = try options.approval.keys(profile.approvers)
    guard !keys.isEmpty else {
      throw Failure(
        .usage, path, "nobody is named who may approve",
        hint: "--approver, or approvers in [approval] of the profile, names their public keys")
    }
    return keys
  }

  private func approval(
    of plan: ApprovedPlan, among keys: [PublicKey], by certificate: Certificate, _ path: FilePath
  ) throws -> ApprovedPlan.Approval {
    let approvals = try plan.approvals(by: keys)
    let others = approvals.filter { !$0.key.isSameKey(as: certificate.publicKey) }
    if let first = others.first {
      if others.count > 1 {
        desk.tell { wording in
          let role = Untrusted.quoted(first.role, in: wording.language)
          return wording.say(
            "\(others.count) approvals hold; one is enough, and the label names the first: \(role)",
            "有効な承認が\(others.count)件あります。必要なのは1件で、ラベルには最初の承認(\(role))を記載します")
        }
      }
      return first
    }
    throw Failure(
      .trust, path,
      approvals.isEmpty
        ? "nobody who may approve has approved this plan"
        : "the key that approved is the one that signs: a second person has to approve",
      hint:
        "--approver, or [approval] of the profile, names who may; broadseal approve adds an approval by such "
        + "a key"
    )
  }

  private func plan(
    _ request: SigningRequest, _ inputs: [FilePath], certificate: Certificate,
    approvers: [PublicKey]
  ) throws -> SigningPlan {
    let circumstances = SigningPlan.Circumstances(
      identity: try profile.identity.map { named in
        SigningPlan.Circumstances.Identity(
          certificate: try named.key.map { try self.certificate(of: $0) } ?? certificate,
          roles: named.roles.isEmpty ? OrganisationIdentity.defaultRoles : named.roles,
          encoding: named.encoding)
      },
      timeStamp: options.timeStamps.noTimestamp
        ? .none : options.timeStamps.allowMissingTimestamp ? .optional : .required,
      readsBack: !options.noVerify, approvers: approvers)
    do throws(SigningError) {
      return try SigningPlan(
        request, inputs: inputs, certificate: certificate, circumstances)
    } catch { throw Failure(signing: error) }
  }

  /// The certificate that will sign: from its own file where there is one, without the key.
  private func certificate(of settings: KeySettings) throws -> Certificate {
    if let path = settings.certificates {
      guard let leaf = try options.passphrase.material(of: path).certificates.first else {
        throw Failure(.usage, path, "there is no certificate")
      }
      return leaf
    }
    return try desk.credential(of: settings).certificates[0]
  }

  private static func failure(
    over difference: SigningPlan.Difference, _ path: FilePath
  ) -> Failure {
    let hint = "make a new plan and have it approved"
    switch difference {
    case .certificate:
      return Failure(.usage, path, "the plan is for another certificate", hint: hint)
    case .approvers:
      return Failure(
        .usage, path, "others may approve now than those whom the plan names", hint: hint)
    case .identity:
      return Failure(
        .usage, path, "who stands behind the documents is not what was approved", hint: hint)
    case .run:
      return Failure(
        .usage, path, "the time stamp, or the reading back, is not as it was approved", hint: hint)
    case .sidecar(let document):
      return Failure(
        .failed, Sidecar.path(for: document),
        "the label beside the document is not the one that was approved", hint: hint)
    case .parent(let document):
      return Failure(
        .failed, document, "the parent is not the one that was approved", hint: hint)
    case .label:
      return Failure(.usage, path, "the label is not the one that was approved", hint: hint)
    case .options:
      return Failure(
        .usage, path, "what is said of the documents is not what was approved", hint: hint)
    case .notPlanned(let document):
      return Failure(.usage, document, "this document was not approved", hint: hint)
    case .leftOut(let document):
      return Failure(
        .usage, document, "this document was approved and is not among those to sign",
        hint: "name every document of the plan")
    case .changed(let document):
      return Failure(
        .failed, document, "the document is not the one that was approved", hint: hint)
    case .other:
      return Failure(
        .usage, path, "the plan has the same documents in another order",
        hint: "name them as they were named for --plan")
    }
  }
}
