import BroadsealNotes

extension Format {
  /// XML without a method of its own.
  package static let xml = Format(
    "xml",
    CommentSyntax.types([.xml], "XML document", "XML文書") + [
      FileType("application/ttml+xml", ["ttml"], "TTML subtitles", "TTML字幕", label: besideLabel)
    ],
    recognition: .text(TextSign(proves: false, others: []) { $0.isMarkup ? 1 : nil }),
    opener: TextFormat.opener, end: [], holdsMarkup: true, storeMark: .text, growsInPlace: false,
    codes: .text,
    label: "beside; with `--embed` inside, as one comment, which no XML reader accepts")
}
