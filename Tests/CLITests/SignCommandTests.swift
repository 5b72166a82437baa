import BroadsealJSON
import BroadsealNotes
import Glibc
import TestSupport
import Testing

@Suite("sign labels what it can, says why not, and leaves nothing behind")
struct SignCommandTests {
  private let desk = Desk.shared

  private func sign(
    _ files: [String], _ options: [String], by issuer: String = "us"
  ) -> Command.Outcome {
    Command.run(["sign"] + files + ["--profile", desk.profile(issuer)] + options)
  }

  @Test("what is missing is told with a line that has all of it")
  func lineToCopy() {
    let path = desk.scratch("release.pdf")
    let line = "broadseal sign FILE --official --ai none --profile ISSUER.toml -o SIGNED-FILE"
    for options in [
      [], ["--profile", desk.profile(), "--official"], ["--profile", desk.profile()],
    ] {
      let outcome = Command.run(["sign", path] + options)
      #expect(outcome.code == 2)
      #expect(outcome.errorText.contains("hint: all of it: " + line), "\(outcome.errorText)")
    }
  }

  @Test(
    "a command line that leaves something open is refused",
    arguments: [
      (["--official", "-o", "x"], "--official needs --ai"),
      (["-o", "x"], "say what the label states"),
      (["--ai", "none"], "say where the result goes"),
      (["--ai", "none", "-o", "x", "--in-place"], "exclude each other"),
      (["--ai", "none", "--ai-system", "S", "-o", "x"], "--ai generated or --ai altered"),
      (["--ai", "maybe", "-o", "x"], "maybe"),
      (["--ai", "none", "-o", "x", "--no-timestamp", "--tsa", "key:a"], "--no-timestamp"),
      (["--ai", "none", "-o", "x", "--reference", "1"], "--reference"),
      (["--ai", "none", "-o", "x", "--tsa", "ftp://x"], "no time-stamp authority"),
      (["--ai", "none", "-o", "x", "--signer", "cat", "--key", "k"], "--key and --signer"),
      (["--ai", "none", "-o", "x", "--signer-timeout", "3"], "--signer-timeout needs --signer"),
      (["--ai", "none", "-o", "x", "--signer", "a", "--signer-timeout", "0"], "from 1 to 3600"),
      (["--ai", "none", "-o", "x", "--signer", "sign 'a b'"], "holds quotes"),
    ])
  func refused(options: [String], words: String) {
    let folder = Scratch()
    let outcome = Command.run(
      ["sign", desk.scratch("release.pdf"), "--profile", desk.profile()] + options,
      folder: folder.path)
    #expect(folder.names.isEmpty)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.hasPrefix("broadseal: error: "))
    #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    #expect(outcome.output.isEmpty)
  }

  @Test("many files are labelled at once, and one failure does not stop the others")
  func many() throws {
    let folder = Scratch()
    let table = Scratch()
    table.write(Array("station,metres\n".utf8), to: "levels.csv")
    let files =
      ["chart.png", "missing.png"].map { desk.scratch($0) } + [
        table("levels.csv"), desk.scratch("photo.jpg"),
      ]
    let outcome = sign(
      files, ["--ai", "generated", "--output-dir", folder.path, "-f", "ndjson", "-j", "3"],
      by: "ai-service")
    #expect(outcome.code == 3)
    let lines = try outcome.resultLines.map { try JSON.Reader.parse($0) }
    #expect(lines.map { $0["input"]?.string } == files)
    #expect(lines.map { $0["error"] == nil } == [true, false, true, true])
    #expect(lines.map { $0["form"]?.string } == ["embedded", nil, "sidecar", "embedded"])
    #expect(folder.names == ["chart.png", "levels.csv", "levels.csv.c2pa", "photo.jpg"])
    #expect(outcome.errorText.contains("missing.png: no such file or directory"))
  }

  @Test("a document's earlier label is kept as its parent")
  func parent() throws {
    let folder = Scratch()
    let outcome = sign(
      [desk.scratch("ai.jpg")], ["--official", "--ai", "generated", "-o", folder("again.jpg")])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let verdict = try JSON.Reader.parse(
      Command.run(["verify", folder("again.jpg"), "-f", "json"] + desk.trust).output)
    #expect(verdict["origin"]?["status"]?.string == "official")
    #expect(verdict["ai"]?["status"]?.string != "none-declared")
    #expect(verdict["c2pa"]?["ingredients"]?.array?.count == 1)
  }

  @Test("an issuer who denies what the parent says is told apart")
  func conflict() throws {
    let folder = Scratch()
    let outcome = sign(
      [desk.scratch("ai.jpg")], ["--official", "--ai", "none", "-o", folder("denied.jpg")])
    guard outcome.code == 0 else { return #expect(folder.names.isEmpty) }
    let verdict = try JSON.Reader.parse(
      Command.run(["verify", folder("denied.jpg"), "-f", "json"] + desk.trust).output)
    #expect(verdict["ai"]?["status"]?.string == "conflict")
  }

  @Test("nothing is overwritten without --force, and two inputs never share an output")
  func overwriting() {
    let folder = Scratch()
    let old = folder.write(Array("precious".utf8), to: "chart.png")
    let options = ["--ai", "none", "--output-dir", folder.path]
    let refused = sign([desk.scratch("chart.png")], options)
    #expect(refused.code == 2)
    #expect(refused.errorText.contains("hint: use --force"))
    #expect(folder.read("chart.png") == Array("precious".utf8))
    #expect(sign([desk.scratch("chart.png")], options + ["--force"]).code == 0)
    #expect(folder.names == ["chart.png"])
    let twice = sign([desk.scratch("chart.png"), old], options + ["--force"])
    #expect(twice.code == 2)
    #expect(twice.errorText.contains("two inputs would have the same output"))
    #expect(sign([old, old], ["--ai", "none", "-o", folder("x")]).code == 0)
  }

  @Test("a key is opened by the file's passphrase, not by a wrong one, and never by an argument")
  func passphrase() throws {
    let folder = try EncryptedProfile(desk)
    let options = ["--ai", "none", "-o", folder.scratch("signed.png")]
    let input = desk.scratch("chart.png")
    let asked = Command.run(["sign", input, "--profile", folder.profile] + options)
    #expect(asked.code == 2)
    #expect(asked.errorText.contains("the key is encrypted"))
    #expect(asked.errorText.contains("hint: --passphrase-file"))
    for (word, code) in [("wrong", 2), ("open sesame", 0)] as [(String, Int32)] {
      let file = folder.scratch.write(Array((word + "\n").utf8), to: "word")
      let outcome = Command.run(
        ["sign", input, "--profile", folder.profile, "--passphrase-file", file] + options)
      #expect(outcome.code == code, "\(outcome.errorText)")
      #expect(!outcome.errorText.contains("sesame"))
    }
  }

  @Test("on a terminal the passphrase is asked for and not shown")
  func prompt() throws {
    let folder = try EncryptedProfile(desk)
    let outcome = Command.runOnTerminal(
      [
        "sign", desk.scratch("chart.png"), "--profile", folder.profile, "--ai", "none",
        "-o", folder.scratch("signed.png"),
      ], typed: "open sesame\n")
    #expect(outcome.code == 0, "\(outcome.shown)")
    #expect(outcome.shown.contains("passphrase of"))
    #expect(!outcome.shown.contains("sesame"))
  }

  @Test("a key that is not the certificate's signs nothing")
  func mismatch() {
    let folder = Scratch()
    folder.write(desk.scratch.read("keys/jp/key.pem") ?? [], to: "key.pem")
    folder.write(desk.scratch.read("keys/us/chain.pem") ?? [], to: "chain.pem")
    let profile = "schema = 1\n[key]\npath = \"key.pem\"\ncertificates = \"chain.pem\"\n"
    let path = folder.write(Array(profile.utf8), to: "ISSUER.toml")
    let outcome = Command.run(
      "sign", desk.scratch("chart.png"), "--profile", path, "--ai", "none", "--no-timestamp",
      "-o", folder("out.png"))
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains("does not belong"))
    #expect(folder.names == ["ISSUER.toml", "chain.pem", "key.pem"])
  }

  @Test("without an answer from any authority nothing is signed, unless that was allowed")
  func noAuthority() {
    let folder = Scratch()
    let options = ["--ai", "none", "--tsa", "http://127.0.0.1:9/", "-o", folder("out.png")]
    let refused = sign([desk.scratch("chart.png")], options, by: "ai-service")
    #expect(refused.code == 3, "\(refused.errorText)")
    #expect(refused.errorText.contains("--no-timestamp"))
    #expect(refused.errorText.contains("--allow-missing-timestamp"))
    #expect(folder.names.isEmpty)
    let allowed = sign(
      [desk.scratch("chart.png")], options + ["--allow-missing-timestamp"], by: "ai-service")
    #expect(allowed.code == 0, "\(allowed.errorText)")
  }

  @Test("a full disk, a folder that is none and a target that is one leave nothing behind")
  func unwritable() {
    let folder = Scratch()
    for target in [folder("none/out.png"), "/dev/full/out.png", folder.path] {
      let outcome = sign([desk.scratch("chart.png")], ["--ai", "none", "-o", target])
      #expect(outcome.code != 0)
      #expect(
        outcome.errorText.split(separator: "\n").allSatisfy {
          $0.hasPrefix("broadseal: error: ") || $0.hasPrefix("hint: ")
        })
      #expect(folder.names.isEmpty)
    }
  }

  @Test("a signing that is broken off ends 130 and leaves nothing behind")
  func interrupted() {
    let folder = Scratch()
    let input = folder.write(desk.scratch.read("photo.jpg") ?? [], to: "large.jpg")
    // Bytes after the end of the picture, most of them a hole: long to hash, quick to make.
    #expect(unsafe truncate(input, 400 << 20) == 0)
    #expect(unsafe mkdir(folder("out"), 0o755) == 0)
    let run = Command.start(
      [
        "sign", input, "--ai", "none", "--profile", desk.profile(), "-o", folder("out/signed.jpg"),
      ].map { Array($0.utf8) })
    var waited = 0
    while folder.names(in: "out").isEmpty, waited < 5_000 {
      usleep(1_000)
      waited += 1
    }
    run.send(SIGINT)
    let outcome = run.wait()
    #expect(outcome.code == 130, "\(outcome.errorText)")
    #expect(folder.names(in: "out").isEmpty)
  }
}
