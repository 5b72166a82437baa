import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@Suite("Time stamps come from a real authority over HTTP and HTTPS, or not at all")
struct AuthorityTests {
  private let desk = Desk.shared
  private let folder = Scratch()
  private let web = Scratch()

  /// A time-stamp authority of the openssl command, with the desk's own keys.
  init() throws {
    let settings = """
      [tsa]
      default_tsa = own
      [own]
      serial = serial
      signer_cert = tsa.pem
      certs = chain.pem
      signer_key = tsa.key
      signer_digest = sha256
      default_policy = 2.999.1
      other_policies = 2.999.2
      digests = sha256, sha384, sha512
      ess_cert_id_alg = sha256
      """
    web.write(Array(settings.utf8), to: "tsa.cnf")
    web.write(Array("01\n".utf8), to: "serial")
    let material = try KeyStore.load(desk.scratch.read("keys/tsa/authority.pem") ?? [])
    web.write(material.certificates.flatMap(\.pem), to: "chain.pem")
    web.write(try #require(material.certificates.first).pem, to: "tsa.pem")
    web.write(try #require(material.key).pem(), to: "tsa.key")
    folder.write([], to: "out/.keep")
  }

  private func sign(_ options: [String], files: [String] = ["chart.png"]) -> Command.Outcome {
    Command.run(
      ["sign"] + files.map { desk.scratch($0) } + ["--profile", desk.profile(), "--official"]
        + ["--ai", "none", "--resign", "--output-dir", folder("out")] + options)
  }

  private func expectStamped(_ outcome: Command.Outcome, _ name: String = "chart.png") {
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(Command.run(["verify", "-q", folder("out/" + name)] + desk.trust).code == 0)
  }

  @Test("an authority that answers with a status is named with it")
  func status() {
    let server = WebServer(web)
    let outcome = sign(["--tsa", server.address + "/status/503"])
    #expect(outcome.code == 3)
    #expect(
      outcome.errorText.contains(
        server.address + "/status/503: 127.0.0.1 answered with the HTTP status 503"),
      "\(outcome.errorText)")
  }

  @Test("an authority that nobody vouches for is named, and where it would have to stand")
  func stranger() throws {
    let stranger = try DemoPKI.today().tsa
    web.write(stranger.chain.flatMap(\.pem), to: "chain.pem")
    web.write(stranger.certificate.pem, to: "tsa.pem")
    web.write(try stranger.key.pem(), to: "tsa.key")
    let server = WebServer(web)
    let outcome = sign(["--tsa", server.address + "/tsa"])
    #expect(outcome.code == 1)
    #expect(
      outcome.errorText.contains("the authority has to stand on the list"), "\(outcome.errorText)")
    #expect(outcome.errorText.contains(server.address + "/tsa stamped it"))
    #expect(folder.names(in: "out") == [".keep"])
  }

  @Test("openssl's authority stamps over HTTP, under the policy that was asked for")
  func plain() {
    let server = WebServer(web)
    expectStamped(sign(["--tsa", server.address + "/tsa"]))
    let named = sign(
      ["--tsa", server.address + "/tsa", "--tsa-policy", "2.999.2"], files: ["photo.jpg"])
    expectStamped(named, "photo.jpg")
    let refused = sign(
      ["--tsa", server.address + "/tsa", "--tsa-policy", "2.999.3"], files: ["release.pdf"])
    #expect(refused.code == 3)
    #expect(refused.errorText.contains("the authority refused, status 2"), "\(refused.errorText)")
    #expect(folder.names(in: "out") == [".keep", "chart.png", "photo.jpg"])
  }

  @Test("over HTTPS the authority's server must prove who it is, and no key of the demo does that")
  func secure() throws {
    let pki = try WebPKI()
    let pair = try pki.server()
    let server = WebServer(web, certificate: pair.certificate, key: pair.key)
    folder.write(pki.root.pem, to: "ca.pem")
    let untrusted = sign(["--tsa", server.address + "/tsa"])
    #expect(untrusted.code == 3)
    #expect(untrusted.errorText.contains("cannot prove who it is"), "\(untrusted.errorText)")
    #expect(folder.names(in: "out") == [".keep"])
    expectStamped(sign(["--tsa", server.address + "/tsa", "--tls-ca", folder("ca.pem")]))
  }

  @Test("authorities are asked in order: one that is down, slow or lies is passed over")
  func order() {
    let server = WebServer(web)
    let good = server.address + "/tsa"
    // Whatever is sent to /replay, the answer is the first one: to another request.
    #expect(sign(["--tsa", good], files: ["release.pdf"]).code == 0)
    for bad in ["http://127.0.0.1:9/", server.address + "/slow", server.address + "/replay"] {
      // Time enough for the good one on a busy machine: the slow one is silent for a minute.
      let patience = ["--tsa-timeout", bad.hasSuffix("/slow") ? "5" : "30", "--force"]
      let alone = sign(["--tsa", bad] + patience)
      #expect(alone.code == 3, "\(bad): \(alone.errorText)")
      #expect(alone.errorText.contains(bad + ": "), "\(alone.errorText)")
      let listed = sign(["--tsa", bad, "--tsa", good] + patience)
      expectStamped(listed)
    }
    let replayed = sign(["--tsa", server.address + "/replay", "--force"])
    #expect(replayed.errorText.contains("the answer belongs to another request"))
  }

  @Test("a profile names its authorities, their policy, and who vouches for their servers")
  func profile() throws {
    let pki = try WebPKI()
    let pair = try pki.server()
    let server = WebServer(web, certificate: pair.certificate, key: pair.key)
    folder.write(pki.root.pem, to: "ca.pem")
    let text = """
      schema = 1
      [key]
      path = "\(desk.scratch("keys/us/key.pem"))"
      certificates = "\(desk.scratch("keys/us/chain.pem"))"
      [timestamp]
      urls = ["http://127.0.0.1:9/", "\(server.address)/tsa"]
      policy = "2.999.2"
      tls-ca = "ca.pem"
      """
    folder.write(Array(text.utf8), to: "ISSUER.toml")
    let outcome = Command.run(
      "sign", desk.scratch("chart.png"), "--profile", folder("ISSUER.toml"), "--ai", "none", "-o",
      folder("out/chart.png"))
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let verify = ["verify", "-q", folder("out/chart.png"), "--accept", "trusted"] + desk.trust
    #expect(Command.run(verify).code == 0)
  }
}
