import ArgumentParser
import BroadsealFiles

/// `broadseal keys request`: a new key, and the request for its certificate.
struct KeysRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "Make a key and a request for a certificate that may sign C2PA claims.",
    usage: """
      broadseal keys request --country <code> --organization <name>
                             --new-key <file> -o <request>
      broadseal keys request --country <code> --organization <name>
                             --key <file|uri> -o <request>
      """,
    discussion: """
      The request (PKCS #10) asks for the purposes C2PA claim signing, document signing and mail \
      protection, and for the key usages digitalSignature and nonRepudiation. A new key is \
      encrypted with a passphrase, from --passphrase-file or asked for; its file is readable by \
      its owner alone. Nothing is ever overwritten. Exit codes: 0 made, 2 usage, or a file of that name is \
      there, 3 it cannot be written.
      """)

  @OptionGroup(title: "Subject")
  var subject: SubjectOptions

  @Option(help: ArgumentHelp("Make a key and write it to this file.", valueName: "file"))
  var newKey: PathArgument?

  @Option(
    help: ArgumentHelp(
      "The key that there is: a file, or a pkcs11: address.", valueName: "file|uri"))
  var key: KeyArgument?

  @Option(help: "Kind of the new key: p256, p384, rsa3072 or rsa4096; p256 if absent.")
  var type: KeyType?

  @Flag(help: "Leave the new key unencrypted.")
  var unencrypted = false

  @Option(name: .output, help: ArgumentHelp("The request to write.", valueName: "file"))
  var output: PathArgument

  @OptionGroup
  var passphrase: PassphraseOptions

  @OptionGroup
  var language: LanguageOption

  func validate() throws {
    guard (newKey == nil) != (key == nil) else {
      throw ValidationError("say either --new-key, to make a key, or --key, to use one")
    }
    if newKey == nil, type != nil || unencrypted {
      throw ValidationError("--type and --unencrypted belong to --new-key")
    }
    if unencrypted, passphrase.passphraseFile != nil {
      throw ValidationError("--unencrypted and --passphrase-file exclude each other")
    }
    if output.isStandardStream || newKey?.isStandardStream == true {
      throw ValidationError("a file is not written to standard output; ./- is a file called -")
    }
    if let newKey, newKey.path.place == output.path.place {
      throw ValidationError("the key and the request would be one file")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    let request = KeyRequest(
      subject: subject.name, output: output.path, passphrase: passphrase,
      wordings: language.lang.wordings)
    if let newKey {
      try request.run(newKey: newKey.path, type: type ?? .p256, isEncrypted: !unencrypted)
    } else if let key {
      try request.run(key: key)
    }
  }
}
