import Broadseal
import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@Suite("Revocation: stapled at signing, given in files, or asked for")
struct RevocationCommandTests {
  private let demo: DemoPKI
  private let folder = Scratch()

  /// A signer whose certificate names a responder and a list on this machine.
  init() throws {
    demo = try DemoPKI.today()
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    folder.write(demo.us.issuing.certificate.pem, to: "ca.pem")
    folder.write(try demo.us.issuing.key.pem(), to: "ca.key")
    folder.write(demo.us.responder.certificate.pem, to: "responder.pem")
    folder.write(try demo.us.responder.key.pem(), to: "responder.key")
    folder.write(demo.tsaAnchors.flatMap(\.pem), to: "trust/tsa.pem")
    folder.write(demo.usList, to: "trust/government/us.json")
    folder.write(demo.us.pinned.pem, to: "trust/government/us.keys.pem")
    folder.write(
      try demo.tsa.key.pem() + demo.tsa.chain.flatMap(\.pem), to: "tsa.pem")
  }

  private func signer(responder: String, list: String) throws -> DemoCredential {
    var builder = DemoPeriod(now: demo.start.adding(seconds: 3_600))
      .signer(DemoAgency.us.subject, years: 1)
    builder.extendedKeyUsage = DemoPKI.signerPurposes
    builder.policies = [DemoPKI.policy]
    builder.ocspURL = responder
    // One distribution point with one address: [0] [0] [6].
    func wrapped(_ tag: UInt8, _ bytes: [UInt8]) -> [UInt8] { [tag, UInt8(bytes.count)] + bytes }
    let point = wrapped(0x30, wrapped(0xA0, wrapped(0xA0, wrapped(0x86, Array(list.utf8)))))
    builder.extraExtensions = [CertificateExtension("2.5.29.31", value: wrapped(0x30, point))]
    let signer = try DemoCredential(builder, issuer: demo.us.issuing)
    folder.write(try signer.key.pem() + signer.chain.flatMap(\.pem), to: "key.pem")
    let text = """
      schema = 1
      [agency]
      id = "demo.us.press-office"
      jurisdiction = "US"
      name.en = "Demo Press Office (invented)"
      [key]
      path = "key.pem"
      [timestamp]
      key = "tsa.pem"
      """
    folder.write(Array(text.utf8), to: "ISSUER.toml")
    return signer
  }

  /// A responder of the openssl command for one certificate, as long as `body` runs.
  private func withResponder(
    _ state: (Certificate) -> String, _ body: (DemoCredential, String) throws -> Void
  ) throws {
    let port = try LoopbackPort.free()
    let address = "http://127.0.0.1:\(port)"
    let signer = try signer(responder: address + "/", list: "http://127.0.0.1:9/list")
    folder.write(Array(state(signer.certificate).utf8), to: "index.txt")
    let run = Command.start(
      [
        "ocsp", "-port", "\(port)", "-index", "index.txt", "-CA", "ca.pem", "-rsigner",
        "responder.pem", "-rkey", "responder.key", "-ndays", "1", "-ignore_err",
      ].map { Array($0.utf8) }, program: ["/usr/bin/env", "-C", folder.path, "openssl"])
    defer {
      run.send(SIGKILL)
      _ = run.wait()
    }
    LoopbackPort.waitForListener(on: port)
    try body(signer, address)
  }

  private static func good(_ leaf: Certificate) -> String {
    "V\t991231235959Z\t\t\(leaf.serialHex.uppercased())\tunknown\t/CN=leaf\n"
  }

  private static func revoked(_ leaf: Certificate) -> String {
    "R\t991231235959Z\t260101000000Z,keyCompromise\t\(leaf.serialHex.uppercased())\tunknown\t/CN=x\n"
  }

  private func sign(_ options: [String]) -> Command.Outcome {
    Command.run(
      [
        "sign", folder("river.jpg"), "--profile", folder("ISSUER.toml"), "--official", "--ai",
        "none", "-o", folder("signed.jpg"), "--force",
      ] + options)
  }

  private func verify(_ options: [String]) throws -> (code: Int32, codes: [String], told: String) {
    let outcome = Command.run(
      ["verify", folder("signed.jpg"), "--trust-dir", folder("trust"), "-f", "json"] + options)
    let verdict = try JSON.Reader.parse(outcome.output)
    let codes = ["success", "informational", "failure"].flatMap {
      verdict["c2pa"]?[$0]?.array ?? []
    }
    return (outcome.code, codes.compactMap { $0["code"]?.string }, outcome.errorText)
  }

  @Test("a good answer is stapled, from the certificate's own responder or another, and is proof")
  func staples() throws {
    try withResponder(Self.good) { _, address in
      for source in ["auto", address + "/"] {
        // The moment of the stamp has to lie after that of the answer.
        #expect(sign(["--staple-ocsp", source]).code == 0)
      }
      let response = Command.shell(
        "cd '\(folder.path)' && openssl x509 -in key.pem -out leaf.pem && "
          + "openssl ocsp -issuer ca.pem -cert leaf.pem -url \(address)/ -CAfile ca.pem "
          + "-partial_chain -no_nonce -respout response.der && sleep 1.1")
      #expect(response.code == 0, "\(response.errorText)")
      let file = sign(["--staple-ocsp", folder("response.der")])
      #expect(file.code == 0, "\(file.errorText)")
      let strict = try verify(["--strict"])
      #expect(strict.code == 0, "\(strict)")
      #expect(strict.codes.contains("signingCredential.ocsp.notRevoked"))
      // The same file, the response beside it.
      #expect(sign([]).code == 0)
      #expect(try verify(["--strict"]).code == 5)
      let given = try verify(["--strict", "--ocsp", folder("response.der")])
      #expect(given.code == 0, "\(given)")
    }
  }

  @Test("keys check uses what it is given about revocation, and opens it")
  func keysCheck() throws {
    func check(_ options: [String]) -> Command.Outcome {
      Command.run(["keys", "check", folder("key.pem"), "--trust-dir", folder("trust")] + options)
    }
    let asking = ["--online", "ocsp", "--online-private"]
    try withResponder(Self.good) { _, _ in
      let silent = check([])
      #expect(silent.code == 0, "\(silent.text)")
      #expect(silent.text.contains("– nothing that is known says whether it was revoked"))
      let strict = check(["--strict"])
      #expect(strict.code == 1)
      #expect(strict.text.contains("✗ nothing that is known says whether it was revoked"))
      let asked = check(asking + ["--strict"])
      #expect(asked.code == 0, "\(asked.text)\(asked.errorText)")
      #expect(asked.text.contains("✓ it is not revoked"))
    }
    try withResponder(Self.revoked) { _, _ in
      let asked = check(asking)
      #expect(asked.code == 1, "\(asked.text)")
      #expect(asked.text.contains("✗ it was revoked"))
    }
    for option in ["--crl", "--ocsp"] {
      #expect(check([option, folder("nowhere")]).code != 0)
    }
    #expect(check(["--online", "manifest"]).code == 2)
  }

  @Test(
    "what does not judge a signer takes nothing about revocation",
    arguments: ["show", "export"],
    [["--crl", "x"], ["--ocsp", "x"], ["--online", "ocsp"], ["--strict"]])
  func noRevocation(command: String, options: [String]) {
    let outcome = Command.run(["trust", command, "--trust-dir", folder("trust")] + options)
    #expect(outcome.code == 2)
    #expect(!Command.run(["trust", command, "--help"]).text.contains(options[0]))
  }

  @Test("a revoked certificate signs nothing with a staple, and nobody believes it who asks")
  func revoked() throws {
    try withResponder(Self.revoked) { _, _ in
      let refused = sign(["--staple-ocsp", "auto"])
      #expect(refused.code == 2)
      #expect(refused.errorText.contains("does not call the certificate good"))
      #expect(folder.read("signed.jpg") == nil)
      #expect(sign([]).code == 0)
      #expect(try verify([]).code == 0)
      let asked = try verify(["--online", "ocsp", "--online-private"])
      #expect(asked.code == 1, "\(asked)")
      #expect(asked.codes.contains("signingCredential.ocsp.revoked"))
    }
  }

  @Test("who asks is told, and a private address that a file names is not asked without leave")
  func online() throws {
    try withResponder(Self.good) { _, _ in
      #expect(sign([]).code == 0)
      let careful = try verify(["--online", "ocsp", "--strict"])
      #expect(careful.code == 5)
      #expect(careful.told.contains("is not a public address"))
      _ = Command.shell("sleep 1.1")
      let asked = try verify(["--online", "ocsp,crl", "--online-private", "--strict"])
      #expect(asked.code == 0, "\(asked)")
      #expect(asked.told.isEmpty)
    }
  }

  @Test("sign refuses a signer that a given list revokes; what served for nothing is named")
  func given() throws {
    let signer = try signer(responder: "http://127.0.0.1:9/", list: "http://127.0.0.1:9/list")
    let now = SystemClock.now
    var builder = RevocationListBuilder(
      thisUpdate: now.adding(seconds: -60), nextUpdate: now.adding(seconds: 86_400))
    let us = demo.us.issuing
    func write(_ name: String, by issuer: DemoCredential) throws {
      folder.write(
        try builder.list(of: issuer.certificate, key: issuer.key).der, to: name)
    }
    builder.extensions = [CertificateExtension("2.5.29.27", isCritical: true, value: [2, 1, 1])]
    try write("delta.crl", by: us)
    try write("foreign.crl", by: demo.jp.issuing)
    builder.revoked = [
      RevocationListBuilder.Entry(signer.certificate, at: now.adding(seconds: -120), reason: 1)
    ]
    try write("revoked.crl", by: us)
    let refused = sign(["--evidence", "--crl", folder("revoked.crl")])
    #expect(refused.code == 2, "\(refused.errorText)")
    #expect(refused.errorText.contains("was revoked") && folder.read("signed.jpg") == nil)
    let policy = sign(["--tsa-policy", "2.999.2"])
    #expect(policy.code == 2, "\(policy.errorText)")
    #expect(policy.errorText.contains("its own policy") && folder.read("signed.jpg") == nil)
    #expect(sign([]).code == 0)
    #expect(try verify(["--crl", folder("revoked.crl")]).code == 1)
    let lists = ["--crl", folder("delta.crl"), "--crl", folder("foreign.crl")]
    let told = [
      "delta.crl: it served for nothing: the list only tells what changed since another one",
      "foreign.crl: it served for nothing: it is about no certificate that was asked about",
    ]
    let silent = try verify(lists)
    #expect(silent.code == 0, "\(silent)")
    #expect(told.allSatisfy(silent.told.contains), "\(silent)")
    // A file of several lists before another: each is named by its own file.
    let both = folder.write(
      PEM.text("X509 CRL", folder.read("delta.crl") ?? [])
        + PEM.text("X509 CRL", folder.read("delta.crl") ?? []), to: "both.pem")
    let last = try verify(["--crl", both, "--crl", folder("foreign.crl")])
    #expect(last.told.contains(told[1]), "\(last)")
    let check = Command.run(
      ["keys", "check", folder("key.pem"), "--trust-dir", folder("trust")] + lists)
    #expect(check.code == 0 && told.allSatisfy(check.errorText.contains), "\(check.errorText)")
    let strict = Command.run(
      ["verify", folder("signed.jpg"), "--trust-dir", folder("trust"), "--strict", "--explain"]
        + lists)
    #expect(strict.code == 5, "\(strict.text)")
    #expect(strict.text.contains("the list only tells what changed"), "\(strict.text)")
  }

  @Test("a revocation list in a file, or where the certificate says")
  func lists() throws {
    let server = WebServer(folder)
    let signer = try signer(responder: "http://127.0.0.1:9/", list: server.address + "/list.der")
    #expect(sign([]).code == 0)
    let settings = """
      [ca]
      default_ca = own
      [own]
      database = index.txt
      default_md = sha256
      default_crl_days = 7
      """
    folder.write(Array(settings.utf8), to: "ca.cnf")
    func publish(_ index: String) {
      folder.write(Array(index.utf8), to: "index.txt")
      let made = Command.shell(
        "cd '\(folder.path)' && openssl ca -gencrl -config ca.cnf -cert ca.pem -keyfile ca.key "
          + "-out list.pem && openssl crl -in list.pem -outform DER -out list.der")
      #expect(made.code == 0, "\(made.errorText)")
    }
    // What speaks for the stamp must not be of the very same second.
    usleep(1_100_000)
    publish("")
    for options in [
      ["--crl", folder("list.pem")], ["--crl", folder("list.der")],
      ["--online", "crl", "--online-private"],
    ] {
      let found = try verify(options + ["--strict"])
      #expect(found.code == 0, "\(options): \(found)")
    }
    publish(Self.revoked(signer.certificate))
    for options in [
      ["--crl", folder("list.pem")], ["--online", "ocsp,crl", "--online-private"],
    ] {
      let found = try verify(options)
      #expect(found.code == 1, "\(options): \(found)")
      #expect(found.codes.contains("signingCredential.ocsp.revoked"))
    }
  }

  @Test("nobody answers: nothing is signed with a staple, and verify says so and goes on")
  func silence() throws {
    _ = try signer(responder: "http://127.0.0.1:9/", list: "ftp://127.0.0.1/list")
    let refused = sign(["--staple-ocsp", "auto"])
    #expect(refused.code == 3)
    #expect(refused.errorText.contains("hint: nothing was signed"))
    #expect(folder.read("signed.jpg") == nil)
    #expect(sign([]).code == 0)
    let asked = try verify(["--online", "ocsp,crl", "--online-private"])
    #expect(asked.code == 0)
    #expect(asked.told.contains("http://127.0.0.1:9/: cannot reach"))
    #expect(asked.told.contains("ftp://127.0.0.1/list: only http:// and https://"))
    #expect(asked.codes.contains("signingCredential.ocsp.unknown"))
  }

  @Test(
    "files that are none of these, and options that contradict each other, are refused",
    arguments: [
      (["--ocsp", "/dev/null"], "not a regular file"), (["--ocsp", "river.jpg"], "too large"),
      (["--crl", "river.jpg"], "revocation list"), (["--online", "dns"], "dns"),
      (["--online", "ocsp,ocsp"], "ocsp,ocsp"), (["--online-private"], "needs --online"),
      (["--online", "ocsp", "--at", "2026-11-20"], "leave --online out"),
    ])
  func usage(options: [String], words: String) {
    let outcome = Command.run(
      ["verify", folder("river.jpg")] + options, folder: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
  }
}
