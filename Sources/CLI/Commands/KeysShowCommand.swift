import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting

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
