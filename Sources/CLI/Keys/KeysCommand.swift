import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// `broadseal keys`: keys and requests, demonstration keys, and what is to be said of certificates.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Make keys and certificate requests; show and check keys and certificates.",
    subcommands: [
      KeysRequestCommand.self, KeysCheckCommand.self, KeysShowCommand.self, KeysDemoCommand.self,
    ])
}

/// `broadseal keys show`: what a key or certificate file holds, without its secrets.
struct KeysShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what key and certificate files hold, without secrets.")

  @Argument(help: "PEM or PKCS#12 files.")
  var files: [PathArgument]

  @OptionGroup
  var passphrase: PassphraseOptions

  func run() throws {
    for (index, file) in files.enumerated() {
      let material = try passphrase.material(of: file.path)
      var text = (index == 0 ? "" : "\n") + Untrusted.path(file.path) + "\n"
      if let key = material.key {
        let name = key.publicKey.spkiSHA256
        text += "private key  \(key.publicKey.kind), SPKI \(name)\n"
      }
      for certificate in material.certificates + material.others {
        text += "certificate\n"
        text += CertificateText.lines(certificate).map { "  \($0)\n" }.joined()
      }
      try Console.write(text)
    }
  }
}

/// `broadseal keys demo`: a whole demonstration PKI in one folder.
struct KeysDemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Fill a new folder with demonstration keys and trust lists of invented agencies.",
    discussion: "Never for real use: the private keys are not encrypted.")

  @Argument(help: ArgumentHelp("A folder that does not exist or is empty.", valueName: "dir"))
  var folder: PathArgument

  @Option(
    help: ArgumentHelp(
      "Where certificates say that one can ask about revocation: under this address the folder is to be "
        + "served. \(KeysDemoCommand.usualResponder) if absent.",
      valueName: "url"))
  var responder: String?

  /// Nobody but this machine answers there.
  static let usualResponder = "http://127.0.0.1:8560"

  func validate() throws {
    guard let responder else { return }
    do throws(HTTPError) { _ = try HTTPAddress(responder) } catch {
      throw ValidationError("--responder cannot be used: \(error.reason)")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    do throws(DemoError) {
      try DemoPKI.make(
        in: folder.path, now: SystemClock.now,
        responder: responder ?? KeysDemoCommand.usualResponder)
    } catch {
      if case .cryptography(let cause) = error { throw Failure(.internal, "\(cause)") }
      throw Failure.usage("\(error)")
    }
    try Console.write("\(Untrusted.path(folder.path)): demonstration keys, not for real use\n")
  }
}
