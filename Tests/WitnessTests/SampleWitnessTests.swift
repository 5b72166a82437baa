import Signing
import TestSupport
import Testing

@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct SampleWitnessTests {
  static let samples = [
    ("press-release.pdf", "application/pdf"), ("river-levels.png", "image/png"),
    ("river.jpg", "image/jpeg"),
  ]

  @Test("both verifiers trust every kind of label on every sample, and its time stamp")
  func labels() throws {
    let signed = try SignedByUs()
    var jobs: [Witness.Job] = []
    for (sample, format) in Self.samples {
      for use in AIStatement.Use.allCases {
        for official in [true, false] {
          var label = SignedByUs.official
          label.ai = AIStatement(use)
          if use != .none { label.ai.system = "Demo Model" }
          if !official { label.official = nil }
          let name = "\(use.rawValue)-\(official)-\(sample)"
          let result = try signed.sign(
            Corpus.packageFolder + "/Samples/" + sample, as: name, label: label)
          #expect(result.form == .embedded)
          jobs.append(Witness.Job(path: signed.scratch(name), format: format))
        }
      }
    }
    try signed.expectTrust(in: jobs)
  }
}
