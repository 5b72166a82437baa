import BroadsealJSON
import Glibc
import TestSupport
import Testing

@Suite("init leaves a profile that signs officially, or says what stands in the way")
struct InitTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private var key: [String] {
    ["--key", desk.scratch("keys/us/key.pem"), "--certificates", desk.scratch("keys/us/chain.pem")]
  }

  private var list: [String] { ["--government", desk.scratch("keys/trust/government/us.json")] }

  private var clock: [String] { ["--tsa", "key:" + desk.scratch("keys/tsa/authority.pem")] }

  private func make(_ options: [String], _ name: String = "ISSUER.toml") -> Command.Outcome {
    Command.run(["init", "-o", folder(name)] + options)
  }

  private func requireItSigns(_ profile: String) throws {
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    let signed = Command.run(
      "sign", folder("river.jpg"), "--profile", folder(profile), "--official", "--ai", "none",
      "-o", folder("signed.jpg"), "--force")
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(signed.text.contains("signed, official (demo.us.press-office)"), "\(signed.text)")
    let verdict = try JSON.Reader.parse(
      Command.run(["verify", folder("signed.jpg"), "-f", "json"] + desk.trust).output)
    #expect(verdict["origin"]?["status"]?.string == "official")
  }

  @Test("options answer everything; what the list knows of the agency need not be said")
  func options() throws {
    let outcome = make(key + list + clock)
    #expect(outcome.code == 0, "\(outcome.text)\(outcome.errorText)")
    #expect(!outcome.text.contains("✗"))
    #expect(outcome.text.contains("✓ the list lets the key speak for demo.us.press-office\n"))
    #expect(outcome.text.contains("✓ its time stamps are believed\n"))
    #expect(outcome.text.contains("written; try it: broadseal sign FILE --official --ai none"))
    try requireItSigns("ISSUER.toml")
  }

  @Test("six questions on a terminal, the agency's name and id from the list")
  func questions() throws {
    let typed =
      [
        desk.scratch("keys/us/key.pem"), desk.scratch("keys/us/chain.pem"),
        desk.scratch("keys/trust/government/us.json"), "", "",
        desk.scratch("keys/tsa/authority.pem"),
      ].joined(separator: "\n") + "\n"
    let run = Command.runOnTerminal(["init"], typed: typed, folder: folder.path)
    #expect(run.code == 0, "\(run.shown)")
    for number in 1...6 { #expect(run.shown.contains("\(number)/6 "), "\(run.shown)") }
    #expect(run.shown.contains("[demo.us.press-office]"))
    try requireItSigns("ISSUER.toml")
    let japanese = Command.runOnTerminal(
      ["init", "--lang", "ja", "-o", "ja.toml"], typed: typed, folder: folder.path)
    #expect(japanese.code == 0 && japanese.shown.contains("署名鍵"), "\(japanese.shown)")
  }

  @Test("an answer that cannot be used is asked for again, and those before it are kept")
  func asksAgain() throws {
    let typed =
      [
        folder("nowhere.pem"), desk.scratch("keys/us/key.pem"),
        desk.scratch("keys/jp/chain.pem"), desk.scratch("keys/us/chain.pem"),
        folder("nowhere.json"), desk.scratch("keys/trust/government/us.json"), "us.other", "", "",
        "", folder("clock.pem"), desk.scratch("keys/tsa/authority.pem"),
      ].joined(separator: "\n") + "\n"
    let run = Command.runOnTerminal(["init"], typed: typed, folder: folder.path)
    #expect(run.code == 0, "\(run.shown)")
    for (number, times) in [(1, 2), (2, 2), (3, 2), (4, 2), (5, 1), (6, 3)] {
      #expect(run.shown.ranges(of: "\(number)/6 ").count == times, "\(number): \(run.shown)")
    }
    for words in [
      "not that of the key", "and not for us.other", "hint: answer the question below",
      "Enter takes both of the list",
    ] {
      #expect(run.shown.contains(words), "\(run.shown)")
    }
    #expect(!run.shown.contains("--tsa names one"), "\(run.shown)")
    try requireItSigns("ISSUER.toml")
  }

  @Test("who ends the questions is not asked again")
  func ends() {
    let run = Command.runOnTerminal(["init"], typed: "\u{04}\n", folder: folder.path)
    #expect(run.code == 2 && run.shown.ranges(of: "1/6 ").count == 1, "\(run.shown)")
  }

  @Test("a profile that exists is not replaced, and nobody is asked first")
  func existing() {
    folder.write(Array("precious".utf8), to: "ISSUER.toml")
    let outcome = make(key + list + clock)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("the profile exists already"))
    #expect(folder.read("ISSUER.toml") == Array("precious".utf8))
  }

  @Test("what does not go together is said, and nothing is written")
  func refused() {
    #expect(Command.run("keys", "demo", folder("other")).code == 0)
    let foreign = ["--tsa", "key:" + folder("other/tsa/authority.pem")]
    let stranger = [
      "--key", desk.scratch("keys/jp/key.pem"), "--certificates",
      desk.scratch("keys/us/chain.pem"),
    ]
    for (options, words) in [
      (key + list + foreign, "✗ its time stamps are believed by no list that lets the key speak"),
      (stranger + list + clock, "✗ it is not the certificate's"),
      (key + list + clock + ["--agency", "us.other", "--name-en", "Other"], "✗ scope-agency:"),
      (
        key + ["--government", desk.scratch("keys/trust/government/jp.json")] + clock
          + ["--agency", "a", "--name-en", "A"], "does not know the key"
      ),
    ] {
      let outcome = make(options)
      #expect(outcome.code == 1, "\(outcome.text)\(outcome.errorText)")
      #expect(outcome.text.lowercased().contains(words.lowercased()), "\(words): \(outcome.text)")
      #expect(outcome.errorText.contains("ISSUER.toml: not written"), "\(outcome.errorText)")
      // What it quotes is quoted, in the reader's way, and not escaped.
      #expect(!outcome.text.contains("\\u{"), "\(outcome.text)")
      #expect(folder.names == ["other"])
    }
    let japanese = make(
      key + list + clock + ["--agency", "us.other", "--name-en", "Other", "--lang", "ja"])
    #expect(japanese.text.contains("\u{2068}「us.other」\u{2069}"), "\(japanese.text)")
    for (options, hint) in [
      ([], "--key names it"), (["--key", desk.scratch("keys/us/key.pem")], "--certificates names"),
      (key + list, "--tsa names one"), (key + clock + ["--agency", "a"], "--name-en"),
    ] {
      let outcome = make(options)
      #expect(outcome.code == 2, "\(outcome.errorText)")
      #expect(outcome.errorText.contains(hint), "\(outcome.errorText)")
      #expect(folder.names == ["other"])
    }
  }

  @Test(
    "names with quotes, and files below the profile's folder, are written so that they are read again"
  )
  func text() throws {
    for name in ["key.pem", "chain.pem"] {
      folder.write(desk.scratch.read("keys/us/" + name) ?? [], to: "a \"b\"\\/" + name)
    }
    let outcome = make(
      [
        "--key", folder("a \"b\"\\/key.pem"), "--certificates", folder("a \"b\"\\/chain.pem"),
        "--agency", "us.q", "--name-en", "The \"Office\" \\ 報道",
      ] + clock)
    #expect(outcome.code == 0, "\(outcome.text)\(outcome.errorText)")
    let text = String(decoding: folder.read("ISSUER.toml") ?? [], as: UTF8.self)
    #expect(text.contains("path = \"a \\\"b\\\"\\\\/key.pem\"\n"), "\(text)")
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    let signed = Command.run(
      "sign", folder("river.jpg"), "--profile", folder("ISSUER.toml"), "--official", "--ai", "none",
      "-o", folder("signed.jpg"))
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(signed.text.contains("not checked against a list"))
  }
}
