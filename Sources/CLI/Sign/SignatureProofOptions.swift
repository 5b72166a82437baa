import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealNetwork
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning

/// Who is asked about revocation for a PDF signature that shall hold when nobody answers any more.
struct SignatureProofOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "For the PDF signature, ask the responders (ocsp) or fetch the lists (crl) that certificates "
        + "name, before it is made. Opens sockets, to public addresses only.",
      valueName: "kinds"))
  var online: OnlineKinds?

  @Flag(help: "With --online, also ask machines in private networks.")
  var onlinePrivate = false

  func validate() throws {
    if onlinePrivate, online == nil { throw ValidationError("--online-private needs --online") }
    if online?.kinds.contains(.manifest) == true {
      throw ValidationError("sign asks about certificates alone: ocsp, crl or ocsp,crl")
    }
  }

  /// Where answers come from; nil where none was given and nobody is to be asked.
  ///
  /// - Parameters:
  ///   - given: answers in files.
  ///   - known: certificates among which issuers are looked for.
  func source(
    _ given: EvidenceOptions, known: () throws -> [Certificate]
  ) throws -> RevocationSource? {
    guard given.hasAnswers || online != nil else { return nil }
    return RevocationSource(
      known: try known(), responses: try given.responses.ocspResponses().map(\.answer),
      lists: try given.lists.revocationLists().map(\.answer), inquiry: inquiry)
  }

  private var inquiry: RevocationSource.Inquiry? {
    guard let online else { return nil }
    let reach: NetworkReach = onlinePrivate ? .anywhere : .publicOnly
    let inquiry = RevocationInquiry(online.revocation, reach: reach) { address, error in
      Console.remark("\(Untrusted.line(address)): \(Untrusted.line(error.reason))")
    }
    return { certificate, issuer in inquiry.reply(about: certificate, issuer: issuer) }
  }
}
