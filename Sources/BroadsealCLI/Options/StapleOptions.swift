import ArgumentParser
import Bytes
import OpenSSL
import Signing

/// The OCSP response that a signature brings along.
struct StapleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Put an OCSP response into the signature: auto asks the responder that the certificate names, "
        + "http://… another one (both open a socket), FILE is a response in DER.",
      valueName: "auto|url|file"))
  var stapleOcsp: KeyArgument?

  /// Seconds for the responder.
  private static let timeout = 20

  /// `credential` with the response; unchanged when none was asked for.
  func applied(to credential: Credential) throws -> Credential {
    guard let stapleOcsp else { return credential }
    guard credential.certificates.count > 1 else {
      throw Failure.usage(
        "an OCSP response cannot be proved without the certificate's issuer",
        hint: "put the issuer's certificate after the signer's")
    }
    let (leaf, issuer) = (credential.certificates[0], credential.certificates[1])
    let response: OCSPResponse
    if stapleOcsp.text != "auto", !stapleOcsp.text.hasPrefix("http") {
      let bytes = try SmallFile.read(stapleOcsp.path, limit: OCSPResponse.maximumSize)
      do throws(OpenSSLError) {
        response = try OCSPResponse(der: bytes)
      } catch { throw Failure(.usage, stapleOcsp.path, "\(error)") }
    } else {
      let named = stapleOcsp.text == "auto" ? leaf.ocspAddresses.first : stapleOcsp.text
      guard let address = named else {
        throw Failure.usage(
          "the certificate names no OCSP responder", hint: "--staple-ocsp http://… names one")
      }
      do throws(HTTPError) {
        response = try OCSPClient.ask(
          HTTPClient(try HTTPAddress(address), timeout: StapleOptions.timeout), about: leaf,
          issuer: issuer)
      } catch {
        throw Failure(
          .incomplete, "\(address): \(error)",
          hint: "nothing was signed; without --staple-ocsp no response is needed")
      }
    }
    return try credential.stapling([response], at: Clock.now)
  }
}
