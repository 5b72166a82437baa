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
      // Inside a comment, a text chunk or picture data: the file stays readable.
      bytes[sample.hasSuffix("pdf") ? 12 : bytes.count / 2] ^= 1
      let path = signed.scratch.write(bytes, to: "changed-" + sample)
      jobs.append(Witness.Job(path: path, format: format))
    }
    for (job, verdicts) in zip(jobs, try signed.judge(jobs)) {
      for (verifier, verdict) in verdicts {
        #expect(verdict.state != "Trusted", "\(job.path) \(verifier)")
        #expect(verdict.failure.contains("assertion.dataHash.mismatch"), "\(verdict)")
      }
    }
  }
}
