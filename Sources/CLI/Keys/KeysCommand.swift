import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealJSON
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
    commandName: "show", abstract: "Show what key and certificate files hold, without secrets.",
    usage: "broadseal keys show <files> ... [<options>]",
    discussion: """
      Exit codes: 0 shown, 1 a key of a kind that cannot sign, 2 a file that cannot be opened, 3 one that \
      cannot be read.
      """)

  @Argument(help: "PEM or PKCS#12 files.")
  var files: [PathArgument]

  @OptionGroup
  var passphrase: PassphraseOptions

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func run() throws {
    try result.open(sparing: files.map(\.path) + passphrase.files)
    var found: [(path: FilePath, material: KeyMaterial)] = []
    for file in files { found.append((file.path, try passphrase.material(of: file.path))) }
    switch result.format {
    case .text:
      for (number, wording) in result.lang.wordings.enumerated() {
        let parts = found.map { Self.text(of: $0.material, at: $0.path, wording) }
        try Console.write((number == 0 ? "" : "\n") + parts.joined(separator: "\n"))
      }
    case .json:
      let files = found.map { Self.json(of: $0.material, at: $0.path) }
      try Console.write(Tool.document(.certificates, [("files", .array(files))]))
    }
  }

  private static func text(
    of material: KeyMaterial, at path: FilePath, _ wording: Wording
  ) -> String {
    var text = Untrusted.path(path) + "\n"
    if let key = material.key {
      let name = key.publicKey.spkiSHA256
      text += wording.say("private key", "秘密鍵") + "  \(key.publicKey.kind), SPKI \(name)\n"
    }
    for certificate in material.certificates + material.others {
      text += wording.say("certificate", "証明書") + "\n"
      text += CertificateText(wording).lines(certificate).map { "  \($0)\n" }.joined()
    }
    return text
  }

  private static func json(of material: KeyMaterial, at path: FilePath) -> JSON.Value {
    var members = path.members("path")
    if let key = material.key?.publicKey {
      members.append(
        ("privateKey", ["key": .string("\(key.kind)"), "spki": .string(key.spkiSHA256)]))
    }
    members.append(
      ("certificates", .array((material.certificates + material.others).map(\.json))))
    return .object(JSON.Object(members))
  }
}

/// `broadseal keys demo`: a whole demonstration PKI in one folder.
struct KeysDemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Fill a new folder with demonstration keys and trust lists of invented agencies.",
    discussion: """
      Never for real use: the private keys are not encrypted. Exit codes: 0 made, 2 the folder is not \
      empty, 3 it cannot be written.
      """)

  @Argument(help: ArgumentHelp("A folder that does not exist or is empty.", valueName: "dir"))
  var folder: PathArgument

  @Option(
    help: ArgumentHelp(
      "Where certificates say that one can ask about revocation: under this address the folder is to be "
        + "served. \(KeysDemoCommand.usualResponder) if absent.",
      valueName: "url"))
  var responder: String?

  @OptionGroup
  var language: LanguageOption

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
      switch error {
      case .cryptography(let cause): throw Failure(.internal, "\(cause)")
      case .unwritable: throw Failure(.incomplete, "\(error)")
      case .notEmpty, .list: throw Failure.usage("\(error)")
      }
    }
    for wording in language.lang.wordings {
      try Console.write(
        "\(Untrusted.path(folder.path)): "
          + wording.say("demonstration keys, not for real use", "デモ用の鍵です。実際の業務には使用できません") + "\n")
    }
  }
}
