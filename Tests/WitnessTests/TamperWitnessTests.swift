import BroadsealBytes
import TestSupport
import Testing

/// The witnesses can say no: without this, "both trust it" would prove little.
@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct TamperWitnessTests {
  @Test("both verifiers reject a signed document with one byte changed outside the store")
  func changed() throws {
    let signed = try SignedByUs()
    var jobs: [Witness.Job] = []
    for (sample, format) in SampleWitnessTests.samples {
      _ = try signed.sign(Corpus.packageFolder + "/Samples/" + sample, as: sample)
      var bytes = try Sweep.bytes(signed.scratch(sample))
      // Inside a comment, a text chunk or picture data: the file stays readable. Pictures and video in boxes
      // end with their data; before it stands the store with its room.
      bytes[Self.place(in: bytes, of: sample)] ^= 1
      let path = signed.scratch.write(bytes, to: "changed-" + sample)
      jobs.append(Witness.Job(path: path, format: format))
    }
    for (job, verdicts) in zip(jobs, try signed.judge(jobs)) {
      for (verifier, verdict) in verdicts {
        #expect(verdict.state != "Trusted", "\(job.path) \(verifier)")
        let isBound = verdict.failure.contains("assertion.dataHash.mismatch")
        let isBoundByBoxes = verdict.failure.contains("assertion.bmffHash.mismatch")
        #expect(isBound || isBoundByBoxes, "\(verdict)")
      }
    }
  }

  private static func place(in bytes: [UInt8], of sample: String) -> Int {
    if sample.hasSuffix("pdf") { return 12 }
    return sample.hasSuffix("heic") || sample.hasSuffix("mp4") ? bytes.count - 99 : bytes.count / 2
  }
}
