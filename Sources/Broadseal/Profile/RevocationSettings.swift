package import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealSettings
package import BroadsealSigning

/// `[revocation]` of a profile: whether signatures bring OCSP responses along, and who is asked.
public struct RevocationSettings: Sendable {
  /// Whether the signer's responder, and those of the authorities above it, are asked at signing.
  public let staples: Bool
  /// Who is asked about the signer's certificate instead of the one that it names.
  public let responder: String?
}

extension RevocationSettings {
  /// Reads the table `[revocation]`.
  init(_ table: SettingsTable) throws(SettingsError) {
    try table.allowOnly(["staple", "responder"])
    guard let staples = try table.flag("staple") else { throw table.missing("staple") }
    responder = try table.text("responder")
    self.staples = staples
    guard let responder else { return }
    guard staples else { throw table.failure("responder", "needs staple = true") }
    do throws(HTTPError) {
      _ = try HTTPAddress(responder)
    } catch { throw table.failure("responder", "cannot be used: \(error.reason)") }
  }
}

/// Where the OCSP responses come from that signatures bring along.
package enum Staple: Sendable {
  /// From a file with one response in DER.
  case file(FilePath)
  /// From the responders that certificates name; `first` stands in for that of the signer's.
  case network(first: String?)

  /// What `settings` say; nil for no response.
  package init?(_ settings: RevocationSettings?) {
    guard let settings, settings.staples else { return nil }
    self = .network(first: settings.responder)
  }

  /// Seconds for a responder.
  private static let timeout = 20

  /// `credential` with the responses, which have to speak for `time`.
  ///
  /// - Throws: `SigningError` of kind `revocation` when nobody answers, else of kind `certificate`.
  package func applied(
    to credential: Credential, at time: UTCTime
  ) throws(SigningError) -> Credential {
    guard credential.certificates.count > 1 else {
      throw SigningError(
        .certificate, "an OCSP response cannot be proved without the certificate's issuer",
        hint: "put the issuer's certificate after the signer's")
    }
    switch self {
    case .file(let path):
      return try credential.stapling([try Staple.response(in: path)], at: time)
    case .network(let first):
      return try credential.stapling(
        try Staple.responses(about: credential.certificates, first: first), at: time)
    }
  }

  private static func response(in path: FilePath) throws(SigningError) -> OCSPResponse {
    do throws(RevocationFileError) {
      return try RevocationFile<OCSPResponse>(path).answer
    } catch {
      switch error {
      case .source(let fault):
        throw SigningError(.unreadable, fault.reason, path: fault.path)
      case .content(let fault):
        throw SigningError(.certificate, "\(fault)", path: path.display)
      case .mistaken(let kind, let meant):
        throw SigningError(
          .certificate, RevocationFileError.words(kind, for: meant).reason, path: path.display)
      }
    }
  }

  /// What is answered about the signer, and about every authority above it that names a responder and
  /// whose issuer is in the chain: the signer's response comes first, since some readers look at one.
  private static func responses(
    about chain: [Certificate], first: String?
  ) throws(SigningError) -> [OCSPResponse] {
    guard let address = first ?? chain.first?.ocspAddresses.first else {
      throw SigningError(
        .certificate, "the certificate names no OCSP responder",
        hint: "--staple-ocsp http://…, or responder in [revocation] of the profile, names one")
    }
    var responses: [OCSPResponse] = []
    for (index, (certificate, issuer)) in zip(chain, chain.dropFirst()).enumerated() {
      guard let address = index == 0 ? address : certificate.ocspAddresses.first else { continue }
      do throws(HTTPError) {
        responses.append(
          try OCSPClient.ask(
            HTTPClient(try HTTPAddress(address), timeout: timeout), about: certificate,
            issuer: issuer))
      } catch {
        throw SigningError(
          .revocation, "\(HTTPAddress.shown(address)): \(error)",
          hint: "nothing was signed; --staple-ocsp none signs without a response")
      }
    }
    return responses
  }
}
