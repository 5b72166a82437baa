import BroadsealBytes
import BroadsealSigning
import TestSupport
import Testing

@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct SampleWitnessTests {
  static let samples = [
    ("press-release.pdf", "application/pdf"), ("river-levels.png", "image/png"),
    ("river.jpg", "image/jpeg"), ("press-release.flac", "audio/flac"),
    ("river.heic", "image/heic"), ("river.mp4", "video/mp4"),
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

  @Test("encypher-c2pa trusts every kind of label inside a DOCX, and its time stamp")
  func archives() throws {
    let signed = try SignedByUs()
    let sample = Corpus.packageFolder + "/Samples/press-release.docx"
    var jobs: [Witness.Job] = []
    for use in AIStatement.Use.allCases {
      var label = SignedByUs.official
      label.ai = AIStatement(use)
      if use != .none { label.ai.system = "Demo Model" }
      let first = try signed.sign(sample, as: "\(use.rawValue).docx", label: label)
      #expect(first.form == .embedded)
      // A second signature keeps the first as its parent.
      let name = "again-\(use.rawValue).docx"
      let second = try signed.sign(first.output.display, as: name, label: label)
      #expect(second.parent == first.manifest)
      for result in [first, second] {
        jobs.append(
          Witness.Job(
            path: result.output.display, format: result.mediaType, verifiers: [.encypher]))
      }
    }
    let odt = try signed.sign(
      Corpus.packageFolder + "/Samples/press-release.odt", as: "a.odt", form: .embedded)
    jobs.append(
      Witness.Job(path: odt.output.display, format: odt.mediaType, verifiers: [.encypher]))
    try signed.expectTrust(in: jobs)
  }
}
