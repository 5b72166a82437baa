import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct LongTermWitnessTests {
  private static let sample = Corpus.packageFolder + "/Samples/press-release.pdf"
  /// What the press release is turned into before it is signed: options of qpdf.
  private static let dialects: [(name: String, options: [String]?)] = [
    ("plain", nil), ("streams", ["--object-streams=generate"]), ("linear", ["--linearize"]),
    ("aes256", ["--encrypt", "", "owner", "256", "--"]), ("old", ["--force-version=1.4"]),
    ("new", ["--force-version=2.0"]),
  ]

  private func source(_ signed: SignedByUs) throws -> RevocationSource {
    let demo = signed.pki.demo
    return RevocationSource(
      known: demo.claimAnchors + demo.tsaAnchors,
      lists: try [demo.us.root, demo.us.issuing, demo.tsaRoot].map {
        try $0.revocationList(from: demo.start, to: demo.nextUpdate)
      })
  }

  private func pyHanko(
    _ signed: SignedByUs, _ paths: [String], at time: String, lists: [RevocationList] = [],
    stamps: [Certificate] = []
  ) throws -> [JSON.Value] {
    let pki = signed.pki.demo
    let request: JSON.Value = [
      "anchors": .string(String(decoding: pki.claimAnchors.flatMap(\.pem), as: UTF8.self)),
      "stamps": .string(
        String(decoding: (pki.tsaAnchors + stamps).flatMap(\.pem), as: UTF8.self)),
      "time": .string(time), "lists": .array(lists.map { .string(Base64.encode($0.der)) }),
      "paths": .array(paths.map { .string($0) }),
    ]
    return try Witness.run("longterm.py", request).array ?? []
  }

  @Test("the answers in the file prove signature and stamp to pyHanko when everything has expired")
  func proofs() throws {
    let signed = try SignedByUs()
    let signer = signed.signer.keeping(try source(signed))
    var jobs: [Witness.Job] = []
    for (name, options) in Self.dialects {
      let input = options == nil ? Self.sample : signed.scratch("in-\(name).pdf")
      if let options {
        let made = Command("qpdf", options + [Self.sample, input])
        try #require(made.status == 0, "\(made.errors)")
      }
      var request = SigningRequest(
        input: FilePath(input), destination: .file(FilePath(signed.scratch(name + ".pdf"))),
        label: SignedByUs.official)
      request.pades = true
      #expect(try signer.sign(request).pdfSignature?.level == "B-LT")
      let path = signed.scratch(name + ".pdf")
      let checked = Command("qpdf", ["--check", path])
      #expect(checked.status == 0, "\(name): \(checked.errors)")
      var job = Witness.Job(path: path, format: "application/pdf")
      // encypher-c2pa reads no store in an encrypted document.
      if name.hasPrefix("aes") { job.verifiers = [.c2pa] }
      jobs.append(job)
    }
    try signed.expectTrust(in: jobs)
    for (job, verdict) in zip(
      jobs, try pyHanko(signed, jobs.map(\.path), at: "2060-01-01T00:00:00Z"))
    {
      #expect(
        verdict["lt"] == true && verdict["level"]?.string == "NONE", "\(job.path): \(verdict)")
    }
    // Without them nothing proves it, so that this is no test that cannot fail.
    var bare = SigningRequest(
      input: FilePath(Self.sample), destination: .file(FilePath(signed.scratch("bare.pdf"))),
      label: SignedByUs.official)
    bare.pades = true
    _ = try signed.signer.sign(bare)
    let verdict = try pyHanko(signed, [signed.scratch("bare.pdf")], at: "2060-01-01T00:00:00Z")
    #expect(verdict.first?["lt"] == false, "\(verdict)")
    func pixels(_ path: String) throws -> [UInt8] {
      let drawn = Command("pdftoppm", ["-r", "60", "-png", path])
      try #require(drawn.status == 0, "\(drawn.errors)")
      return drawn.output
    }
    #expect(try pixels(Self.sample) == pixels(signed.scratch("plain.pdf")))
    let report = Command("pdfsig", ["-nocert", signed.scratch("plain.pdf")]).text
    #expect(report.contains("Signature is Valid") && report.contains("Total document signed"))
  }

  /// A signer and a renewer of the demonstration at a moment, stamped by `authority`; `root` is that of the
  /// first authority.
  private func parties(
    _ signed: SignedByUs, at time: UTCTime, by authority: DemoCredential, _ root: DemoCredential
  ) throws -> (signer: Signer, renewer: DocumentRenewer) {
    let demo = signed.pki.demo
    let source = RevocationSource(
      known: demo.claimAnchors + demo.tsaAnchors + [root.certificate],
      lists: try [demo.us.root, demo.us.issuing, demo.tsaRoot, root].map {
        try $0.revocationList(
          from: time.adding(seconds: -60), to: time.adding(seconds: 400 * 86_400))
      })
    let inspection = SignedByUs.inspection(
      by: Verifier(trust: try signed.pki.context(at: time), at: time))
    let stamping = TimeStamping.authorities(
      [
        .local(
          try LocalTimeStampAuthority(key: authority.key, certificates: authority.chain))
      ], allowMissing: false)
    let signer = try Signer(
      credential: try Credential(key: demo.us.signer.key, certificates: demo.us.signer.chain),
      timeStamping: stamping, inspection: inspection, environment: Environment(now: { time })
    ).keeping(source)
    let renewer = DocumentRenewer(
      timeStamping: stamping, source: source, inspection: inspection,
      environment: Environment(now: { time }))
    return (signer, renewer)
  }

  @Test(
    "renewed by another authority, all of it is proved to pyHanko, and not without the document time stamp"
  )
  func renewed() throws {
    let signed = try SignedByUs()
    let demo = signed.pki.demo
    let start = TestPKI.now.adding(seconds: 60)
    // Two authorities of two houses, as in life: a later list of one house forgets its expired certificates.
    let root = try DemoCredential(
      DemoPeriod(now: TestPKI.now).authority(
        TestPKI.subject(organization: "First Stamps (invented)"), years: 20, pathLength: 0))
    func authority(of house: DemoCredential, years: Int64) throws -> DemoCredential {
      var builder = DemoPeriod(now: TestPKI.now).signer(
        demo.tsa.certificate.subject, years: years)
      builder.extendedKeyUsage = [Purpose.timeStamping]
      builder.extendedKeyUsageIsCritical = true
      return try DemoCredential(builder, issuer: house)
    }
    let old = try authority(of: root, years: 3)
    let first = try parties(signed, at: start, by: old, root)
    var request = SigningRequest(
      input: FilePath(Self.sample), destination: .file(FilePath(signed.scratch("lt.pdf"))),
      label: SignedByUs.official)
    request.pades = true
    _ = try first.signer.sign(request)
    // Days later, by an authority that lives longer.
    let later = start.adding(seconds: 4 * 86_400)
    let second = try parties(
      signed, at: later, by: try authority(of: demo.tsaRoot, years: 19), root)
    let input = FilePath(signed.scratch("lt.pdf"))
    let agency = StampingRequest.Agency(id: "demo.us.press-office", jurisdiction: "US")
    let joint = try second.signer.renew(
      StampingRequest(
        input: input, destination: .file(FilePath(signed.scratch("joint.pdf"))), agency: agency))
    #expect(joint.pdfSignature?.level == "B-LTA")
    _ = try second.renewer.renew(
      StampingRequest(input: input, destination: .file(FilePath(signed.scratch("plain.pdf")))))
    for name in ["joint.pdf", "plain.pdf"] {
      let checked = Command("qpdf", ["--check", signed.scratch(name)])
      #expect(checked.status == 0, "\(name): \(checked.errors)")
      let drawn = [Self.sample, signed.scratch(name)].map {
        Command("pdftoppm", ["-r", "60", "-png", $0]).output
      }
      #expect(!drawn[0].isEmpty && drawn[0] == drawn[1])
    }
    try signed.expectTrust(
      in: [Witness.Job(path: signed.scratch("joint.pdf"), format: "application/pdf")])
    // Ten months on, with lists of that day.
    let end = start.adding(seconds: 300 * 86_400)
    let fresh = try [demo.tsaRoot, demo.us.root].map {
      try $0.revocationList(from: end.adding(seconds: -60), to: end.adding(seconds: 86_400))
    }
    let verdicts = try pyHanko(
      signed, ["plain.pdf", "joint.pdf", "lt.pdf"].map { signed.scratch($0) }, at: end.rfc3339,
      lists: fresh, stamps: [root.certificate])
    try #require(verdicts.count == 3)
    #expect(
      verdicts[0]["adesLTA"]?.string == "OK" && verdicts[0]["bottom"] == true, "\(verdicts[0])")
    #expect(verdicts[0]["level"]?.string == "LTA_UPDATES")
    // pyHanko takes the label's file for a change of the old signature's document, and says the rest holds.
    #expect(verdicts[1]["adesLTA"]?.string == "OK", "\(verdicts[1])")
    #expect(verdicts[1]["level"]?.string == "OTHER")
    // The same without the document time stamp.
    #expect(verdicts[2]["adesLTA"]?.string == "NO_POE", "\(verdicts[2])")
    #expect(verdicts.allSatisfy { $0["lt"] == true })
  }
}
