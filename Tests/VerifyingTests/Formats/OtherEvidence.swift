import BroadsealDocuments
import TestSupport

/// What is no document, or none that is known.
enum OtherEvidence {
  static let all = [
    FormatEvidence(
      format: .c2pa, name: "release.c2pa",
      content: Array("\0\0\0\u{10}jumb\0\0\0\u{8}jumd".utf8), mark: Array("jumd".utf8),
      corpus: .named(["c2pa"]), untried: "it is a label itself: `LabelThreats` has them"),
    FormatEvidence(
      format: .font, name: "release.ttf", content: SmallFont.trueType, mark: [0x5A, 0x5B, 0x5C],
      corpus: .none(because: "one foreign verifier alone knows fonts")),
    FormatEvidence(
      format: .compound, name: "release.doc", content: CompoundFile.word.bytes,
      mark: [0x20, 0x20, 0x20], corpus: .none(because: "foreign tools label only what they know")),
    FormatEvidence(
      format: .encrypted, name: "release.docx", content: CompoundFile.encrypted.bytes,
      mark: [0x20, 0x20, 0x20], corpus: .none(because: "foreign tools label only what they know")),
    FormatEvidence(
      format: .empty, name: "release", content: [], mark: [],
      corpus: .none(because: "there is nothing in it")),
    FormatEvidence(
      format: .other, name: "release.dat", content: [0, 1, 2, 3], mark: [2, 3],
      corpus: .none(because: "foreign tools label only what they know")),
  ]
}
