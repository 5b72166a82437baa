import BroadsealDocuments
import TestSupport

/// PDF and pages.
enum DocumentEvidence {
  static let all = [
    FormatEvidence(
      format: .pdf, name: "release.pdf", content: TestFile.pdf.content, mark: Array("72 72".utf8),
      corpus: .named(["pdf"])),
    FormatEvidence(
      format: .html, name: "release.html", content: TestFile.html.content,
      mark: Array("<p>b".utf8), corpus: .none(because: "no foreign tool writes such labels yet")),
    FormatEvidence(
      format: .svg, name: "release.svg", content: TestFile.svg.content, mark: Array("'a".utf8),
      corpus: .named(["svg"])),
  ]
}
