import ArgumentParser
import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// `broadseal trust fingerprint`: the digest of a list's keys, to be read aloud.
struct TrustFingerprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "Show the fingerprint of a keys file, for reading aloud and comparing.",
    usage: "broadseal trust fingerprint <keys.pem> [--compare <text>] [<options>]",
    discussion: """
      The last fingerprint stands for everything in the file: the list's name, how many keys must \
      sign, and the keys, whatever their order. Have somebody at the list's operator read that one to \
      you, by a number that you did not get with the file: one key's own says nothing of the others. \
      --compare does the comparing. Exit \
      codes: 0 shown, or the same, 2 usage, 6 it is not the same, or the file holds no such keys.
      """)

  @Argument(help: ArgumentHelp("The keys file of a list: LIST.keys.pem.", valueName: "keys.pem"))
  var keys: PathArgument

  @Option(
    help: ArgumentHelp(
      "The fingerprint as you were told it, with or without blanks.", valueName: "text"))
  var compare: PlainText?

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func validate() throws {
    try [keys].refuseStandardInput()
    guard let compare else { return }
    guard Hex.decode(TrustFingerprintCommand.digits(compare.text))?.count == 32 else {
      throw ValidationError("--compare takes the whole fingerprint: 64 hexadecimal digits")
    }
  }

  func run() throws {
    try result.open(sparing: [keys.path])
    let pinned = try ListKeys(
      pem: try SmallFile.read(keys.path, limit: TrustLimits.maximumFileSize),
      name: keys.path.display)
    let isSame = compare.map { TrustFingerprintCommand.digits($0.text) == pinned.fingerprint }
    if result.format == .json {
      try Console.write(TrustFingerprintCommand.json(of: pinned, isSame: isSame))
    } else {
      for wording in result.lang.wordings {
        if isSame == nil {
          try Console.write(TrustFingerprintCommand.text(of: pinned, wording))
        } else if isSame == true {
          let (path, scheme) = (Untrusted.path(keys.path), Untrusted.clean(pinned.scheme))
          try Console.write(
            wording.say(
              "\(path): the fingerprint is the same, \(scheme)\n",
              "\(path): フィンガープリントは一致しています(\(scheme))\n"))
        }
      }
    }
    guard isSame == false, let compare else { return }
    Console.report(difference(TrustFingerprintCommand.digits(compare.text), pinned))
    throw Outcome(code: .trust)
  }

  /// What was compared instead: one key alone proves neither the others nor how many must sign.
  private func difference(_ told: String, _ pinned: ListKeys) -> Failure {
    let digests = pinned.keys.map(\.spkiSHA256).sorted()
    guard let place = digests.firstIndex(of: told) else {
      return Failure(
        .trust, keys.path, "these are not the keys that you were told of",
        hint: "do not use them; ask the list's operator once more")
    }
    return Failure(
      .trust, keys.path,
      "that is the fingerprint of key \(place + 1) alone, and says nothing of the other keys",
      hint:
        "ask the list's operator for the fingerprint of the whole file, the last one that trust fingerprint "
        + "shows"
    )
  }

  private static func digits(_ text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace && $0 != ":" && $0 != "-" }
  }

  /// The keys as the schema `broadseal.fingerprint/1` has them.
  ///
  /// - Parameter isSame: whether the fingerprint is the one that was told; nil where none was.
  private static func json(of keys: ListKeys, isSame: Bool?) -> JSON.Value {
    var members: [(String, JSON.Value)] = [
      ("scheme", .string(keys.scheme)),
      ("threshold", .integer(Int64(keys.threshold))),
      (
        "keys",
        .array(
          keys.keys.map { (kind: "\($0.kind)", digest: $0.spkiSHA256) }
            .sorted { $0.digest < $1.digest }
            .map { ["key": .string($0.kind), "spki": .string($0.digest)] })
      ), ("fingerprint", .string(keys.fingerprint)),
    ]
    if let isSame { members.append(("same", .bool(isSame))) }
    return Tool.document(.fingerprint, members)
  }

  private static func text(of keys: ListKeys, _ wording: Wording) -> String {
    let (scheme, count) = (Untrusted.clean(keys.scheme), keys.keys.count)
    var text = wording.say("list       ", "リスト  ") + scheme + "\n"
    text += wording.say(
      "signed by  \(keys.threshold) of these \(count) keys at least\n",
      "署名    次の\(count)個の鍵のうち\(keys.threshold)個以上\n")
    for (number, key) in keys.keys.map({ (kind: $0.kind, digest: $0.spkiSHA256) })
      .sorted(by: { $0.digest < $1.digest }).enumerated()
    {
      text += "\n" + wording.say("key \(number + 1), ", "鍵 \(number + 1)、") + "\(key.kind)\n"
      text += groups(key.digest)
    }
    return text + "\n"
      + wording.say(
        "the whole file, which is what is read aloud and compared", "ファイル全体(読み上げて照合する値)")
      + "\n" + groups(keys.fingerprint)
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
