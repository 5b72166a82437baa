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
    let inputs = try desk.checkedDocuments("renew")
    let renew = options.renew == .plain ? try plainly() : try withLabel()
    return try desk.stampEach(of: inputs, .renewal, renew)
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
}
