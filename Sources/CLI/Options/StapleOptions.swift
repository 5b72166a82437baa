import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealSigning

/// The OCSP responses that a signature brings along.
struct StapleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Put OCSP responses into the signature: auto asks the responders that the certificates name, "
        + "http://… another one about the signer's (both open sockets), FILE is a response in DER; "
        + "none leaves out what the profile asks for.",
      valueName: "auto|url|file|none"))
  var stapleOcsp: KeyArgument?

  /// Seconds for a responder.
  private static let timeout = 20

  /// Where responses come from.
  private enum Source {
    case file(FilePath)
    /// The responders that certificates name; `first` stands in for that of the signer's.
    case network(first: String?)
  }

  /// `credential` with the responses; unchanged when none was asked for, here or by the profile.
  func applied(
    to credential: Credential, profile: RevocationSettings?
  ) throws -> Credential {
    guard let source = source(profile) else { return credential }
    guard credential.certificates.count > 1 else {
      throw Failure.usage(
        "an OCSP response cannot be proved without the certificate's issuer",
        hint: "put the issuer's certificate after the signer's")
    }
    switch source {
    case .file(let path):
      let bytes = try SmallFile.read(path, limit: OCSPResponse.maximumSize)
      let response: OCSPResponse
      do throws(OpenSSLError) {
        response = try OCSPResponse(der: bytes)
      } catch { throw Failure(.usage, path, "\(error)") }
      return try credential.stapling([response], at: SystemClock.now)
    case .network(let first):
      return try credential.stapling(
        try Self.responses(about: credential.certificates, first: first), at: SystemClock.now)
    }
  }

  /// What the command line says, else what the profile says; nil for no response.
  private func source(_ profile: RevocationSettings?) -> Source? {
    guard let stapleOcsp else {
      return profile?.staples == true ? .network(first: profile?.responder) : nil
    }
    if stapleOcsp.text == "none" { return nil }
    if stapleOcsp.text == "auto" { return .network(first: nil) }
    guard stapleOcsp.text.hasPrefix("http") else { return .file(stapleOcsp.path) }
    return .network(first: stapleOcsp.text)
  }

  /// What is answered about the signer, and about every authority above it that names a responder and
  /// whose issuer is in the chain: the signer's response comes first, since some readers look at one.
  private static func responses(
    about chain: [Certificate], first: String?
  ) throws(Failure) -> [OCSPResponse] {
    guard let address = first ?? chain.first?.ocspAddresses.first else {
      throw Failure.usage(
        "the certificate names no OCSP responder", hint: "--staple-ocsp http://… names one")
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
        throw Failure(
          .incomplete, "\(HTTPAddress.shown(address)): \(error)",
          hint: "nothing was signed; --staple-ocsp none signs without a response")
      }
    }
    return responses
  }
}
