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
    _ signed: SignedByUs, _ paths: [String], at time: String, lists: [RevocationList] = []
  ) throws -> [JSON.Value] {
    let pki = signed.pki.demo
    let request: JSON.Value = [
      "anchors": .string(String(decoding: pki.claimAnchors.flatMap(\.pem), as: UTF8.self)),
      "stamps": .string(String(decoding: pki.tsaAnchors.flatMap(\.pem), as: UTF8.self)),
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
}
