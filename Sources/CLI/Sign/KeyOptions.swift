import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealSigning

/// The signing key, when it is not the profile's.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The signing key instead of the profile's: a PEM or PKCS#12 file, or a pkcs11: address "
        + "(needs libengine-pkcs11-openssl; the PIN is asked for or in --passphrase-file).",
      valueName: "file|uri"))
  var key: KeyArgument?

  @Option(
    help: ArgumentHelp(
      "A program that holds the key: bytes to sign on its standard input, the bare signature on its "
        + "standard output. Split at blanks; no shell.",
      valueName: "command"))
  var signer: PlainText?

  @Option(help: ArgumentHelp("Seconds after which --signer is killed.", valueName: "seconds"))
  var signerTimeout: Int?

  @Option(
    help: ArgumentHelp(
      "File with the certificate of --key or --signer and those above it: PEM, DER or PKCS#7.",
      valueName: "pem"))
  var certificates: PathArgument?

  func validate() throws {
    if key != nil, signer != nil { throw ValidationError("--key and --signer exclude each other") }
    if signerTimeout != nil, signer == nil {
      throw ValidationError("--signer-timeout needs --signer")
    }
    if let signerTimeout, !(1...SignerCommand.longestTimeLimit).contains(signerTimeout) {
      throw ValidationError(
        "--signer-timeout takes a number from 1 to \(SignerCommand.longestTimeLimit)")
    }
  }

  /// The key of the command line, else that of the profile.
  func settings(_ issuer: IssuerProfile) throws(Failure) -> KeySettings {
    let profile = issuer.key
    let source: KeySource
    if let signer {
      do throws(SigningError) {
        source = .command(
          try SignerCommand(
            line: signer.text, timeLimit: signerTimeout ?? SignerCommand.defaultTimeLimit))
      } catch { throw Failure(signing: error) }
    } else if let key {
      source = key.isToken ? .token(address: key.text, module: nil) : .file(key.path)
    } else if let profile {
      return certificates.map { profile.with(certificates: $0.path) } ?? profile
    } else {
      throw Failure(
        .usage, issuer.path, "the profile has no [key]", hint: "--key or --signer names the key")
    }
    var chain = certificates?.path
    // A key file may hold its certificates; the others have only those they are given.
    if case .file = source {} else { chain = chain ?? profile?.certificates }
    return KeySettings(
      source: source, certificates: chain, algorithm: nil,
      passphraseFile: profile?.passphraseFile)
  }
}

extension KeySettings {
  fileprivate func with(certificates: FilePath) -> KeySettings {
    KeySettings(
      source: source, certificates: certificates, algorithm: algorithm,
      passphraseFile: passphraseFile)
  }
}

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
    guard HTTPAddress.isMeant(stapleOcsp.text) else { return .file(stapleOcsp.path) }
    return .network(first: stapleOcsp.text)
  }
}
