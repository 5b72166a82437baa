import Broadseal
import BroadsealBytes
import BroadsealReporting
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
    var inputs = try desk.checkedDocuments("renew")
    try leaveOutUnsealed(&inputs)
    guard !inputs.documents.isEmpty else {
      return try desk.each(of: inputs, .renewal) { _ throws(Failure) in
        throw .usage("there is no document to renew")
      }
    }
    guard options.archive.hasAnswers || options.proofs.online != nil else {
      throw Failure.usage(
        "a renewal brings answers about revocation: --online ocsp,crl asks for them, --ocsp and --crl "
          + "give them")
    }
    let renew = options.renew == .plain ? try plainly() : try withLabel()
    return try desk.stampEach(of: inputs, .renewal, renew)
  }

  /// Of one document that has nothing to renew that is the answer; in a folder, those are left as they are.
  private func leaveOutUnsealed(_ inputs: inout InputDocuments) throws(Failure) {
    guard inputs.isCollection else {
      guard inputs.documents.count == 1, let only = inputs.documents.first else { return }
      do throws(SigningError) { try DocumentRenewer.requireSealed(only.path) } catch {
        throw Failure(signing: error, document: only.path)
      }
      return
    }
    let left = inputs.leaveOut { DocumentRenewer.isUnsealed($0.path) }
    guard let first = left.first else { return }
    desk.tell { wording in
      let (count, path) = (left.count, Untrusted.escaped(first.path))
      return wording.say(
        count == 1
          ? "\(path): no PDF signature to renew, left as it is"
          : "\(count) documents have no PDF signature to renew, \(path) among them, and are left as they are",
        "更新するPDF署名がない文書\(count)件(\(path)\(count == 1 ? "" : " など"))は、そのままにしました")
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
}
