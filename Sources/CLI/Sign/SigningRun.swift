import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
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
    var template = request(label)
    let documents = desk.documents()
    if documents.isEmpty { throw Failure.usage("there is no document to sign, only labels") }
    try options.result.spare(desk.sources, signing: documents)
    if let path = options.approval.plan {
      try writePlan(path, template, documents)
      return .success
    }
    try options.result.check(options.files)
    let credential = try desk.credential()
    var approved: [FilePath: SigningPlan.File]?
    if let path = options.approval.approved {
      let plan = try carryOut(path, template, documents, by: credential.certificates[0])
      (template, approved) = (plan.request, plan.files)
    } else if !profile.approvers.isEmpty {
      throw Failure(
        .usage, profile.path, "this profile signs only what a second person has approved",
        hint: "sign --plan writes a plan, approve approves it, sign --approved carries it out")
    }
    let signer = try desk.signer(
      credential, demand: options.official ? .official : .nothing, identity: true)
    let keeper = try desk.keeper()
    return try desk.each(of: documents, Declaration(label)) {
      [template, approved] path throws(Failure) in
      var request = template
      request.input = path
      request.approvedSHA256 = approved.map { $0[path]?.sha256.bytes ?? [] }
      request.approvedSidecarSHA256 = approved?[path]?.sidecar?.bytes
      let result: SigningResult
      do throws(SigningError) { result = try signer.sign(request) } catch {
        throw Failure(signing: error, document: path)
      }
      try keeper?.keep(result)
      return result
    }
  }

  /// The request for every document, apart from its name.
  private func request(_ label: Label) -> SigningRequest {
    let result = options.result
    var request = options.document.applied(
      to: SigningRequest(input: "-", destination: result.destination, label: label),
      form: result.form, overwrites: result.force, language: profile.agency?.language)
    request.pades = result.pades
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
