import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@Suite("A profile asks for OCSP responses about the signer and the authorities above it")
struct RevocationProfileTests {
  private let folder = Scratch()
  private let demo: DemoPKI
  private let root: DemoCredential
  private let upper: DemoCredential
  private let issuing: DemoCredential
  private let signer: DemoCredential
  private let ports: [UInt16]

  /// A signer under two authorities; its responder and that of its issuer are on this machine.
  init() throws {
    demo = try DemoPKI.today()
    ports = try [LoopbackPort.free(), LoopbackPort.free()]
    let period = DemoPeriod(now: demo.start.adding(seconds: 3_600))
    let subject = DemoAgency.us.subject
    root = try DemoCredential(
      period.authority(DemoAgency.us.subject("deep root"), years: 20, pathLength: 2))
    var builder = period.authority(DemoAgency.us.subject("upper CA"), years: 10, pathLength: 1)
    builder.policies = [DemoPKI.policy]
    upper = try DemoCredential(builder, issuer: root)
    builder = period.authority(DemoAgency.us.subject("lower CA"), years: 10, pathLength: 0)
    builder.policies = [DemoPKI.policy]
    builder.ocspURL = "http://127.0.0.1:\(ports[1])/"
    issuing = try DemoCredential(builder, issuer: upper)
    builder = period.signer(subject, years: 1)
    builder.extendedKeyUsage = DemoPKI.signerPurposes
    builder.policies = [DemoPKI.policy]
    builder.ocspURL = "http://127.0.0.1:\(ports[0])/"
    signer = try DemoCredential(builder, issuer: issuing)
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    folder.write(try signer.key.pem() + signer.chain.flatMap(\.pem), to: "key.pem")
    folder.write(try demo.tsa.key.pem() + demo.tsa.chain.flatMap(\.pem), to: "tsa.pem")
    folder.write(root.certificate.pem, to: "trust/anchors.pem")
    folder.write(demo.tsaAnchors.flatMap(\.pem), to: "trust/tsa.pem")
  }

  /// Starts the responder of `authority`, which signs for itself, about `certificate`.
  private func responder(
    _ index: Int, of authority: DemoCredential, about certificate: Certificate, revoked: Bool
  ) throws -> Command.Run {
    let state = revoked ? "R\t991231235959Z\t260101000000Z,cACompromise" : "V\t991231235959Z\t"
    folder.write(
      Array("\(state)\t\(certificate.serialHex.uppercased())\tunknown\t/CN=x\n".utf8),
      to: "\(index)/index.txt")
    folder.write(authority.certificate.pem, to: "\(index)/ca.pem")
    folder.write(try authority.key.pem(), to: "\(index)/ca.key")
    let run = Command.start(
      [
        "ocsp", "-port", "\(ports[index])", "-index", "index.txt", "-CA", "ca.pem", "-rsigner",
        "ca.pem", "-rkey", "ca.key", "-ndays", "1", "-ignore_err",
      ].map { Array($0.utf8) },
      program: ["/usr/bin/env", "-C", folder("\(index)"), "openssl"])
    LoopbackPort.waitForListener(on: ports[index])
    return run
  }

  private func sign(_ profile: String, _ options: [String] = []) -> Command.Outcome {
    let text = """
      schema = 1
      [key]
      path = "key.pem"
      [timestamp]
      key = "tsa.pem"
      [trust]
      anchors = "trust/anchors.pem"
      tsa-anchors = "trust/tsa.pem"
      [revocation]
      \(profile)
      """
    folder.write(Array(text.utf8), to: "ISSUER.toml")
    return Command.run(
      [
        "sign", folder("river.jpg"), "--profile", folder("ISSUER.toml"), "--ai", "none", "-o",
        folder("signed.jpg"), "--force",
      ] + options)
  }

  private func verify(
    _ options: [String] = []
  ) throws -> (state: String?, codes: [String], told: [String]) {
    let outcome = Command.run(
      ["verify", folder("signed.jpg"), "--trust-dir", folder("trust"), "-f", "json"] + options)
    let verdict = try JSON.Reader.parse(outcome.output)["c2pa"]
    let all = ["success", "informational", "failure"].flatMap { verdict?[$0]?.array ?? [] }
    return (
      verdict?["state"]?.string, all.compactMap { $0["code"]?.string },
      all.compactMap { $0["explanation"]?.string }
    )
  }

  /// How many responses the signature brings along.
  private var responses: Int {
    let bytes = folder.read("signed.jpg") ?? []
    // id-pkix-ocsp-basic stands once in each.
    let mark: [UInt8] = [0x06, 0x09, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x01]
    return bytes.indices.count { bytes[$0...].starts(with: mark) }
  }

  @Test("staple = true brings both answers along, and they are accepted")
  func good() throws {
    let runs = try [
      responder(0, of: issuing, about: signer.certificate, revoked: false),
      responder(1, of: upper, about: issuing.certificate, revoked: false),
    ]
    defer {
      for run in runs {
        run.send(SIGKILL)
        _ = run.wait()
      }
    }
    let signed = sign("staple = true")
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(responses == 2)
    _ = Command.shell("sleep 1.1")
    #expect(sign("staple = true\nresponder = \"http://127.0.0.1:\(ports[0])/\"").code == 0)
    #expect(responses == 2)
    let found = try verify()
    #expect(found.state == "Trusted", "\(found)")
    #expect(sign("staple = true", ["--staple-ocsp", "none"]).code == 0)
    #expect(responses == 0)
    #expect(sign("staple = false").code == 0)
    #expect(responses == 0)
    // The command line comes before the profile.
    #expect(sign("staple = false", ["--staple-ocsp", "auto"]).code == 0)
    #expect(responses == 2)
  }

  @Test("an authority that was revoked signs nothing, and nobody believes it who asks")
  func revoked() throws {
    let runs = try [
      responder(0, of: issuing, about: signer.certificate, revoked: false),
      responder(1, of: upper, about: issuing.certificate, revoked: true),
    ]
    defer {
      for run in runs {
        run.send(SIGKILL)
        _ = run.wait()
      }
    }
    let refused = sign("staple = true")
    #expect(refused.code == 2)
    #expect(refused.errorText.contains("does not call the certificate good"))
    #expect(folder.read("signed.jpg") == nil)
    #expect(sign("staple = false").code == 0)
    #expect(try verify().state == "Trusted")
    let asked = try verify(["--online", "ocsp", "--online-private"])
    #expect(asked.state == "Invalid", "\(asked)")
    #expect(asked.codes.contains("signingCredential.ocsp.revoked"))
    #expect(asked.told.contains { $0.contains("authority above") })
  }

  @Test("the authority's responder is silent: nothing is signed")
  func silent() throws {
    let run = try responder(0, of: issuing, about: signer.certificate, revoked: false)
    defer {
      run.send(SIGKILL)
      _ = run.wait()
    }
    let refused = sign("staple = true")
    #expect(refused.code == 3)
    #expect(refused.errorText.contains("--staple-ocsp none signs without"))
    #expect(folder.read("signed.jpg") == nil)
  }
}
