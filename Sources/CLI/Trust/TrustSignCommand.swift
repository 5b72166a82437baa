import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust

/// `broadseal trust sign`: adds signatures to a list; each keeper of a key signs in turn.
struct TrustSignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Sign a trust list; a list that is signed already keeps its signatures.",
    usage: "broadseal trust sign <list.json> --key <file> --output <file> [<options>]")

  @Argument(help: ArgumentHelp("The list.", valueName: "list.json"))
  var list: PathArgument

  @Option(help: ArgumentHelp("A private list key. Repeatable.", valueName: "file"))
  var key: [PathArgument]

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: PathArgument

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @OptionGroup
  var passphrase: PassphraseOptions

  func run() throws {
    Interruption.endsProcess()
    let bytes = try SmallFile.read(list.path, limit: TrustLimits.maximumFileSize)
    var keys: [PrivateKey] = []
    for file in key {
      guard let secret = try passphrase.material(of: file.path).key else {
        throw Failure(.usage, file.path, "there is no private key")
      }
      keys.append(secret)
    }
    let signed = try TrustListSigner.sign(bytes, keys: keys, name: list.path.display)
    // The list itself may be replaced: each keeper adds a signature in turn.
    try output.write(
      signed, overwrites: force, from: [],
      sparing: (key + [passphrase.passphraseFile].compactMap(\.self)).map(\.path))
  }
}
