import BroadsealBytes
import BroadsealOpenSSL
import BroadsealSigning
import BroadsealTrust
import Glibc
import TestSupport
import Testing

@Suite(
  "Stapled OCSP responses before foreign verifiers", .enabled(if: Witness.isWanted, Witness.reason))
struct StapleWitnessTests {
  private let demo: DemoPKI
  private let root: DemoCredential
  private let issuing: DemoCredential
  private let upper: DemoCredential
  private let signer: DemoCredential
  private let scratch = Scratch()

  /// A signer under two authorities, both of whom name responders.
  init() throws {
    demo = try DemoPKI.today()
    let period = DemoPeriod(now: demo.start.adding(seconds: 3_600))
    root = try DemoCredential(
      period.authority(DemoAgency.us.subject("deep root"), years: 20, pathLength: 2))
    var builder = period.authority(DemoAgency.us.subject("upper CA"), years: 10, pathLength: 1)
    builder.policies = [DemoPKI.policy]
    upper = try DemoCredential(builder, issuer: root)
    builder = period.authority(DemoAgency.us.subject("lower CA"), years: 10, pathLength: 0)
    builder.policies = [DemoPKI.policy]
    builder.ocspURL = "http://127.0.0.1:9/"
    issuing = try DemoCredential(builder, issuer: upper)
    builder = period.signer(DemoAgency.us.subject, years: 1)
    builder.extendedKeyUsage = DemoPKI.signerPurposes
    builder.policies = [DemoPKI.policy]
    builder.ocspURL = "http://127.0.0.1:9/"
    signer = try DemoCredential(builder, issuer: issuing)
  }

  /// What `authority` answers about `certificate`: that it is good.
  private func response(
    of authority: DemoCredential, about certificate: Certificate, _ name: String
  ) throws -> OCSPResponse {
    let line = "V\t991231235959Z\t\t\(certificate.serialHex.uppercased())\tunknown\t/CN=x\n"
    scratch.write(Array(line.utf8), to: name + "/index.txt")
    scratch.write(authority.certificate.pem, to: name + "/ca.pem")
    scratch.write(try authority.key.pem(), to: name + "/ca.key")
    scratch.write(certificate.pem, to: name + "/cert.pem")
    let made = Command(
      "/usr/bin/env",
      ["-C", scratch(name), "openssl"]
        + "ocsp -index index.txt -CA ca.pem -rsigner ca.pem -rkey ca.key -ndays 1 -no_nonce".split(
          separator: " "
        ).map(String.init) + ["-issuer", "ca.pem", "-cert", "cert.pem", "-respout", "out.der"])
    #expect(made.status == 0, "\(made.errors)")
    return try OCSPResponse(der: try #require(scratch.read(name + "/out.der")))
  }

  @Test("one about the signer, and one more about the authority above it")
  func responses() throws {
    let answers = try [
      response(of: issuing, about: signer.certificate, "leaf"),
      response(of: upper, about: issuing.certificate, "ca"),
    ]
    usleep(1_100_000)
    let now = UTCTime(secondsSinceEpoch: Int64(time(nil)))
    let credential = try Credential(key: signer.key, certificates: signer.chain)
    let authority = try LocalTimeStampAuthority(key: demo.tsa.key, certificates: demo.tsa.chain)
    var jobs: [Witness.Job] = []
    for count in 1...2 {
      let signer = try Signer(
        credential: try credential.stapling(Array(answers.prefix(count)), at: now),
        timeStamping: .authorities([.local(authority)], allowMissing: false),
        inspection: .unchecked,
        environment: Environment(now: { now }))
      for (sample, format) in [
        ("press-release.pdf", "application/pdf"), ("river.jpg", "image/jpeg"),
      ] {
        let output = scratch("\(count)-" + sample)
        _ = try signer.sign(
          SigningRequest(
            input: FilePath(Corpus.packageFolder + "/Samples/" + sample),
            destination: .file(FilePath(output)), label: Label(ai: AIStatement(.none))))
        jobs.append(Witness.Job(path: output, format: format))
      }
    }
    let found = try Witness.judge(
      jobs, anchors: [root.certificate], stamps: demo.tsaAnchors)
    for (job, verdicts) in zip(jobs, found) {
      for (verifier, verdict) in verdicts {
        #expect(verdict.isTrusted && verdict.isStamped, "\(job.path) \(verifier): \(verdict)")
      }
    }
  }
}
