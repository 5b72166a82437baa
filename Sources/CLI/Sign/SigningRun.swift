import Broadseal
import BroadsealBytes
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
    template.takesOtherTypes = inputs.isCollection || documents.count > 1
    let signer = try desk.signer(
      credential, demand: options.official ? .official : .nothing, identity: true)
    let keeper = try desk.keeper()
    let result = options.result
    return try desk.each(of: inputs, Declaration(label)) {
      [template, approved] document throws(Failure) in
      var request = template
      request.input = document.path
      request.destination = result.destination(of: document)
      request.approvedSHA256 = approved.map { $0[document.path]?.sha256.bytes ?? [] }
      request.approvedSidecarSHA256 = approved?[document.path]?.sidecar?.bytes
      let signed: SigningResult
      do throws(SigningError) {
        if approved == nil {
          switch try signer.earlier(request, insists: result.resign) {
          case .none: break
          case .current(let label): return .current(label)
          case .outdated(let version): request = version
          }
        }
        if case .folder(let folder) = request.destination { try folder.makeOutputFolder() }
        signed = try signer.sign(request)
      } catch {
        throw Failure(signing: error, document: document.path)
      }
      try keeper?.keep(signed)
      return .signed(signed)
    }
  }

  /// Notes what a statement leaves out, or says of a person.
  private func remark(on statement: AIStatement) {
    if statement.use != .none, statement.system == nil, statement.scope == nil {
      desk.tell { wording in
        wording.say(
          "the label says that AI was used, and neither which system nor what for: --ai-system and "
            + "--ai-scope say it",
          "AIの利用を申告していますが、システム名も利用範囲も記載がありません。--ai-system と --ai-scope で記載できます")
      }
    }
    if let role = statement.editorialResponsibility, RoleText.looksLikeName(role) {
      desk.tell { RoleText.remark(on: role, in: $0.language) }
    }
  }

  /// The request for every document, apart from its name.
  private func request(_ label: Label) -> SigningRequest {
    let result = options.result
    var request = options.document.applied(
      to: SigningRequest(input: "-", destination: .inPlace, label: label),
      form: result.form, overwrites: result.force, language: profile.agency?.language)
    request.pades = result.pades
    request.copiesDocument = !result.labelsOnly
    return request
  }

  private func label() throws(Failure) -> Label {
    guard let statement = options.ai.statement else { throw .usage("--ai is missing") }
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
