import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// `broadseal trust fingerprint`: the digest of a list's keys, to be read aloud.
struct TrustFingerprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "Show the fingerprint of a keys file, for reading aloud and comparing.",
    usage: "broadseal trust fingerprint <keys.pem> [--compare <text>]",
    discussion: """
      The last fingerprint stands for everything in the file: the list's name, how many keys must \
      sign, and the keys, whatever their order. Have somebody at the list's operator read it to \
      you, by a number that you did not get with the file. --compare does the comparing: exit \
      code 0 when it is the same, 6 when it is not.
      """)

  @Argument(help: ArgumentHelp("The keys file of a list: LIST.keys.pem.", valueName: "keys.pem"))
  var keys: PathArgument

  @Option(
    help: ArgumentHelp(
      "The fingerprint as you were told it, with or without blanks.", valueName: "text"))
  var compare: PlainText?

  func validate() throws {
    try [keys].refuseStandardInput()
    guard let compare else { return }
    guard Hex.decode(TrustFingerprintCommand.digits(compare.text))?.count == 32 else {
      throw ValidationError("--compare takes the whole fingerprint: 64 hexadecimal digits")
    }
  }

  func run() throws {
    let pinned = try ListKeys(
      pem: try SmallFile.read(keys.path, limit: TrustLimits.maximumFileSize),
      name: keys.path.display)
    guard let compare else {
      try Console.write(TrustFingerprintCommand.text(of: pinned))
      return
    }
    guard TrustFingerprintCommand.digits(compare.text) == pinned.fingerprint else {
      throw Failure(
        .trust, keys.path, "these are not the keys that you were told of",
        hint: "do not use them; ask the list's operator once more")
    }
    try Console.write(
      "\(Untrusted.path(keys.path)): the fingerprint is the same, "
        + "\(Untrusted.clean(pinned.scheme))\n")
  }

  private static func digits(_ text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace && $0 != ":" && $0 != "-" }
  }

  private static func text(of keys: ListKeys) -> String {
    var text = "list       \(Untrusted.clean(keys.scheme))\n"
    text += "signed by  \(keys.threshold) of these \(keys.keys.count) keys at least\n"
    for (number, key) in keys.keys.map({ (kind: $0.kind, digest: $0.spkiSHA256) })
      .sorted(by: { $0.digest < $1.digest }).enumerated()
    {
      text += "\nkey \(number + 1), \(key.kind)\n" + groups(key.digest)
    }
    return text + "\nthe whole file\n" + groups(keys.fingerprint)
  }

  /// Groups of four digits, eight a line.
  private static func groups(_ digest: String) -> String {
    let digits = Array(digest)
    return stride(from: 0, to: digits.count, by: 32).map { start in
      let line = digits[start..<min(start + 32, digits.count)]
      let groups = stride(from: 0, to: line.count, by: 4).map { offset in
        String(line.dropFirst(offset).prefix(4))
      }
      return "  " + groups.joined(separator: " ") + "\n"
    }.joined()
  }
}
