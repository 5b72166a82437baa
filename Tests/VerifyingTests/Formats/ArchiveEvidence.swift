import BroadsealDocuments
import TestSupport

/// Archives: those whose content types tell what they are, those with an entry `mimetype`, and plain ones.
enum ArchiveEvidence {
  static let all = [
    office(.docx, word + "wordprocessingml.document.main+xml", corpus: .named(["docx"])),
    office(.xlsx, word + "spreadsheetml.sheet.main+xml", corpus: .named(["xlsx"])),
    office(.pptx, word + "presentationml.presentation.main+xml", corpus: .named(["pptx"])),
    office(
      .oxps, "application/vnd.ms-package.xps-fixeddocumentsequence+xml",
      corpus: .none(because: "no foreign tool labels XPS")),
    open(.odt, corpus: .named(["odt"])), open(.ods, corpus: .named(["ods"])),
    open(.odp, corpus: .named(["odp"])),
    open(.odg, corpus: .none(because: "the corpus has no drawing of ODF")),
    open(.epub, corpus: .named(["epub"])),
    FormatEvidence(
      format: .zip, name: "release.zip",
      content: ZIPFile([.init("a.txt", "a plain text")]).built().bytes,
      mark: Array("plain".utf8), corpus: .none(because: "foreign tools label no plain archive")),
  ]

  private static let word = "application/vnd.openxmlformats-officedocument."
  private static let text = ZIPFile.Entry("docProps/note.txt", "a plain text")

  private static func office(
    _ format: Format, _ main: String, corpus: FormatEvidence.CorpusRows
  ) -> FormatEvidence {
    var file = ZIPFile.docx(types: ZIPFile.contentTypes(main: main))
    file.entries.append(text)
    return FormatEvidence(
      format: format, name: "release." + format.kind, content: file.built().bytes,
      mark: Array("plain".utf8), corpus: corpus)
  }

  private static func open(
    _ format: Format, corpus: FormatEvidence.CorpusRows
  ) -> FormatEvidence {
    FormatEvidence(
      format: format, name: "release." + format.kind,
      content: ZIPFile.package(format.mediaType, [text]).built().bytes,
      mark: Array("plain".utf8), corpus: corpus)
  }
}
