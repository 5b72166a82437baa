import BroadsealJSON
import Glibc
import TestSupport
import Testing

@Suite("The commands of Documentation/Keys.md make keys, a clock and a list that sign officially")
struct KeysPageTests {
  /// The commands of the page, in order.
  private static var commands: String {
    let page = String(
      decoding: Scratch.bytes(of: Corpus.packageFolder + "/Documentation/Keys.md") ?? [],
      as: UTF8.self)
    var commands = ""
    var isCommand = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCommand = line == "```sh"
      } else if isCommand {
        commands += line + "\n"
      }
    }
    return commands
  }

  @Test("as they stand, one after the other")
  func page() throws {
    let folder = Scratch()
    #expect(Self.commands.count > 1_000)
    folder.write([], to: "bin/.keep")
    #expect(unsafe symlink(Command.executable, folder("bin/broadseal")) == 0)
    folder.write(Array(("set -eu\n" + Self.commands).utf8), to: "work/commands.sh")
    let outcome = Command.shell(
      "cd '\(folder("work"))' && PATH='\(folder("bin"))':$PATH /bin/bash commands.sh")
    #expect(outcome.code == 0, "\(outcome.text)\n\(outcome.errorText)")
    let verdict = Command.run(
      "verify", folder("work/signed.txt"), "-f", "json", "--government", folder("work/gov.json"))
    let origin = try JSON.Reader.parse(verdict.output)["origin"]
    #expect(origin?["status"]?.string == "official", "\(verdict.text)")
    let shown = String(decoding: folder.read("work/ISSUER.toml") ?? [], as: UTF8.self)
    #expect(shown.contains("path = \"signer.key\"\n"), "\(shown)")
    #expect(shown.contains("name.ja = \"サンプル報道局\"\n"), "\(shown)")
    let checked = Command.run(
      "keys", "check", folder("work/chain.pem"), "--key", folder("work/signer.key"),
      "--passphrase-file", folder("work/signer.word"), "--government", folder("work/gov.json"))
    #expect(checked.code == 0, "\(checked.text)")
    #expect(!checked.text.contains("✗"))
  }
}
