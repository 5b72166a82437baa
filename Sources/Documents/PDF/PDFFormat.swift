import BroadsealNotes

extension Format {
  /// PDF (ISO 32000). Its header may stand behind other bytes: see `FileContent`.
  package static let pdf = Format(
    "pdf", [FileType("application/pdf", ["pdf", "pdfa"], "PDF document", "PDF文書")],
    recognition: .opening([Opening("%PDF-")]), opener: .carrier(PDFCarrier.self), end: [],
    holdsMarkup: false, storeMark: PDFEmbeddedStore.mark, growsInPlace: false, codes: .pdf,
    label: """
      inside, as an incremental update: every original byte stays, so an earlier PAdES signature stays \
      intact; beside for PDF/A-1, -2 and -4, for what is certified or encrypted with a password, and for what \
      another key has sealed
      """)
}
