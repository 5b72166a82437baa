import BroadsealJSON
import BroadsealReporting
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("A dash is a document on standard input, or one that goes to standard output")
struct PipeTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func run(_ words: [String], _ input: [UInt8]) -> Command.Outcome {
    folder.write([], to: "tmp/.keep")
    let outcome = Command.run(words, input: input, variables: ["TMPDIR": folder("tmp")])
    #expect(folder.names(in: "tmp") == [".keep"], "\(words)")
    #expect(!outcome.errorText.contains(folder("tmp")), "\(outcome.errorText)")
    return outcome
  }

  private func sign(_ words: [String], _ input: [UInt8]) -> Command.Outcome {
    run(["sign", "--official", "--ai", "none", "--profile", desk.profile()] + words, input)
  }

  @Test("verify and inspect judge what comes in, call it -, and leave nothing behind")
  func reading() throws {
    let document = try #require(desk.scratch.read("official.png"))
    let text = run(["verify", "-"] + desk.trust, document)
    #expect(text.code == 0 && text.text.hasPrefix("-\n"), "\(text.text)\(text.errorText)")
    let json = run(["verify", "-", "-f", "json"] + desk.trust, document)
    let verdict = try JSON.Reader.parse(json.output)
    #expect(try SchemaValidator(Schema.verdict.text).faults(in: verdict) == [])
    #expect(verdict["path"]?.string == "-" && verdict["origin"]?["status"]?.string == "official")
    #expect(run(["inspect", "-"] + desk.trust, document).text.contains("origin official"))
    #expect(run(["verify", "-"] + desk.trust, Array("text\n".utf8)).code == 4)
    var altered = document
    altered[altered.count - 40] ^= 1
    #expect(run(["verify", "-"] + desk.trust, altered).code == 1)
  }

  @Test("sign takes a document in and gives it out, and speaks on standard error alone")
  func signing() throws {
    for name in [
      "press-release.pdf", "river-levels.png", "press-release.docx", "press-release.txt",
    ] {
      let signed = sign(["-", "-o", "-"], Desk.sample(name))
      #expect(signed.code == 0, "\(name): \(signed.errorText)")
      #expect(
        signed.errorText.contains("-: signed, official (demo.us.press-office)"),
        "\(signed.errorText)")
      #expect(run(["verify", "-"] + desk.trust, signed.output).code == 0, "\(name)")
    }
    let lines = sign(["-", "-o", "-", "-f", "ndjson"], Desk.sample("river.jpg"))
    #expect(lines.code == 0 && lines.errorText.contains("\"output\":\"-\""), "\(lines.errorText)")
  }

  @Test("one side alone: the ending of -o says which kind of text comes in")
  func oneSide() throws {
    let page = folder("a.md")
    #expect(sign(["-", "-o", page], Desk.sample("press-release.md")).code == 0)
    #expect(Command.run(["verify", page] + desk.trust).code == 0)
    let path = folder.write(Desk.sample("press-release.md"), to: "b.md")
    let out = sign([path, "-o", "-"], [])
    #expect(out.code == 0, "\(out.errorText)")
    #expect(Command.run(["verify", folder.write(out.output, to: "c.md")] + desk.trust).code == 0)
    #expect(folder.read("b.md") == Desk.sample("press-release.md"))
  }

  @Test(
    "a label that is a file of its own goes out alone where it was asked for, and else nothing does"
  )
  func detached() throws {
    let table = Desk.sample("river-levels.csv")
    let path = folder.write(table, to: "levels.csv")
    let refused = sign([path, "-o", "-"], [])
    #expect(refused.code == 2 && refused.output.isEmpty, "\(refused.errorText)")
    #expect(refused.errorText.contains("standard output takes one file"))
    let label = sign([path, "--sidecar", "-o", "-"], [])
    #expect(label.code == 0, "\(label.errorText)")
    folder.write(label.output, to: "levels.csv.c2pa")
    #expect(Command.run(["verify", path] + desk.trust).code == 0)
  }

  @Test("what cannot be said of a stream is a mistake that is named")
  func refused() {
    for (words, said) in [
      (["verify", "-", "-"], "named twice"),
      (["sign", "-", "--ai", "none", "--profile", "p"], "say with -o where"),
      (["sign", "-", "--ai", "none", "--profile", "p", "--in-place"], "say with -o where"),
      (["sign", "-", "a.pdf", "--ai", "none", "--profile", "p", "-o", "-"], "name no others"),
      (["sign", "-", "--ai", "none", "--profile", "p", "-o", "x", "--plan", "y"], "have a name"),
    ] {
      let outcome = run(words, [])
      #expect(outcome.code == 2 && outcome.errorText.contains(said), "\(outcome.errorText)")
    }
  }

  @Test("nobody else reads what came in, and a run that is ended leaves nothing of it")
  func ended() {
    folder.write([], to: "tmp/.keep")
    let outcome = Command.shell(
      """
      cd '\(folder.path)'; export TMPDIR='\(folder("tmp"))'
      (echo text; sleep 6) | '\(Command.executable)' verify - >/dev/null 2>&1 & sleep 2
      stat -c %a tmp/.broadseal-piped-*; kill -TERM $!; sleep 1; ls -A tmp
      """)
    #expect(outcome.text == "600\n.keep\n", "\(outcome.text)\(outcome.errorText)")
  }

  @Test(
    "values stand behind -o and -f without a blank, languages in capitals, and the locale is heard")
  func conventions() throws {
    let path = desk.scratch("official.png")
    let json = Command.run(["verify", path, "-fjson"] + desk.trust)
    #expect(try JSON.Reader.parse(json.output)["origin"]?["status"]?.string == "official")
    let out = Command.run(
      "sign", folder.write(Desk.sample("river.jpg"), to: "r.jpg"), "--ai", "none", "--profile",
      desk.profile(), "-o\(folder("s.jpg"))")
    #expect(out.code == 0 && folder.read("s.jpg") != nil, "\(out.errorText)")
    let japanese = Command.run(["verify", path, "--lang", "JA"] + desk.trust).text
    let english = Command.run(["verify", path, "--lang", "en"] + desk.trust).text
    #expect(japanese != english)
    for (variables, text) in [
      (["LANG": "ja_JP.UTF-8"], japanese), (["LANG": "C", "LC_ALL": "ja_JP.UTF-8"], japanese),
      (["LANG": "ja_JP.UTF-8", "LC_ALL": "C"], english), (["LC_MESSAGES": "ja"], japanese),
      (["LANG": "jam_JM"], english), (["LANG": ""], english),
    ] {
      #expect(Command.run(["verify", path] + desk.trust, variables: variables).text == text)
    }
  }
}
