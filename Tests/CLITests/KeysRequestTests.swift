import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@Suite("keys request makes a key that is kept and a request that an authority can grant")
struct KeysRequestTests {
  private let folder = Scratch()

  private func request(_ options: [String]) -> Command.Outcome {
    Command.run(
      ["keys", "request", "--country", "JP", "--organization", "デモ庁", "-o", folder("r.csr")]
        + options)
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    return unsafe stat(folder(name), &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test(
    "the key is encrypted and its owner's alone; the request is its own",
    arguments: [
      ("p256", "EC P-256"), ("p384", "EC P-384"), ("rsa3072", "RSA 3072"),
    ])
  func makes(type: String, kind: String) throws {
    folder.write(Array("correct horse\n".utf8), to: "word")
    let outcome = request(
      ["--new-key", folder("key.pem"), "--type", type, "--passphrase-file", folder("word")])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.contains("private key, \(kind), encrypted"))
    #expect(outcome.text.contains("CN=デモ庁, O=デモ庁, C=JP"))
    #expect(mode("key.pem") == 0o600)
    let pem = try #require(folder.read("key.pem"))
    #expect(throws: KeyError.missingPassphrase) { try KeyStore.load(pem) }
    let key = try #require(KeyStore.load(pem, passphrase: Array("correct horse".utf8)).key)
    let checked = Command.shell(
      "cd '\(folder.path)' && openssl req -in r.csr -verify -noout -text && "
        + "openssl req -in r.csr -noout -pubkey >key.pub")
    #expect(checked.code == 0, "\(checked.errorText)")
    #expect(try PublicKey(pem: folder.read("key.pub") ?? []) == key.publicKey)
    for words in [
      "X509v3 Key Usage: critical", "Digital Signature, Non Repudiation", Purpose.claimSigning,
      "E-mail Protection",
    ] { #expect(checked.text.contains(words), "\(checked.text)") }
  }

  @Test("an authority grants the request as it is, and the certificate signs")
  func granted() throws {
    let pki = try DemoPKI.today()
    #expect(request(["--new-key", folder("key.pem"), "--unencrypted"]).code == 0)
    folder.write(pki.us.issuing.certificate.pem, to: "ca.pem")
    folder.write(try pki.us.issuing.key.pem(), to: "ca.key")
    let issued = Command.shell(
      "cd '\(folder.path)' && openssl x509 -req -in r.csr -CA ca.pem -CAkey ca.key -days 30 "
        + "-CAcreateserial -copy_extensions copyall -out leaf.pem && cat leaf.pem ca.pem >chain.pem"
    )
    #expect(issued.code == 0, "\(issued.errorText)")
    let checked = Command.run("keys", "check", folder("chain.pem"), "--key", folder("key.pem"))
    #expect(checked.code == 0, "\(checked.text)")
    let profile = "schema = 1\n[key]\npath = \"key.pem\"\ncertificates = \"chain.pem\"\n"
    folder.write(Array(profile.utf8), to: "ISSUER.toml")
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    let signed = Command.run(
      "sign", folder("river.jpg"), "--profile", folder("ISSUER.toml"), "--ai", "none",
      "--no-timestamp", "-o", folder("signed.jpg"))
    #expect(signed.code == 0, "\(signed.errorText)")
    // What is missing is told with where it was named, and with what to do.
    let bare = Command.run("keys", "check", folder("key.pem"))
    #expect(bare.code == 2)
    #expect(
      bare.errorText.contains("hint: name the file with its certificate"), "\(bare.errorText)")
    for (key, hint) in [
      (
        "key.pem",
        "--certificates, or certificates beside the key in the profile, names a file with the certificate and those "
          + "above it"
      ),
      ("nothing-of-that-kind.pem", "it is named in \(folder("ISSUER.toml"))"),
    ] {
      folder.write(Array("schema = 1\n[key]\npath = \"\(key)\"\n".utf8), to: "ISSUER.toml")
      let refused = Command.run(
        "sign", folder("river.jpg"), "--profile", folder("ISSUER.toml"), "--ai", "none",
        "--no-timestamp", "-o", folder("other.jpg"))
      #expect(refused.code == 2, "\(refused.errorText)")
      #expect(refused.errorText.contains("hint: \(hint)\n"), "\(refused.errorText)")
    }
    folder.write(Array(profile.utf8), to: "ISSUER.toml")
    let clock = Command.run(
      "sign", folder("river.jpg"), "--profile", folder("ISSUER.toml"), "--ai", "none", "--tsa",
      "key:" + folder("key.pem"), "-o", folder("other.jpg"))
    #expect(
      clock.errorText.contains("hint: put the authority's certificate, and those above it, into"),
      "\(clock.errorText)")
  }

  @Test(
    "a command line that leaves something open, or a name that cannot be shown, is refused",
    arguments: [
      ([], "either --new-key"), (["--new-key", "k", "--key", "l"], "either --new-key"),
      (["--key", "k", "--type", "p384"], "belong to --new-key"),
      (["--new-key", "k", "--unencrypted", "--passphrase-file", "w"], "exclude each other"),
      (["--new-key", "r.csr"], "would be one file"),
      (["--new-key", "k", "--country", "jp"], "two capital letters"),
      (["--new-key", "k", "--unit", String(repeating: "x", count: 65)], "longer than 64"),
      (["--new-key", "k", "--unit", "a\u{202E}b"], "control or formatting"),
      (["--new-key", "k", "--unit", " a"], "begins or ends with a blank"),
      (["--new-key", "k", "--type", "p192"], "p192"),
      (["--new-key", "k"], "needs a passphrase"),
      (["--new-key", "none/k", "--unencrypted"], "folder does not exist"),
      (["--key", "nothing.pem"], "no such file"),
    ])
  func refused(options: [String], words: String) {
    let outcome = Command.run(
      ["keys", "request", "--organization", "O", "-o", "r.csr"]
        + (options.contains("--country") ? [] : ["--country", "JP"]) + options,
      folder: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    #expect(folder.names.isEmpty)
  }

  @Test("nothing that exists is overwritten, and a short passphrase is refused")
  func careful() {
    for name in ["key.pem", "r.csr"] {
      folder.write([1], to: name)
      let outcome = request(["--new-key", folder("key.pem"), "--unencrypted"])
      #expect(outcome.code == 2)
      #expect(outcome.errorText.contains("hint: a key or request is never overwritten"))
      #expect(folder.names == [name])
      #expect(folder.read(name) == [1])
      unsafe unlink(folder(name))
    }
    folder.write(Array("short\n".utf8), to: "word")
    let short = request(["--new-key", folder("key.pem"), "--passphrase-file", folder("word")])
    #expect(short.code == 2)
    #expect(short.errorText.contains("shorter than 8 bytes"))
    #expect(folder.names == ["word"])
  }

  @Test("on a terminal the passphrase is asked for twice, and must be the same")
  func prompt() {
    let options = [
      "keys", "request", "--country", "JP", "--organization", "O", "-o", folder("r.csr"),
      "--new-key", folder("key.pem"),
    ]
    let typed = Command.runOnTerminal(options, typed: "correct horse\ncorrect horse\n")
    #expect(typed.code == 0, "\(typed.shown)")
    #expect(!typed.shown.contains("horse"))
    #expect(folder.names == ["key.pem", "r.csr"])
    for name in folder.names { unsafe unlink(folder(name)) }
    let other = Command.runOnTerminal(options, typed: "correct horse\nincorrect horse\n")
    #expect(other.code == 2)
    #expect(other.shown.contains("not the same"))
    #expect(folder.names.isEmpty)
  }

  @Test(
    "however a run ends that asks for a passphrase, the terminal shows again what is typed",
    arguments: ["keys show", "keys check", "keys request"], [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func echo(command: String, signal: Int32) throws {
    folder.write(
      try PrivateKey.generate(.es256).pem(passphrase: Array("correct horse".utf8)),
      to: "secret.pem")
    let words = command.split(separator: " ").map(String.init)
    let options =
      command == "keys request"
      ? ["--country", "JP", "--organization", "O", "-o", folder("r.csr"), "--key"] : []
    let run = Command.interruptOnTerminal(words + options + [folder("secret.pem")], signal)
    #expect(!run.echoBefore)
    #expect(run.echoAfter)
    #expect(run.code == 130)
  }

  @Test(
    "a key that is on a token asks for its certificate too",
    .enabled(if: SoftToken.isWanted, "SoftHSM2 is not installed"))
  func token() throws {
    let token = SoftToken()
    let key = try PrivateKey.generate(.es256)
    token.add(try key.pem(), label: "agency")
    folder.write(Array(SoftToken.pin.utf8), to: "pin")
    let outcome = Command.run(
      "keys", "request", "--country", "JP", "--organization", "O", "-o", folder("r.csr"), "--key",
      token.address("agency"), "--passphrase-file", folder("pin"), variables: token.variables)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(
      Command.shell("openssl req -in '\(folder("r.csr"))' -verify -noout").code == 0)
  }

  @Test("a certificate that names a person is told of before it is published, and in the result")
  func person() throws {
    let pki = try DemoPKI.today()
    var builder = DemoPeriod(now: pki.start).signer(
      DistinguishedName([
        NameAttribute(NameAttribute.country, "US"),
        NameAttribute(NameAttribute.commonName, "Jane \u{202E}Doe"),
      ]), years: 1)
    builder.extendedKeyUsage = DemoPKI.signerPurposes
    let person = try DemoCredential(builder, issuer: pki.us.issuing)
    folder.write(try person.key.pem() + person.chain.flatMap(\.pem), to: "key.pem")
    folder.write(Array("schema = 1\n[key]\npath = \"key.pem\"\n".utf8), to: "ISSUER.toml")
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    let options = [
      "sign", folder("river.jpg"), "--profile", folder("ISSUER.toml"), "--ai", "none",
      "--no-timestamp", "-o", folder("signed.jpg"), "--force",
    ]
    let told = Command.run(options)
    #expect(told.code == 0, "\(told.errorText)")
    let notes = told.errorText.split(separator: "\n").filter { $0.contains("(CERT-PERSON)") }
    #expect(notes.count == 1)
    #expect(notes.first?.contains("CN=Jane \\u{202e}Doe, C=US") == true, "\(told.errorText)")
    let result = try JSON.Reader.parse(Command.run(options + ["-f", "ndjson"]).resultLine)
    #expect(result["notes"]?.array?.contains { $0["code"]?.string == "CERT-PERSON" } == true)
    let rules = Command.run("keys", "check", folder("key.pem"))
    #expect(rules.text.contains("– subject: it names a person"))
  }
}
