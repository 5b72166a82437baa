import ArgumentParser
import BroadsealJSON
import BroadsealNotes
import BroadsealReporting

/// `broadseal explain`: what a code means, what it is about, and what to do.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a code of a verdict, a report or a message means, and what to do.",
    usage: "broadseal explain <code> ... [<options>]",
    discussion: """
      Codes are stable: OFF-3-UNLISTED, PDF-SYNTAX, assertion.dataHash.mismatch. Documentation/Codes.md \
      lists them all. Exit code 2 for a code that there is not.
      """)

  @Argument(help: ArgumentHelp("Codes; capital or small letters are the same.", valueName: "code"))
  var codes: [PlainText]

  @Option(name: .format, help: PlainFormat.help)
  var format: PlainFormat = .text

  @OptionGroup
  var file: OutputOptions

  @Option(help: "Language of the text: en, ja or both, which it is if absent.")
  var lang: LanguageArgument = .both

  func run() throws {
    try file.open()
    var codes: [Code] = []
    for wanted in self.codes {
      let found = Code.all.filter { $0.name.lowercased() == wanted.text.lowercased() }
      guard !found.isEmpty else {
        let meant = ExplainCommand.meant(by: wanted.text)
        throw Failure.usage(
          "there is no code \(wanted.text)",
          hint: meant.map { "did you mean \($0)?" } ?? "verify --explain names the codes of a file")
      }
      codes += found
    }
    guard format == .text else { return try Console.write(ExplainCommand.json(of: codes)) }
    let terminal = Console.terminal
    try Console.write(
      codes.map(block).joined(separator: "\n").split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .map { terminal.folded(String($0), hanging: 2) }.joined(separator: "\n"))
  }

  /// The codes as the schema `broadseal.codes/1` has them, in both languages.
  private static func json(of codes: [Code]) -> JSON.Value {
    let values = codes.map { code -> JSON.Value in
      let (english, japanese) = (Wording(.english), Wording(.japanese))
      return [
        "code": .string(code.name), "nature": .string(code.nature.rawValue),
        "meaning": ["en": .string(code.english), "ja": .string(code.japanese)],
        "todo": [
          "en": .string(english.todo(code)),
          "ja": .string(japanese.todo(code)),
        ],
      ]
    }
    return Tool.document(.codes, [("codes", .array(values))])
  }

  /// The code that is meant by a spelling of which only letters and digits are right, or nearly so.
  private static func meant(by text: String) -> String? {
    func bare(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let names = Code.all.map(\.name)
    return names.first { bare($0) == bare(text) } ?? names.nearest(to: text)
  }

  /// The code, and in each language its sentence, its nature and what to do.
  private func block(_ code: Code) -> String {
    var text = "\(code.name)\n"
    for wording in lang.wordings {
      text += "  \(wording.say(code.english, code.japanese))\n"
      text += "  \(wording.about(code.nature))\n"
      text += "  \(wording.todo(code))\n"
    }
    return text
  }
}
