import ArgumentParser
import BroadsealNotes
import BroadsealReporting

/// `broadseal explain`: what a code means, what it is about, and what to do.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a code of a verdict, a report or a message means, and what to do.",
    usage: "broadseal explain <code> ... [--lang <lang>]",
    discussion: """
      Codes are stable: OFF-3-UNLISTED, PDF-SYNTAX, assertion.dataHash.mismatch. Documentation/Codes.md \
      lists them all. Exit code 2 for a code that there is not.
      """)

  @Argument(help: ArgumentHelp("Codes; capital or small letters are the same.", valueName: "code"))
  var codes: [PlainText]

  @Option(help: "Language of the text: en, ja or both.")
  var lang: LanguageArgument = .both

  func run() throws {
    var blocks: [String] = []
    for wanted in codes {
      let found = Code.all.filter { $0.name.lowercased() == wanted.text.lowercased() }
      guard !found.isEmpty else {
        let meant = Code.all.map(\.name).nearest(to: wanted.text)
        throw Failure.usage(
          "there is no code \(wanted.text)",
          hint: meant.map { "did you mean \($0)?" } ?? "Documentation/Codes.md lists every code")
      }
      blocks += found.map(block)
    }
    let terminal = Terminal(of: 1)
    try Console.write(
      blocks.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        .map { terminal.folded(String($0), hanging: 2) }.joined(separator: "\n"))
  }

  /// The code, and in each language its sentence, its nature and what to do.
  private func block(_ code: Code) -> String {
    var text = "\(code.name)\n"
    for wording in lang.wordings {
      text += "  \(wording.say(code.english, code.japanese))\n"
      text += "  \(wording.about(code.nature))\n"
      text += "  \(wording.advice(on: code.nature))\n"
    }
    return text
  }
}
