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
    name: .customLong("online"),
    help: ArgumentHelp(
      "For the PDF signature, ask the responders (ocsp) or fetch the lists (crl) that certificates "
        + "name, or both (ocsp,crl), before it is made. Opens sockets, to public addresses only.",
      valueName: "kinds"))
  private var questions: Questions?

  @Flag(help: "With --online, also ask machines in private networks.")
  var onlinePrivate = false

  /// What is asked about certificates. Labels that are kept elsewhere are nothing that signing asks for.
  private struct Questions: ExpressibleByArgument {
    let kinds: OnlineKinds

    init?(argument: String) {
      guard let kinds = OnlineKinds(argument: argument) else { return nil }
      self.kinds = kinds
    }

    static let allValueStrings = ["ocsp", "crl"]
  }

  /// Who is asked; nil where nobody is.
  var online: OnlineKinds? { questions?.kinds }

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
