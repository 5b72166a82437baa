import BroadsealBytes
import BroadsealSigning
import TestSupport
import Testing

@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct RevisionWitnessTests {
  @Test(
    "both verifiers trust revisions one to four of every sample",
    arguments: [AIStatement.Use.none, .altered])
  func revisions(use: AIStatement.Use) throws {
    let signed = try SignedByUs()
    var label = SignedByUs.official
    label.ai = AIStatement(use)
    var jobs: [Witness.Job] = []
    for (sample, format) in SampleWitnessTests.samples {
      var input = Corpus.packageFolder + "/Samples/" + sample
      for revision in 1...4 {
        let name = "\(revision)-" + sample
        _ = try signed.sign(input, as: name, label: label)
        input = signed.scratch(name)
        jobs.append(Witness.Job(path: input, format: format))
      }
    }
    try signed.expectTrust(in: jobs)
  }

  @Test("both verifiers trust a document whose --parent has another format")
  func parent() throws {
    let signed = try SignedByUs()
    let samples = Corpus.packageFolder + "/Samples/"
    _ = try signed.sign(samples + "river.jpg", as: "parent.jpg")
    var request = SigningRequest(
      input: FilePath(samples + "press-release.pdf"),
      destination: .file(FilePath(signed.scratch("child.pdf"))), label: SignedByUs.official)
    request.parent = FilePath(signed.scratch("parent.jpg"))
    _ = try signed.signer.sign(request)
    try signed.expectTrust(
      in: [Witness.Job(path: signed.scratch("child.pdf"), format: "application/pdf")])
  }
}
