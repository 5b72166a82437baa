import ArgumentParser
import BroadsealJSON

/// The options and flags of a command, as the parser of the command line declares them.
struct DeclaredOptions {
  /// One option or flag.
  struct Option {
    /// What all its names have in common: the first of them, of a flag without `no-`.
    let identity: String
    let isFlag: Bool
    let isRepeating: Bool
  }

  /// What begins the opposite of a flag.
  static let negation = "--no-"
  /// Names that the parser knows by itself and declares in no command.
  private static let own: Set = ["--experimental-dump-help", "--generate-completion-script"]

  private let named: [String: Option]

  /// What the parser declares of `command`; to ask takes a millisecond or two.
  init(of command: any ParsableCommand.Type) {
    let dump = try? JSON.Reader.parse(Array(command._dumpHelp().utf8))
    var found: [String: Option] = [:]
    for argument in dump?["command"]?["arguments"]?.array ?? [] {
      let names = (argument["names"]?.array ?? []).compactMap { name in
        name["name"]?.string.map { (name["kind"]?.string == "long" ? "--" : "-") + $0 }
      }
      let isFlag = argument["kind"]?.string == "flag"
      guard let first = names.first else { continue }
      let isOpposite = isFlag && first.hasPrefix(DeclaredOptions.negation)
      let option = Option(
        identity: isOpposite ? "--" + first.dropFirst(DeclaredOptions.negation.count) : first,
        isFlag: isFlag, isRepeating: argument["isRepeating"]?.bool ?? false)
      for name in names { found[name] = option }
    }
    named = found
  }

  /// The option of that name, which has its hyphens.
  subscript(name: String) -> Option? { named[name] }

  /// The failure of a command line with a long option that there is not, and that the parser would tell only when all
  /// else is right; nil for any other.
  func unknown(in arguments: [String]) -> Failure? {
    guard !named.isEmpty else { return nil }
    for word in arguments.prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
      let name = String(word.prefix { $0 != "=" })
      guard named[name] == nil, !DeclaredOptions.own.contains(name) else { continue }
      let near = named.keys.filter { $0.hasPrefix("--") }.nearest(to: name)
      return .usage("unknown option '\(name)'", hint: near.map { "did you mean \($0)?" })
    }
    return nil
  }
}
