import BroadsealDocuments
import TestSupport

/// Text of every kind.
enum TextEvidence {
  static let all = [
    FormatEvidence(
      format: .text, name: "release.txt", content: TestFile.txt.content, mark: Array("river".utf8),
      corpus: .named(["txt"])),
    FormatEvidence(
      format: .xml, name: "release.xml",
      content: Array("<?xml version=\"1.0\"?>\n<level>4</level>\n".utf8), mark: Array(">4".utf8),
      corpus: .none(because: "the standard's own form is no XML, and nobody writes it")),
    FormatEvidence(
      format: .json, name: "release.json", content: Array("{\"level\": 4}\n".utf8),
      mark: Array(": 4".utf8), corpus: .none(because: "JSON has no place for a label")),
  ]
}
