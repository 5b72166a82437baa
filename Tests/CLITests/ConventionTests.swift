import BroadsealJSON
import BroadsealNotes
import Glibc
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("The command line keeps the conventions that people know from other programs")
struct ConventionTests {
  private let desk = Desk.shared

  private func expectUsage(_ outcome: Command.Outcome, _ words: String..., hint: String? = nil) {
    #expect(outcome.code == 2, "\(outcome.errorText)")
    for word in words { #expect(outcome.errorText.contains(word), "\(outcome.errorText)") }
    if let hint { #expect(outcome.errorText.contains("hint: \(hint)\n"), "\(outcome.errorText)") }
  }

  @Test(
    "a mistyped command is told apart from a file, and the one that was meant is named",
    arguments: [
      (["sing", "a.pdf"], "broadseal sing", "did you mean broadseal sign?"),
      (["help", "verfiy"], "broadseal verfiy", "did you mean broadseal verify?"),
      (["keys", "chekc"], "broadseal keys chekc", "did you mean broadseal keys check?"),
      (["trust", "sho"], "broadseal trust sho", "did you mean broadseal trust show?"),
      (["frobnicate"], "broadseal frobnicate", "broadseal --help says what there is"),
    ])
  func mistyped(arguments: [String], said: String, hint: String) {
    expectUsage(Command.run(arguments), "there is no command \(said)", hint: hint)
  }

  @Test(
    "an option behind one hyphen is no other option with its value",
    arguments: [
      (["sign", "a.pdf", "-official", "--ai", "none", "-o", "b.pdf"], "official"),
      (["sign", "a.pdf", "--official", "-ai", "none"], "ai"),
      (["sign", "a.pdf", "-ai=none"], "ai"), (["trust", "check", "a.json", "-lang", "ja"], "lang"),
    ])
  func singleDash(arguments: [String], option: String) {
    expectUsage(
      Command.run(arguments), "unknown option '-\(option)'", hint: "did you mean --\(option)?")
  }

  @Test("a mistyped option is told before what it would have mended")
  func mistypedOption() {
    let sign = ["sign", "a.pdf", "--offical", "--profile", "p", "-o", "b.pdf"]
    for more in [[], ["--ai", "none"]] {
      let outcome = Command.run(sign + more)
      expectUsage(outcome, "unknown option '--offical'", "--official")
    }
    expectUsage(Command.run("sign", "a.pdf", "--profile", "p", "-o", "b.pdf"), "say what the label")
    let renew = Command.run("sign", "--renew", "fresh", "a.pdf", "--profile", "p", "-o", "b.pdf")
    expectUsage(renew, "fresh", "--renew")
  }

  @Test("what is no profile is told for what it is")
  func otherProfile() {
    let folder = Scratch()
    for (profile, said, hint) in [
      ("keys", "this is a folder, and not a profile", "name the profile itself, ISSUER.toml"),
      (
        "keys/us", "this is a folder, and not a profile",
        "name the profile itself: \(desk.scratch("keys/us/ISSUER.toml"))"
      ),
      (
        "keys/trust/government/us.json", "this is a trust list, and not a profile",
        "name ISSUER.toml; a list is named in [trust] of it"
      ),
      (
        "keys/us/chain.pem", "these are keys or certificates in PEM, and not a profile",
        "name ISSUER.toml; keys and certificates are named in [key] of it"
      ),
    ] {
      let outcome = Command.run(
        "sign", desk.scratch("photo.jpg"), "--ai", "none", "--profile", desk.scratch(profile), "-o",
        folder("x.jpg"))
      expectUsage(outcome, said, hint: hint)
    }
    let missing = Command.run(
      "sign", desk.scratch("photo.jpg"), "--ai", "none", "--profile", folder("none/ISSUER.toml"),
      "-o", folder("x.jpg"))
    expectUsage(
      missing, "no such file or directory",
      hint: "go to the folder where it lies, or give its path; broadseal init makes one")
  }

  @Test("help of a command that there is stays as it was")
  func help() {
    #expect(Command.run("help", "verify").text.contains("USAGE: broadseal verify"))
    #expect(Command.run("keys", "--help").text.contains("USAGE: broadseal keys"))
    #expect(Command.run("sign", "--help").text.contains("USAGE: broadseal sign"))
  }

  @Test("the help of every command tells its exit codes")
  func exitCodes() {
    var commands: [[String]] = [[]]
    var count = 0
    while let command = commands.popLast() {
      let help = Command.run(command + ["--help"], variables: ["COLUMNS": "80"]).text
      if let list = help.firstRange(of: "\nSUBCOMMANDS:\n") {
        let rest = help[list.upperBound...]
        let end = rest.firstRange(of: "\n\n")?.lowerBound ?? rest.endIndex
        let lines = rest[..<end].split(separator: "\n").filter {
          $0.hasPrefix("  ") && !$0.hasPrefix("   ")
        }
        commands += lines.compactMap {
          $0.split(separator: " ").first.map { command + [String($0)] }
        }
        continue
      }
      count += 1
      let text = help.split { $0.isWhitespace }.joined(separator: " ")
      #expect(text.contains("Exit code"), "\(command)")
      #expect(text.firstRange(of: /Exit codes?:? [0-9]/) != nil, "\(command)")
    }
    #expect(count > 30)
  }

  @Test(
    "two letters make a suggestion, three or a tie do not",
    arguments: [
      ("sgin", "sign"), ("sig", "sign"), ("veryfi", "verify"), ("", nil), ("x", nil),
      ("sixx", "sign"), ("abcdefgh", nil),
    ] as [(String, String?)])
  func nearest(typed: String, meant: String?) {
    #expect(["sign", "verify", "audit", "keys"].nearest(to: typed) == meant)
    #expect(["ab1", "ab2"].nearest(to: "ab3") == nil)
  }

  @Test("explain says a code in both languages: its sentence, what it is about, what to do")
  func explain() {
    let outcome = Command.run("explain", "off-3-unlisted", "PDF-SYNTAX")
    #expect(outcome.code == 0)
    for words in [
      "OFF-3-UNLISTED\n  ", "It says why a document is not official.", "公式と認められない理由",
      "To do: ask the agency that it names whether it is theirs", "対処: 表示された機関に確認するか",
      "\nPDF-SYNTAX\n  ", "The file is damaged.",
    ] {
      #expect(outcome.text.contains(words), "\(words)\n\(outcome.text)")
    }
    let stamp = Command.run("explain", "timeStamp.untrusted")
    #expect(!stamp.text.contains("To do: nothing.") && !stamp.text.contains("対処: 必要ありません。"))
    #expect(stamp.text.contains("whether it keeps the document from being official"))
    let failed = Command.run("explain", "TSA-FAILED", "SEAL-7-NO-STAMP", "--lang", "en")
    #expect(failed.text.contains("To do: sign again later; sign --add-timestamp gives"))
    #expect(failed.text.contains("To do: ask the agency for a copy that was sealed with"))
    // What a label beside the document does not get around is not advised so.
    let stated = Command.run("explain", "AI-STATED", "STAMP-TOO-LATE", "CONTENT-RISK")
    #expect(
      stated.text.contains("To do: say --ai altered where AI was used; a mistake of your own"))
    #expect(!stated.text.contains("--sidecar"), "\(stated.text)")
    let mismatch = Command.run("explain", "assertion.dataHash.mismatch", "--lang", "en")
    #expect(mismatch.text.contains("To do: get the file again from where it was published"))
    for code in ["FILE-TYPE-MISMATCH", "PARENT-BROKEN", "FORMAT-NOT-READ", "LIST-RECORD"] {
      let outcome = Command.run("explain", code, "--lang", "en")
      #expect(!outcome.text.contains("To do: nothing"), "\(outcome.text)")
    }
    expectUsage(
      Command.run("explain", "off7nostamp"), "there is no code off7nostamp",
      hint: "did you mean OFF-7-NO-STAMP?")
    let english = Command.run("explain", "PDF-SYNTAX", "--lang", "en")
    #expect(english.text.split(separator: "\n").count == 4)
    expectUsage(
      Command.run("explain", "PDF-SYNTAXX"), "there is no code PDF-SYNTAXX",
      hint: "did you mean PDF-SYNTAX?")
  }

  @Test("explain knows every code, each by its own spelling")
  func everyCode() {
    let outcome = Command.run(["explain"] + Code.all.map(\.name) + ["--lang", "ja"])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    for code in Code.all { #expect(outcome.text.contains("\(code.name)\n  \(code.japanese)\n")) }
  }

  /// Long names of options, each with what its help says of it.
  private static func options(of command: JSON.Value) -> [(name: String, help: String)] {
    (command["arguments"]?.array ?? []).compactMap { argument in
      let long = argument["names"]?.array?.first { $0["kind"]?.string == "long" }
      return long?["name"]?.string.map { ($0, argument["abstract"]?.string ?? "") }
    }
  }

  /// The commands that do something, each with its whole name.
  private static func leaves(of command: JSON.Value, named name: String) -> [(String, JSON.Value)] {
    let below = (command["subcommands"]?.array ?? []).filter { $0["commandName"] != "help" }
    guard !below.isEmpty else { return [(name, command)] }
    return below.flatMap { leaves(of: $0, named: name + " " + ($0["commandName"]?.string ?? "")) }
  }

  @Test(
    "every command takes --lang, says -f, -o, --force and --lang alike, and its exit codes, in 80 columns"
  )
  func sameWords() throws {
    let listed = try JSON.Reader.parse(Command.run("--experimental-dump-help").output)
    let leaves = Self.leaves(of: try #require(listed["command"]), named: "broadseal")
    #expect(leaves.count > 30)
    for (name, command) in leaves {
      let options = Self.options(of: command)
      let told = Dictionary(options.map { ($0.name, $0.help) }) { first, _ in first }
      #expect(told["lang"]?.hasPrefix("Language of the text: en") == true, "\(name)")
      if let format = told["format"] {
        #expect(format.hasPrefix("Form of the result: text"), "\(name): \(format)")
      }
      if let force = told["force"] {
        #expect(force.hasPrefix("Replace "), "\(name): \(force)")
      }
      let common = options.map(\.name).filter { ["format", "output", "lang"].contains($0) }
      let help = Command.run(["help"] + name.split(separator: " ").dropFirst().map(String.init))
        .text
      let words = help.split { $0 == " " || $0 == "\n" }.joined(separator: " ").lowercased()
      #expect(words.contains("exit code"), "\(name)")
      #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(name)")
      // Where -o names what is made, the form and the language of what is said of it come after it.
      let orders = [["format", "output", "lang"], ["output", "format", "lang"]]
      #expect(orders.contains { $0.filter(common.contains) == common }, "\(name): \(common)")
    }
  }

  @Test("a dash where no document goes is refused in words, and makes no file called -")
  func dash() {
    let folder = Scratch()
    let path = desk.scratch("release.pdf")
    let sign = ["sign", path, "--ai", "none", "--profile", desk.profile()]
    let commands = [
      ["remove", desk.scratch("official.pdf"), "-o", "-"],
      ["inspect", desk.scratch("official.pdf"), "--extract", "-"],
      sign + ["--plan", "-"],
      ["trust", "sign", desk.scratch("keys/trust/government/us.json"), "--output", "-", "--key"]
        + [desk.scratch("keys/jp/list/1.key.pem")],
    ]
    for command in commands {
      expectUsage(
        Command.run(command, folder: folder.path), "standard output", "./- is a file called -")
    }
    expectUsage(
      Command.run(["remove", "-", "-o", "x"], folder: folder.path), "standard input is not read")
    #expect(folder.names.isEmpty)
    folder.write(desk.scratch.read("official.png") ?? [], to: "-")
    #expect(Command.run(["verify", "./-", "--accept", "valid"], folder: folder.path).code == 0)
  }

  @Test("no output takes the place of a key, a list or the profile, not even with --force")
  func sources() throws {
    let folder = Scratch()
    for name in ["us/ISSUER.toml", "us/key.pem", "us/chain.pem", "tsa/authority.pem"] {
      folder.write(desk.scratch.read("keys/" + name) ?? [], to: "keys/" + name)
    }
    for name in ["us.json", "us.keys.pem"] {
      folder.write(desk.scratch.read("keys/trust/government/" + name) ?? [], to: name)
    }
    folder.write(folder.read("us.json") ?? [], to: "trust/government/us.json")
    folder.write(folder.read("us.keys.pem") ?? [], to: "trust/government/us.keys.pem")
    folder.write(desk.scratch.read("keys/us/list/3.key.pem") ?? [], to: "list.key.pem")
    folder.write([0x0A], to: "names")
    let profile = folder("keys/us/ISSUER.toml")
    let sign = [
      "sign", desk.scratch("release.pdf"), "--ai", "none", "--profile", profile, "--force",
    ]
    let second = ["--approver", desk.scratch("keys/jp/chain.pem")]
    let key = folder("keys/us/key.pem")
    let list = folder("us.json")
    for command in [
      sign + ["-o", profile], sign + ["-o", key], sign + ["--plan", key] + second,
      sign + ["--files-from", folder("names"), "-o", folder("names")],
      sign + ["--files-from", folder("names"), "--plan", folder("names")] + second,
      sign + ["--plan", profile] + second,
      ["trust", "sign", list, "--key", folder("list.key.pem"), "-o", folder("list.key.pem")]
        + ["--force", "--yes"],
      ["audit", desk.scratch("official.png"), "--government", list, "-o", "json=\(list)"]
        + ["--force"],
      ["audit", desk.scratch("official.png"), "--government", list, "--force"]
        + ["-o", "json=" + folder("us.keys.pem")],
      ["audit", desk.scratch("official.png"), "--trust-dir", folder("trust"), "--force"]
        + ["-o", "csv=" + folder("trust/government/us.json")],
    ] {
      let before = [profile, key, list, folder("us.keys.pem"), folder("list.key.pem")].map {
        Scratch.bytes(of: $0)
      }
      expectUsage(Command.run(command), "the output is a file that the run reads")
      #expect(folder.read("names") == [0x0A])
      #expect(
        [profile, key, list, folder("us.keys.pem"), folder("list.key.pem")].map {
          Scratch.bytes(of: $0)
        } == before)
    }
  }

  @Test("a profile that is reached by a symbolic link finds its keys beside itself")
  func link() {
    let folder = Scratch()
    #expect(unsafe symlink(desk.profile(), folder("ISSUER.toml")) == 0)
    let outcome = Command.run([
      "sign", desk.scratch("photo.jpg"), "--official", "--ai", "none", "--profile",
      folder("ISSUER.toml"), "-o", folder("signed.jpg"),
    ])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let over = Command.run([
      "sign", desk.scratch("photo.jpg"), "--ai", "none", "--profile", folder("ISSUER.toml"),
      "-o", folder("ISSUER.toml"), "--force",
    ])
    expectUsage(over, "the output is a file that the run reads")
  }
}
