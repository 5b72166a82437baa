import ArgumentParser
import Broadseal

/// The OCSP responses that a signature brings along.
struct StapleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Put OCSP responses into the signature: auto asks the responders that the certificates name, "
        + "http://… another one about the signer's (both open sockets), FILE is a response in DER; "
        + "none leaves out what the profile asks for.",
      valueName: "auto|url|file|none"))
  var stapleOcsp: KeyArgument?

  /// What the command line says, else what the profile says; nil for no response.
  func staple(_ profile: IssuerProfile) -> Staple? {
    guard let stapleOcsp else { return Staple(profile.revocation) }
    if stapleOcsp.text == "none" { return nil }
    if stapleOcsp.text == "auto" { return .network(first: nil) }
    guard stapleOcsp.text.hasPrefix("http") else { return .file(stapleOcsp.path) }
    return .network(first: stapleOcsp.text)
  }
}
