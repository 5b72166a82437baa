import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@Suite("The list keeper's year is what Documentation/Keeper.md says")
struct KeeperPageTests {
  /// A block of commands: what it ends with, and whose record of seen lists it uses.
  private struct Block {
    let commands: String
    let code: Int32
    let isLate: Bool
  }

  private static let page = String(
    decoding: Scratch.bytes(of: Corpus.packageFolder + "/Documentation/Keeper.md") ?? [],
    as: UTF8.self)

  private static var blocks: [Block] {
    page.components(between: "```sh", and: "```").map { text in
      let line = text.prefix { $0 != "\n" }
      let words = line.split(separator: " ")
      return Block(
        commands: String(text.dropFirst(line.count)),
        code: words.firstIndex(of: "exit").flatMap { Int32(words[$0 + 1]) } ?? 0,
        isLate: words.contains("late"))
    }
  }

  /// The agencies of the demonstration, and a renewed certificate of one of their CAs.
  private func prepare(_ folder: Scratch) throws {
    #expect(Command.run("keys", "demo", folder("keys")).code == 0)
    let chain = try Certificate.list(pem: folder.read("keys/us/chain.pem") ?? [])
    folder.write(chain[0].pem, to: "leaked.pem")
    let made = Command.shell(
      """
      cd '\(folder.path)' && openssl x509 -x509toreq -in keys/us/ca/issuing.pem \
        -signkey keys/us/ca/issuing.key.pem -out ca.csr 2>&1 &&
      printf 'basicConstraints=critical,CA:true,pathlen:0\\nkeyUsage=critical,keyCertSign\\n' >ca.ext &&
      openssl x509 -req -in ca.csr -CA keys/us/ca/root.pem -CAkey keys/us/ca/root.key.pem \
        -days 3000 -extfile ca.ext -set_serial 77 -out renewed.pem 2>&1
      """)
    #expect(made.code == 0, "\(made.text)")
  }

  @Test("every command of the page, in order")
  func year() throws {
    let folder = Scratch()
    try prepare(folder)
    let server = WebServer(Scratch())
    var shown = ""
    for block in Self.blocks {
      // The web server of the test serves its own folder, and nobody types yes here.
      let commands = block.commands
        .replacing("https://lists.example", with: server.address)
        .replacing("broadseal trust sign ", with: "broadseal trust sign --yes ")
      let outcome = Command.shell(
        """
        set -e; cd '\(folder.path)'
        export XDG_STATE_HOME='\(folder(block.isLate ? "late-state" : "state"))'
        broadseal() { '\(Command.executable)' "$@"; }
        ln -sfn '\(server.folder.path)' www
        \(commands)
        """)
      #expect(
        outcome.code == block.code, "\(commands)\n\(outcome.text)\n\(outcome.errorText)")
      shown += outcome.text + outcome.errorText
    }
    #expect(Self.blocks.count > 12)
    #expect(Self.blocks.map(\.code).filter { $0 != 0 } == [6, 6, 1, 6])
    for words in [
      "a draft: nobody has signed it, and nobody believes it",
      "1 of 2 signatures by its 3 keys; not valid until 1 more has signed",
      "the fingerprint is the same, Example Government Trust List",
      "Withdrawn: a key",
      "the list loses a withdrawal at Example Press Office",
      "失われるもの",
      "ends. What was signed until then stays official.",
      "new keys are pinned: 2 of 3 must sign",
      "trust update with number 5 from \(server.address)/gov-5.json takes you over",
    ] { #expect(shown.contains(words), "\(words)") }
    // At the end everybody has the same list and the same keys.
    for name in ["reader", "late"] {
      #expect(folder.read("\(name)/gov.json") == folder.read("gov.json"))
      let keys = try ListKeys(pem: folder.read("\(name)/gov.keys.pem") ?? [], name: name)
      #expect(
        try keys.fingerprint
          == ListKeys(pem: folder.read("gov.keys.pem") ?? [], name: "").fingerprint)
    }
  }
}

extension String {
  /// What stands between each pair of the two marks.
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: start).dropFirst().compactMap { part in
      part.firstRange(of: "\n" + end).map { String(part[..<$0.lowerBound]) }
    }
  }
}
