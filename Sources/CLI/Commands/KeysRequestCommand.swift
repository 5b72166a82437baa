import ArgumentParser
import BroadsealAuditing
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealReporting

/// `broadseal keys request`: a new key, and the request for its certificate.
struct KeysRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "Make a key and a request for a certificate that may sign C2PA claims.",
    usage: """
      broadseal keys request --country <code> --organization <name> --new-key <file> -o <request>
      broadseal keys request --country <code> --organization <name> --key <file|uri> -o <request>
      """,
    discussion: """
      The request (PKCS #10) asks for the purposes C2PA claim signing, document signing and mail \
      protection, and for the key usages digitalSignature and nonRepudiation. A new key is \
      encrypted with a passphrase, from --passphrase-file or asked for; its file is readable by \
      its owner alone. Nothing is ever overwritten.
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

  @Option(name: .shortAndLong, help: ArgumentHelp("The request to write.", valueName: "file"))
  var output: PathArgument

  @OptionGroup
  var passphrase: PassphraseOptions

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
    if let newKey, newKey.path.place == output.path.place {
      throw ValidationError("the key and the request would be one file")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    if let newKey { return try make(newKey.path) }
    guard let key else { return }
    var file = try KeysRequestCommand.start(output.path, mode: 0o666)
    try file.write(request(by: try passphrase.privateKey(key)))
    try file.commit()
    try Console.write("\(Untrusted.path(output.path)): \(words)\n")
  }

  private func make(_ path: FilePath) throws {
    var file = try KeysRequestCommand.start(path, mode: 0o600)
    var other = try KeysRequestCommand.start(output.path, mode: 0o666)
    let secret = unencrypted ? nil : try passphrase.new(for: path)
    let key = try (type ?? .p256).generate()
    try file.write(try key.pem(passphrase: secret))
    try other.write(request(by: key))
    // The request last: without its key it is of no use, and with the key it can be made again.
    try file.commit()
    try other.commit()
    let state = unencrypted ? "not encrypted" : "encrypted"
    try Console.write(
      "\(Untrusted.path(path)): private key, \(key.publicKey.kind), \(state)\n"
        + "\(Untrusted.path(output.path)): \(words)\n")
  }

  private var words: String {
    "certificate request for \(Untrusted.quoted("\(subject.name)", in: .english))"
  }

  private func request(by key: PrivateKey) throws -> [UInt8] {
    let request = CertificateRequest(
      subject: subject.name,
      extendedKeyUsage: [
        Purpose.claimSigning, Purpose.documentSigning, Purpose.emailProtection,
      ])
    return PEM.text("CERTIFICATE REQUEST", try request.signed(by: key))
  }

  /// Starts a file that must not exist yet.
  private static func start(_ path: FilePath, mode: UInt32) throws(Failure) -> AtomicOutput {
    try path.requireFolder()
    do throws(SourceError) {
      return try AtomicOutput(path, overwrites: false, mode: mode)
    } catch {
      throw Failure(
        source: error, code: .usage,
        hint: "keys and requests are never overwritten: name another file"
      )
    }
  }
}

extension AtomicOutput {
  /// Adds bytes.
  fileprivate mutating func write(_ bytes: [UInt8]) throws(SourceError) {
    unsafe try append(bytes.span.bytes)
  }
}
