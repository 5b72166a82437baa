import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust

extension RunHeader {
  /// The header of a run of `audit`.
  ///
  /// - Parameters:
  ///   - context: who is believed.
  ///   - time: the moment to judge by.
  ///   - isNamed: whether that moment was named, so that no clock is read.
  ///   - roots: what is audited.
  init(of context: TrustContext, at time: UTCTime, isNamed: Bool, roots: [FilePath]) {
    self.init(
      started: isNamed ? nil : SystemClock.now, judgedAt: time,
      command: CommandRecord.words, roots: roots,
      lists: context.government.map { list in
        List(
          name: list.scheme, territory: list.territory, sequence: Int(list.sequence),
          sha256: list.digest.hex, issued: list.content.issued,
          nextUpdate: list.content.nextUpdate)
      },
      trust: context.fingerprint.hex)
  }
}

/// The command line of a run as its reports repeat it.
enum CommandRecord {
  /// Options that say how fast or how loud a run works, or where its reports go: two runs that differ in
  /// nothing else write the same bytes.
  private static let unsaid: [String: Bool] = [
    "-j": true, "--jobs": true, "-o": true, "--output": true, "-q": false, "--quiet": false,
    "-v": false, "--verbose": false, "--force": false,
  ]

  /// The words of this process.
  static var words: [String] {
    guard let arguments = try? ArgumentText.arguments() else { return [] }
    return words(of: arguments)
  }

  /// `arguments` after the name of the program. Bytes that are no text stand as `\xff`.
  static func words(of arguments: [String]) -> [String] {
    var words = ["broadseal"]
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" {
        words += ([word] + rest).map(text)
        break
      }
      let name = word.hasPrefix("--") ? String(word.prefix { $0 != "=" }) : word
      if let takesValue = unsaid[name] {
        if takesValue, name == word { _ = rest.popFirst() }
      } else if !(word.hasPrefix("-j") || word.hasPrefix("-o")) || word.hasPrefix("--") {
        words.append(text(word))
      }
    }
    return words
  }

  private static func text(_ word: String) -> String {
    ArgumentText.isPlain(word) ? word : FilePath(bytes: ArgumentText.decode(word))?.display ?? word
  }
}
