import BroadsealJSON
import TestSupport
import Testing

/// Every command with its options, as the program itself lists them.
private struct CommandTree {
  /// Long names of the options of a command, by its whole name.
  private(set) var options: [String: Set<String>] = [:]
  /// Commands that have others below them.
  private(set) var groups: Set<String> = []

  init() throws {
    let listed = Command.run("--experimental-dump-help")
    let root = try #require(try JSON.Reader.parse(listed.output)["command"])
    add(root, named: "")
  }

  private mutating func add(_ command: JSON.Value, named name: String) {
    let names = (command["arguments"]?.array ?? []).flatMap { $0["names"]?.array ?? [] }
    let long = names.filter { $0["kind"]?.string == "long" }.compactMap { $0["name"]?.string }
    options[name] = Set(long.map { "--" + $0 })
    for below in command["subcommands"]?.array ?? [] {
      guard let own = below["commandName"]?.string, own != "help" else { continue }
      if !name.isEmpty { groups.insert(name) }
      add(below, named: name.isEmpty ? own : name + " " + own)
    }
  }

  /// The command that stands at the start of `words`; nil where none does.
  func command(in words: [Substring]) -> String? {
    guard let first = words.first.map(String.init), options[first] != nil else { return nil }
    guard groups.contains(first) else { return first }
    let second = first + " " + words.dropFirst().prefix(1).joined()
    return options[second] == nil ? nil : second
  }

  /// Commands whose messages a folder of sources makes, by its name; nil for those of many commands.
  func commands(of folder: String) -> [String]? {
    let own: [String: [String]] = [
      "Sign": ["sign", "approve", "remove"], "Verify": ["verify"],
      "Audit": ["audit", "verify-report"], "Init": ["init"], "Inspect": ["inspect", "explain"],
      // What stands in the way of a history stands in the way of the audit that names it.
      "History": [
        "audit", "history list", "history show", "history compare", "history accept",
        "history prune",
      ],
    ]
    if let named = own[folder] { return named }
    let group = folder.lowercased()
    return groups.contains(group) ? options.keys.filter { $0.hasPrefix(group + " ") } : nil
  }
}

@Suite("A hint names nothing that there is not")
struct HintNameTests {
  /// A hint, and the folder of the source that it stands in.
  private struct Hint {
    let text: String
    let folder: String
  }

  /// Options of other people's programs.
  private static let foreign: Set = ["--list-token-slots", "--login"]

  @Test("each option in a hint is one of the command that it is for, and each command is there")
  func names() throws {
    let tree = try CommandTree()
    let every = tree.options.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    var (count, named) = (0, 0)
    for hint in try Self.hints() {
      count += 1
      let words = hint.text.split { " ;,".contains($0) }
      // The command that was named last before an option is the one that has it.
      var current: String?
      for (place, word) in words.enumerated() {
        let rest = Array(words[place...])
        if word == "broadseal" {
          #expect(tree.command(in: Array(rest.dropFirst())) != nil, "\(hint.text)")
        }
        if let command = tree.command(in: rest), Self.isNamed(at: place, in: words, command) {
          current = command
        }
        guard word.hasPrefix("--"), word.count > 2 else { continue }
        let option = String(word.prefix { $0.isLowercase && $0.isASCII || $0 == "-" })
        guard !Self.foreign.contains(option) else { continue }
        named += 1
        let own =
          current.map { [$0] } ?? tree.commands(of: hint.folder)
        let known = own.map { $0.contains { tree.options[$0]?.contains(option) == true } }
        #expect(known ?? every.contains(option), "\(option) of \(own ?? ["any"]) in: \(hint.text)")
      }
      // A hint that begins with a group of commands names one of it.
      if let first = words.first.map(String.init), tree.groups.contains(first), words.count > 1 {
        #expect(tree.command(in: words) != nil, "\(hint.text)")
      }
    }
    #expect(count > 150 && named > 60, "\(count) hints with \(named) options were found")
  }

  /// Whether the words at `place` mean a command: after *broadseal*, at the start, or right before an option; *sign*
  /// and *audit* are words of English too.
  private static func isNamed(at place: Int, in words: [Substring], _ command: String) -> Bool {
    let length = command.split(separator: " ").count
    if length > 1 || place == 0 || words[place - 1] == "broadseal" { return true }
    return words.dropFirst(place + length).first?.hasPrefix("--") == true
  }

  private static func hints() throws -> [Hint] {
    let found = Command.shell(
      "cd '\(Corpus.packageFolder)/Sources' && find . -name '*.swift' | xargs grep -lE 'hint'")
    return found.text.split(separator: "\n").flatMap { name -> [Hint] in
      let parts = name.split(separator: "/")
      let source = String(
        decoding: Scratch.bytes(of: "\(Corpus.packageFolder)/Sources/\(name)") ?? [],
        as: UTF8.self)
      let isOfSigning = parts.count > 1 && parts[1] == "Signing"
      let folder =
        isOfSigning ? "Sign" : parts.count > 3 && parts[1] == "CLI" ? String(parts[2]) : ""
      return texts(in: source).map { Hint(text: $0, folder: folder) }
    }
  }

  /// The texts that stand behind `hint:` in a source, as far as they are literals, and those of properties that are
  /// called a hint.
  private static func texts(in source: String) -> [String] {
    let arguments = pieces(of: source, after: "hint:").map { part in
      // Up to the end of the argument: literals that are joined, and nothing behind them.
      var text = ""
      for line in part.split(separator: "\n", omittingEmptySubsequences: false).prefix(6) {
        // The two sides of a choice are two hints.
        if !line.drop(while: { $0 == " " }).hasPrefix("+") { text += " " }
        text += literals(in: line).joined(separator: " ")
        if line.contains(")") || line.hasSuffix(",") { break }
      }
      return text
    }
    let properties = pieces(of: source, after: "var hint: String").flatMap { part in
      part.prefix(1_500).split(separator: "\n").prefix { !$0.hasPrefix("  }") }
        .flatMap { literals(in: $0) }
    }
    return (arguments + properties).filter { !$0.isEmpty }
  }

  private static func literals(in line: Substring) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private static func pieces(of text: String, after separator: String) -> [Substring] {
    Array(text.split(separator: separator, omittingEmptySubsequences: false).dropFirst())
  }
}
