import BroadsealBytes
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying
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

  @Test("both verifiers trust a label that was stamped in its own signature, without a key")
  func keyless() throws {
    let signed = try SignedByUs()
    let time = TestPKI.now.adding(seconds: 60)
    let environment = Environment(now: { time })
    let nowhere = RemoteTimeStampAuthority(url: "http://127.0.0.1:9/")
    let authority = try LocalTimeStampAuthority(
      key: signed.pki.demo.tsa.key, certificates: signed.pki.demo.tsa.chain)
    let agency = signed.pki.demo.us.signer
    let signer = try Signer(
      credential: try Credential(key: agency.key, certificates: agency.chain),
      timeStamping: .authorities([.remote(nowhere)], allowMissing: true), inspection: .unchecked,
      environment: environment)
    let stamper = LabelStamper(
      timeStamping: .authorities([.local(authority)], allowMissing: false),
      inspection: SignedByUs.inspection(
        by: Verifier(trust: try signed.pki.context(at: time), at: time)), environment: environment)
    var jobs: [Witness.Job] = []
    for (sample, isBeside) in [
      ("press-release.pdf", false), ("river-levels.png", false), ("river.jpg", false),
      ("river.jpg", true),
    ] {
      let name = (isBeside ? "beside-" : "") + sample
      let input = FilePath(
        signed.scratch.write(
          Scratch.bytes(of: Corpus.packageFolder + "/Samples/" + sample) ?? [], to: name))
      var request = SigningRequest(
        input: input, destination: .inPlace, label: SignedByUs.official)
      request.form = isBeside ? .sidecar : .embedded
      let first = try signer.sign(request)
      #expect(first.stamp == nil)
      let second = try #require(
        try stamper.stamp(StampingRequest(input: input, destination: .inPlace)))
      #expect(second.manifest == first.manifest && second.stamp != nil)
      jobs.append(
        Witness.Job(
          path: input.display, format: second.mediaType,
          store: isBeside ? second.output.display : nil))
    }
    try signed.expectTrust(in: jobs)
  }

  private func stamp(
    _ input: FilePath, as name: String, by signer: Signer
  ) throws(SigningError) -> SigningResult {
    let agency = StampingRequest.Agency(id: "demo.us.press-office", jurisdiction: "US")
    return try signer.stamp(
      StampingRequest(
        input: input, destination: .file(input.folder.appending(name.utf8)), agency: agency))
  }
}
