import ArgumentParser
import BroadsealJSON
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("What a command line says twice it says alike, or nothing is done")
struct SaidTwiceTests {
  /// A command with its name in words.
  private struct Named {
    let words: [String]
    let type: any ParsableCommand.Type
  }

  /// Every command that has none below it.
  private static func commands(
    below type: any ParsableCommand.Type = Broadseal.self, _ words: [String] = []
  ) -> [Named] {
    let next = type.configuration.subcommands
    guard !next.isEmpty else { return [Named(words: words, type: type)] }
    return next.flatMap { commands(below: $0, words + [$0.configuration.commandName ?? ""]) }
  }

  @Test(
    "every option of every command: one value twice is taken, two are refused, what repeats repeats"
  )
  func everyOption() throws {
    let commands = SaidTwiceTests.commands()
    #expect(commands.count > 25)
    var (single, repeated) = (0, 0)
    for command in commands {
      let dump = try JSON.Reader.parse(Array(command.type._dumpHelp().utf8))
      let arguments = try #require(dump["command"]?["arguments"]?.array)
      for argument in arguments where argument["kind"]?.string == "option" {
        let repeats = argument["isRepeating"]?.bool == true
        let names = (argument["names"]?.array ?? []).compactMap { name in
          name["name"]?.string.map { (name["kind"]?.string == "long" ? "--" : "-") + $0 }
        }
        // A letter that this check does not know could be said beside its long name, unseen.
        for name in names where name.count == 2 {
          let long = name.last.flatMap { SaidTwice.letters[$0] }.map { "--" + $0 }
          #expect(long.map(names.contains) == true, "\(command.words) \(name)")
        }
        for first in names {
          for second in names {
            let line = command.words + [first, "a", "x", second]
            let failure = SaidTwice.failure(in: line + ["b"], of: command.type)
            #expect((failure == nil) == repeats, "\(line)")
            if let failure {
              #expect(
                failure.code == .usage && failure.message == "\(first) is said twice: a and b")
            }
            #expect(SaidTwice.failure(in: line + ["a"], of: command.type) == nil, "\(line)")
          }
        }
        if repeats { repeated += 1 } else { single += 1 }
      }
    }
    #expect(single > 200 && repeated > 60, "\(single), \(repeated)")
  }

  @Test(
    "however it is written",
    arguments: [
      (["sign", "--ai=none", "--ai", "generated"], "--ai is said twice: none and generated"),
      (
        ["sign", "--ai", "none", "--ai", "none", "--ai=altered"],
        "--ai is said twice: none and altered"
      ),
      (["sign", "-ob", "x", "-o=a"], "-o is said twice: b and a"),
      (["sign", "-o", "-", "--output", "a"], "-o is said twice: - and a"),
      (["verify", "-qvfjson", "--format=text"], "-f is said twice: json and text"),
      (["sign", "--title", "a\nb", "--title", "a b"], "--title is said twice: a\\nb and a b"),
      (
        ["sign", "--title", "", "--title", String(repeating: "a", count: 90)],
        "--title is said twice, and not the same"
      ),
      (["audit", "--bom", "--no-bom"], "--bom and --no-bom contradict each other"),
      (["audit", "--no-bom", "--bom"], "--no-bom and --bom contradict each other"),
    ])
  func forms(arguments: [String], said: String) {
    let failure = SaidTwice.failure(
      in: arguments, of: arguments[0] == "sign" ? SignCommand.self : other(arguments[0]))
    #expect(failure?.message == said && failure?.code == .usage, "\(arguments)")
  }

  private func other(_ name: String) -> any ParsableCommand.Type {
    name == "verify" ? VerifyCommand.self : AuditCommand.self
  }

  @Test(
    "behind the end of the options all is files; help is help; what lacks its value is the parser's to say",
    arguments: [
      ["sign", "--ai", "none", "--", "--ai", "generated"],
      ["sign", "--ai", "none", "--ai", "altered", "--help"], ["sign", "--ai", "none", "--ai"],
      ["sign", "--ai", "--ai", "none"], ["sign", "--tsa", "a", "--tsa", "b", "-q", "-q"],
      ["sign", "--nothing", "a", "--nothing", "b"], ["sign", "-q", "--quiet", "--official"],
      ["sign"],
    ])
  func silent(arguments: [String]) {
    #expect(SaidTwice.failure(in: arguments, of: SignCommand.self)?.message == nil)
  }

  @Test("nothing is signed, in either language")
  func command() {
    let (desk, folder) = (Desk.shared, Scratch())
    let line = [
      "sign", desk.scratch("photo.jpg"), "--official", "--ai", "generated", "--ai", "none",
      "--profile",
      desk.profile(), "-o", folder("a.jpg"), "--lang",
    ]
    let outcome = Command.run(line + ["en"])
    #expect(outcome.code == 2 && folder.read("a.jpg") == nil)
    #expect(outcome.errorText.contains("error: --ai is said twice: generated and none\n"))
    let japanese = Command.run(line + ["ja"])
    #expect(japanese.code == 2 && japanese.errorText.contains("--ai の指定が2つあります: generated、"))
  }
}
