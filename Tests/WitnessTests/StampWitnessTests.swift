import Bytes
import Signing
import TestSupport
import Testing

@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct StampWitnessTests {
  @Test("both verifiers trust a label that was stamped again, and its time stamp")
  func stamped() throws {
    let signed = try SignedByUs()
    var jobs: [Witness.Job] = []
    for sample in ["press-release.pdf", "river-levels.png", "river.jpg", "press-release.docx"] {
      let first = try signed.sign(Corpus.packageFolder + "/Samples/" + sample, as: sample)
      let second = try stamp(first.output, as: "stamped-" + sample, by: signed.signer)
      #expect(second.parent == first.manifest && second.form == .embedded)
      jobs.append(
        Witness.Job(
          path: second.output.display, format: second.mediaType,
          verifiers: sample.hasSuffix("docx") ? [.encypher] : [.c2pa, .encypher]))
    }
    let picture = signed.scratch.write(
      Scratch.bytes(of: Corpus.packageFolder + "/Samples/river.jpg") ?? [], to: "beside.jpg")
    _ = try signed.sign(picture, as: "beside.jpg", form: .sidecar)
    let beside = try stamp(FilePath(picture), as: "again.jpg", by: signed.signer)
    jobs.append(
      Witness.Job(path: picture, format: beside.mediaType, store: beside.output.display))
    try signed.expectTrust(in: jobs)
  }

  private func stamp(
    _ input: FilePath, as name: String, by signer: Signing.Signer
  ) throws(SigningError) -> SigningResult {
    let agency = StampingRequest.Agency(id: "demo.us.press-office", jurisdiction: "US")
    return try signer.stamp(
      StampingRequest(
        input: input, destination: .file(input.folder.appending(name.utf8)), agency: agency))
  }
}
