import ArgumentParser
import BroadsealBytes
import BroadsealReporting

/// An option of one value that is named twice with two values, or a flag beside its opposite.
///
/// The parser of the command line takes the last and says nothing: a nightly line with `--ai none` and `--ai generated`
/// typed behind it would label a whole folder otherwise than it says. Which options may be repeated is what the parser
/// itself declares. To ask it takes a millisecond or two, and so it is asked only where a name really comes twice.
struct SaidTwice {
  /// Long names of the options that have a letter too; the same in every command.
  static let letters: [Character: String] = ["f": "format", "j": "jobs", "o": "output"]
  /// Longest value that a message repeats, in characters.
  private static let shownLength = 80

  private let declared: DeclaredOptions
  /// What was said first: the name as it was written, and the value; of a flag, its name.
  private var said: [String: (name: String, value: String)] = [:]

  /// The failure of a command line that says two things of one option; nil for any other, and where the parser
  /// will say that the line is wrong.
  ///
  /// - Parameters:
  ///   - arguments: the arguments of the process.
  ///   - command: the command that they are for.
  static func failure(
    in arguments: [String], of command: any ParsableCommand.Type
  ) -> Failure? {
    let options = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("-") && $0 != "-" }
    guard mayRepeat(options), !options.contains("--help"), !options.contains("-h") else {
      return nil
    }
    var twice = SaidTwice(declared: DeclaredOptions(of: command))
    return twice.failure(in: arguments)
  }

  /// Whether a name may stand twice in `options`, all of which begin with a hyphen; told without the declarations.
  private static func mayRepeat(_ options: [String]) -> Bool {
    var names: Set<String> = []
    for option in options {
      let name = option.prefix { $0 != "=" }
      let long: String
      if name.hasPrefix(DeclaredOptions.negation) {
        long = "--" + name.dropFirst(DeclaredOptions.negation.count)
      } else if name.hasPrefix("--") {
        long = String(name)
      } else {
        // Behind letters of flags may stand one of an option.
        guard let letter = name.dropFirst().first(where: { letters[$0] != nil }),
          let word = letters[letter]
        else { continue }
        long = "--" + word
      }
      if !names.insert(long).inserted { return true }
    }
    return false
  }

  private init(declared: DeclaredOptions) { self.declared = declared }

  private mutating func failure(in arguments: [String]) -> Failure? {
    var rest = arguments.prefix { $0 != "--" }
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else { continue }
      var name = word.hasPrefix("--") ? String(word.prefix { $0 != "=" }) : String(word.prefix(2))
      var behind = word.dropFirst(name.count)
      // Letters of flags may stand in one word, and an option's behind them.
      while let flag = declared[name], flag.isFlag {
        if let failure = failure(flag, name, name) { return failure }
        guard !word.hasPrefix("--"), let letter = behind.popFirst() else { break }
        name = "-\(letter)"
      }
      guard let option = declared[name], !option.isFlag else { continue }
      let joined = behind.first == "=" ? behind.dropFirst() : behind
      let value: String
      if !joined.isEmpty {
        value = String(joined)
      } else if let next = rest.first, !next.hasPrefix("-") || next == "-" {
        value = next
        rest = rest.dropFirst()
      } else {
        return nil
      }
      if let failure = failure(option, name, value) { return failure }
    }
    return nil
  }

  /// The failure where something else was said of `option` before.
  private mutating func failure(_ option: DeclaredOptions.Option, _ name: String, _ value: String)
    -> Failure?
  {
    guard !option.isRepeating else { return nil }
    guard let first = said[option.identity] else {
      said[option.identity] = (name, value)
      return nil
    }
    guard first.value != value, !option.isFlag || isOpposite(first.name, name) else { return nil }
    if option.isFlag { return .usage("\(first.name) and \(name) contradict each other") }
    let hint = "say it once; of options that may be repeated, --help says so"
    guard let one = SaidTwice.shown(first.value), let other = SaidTwice.shown(value) else {
      return .usage("\(first.name) is said twice, and not the same", hint: hint)
    }
    return .usage("\(first.name) is said twice: \(one) and \(other)", hint: hint)
  }

  /// Whether one flag says yes and the other no: two names of one flag say the same.
  private func isOpposite(_ first: String, _ second: String) -> Bool {
    first.hasPrefix(DeclaredOptions.negation) != second.hasPrefix(DeclaredOptions.negation)
  }

  /// A value as a message repeats it; nil for one that is too long or empty.
  private static func shown(_ value: String) -> String? {
    guard value.count <= shownLength, let path = FilePath(bytes: ArgumentText.decode(value)) else {
      return nil
    }
    return Untrusted.escaped(path)
  }
}
