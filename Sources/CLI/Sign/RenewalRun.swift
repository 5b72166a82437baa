import Broadseal
import BroadsealBytes
import BroadsealSigning

/// A run of `sign --renew`: PDF signatures that are there already get what proves them in years to come.
struct RenewalRun {
  private let desk: SigningDesk
  private var options: SignOptions { desk.options }
  private var profile: IssuerProfile { desk.profile }

  /// A run by the profile and options of `desk`.
  init(_ desk: SigningDesk) {
    self.desk = desk
  }

  /// Renews every document.
  func run() throws -> ExitCode {
    let inputs = try desk.documents()
    try inputs.requireAny("renew")
    try options.result.spare(desk.sources, signing: inputs.documents)
    try options.result.check(inputs.documents)
    let renew = options.renew == .plain ? try plainly() : try withLabel()
    let keeper = try desk.keeper()
    let destinations = options.result
    return try desk.each(of: inputs, .renewal) { [template = request] document throws(Failure) in
      var request = template
      request.input = document.path
      request.destination = destinations.destination(of: document)
      let outcome: SignatureReport.Outcome
      do throws(SigningError) {
        if case .folder(let folder) = request.destination { try folder.makeOutputFolder() }
        outcome = try renew(request)
      } catch { throw Failure(signing: error, document: document.path, needsStamp: true) }
      try keeper?.keep(outcome)
      return outcome
    }
  }

  private typealias Renewal =
    @Sendable (StampingRequest) throws(SigningError) -> SignatureReport.Outcome

  /// Renewal by whoever has no key of the label.
  private func plainly() throws -> Renewal {
    let renewer = try desk.misconfigured {
      guard let source = try desk.revocation() else { throw Failure.usage("no answers were named") }
      return DocumentRenewer(
        timeStamping: try desk.timeStamping(), source: source,
        inspection: try desk.inspection(.nothing), environment: .system)
    }
    return { request throws(SigningError) in .renewed(try renewer.renew(request)) }
  }

  /// Renewal by the agency, which repeats its label.
  private func withLabel() throws -> Renewal {
    guard profile.approvers.isEmpty else {
      throw Failure(
        .usage, profile.path, "this profile signs only what a second person has approved",
        hint: "--renew plain renews PDF signatures without signing anything")
    }
    let signer = try desk.signer(try desk.credential(), demand: .asLabelled, identity: false)
    return { request throws(SigningError) in .signed(try signer.renew(request)) }
  }

  /// The request for every document, apart from its name.
  private var request: StampingRequest {
    let agency = profile.agency.map {
      StampingRequest.Agency(id: $0.id, jurisdiction: $0.jurisdiction)
    }
    var request = StampingRequest(input: "-", destination: .inPlace, agency: agency)
    request.overwrites = options.result.force
    return request
  }
}
