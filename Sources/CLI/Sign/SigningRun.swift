import Broadseal
import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning

/// A run of `sign` that gives documents labels, or that writes the plan of such a run.
struct SigningRun {
  let desk: SigningDesk
  var options: SignOptions { desk.options }
  var profile: IssuerProfile { desk.profile }

  /// A run by the profile and options of `desk`.
  init(_ desk: SigningDesk) {
    self.desk = desk
  }

  /// Signs every document, or none where the run is misconfigured.
  func run() throws -> ExitCode {
    let label = try label()
    remark(on: label.ai)
    var template = request(label)
    let inputs = try desk.documents()
    let documents = inputs.documents
    try inputs.requireAny("sign")
    try options.result.spare(desk.sources, signing: documents)
    let paths = documents.map(\.path)
    if let path = options.approval.plan {
      try writePlan(path, template, paths)
      return .success
    }
    try options.result.check(documents)
    let credential = try desk.credential()
    var approved: [FilePath: SigningPlan.File]?
    if let path = options.approval.approved {
      let plan = try carryOut(path, template, paths, by: credential.certificates[0])
      (template, approved) = (plan.request, plan.files)
    } else if !profile.approvers.isEmpty {
      throw Failure(
        .usage, profile.path, "this profile signs only what a second person has approved",
        hint: "sign --plan writes a plan, approve approves it, sign --approved carries it out")
    }
    if options.film.areNamed, let first = paths.first {
      guard paths.count == 1 else {
        throw Failure.usage("--segments are those of one film: name its first file, and no other")
      }
      template.segments = try options.film.list(after: first).paths
    }
    template.takesOtherTypes = inputs.isCollection || documents.count > 1
    template.isOneOfMany = template.takesOtherTypes
    let signer = try desk.signer(
      credential, demand: options.official ? .official : .nothing, identity: true)
    let worker = DocumentSigner(
      signer: signer, template: template, destinations: options.result, approved: approved)
    let keeper = try desk.keeper()
    let needsStamp = options.needsStamp
    return try desk.each(of: inputs, Declaration(label)) { document throws(Failure) in
      try document.requireRest()
      let outcome: SignatureReport.Outcome
      do throws(SigningError) { outcome = try worker.sign(document) } catch {
        throw Failure(signing: error, document: document.path, needsStamp: needsStamp)
      }
      return EvidenceKeeper.product(outcome, keeper)
    }
  }

  /// Notes what a statement leaves out, or says of a person.
  func remark(on statement: AIStatement) {
    if statement.use != .none, statement.system == nil, statement.scope == nil {
      desk.tell { wording in
        wording.say(
          "the label says that AI was used, and neither which system nor what for: --ai-system and "
            + "--ai-scope say it",
          "AIの利用を申告していますが、システム名も利用した範囲も記載がありません。--ai-system と --ai-scope で記載できます")
      }
    }
    for role in [statement.editorialResponsibility, statement.review?.role].compactMap(\.self)
    where RoleText.looksLikeName(role) {
      desk.tell { RoleText.remark(on: role, in: $0.language) }
    }
    if statement.humanReview == true { remark(on: statement.review) }
  }

  /// Notes what the label does not say of a review.
  private func remark(on review: HumanReview?) {
    if review == nil {
      desk.tell { wording in
        wording.say(
          "the label says that a person reviewed the content, and not who, when or of which version: "
            + "--reviewer, --reviewed-at and --reviewed-version say it",
          "人による確認を申告していますが、担当の役職、日時、対象の版の記載がありません。--reviewer、--reviewed-at、--reviewed-version で記載できます"
        )
      }
    } else if review?.time == nil || review?.version == nil {
      let missing =
        (review?.time == nil ? ["when"] : []) + (review?.version == nil ? ["of which version"] : [])
      let japanese = (review?.time == nil ? ["日時"] : []) + (review?.version == nil ? ["対象の版"] : [])
      desk.tell { wording in
        wording.say(
          "the label names the reviewer, and not \(missing.joined(separator: " or ")) the content was reviewed",
          "確認者の役職の記載はありますが、\(japanese.joined(separator: "と"))の記載がありません")
      }
    }
  }

  /// The request for every document, apart from its name.
  func request(_ label: Label) -> SigningRequest {
    let result = options.result
    var request = options.document.applied(
      to: SigningRequest(input: "-", destination: .inPlace, label: label),
      form: result.form, overwrites: result.force, language: profile.agency?.language)
    request.pades = result.pades
    request.copiesDocument = !result.labelsOnly
    request.corrects = result.corrects
    return request
  }

  /// What every document is to say.
  func label() throws(Failure) -> Label {
    guard var statement = options.ai.statement else { throw .usage("--ai is missing") }
    statement.review = try options.ai.review.review(by: profile.reviewer)
    guard options.official else { return Label(ai: statement) }
    var origin: OfficialOrigin
    do throws(SigningError) { origin = try profile.origin() } catch {
      throw Failure(signing: error)
    }
    let document = options.document
    origin.reference = document.reference?.text
    origin.url = document.url?.text
    origin.language = document.language?.text ?? origin.language
    return Label(official: origin, ai: statement)
  }
}
