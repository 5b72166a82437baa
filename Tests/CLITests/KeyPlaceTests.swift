import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@Suite("The signing key may be anywhere, and a key that is not there leaves nothing behind")
struct KeyPlaceTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func sign(
    _ options: [String], _ token: SoftToken? = nil, files: [String] = ["release.pdf"]
  ) -> Command.Outcome {
    Command.run(
      ["sign"] + files.map { desk.scratch($0) } + ["--profile", desk.profile(), "--official"]
        + ["--ai", "none", "--output-dir", folder("out"), "--force", "--resign"] + options,
      variables: token?.variables ?? [:])
  }

  private func token() throws -> SoftToken {
    let token = SoftToken()
    let key = try PrivateKey(pem: desk.scratch.read("keys/us/key.pem") ?? [], passphrase: nil)
    token.add(try key.pem(), label: "agency")
    folder.write(Array((SoftToken.pin + "\n").utf8), to: "pin")
    folder.write(Array("1111\n".utf8), to: "wrong")
    folder.write([], to: "out/.keep")
    return token
  }

  private func expectNothing(_ outcome: Command.Outcome, code: Int32, _ words: String...) {
    #expect(outcome.code == code, "\(outcome.errorText)")
    for word in words { #expect(outcome.errorText.contains(word), "\(outcome.errorText)") }
    let lines = outcome.errorText.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("broadseal: error: ") } == 1)
    #expect(lines.allSatisfy { $0.hasPrefix("broadseal: error: ") || $0.hasPrefix("hint: ") })
    #expect(outcome.output.isEmpty)
    #expect(folder.names(in: "out").allSatisfy { $0 == ".keep" })
  }

  @Test(
    "a key on a token signs, named by the command line or the profile",
    .enabled(if: SoftToken.isWanted, "SoftHSM2 is not installed"))
  func onToken() throws {
    let token = try token()
    let named = sign(
      ["--key", token.address("agency"), "--passphrase-file", folder("pin")], token)
    #expect(named.code == 0, "\(named.errorText)")
    let chain = desk.scratch("keys/us/chain.pem")
    let profile = """
      schema = 1
      [key]
      pkcs11 = "pkcs11:token=press%20office;id=%01"
      module = "\(SoftToken.module ?? "")"
      certificates = "\(chain)"
      passphrase-file = "pin"
      """
    folder.write(Array(profile.utf8), to: "ISSUER.toml")
    let outcome = Command.run(
      "sign", desk.scratch("chart.png"), desk.scratch("photo.jpg"), "--profile",
      folder("ISSUER.toml"), "--ai", "none", "--no-timestamp", "--output-dir", folder("out"),
      variables: token.variables)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    for name in ["release.pdf", "chart.png", "photo.jpg"] {
      let verdict = Command.run(
        ["verify", folder("out/" + name), "--accept", "valid"] + desk.trust)
      #expect(verdict.code == 0, "\(name)")
    }
  }

  @Test(
    "keys of other kinds on a token sign as well",
    .enabled(if: SoftToken.isWanted, "SoftHSM2 is not installed"),
    arguments: [SignatureAlgorithm.es384, .ps256])
  func kinds(algorithm: SignatureAlgorithm) throws {
    let token = try token()
    let now = UTCTime(secondsSinceEpoch: Int64(time(nil)))
    var builder = DemoPeriod(now: now).signer(DemoAgency.us.subject, years: 2)
    builder.extendedKeyUsage = DemoPKI.signerPurposes
    let signer = try DemoCredential(
      builder, issuer: DemoPKI.today().us.issuing, algorithm: algorithm)
    token.add(try signer.key.pem(), label: "other", number: "02")
    folder.write(signer.chain.flatMap(\.pem), to: "chain.pem")
    let outcome = Command.run(
      "sign", desk.scratch("chart.png"), "--profile", desk.profile("ai-service"), "--ai", "none",
      "--key", token.address("other"), "--certificates", folder("chain.pem"), "--passphrase-file",
      folder("pin"), "--no-timestamp", "-o", folder("out/chart.png"), variables: token.variables)
    #expect(outcome.code == 0, "\(outcome.errorText)")
  }

  @Test(
    "a wrong PIN, no PIN, no such key, a module that is none: one line, nothing written",
    .enabled(if: SoftToken.isWanted, "SoftHSM2 is not installed"))
  func refusals() throws {
    let token = try token()
    let address = token.address("agency")
    let pin = ["--passphrase-file", folder("pin")]
    expectNothing(
      sign(["--key", address, "--passphrase-file", folder("wrong")], token), code: 2,
      "the token refuses the PIN", "hint: ")
    expectNothing(sign(["--key", address], token), code: 2, "the token needs its PIN", "hint: ")
    expectNothing(
      sign(["--key", token.address("nobody")] + pin, token), code: 2, "no such token", "hint: ")
    expectNothing(
      sign(["--key", "pkcs11:token=t;object=o?module-path=/dev/null"] + pin, token), code: 2,
      "the PKCS#11 module cannot be used", "hint: ")
    let secret = sign(["--key", address + "&pin-value=4821"] + pin, token)
    expectNothing(secret, code: 2, "a PIN has no place in an address")
    #expect(!secret.errorText.contains("4821"))
    token.remove()
    expectNothing(sign(["--key", address] + pin, token), code: 2, "no such token", "hint: ")
  }

  @Test(
    "a token that is taken out between two documents: the first is whole, the second is not there",
    .enabled(if: SoftToken.isWanted, "SoftHSM2 is not installed"))
  func takenOut() throws {
    let token = try token()
    let tsa = try KeyStore.load(desk.scratch.read("keys/tsa/authority.pem") ?? [])
    let authority = try TimeStampAuthority(
      key: #require(tsa.key), certificate: #require(tsa.certificates.first),
      chain: Array(tsa.certificates.dropFirst()))
    let now = UTCTime(secondsSinceEpoch: Int64(time(nil)))
    // The first stamp is asked for after the first signature was made.
    let server = try LocalAuthorityServer { request in
      token.remove()
      return (try? authority.respond(to: request, at: now))
        .map { LocalAuthorityServer.response($0) }
    }
    let outcome = sign(
      [
        "--key", token.address("agency"), "--passphrase-file", folder("pin"), "-j", "1",
        "--tsa", "http://127.0.0.1:\(server.port)/",
      ], token, files: ["release.pdf", "chart.png"])
    #expect(outcome.code == 3, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("chart.png: the token gave no signature"))
    #expect(outcome.errorText.contains("hint: was it taken out?"))
    #expect(folder.names(in: "out") == [".keep", "release.pdf"])
    #expect(Command.run(["verify", "-q", folder("out/release.pdf")] + desk.trust).code == 0)
  }

  @Test("a program signs, named by the command line or the profile")
  func withProgram() {
    folder.write([], to: "out/.keep")
    let key = desk.scratch("keys/us/key.pem")
    let chain = desk.scratch("keys/us/chain.pem")
    let named = sign([
      "--signer", "openssl dgst -sha256 -sign \(key)", "--certificates", chain,
    ])
    #expect(named.code == 0, "\(named.errorText)")
    let profile = """
      schema = 1
      [key]
      command = ["openssl", "dgst", "-sha256", "-sign", "\(key)"]
      certificates = "\(chain)"
      """
    folder.write(Array(profile.utf8), to: "ISSUER.toml")
    let outcome = Command.run(
      "sign", desk.scratch("chart.png"), "--profile", folder("ISSUER.toml"), "--ai", "none",
      "--no-timestamp", "-o", folder("out/chart.png"))
    #expect(outcome.code == 0, "\(outcome.errorText)")
    for name in ["release.pdf", "chart.png"] {
      let verdict = Command.run(
        ["verify", folder("out/" + name), "--accept", "valid"] + desk.trust)
      #expect(verdict.code == 0)
    }
  }

  @Test(
    "a program that hangs, fails, talks too much or signs with another key: one line, nothing written",
    arguments: [
      ("sleep 300", 3, "did not answer within 1 s"), ("false", 3, "ended with code 1"),
      ("cat /dev/zero", 3, "more than any signature"), ("cat", 3, "not the certificate's"),
      ("openssl dgst -sha256 -sign JP", 3, "not the certificate's"),
      ("/nonexistent/sign", 2, "cannot be started: no such file"),
    ] as [(String, Int32, String)])
  func wrongProgram(line: String, code: Int32, words: String) {
    folder.write([], to: "out/.keep")
    let key = desk.scratch("keys/jp/key.pem")
    let command = line.hasSuffix("JP") ? line.dropLast(2) + key : line
    let outcome = sign([
      "--signer", command, "--signer-timeout", code == 3 && line.hasPrefix("sleep") ? "1" : "20",
      "--certificates", desk.scratch("keys/us/chain.pem"),
    ])
    expectNothing(outcome, code: code, words)
  }

  @Test("a run that is broken off leaves no program behind")
  func interrupted() throws {
    folder.write([], to: "out/.keep")
    let pid = folder("pid")
    let path = folder.write(
      Array("#!/bin/sh\necho $$ >'\(pid)'\nexec sleep 300\n".utf8), to: "sign")
    #expect(unsafe chmod(path, 0o755) == 0)
    let run = Command.start(
      [
        "sign", desk.scratch("chart.png"), "--profile", desk.profile(), "--ai", "none", "--signer",
        path, "--certificates", desk.scratch("keys/us/chain.pem"), "-o", folder("out/chart.png"),
      ].map { Array($0.utf8) })
    var waited = 0
    while folder.read("pid")?.last != 0x0A, waited < 1_000 {
      usleep(10_000)
      waited += 1
    }
    run.send(SIGTERM)
    #expect(run.wait().code == 130)
    let text = String(decoding: folder.read("pid") ?? [], as: UTF8.self).prefix { $0.isNumber }
    let left = try #require(pid_t(text))
    waited = 0
    while isRunning(left), waited < 1_000 {
      usleep(10_000)
      waited += 1
    }
    #expect(!isRunning(left))
    #expect(folder.names(in: "out") == [".keep"])
  }

  /// Whether a process does anything still: one that is dead may wait long for a parent to notice.
  private func isRunning(_ process: pid_t) -> Bool {
    guard let line = Scratch.bytes(of: "/proc/\(process)/stat"),
      let name = line.lastIndex(of: UInt8(ascii: ")")), name + 2 < line.count
    else { return false }
    return line[name + 2] != UInt8(ascii: "Z") && line[name + 2] != UInt8(ascii: "X")
  }
}
