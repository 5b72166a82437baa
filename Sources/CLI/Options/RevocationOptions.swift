import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealDocuments
import BroadsealNetwork
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealVerifying

/// What is known of revoked certificates: given in files, or asked for.
struct RevocationOptions: ParsableArguments {
  @Option(
    name: .customLong("ocsp"),
    help: ArgumentHelp("An OCSP response in DER. Repeatable.", valueName: "file"))
  var responses: [PathArgument] = []

  @Option(
    name: .customLong("crl"),
    help: ArgumentHelp(
      "Revocation lists: one in DER, or several in PEM. Repeatable.", valueName: "file"))
  var lists: [PathArgument] = []

  @Option(
    help: ArgumentHelp(
      "Ask the responders (ocsp), fetch the lists (crl) that certificates name, fetch labels that "
        + "files name and do not hold (manifest), or several: ocsp,crl. Opens sockets, to public "
        + "addresses only.",
      valueName: "kinds"))
  var online: OnlineKinds?

  @Flag(help: "With --online, also ask machines in private networks.")
  var onlinePrivate = false

  func validate() throws {
    if onlinePrivate, online == nil { throw ValidationError("--online-private needs --online") }
  }

  /// Every file that was named.
  var files: [FilePath] { (responses + lists).map(\.path) }

  private var reach: NetworkReach { onlinePrivate ? .anywhere : .publicOnly }

  /// Who fetches labels that files name and do not hold: nobody unless it was asked for.
  var manifests: RemoteManifests {
    guard online?.kinds.contains(.manifest) == true else { return .none }
    let inquiry = ManifestInquiry(reach: reach, maximumSize: StoreLimits.maximumSize)
    return RemoteManifests { inquiry.store(at: $0) }
  }

  /// Everything that was given, read but not proved.
  ///
  /// - Parameter authorities: certificates of the lists and anchors of the run.
  func evidence(among authorities: [Certificate]) throws(Failure) -> RevocationEvidence {
    let responses = try self.responses.ocspResponses().map(\.answer)
    let lists = try self.lists.revocationLists().map(\.answer)
    guard let online, !online.kinds.isDisjoint(with: [.ocsp, .crl]) else {
      return RevocationEvidence(responses: responses, lists: lists)
    }
    let inquiry = RevocationInquiry(
      online.revocation, reach: reach, authorities: authorities
    ) { address, error in
      Console.remark("\(Untrusted.line(address)): \(Untrusted.line(error.reason))")
    }
    return RevocationEvidence(
      responses: responses, lists: lists,
      inquiry: { certificate, issuer in inquiry.answers(for: certificate, issuer: issuer) })
  }
}

extension [PathArgument] {
  /// The OCSP responses in the files that were named.
  func ocspResponses() throws(Failure) -> [RevocationFile<OCSPResponse>] {
    try files { path throws(RevocationFileError) in [try RevocationFile<OCSPResponse>(path)] }
  }

  /// The revocation lists in the files that were named.
  func revocationLists() throws(Failure) -> [RevocationFile<RevocationList>] {
    try files { path throws(RevocationFileError) in try RevocationFile<RevocationList>.all(path) }
  }

  private func files<Answer>(
    _ read: (FilePath) throws(RevocationFileError) -> [RevocationFile<Answer>]
  ) throws(Failure) -> [RevocationFile<Answer>] {
    var found: [RevocationFile<Answer>] = []
    for file in self {
      do throws(RevocationFileError) {
        found += try read(file.path)
      } catch {
        switch error {
        case .source(let fault): throw Failure(source: fault, code: .usage)
        case .content(let fault): throw Failure(.usage, file.path, "\(fault)")
        case .mistaken(let kind, let meant):
          let words = RevocationFileError.words(kind, for: meant)
          throw Failure(.usage, file.path, words.reason, hint: words.hint)
        }
      }
    }
    return found
  }
}

/// What `--online` asks for: `ocsp`, `crl`, `manifest`, or several with commas between.
struct OnlineKinds: ExpressibleByArgument, Sendable, Hashable {
  /// One kind of question.
  enum Kind: String, CaseIterable, Sendable {
    case ocsp, crl, manifest
  }

  /// The kinds that were named.
  let kinds: Set<Kind>

  /// What is asked about revoked certificates.
  var revocation: Set<RevocationInquiry.Kind> {
    Set(
      kinds.compactMap { kind in
        switch kind {
        case .ocsp: .ocsp
        case .crl: .crl
        case .manifest: nil
        }
      })
  }

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let kinds = names.compactMap { Kind(rawValue: String($0)) }
    guard kinds.count == names.count, Set(kinds).count == kinds.count else { return nil }
    self.kinds = Set(kinds)
  }

  /// The kinds alone: several stand with commas between, in any order.
  static var allValueStrings: [String] { Kind.allCases.map(\.rawValue) }
}
