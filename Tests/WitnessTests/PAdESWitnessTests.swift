import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct PAdESWitnessTests {
  /// What the press release is turned into before it is signed: options of qpdf.
  private static let dialects: [(name: String, options: [String]?)] = [
    ("plain", nil), ("streams", ["--object-streams=generate"]), ("linear", ["--linearize"]),
    ("aes256", ["--encrypt", "", "owner", "256", "--"]),
    ("aes128", ["--encrypt", "", "owner", "128", "--use-aes=y", "--"]),
  ]

  /// Signs `input` with a label and as PDF.
  private func sign(
    _ signed: SignedByUs, _ input: String, as name: String,
    form: SigningRequest.Form = .automatic
  ) throws {
    var request = SigningRequest(
      input: FilePath(input), destination: .file(FilePath(signed.scratch(name))),
      label: SignedByUs.official)
    request.pades = true
    request.form = form
    let result = try signed.signer.sign(request)
    #expect(result.pdfSignature?.level == "B-T")
  }

  private func pyHanko(_ signed: SignedByUs, _ paths: [String]) throws -> [JSON.Value] {
    let pki = signed.pki.demo
    let request: JSON.Value = [
      "anchors": .string(String(decoding: pki.claimAnchors.flatMap(\.pem), as: UTF8.self)),
      "stamps": .string(String(decoding: pki.tsaAnchors.flatMap(\.pem), as: UTF8.self)),
      "paths": .array(paths.map { .string($0) }),
    ]
    return try Witness.run("joint.py", request).array ?? []
  }

  private func expectGreen(_ verdict: JSON.Value, _ path: String) {
    let last = verdict.array?.last
    #expect(last?["bottom"] == true && last?["stamped"] == true, "\(path): \(verdict)")
    #expect(last?["coverage"]?.string == "ENTIRE_FILE", "\(path): \(verdict)")
    #expect(last?["modification"]?.string == "NONE", "\(path): \(verdict)")
  }

  @Test("both verifiers trust the label, pyHanko the PDF signature, and qpdf finds nothing wrong")
  func dialects() throws {
    let signed = try SignedByUs()
    let sample = Corpus.packageFolder + "/Samples/press-release.pdf"
    var jobs: [Witness.Job] = []
    for (name, options) in Self.dialects {
      let input = options == nil ? sample : signed.scratch("in-\(name).pdf")
      if let options {
        let made = Command("qpdf", options + [sample, input])
        try #require(made.status == 0, "\(made.errors)")
      }
      try sign(signed, input, as: name + ".pdf")
      let path = signed.scratch(name + ".pdf")
      let checked = Command("qpdf", ["--check", path])
      #expect(checked.status == 0, "\(name): \(checked.errors)")
      var job = Witness.Job(path: path, format: "application/pdf")
      // encypher-c2pa reads no store in an encrypted document, joint or not.
      if name.hasPrefix("aes") { job.verifiers = [.c2pa] }
      jobs.append(job)
    }
    try signed.expectTrust(in: jobs)
    let paths = jobs.map(\.path)
    let verdicts = try pyHanko(signed, paths)
    try #require(verdicts.count == paths.count)
    for (path, verdict) in zip(paths, verdicts) { expectGreen(verdict, path) }
  }

  @Test("a second one leaves the first cryptographically intact")
  func twice() throws {
    let signed = try SignedByUs()
    try sign(signed, Corpus.packageFolder + "/Samples/press-release.pdf", as: "one.pdf")
    try sign(signed, signed.scratch("one.pdf"), as: "two.pdf")
    let verdict = try #require(try pyHanko(signed, [signed.scratch("two.pdf")]).first)
    #expect(verdict.array?.count == 2)
    for key in ["intact", "valid", "trusted"] { #expect(verdict.array?.first?[key] == true) }
    expectGreen(verdict, "two.pdf")
    try signed.expectTrust(
      in: [Witness.Job(path: signed.scratch("two.pdf"), format: "application/pdf")])
  }

  @Test("nothing that a reader shows is different, and Poppler calls the signature valid")
  func poppler() throws {
    let signed = try SignedByUs()
    let sample = Corpus.packageFolder + "/Samples/press-release.pdf"
    try sign(signed, sample, as: "signed.pdf")
    func pixels(_ path: String) throws -> [UInt8] {
      let drawn = Command("pdftoppm", ["-r", "60", "-png", path])
      try #require(drawn.status == 0, "\(drawn.errors)")
      return drawn.output
    }
    #expect(try pixels(sample) == pixels(signed.scratch("signed.pdf")))
    let report = Command("pdfsig", ["-nocert", signed.scratch("signed.pdf")]).text
    #expect(report.contains("Signature is Valid") && report.contains("Total document signed"))
    #expect(report.contains("ETSI.CAdES.detached"))
  }

  @Test("of signatures by others our verdict says what pyHanko says, before and after a label")
  func foreign() throws {
    let signed = try SignedByUs()
    let documents = Unsigned.documents().filter { $0.contains("/pdf-signed/") }
    try #require(documents.count >= 4, "the corpus is absent: set BROADSEAL_CORPUS")
    var paths = documents
    for (index, input) in documents.enumerated() {
      // Without being asked the label of most of these stands beside them.
      let result = try? signed.sign(input, as: "\(index).pdf", form: .embedded)
      if result?.form == .embedded { paths.append(signed.scratch("\(index).pdf")) }
    }
    #expect(paths.count > documents.count)
    let time = TestPKI.now.adding(seconds: 60)
    let session = Verifier(trust: try signed.pki.context(at: time), at: time).session()
    var compared = 0
    for (path, verdict) in zip(paths, try pyHanko(signed, paths)) {
      let own = session.verify(FilePath(path)).pdfSignatures
      for other in try #require(verdict.array, "\(path): \(verdict)") {
        let same = try #require(own.first { $0.field == other["field"]?.string }, "\(path)")
        let holds = other["intact"] == true && other["valid"] == true
        #expect(same.status == (holds ? .intact : .broken), "\(path): \(other), \(same)")
        let covers = other["coverage"]?.string == "ENTIRE_FILE"
        #expect((same.coverage == .file) == covers, "\(path): \(other), \(same)")
        compared += 1
      }
    }
    #expect(compared >= 12)
  }

  /// What pyHanko says, when it reads strictly, of documents that were so before: it judges none of
  /// their signatures, whoever made them.
  private static let complaints = [
    "hybrid-reference files", "PdfStrictReadError", "KeyError: '/Size'", "Authentication failed",
  ]

  @Test("every PDF of the corpus is refused by a rule, or trusted by all with both signatures")
  func corpus() throws {
    let signed = try SignedByUs()
    let documents = Unsigned.documents().filter { $0.hasSuffix(".pdf") }
    try #require(!documents.isEmpty, "the corpus is absent: set BROADSEAL_CORPUS")
    var jobs: [Witness.Job] = []
    for (index, input) in documents.enumerated() {
      do {
        do { try sign(signed, input, as: "\(index).pdf") } catch let error as SigningError
          where error.code?.name == "SEAL-KEPT"
        {
          // Insisted on, so that others judge it too.
          try sign(signed, input, as: "\(index).pdf", form: .embedded)
        }
      } catch let error as SigningError {
        #expect(error.kind != .internal && error.kind != .readBack, "\(input): \(error)")
        continue
      }
      var job = Witness.Job(path: signed.scratch("\(index).pdf"), format: "application/pdf")
      if Command("qpdf", ["--is-encrypted", input]).status == 0 { job.verifiers = [.c2pa] }
      jobs.append(job)
    }
    #expect(jobs.count >= 50)
    try signed.expectTrust(in: jobs)
    let verdicts = try pyHanko(signed, jobs.map(\.path))
    var green = 0
    for (job, verdict) in zip(jobs, verdicts) {
      if let error = verdict["error"]?.string {
        #expect(Self.complaints.contains(where: error.contains), "\(job.path): \(error)")
      } else {
        expectGreen(verdict, job.path)
        green += 1
      }
    }
    #expect(green >= 40)
  }
}
