import BroadsealNotes

/// Text of every kind: with comments, for people alone, or for programs.
enum TextFormat {
  /// A text with comments carries its label in one of them, other text in selectors that nothing shows.
  static let opener = Opener.chosen { source, type throws(DocumentError) in
    if let syntax = CommentSyntax.of(mediaType: type.mediaType) {
      try StructuredTextCarrier(source, syntax: syntax)
    } else {
      try PlainTextCarrier(
        source, use: PlainTextUse(mediaType: type.mediaType, isNamed: type.isNamed))
    }
  }

  /// Where the label of a text with comments stands.
  private static let comment = "inside, as one comment line"
  /// Where the label of a table stands.
  private static let onDemand = "beside; with `--embed` inside, as variation selectors"

  fileprivate static let types =
    [
      FileType("text/plain", ["txt", "text"], "plain text", "テキスト"),
      FileType("text/csv", ["csv"], "CSV table", "CSV表", label: onDemand),
      FileType(
        "text/tab-separated-values", ["tsv"], "table with tabs", "TSV表", label: onDemand),
    ]
    + CommentSyntax.types([.markdown], "Markdown text", "Markdownテキスト", label: comment)
    + CommentSyntax.types(
      CommentSyntax.others, "text with comments",
      "コメントを書けるテキスト", label: comment)
    + [
      FileType(
        "application/jsonl", ["jsonl"], "list in JSON", "JSONリスト", label: Format.besideLabel),
      FileType("text/x-log", ["log"], "log", "ログ", label: Format.besideLabel),
      FileType(
        "application/x-subrip", ["srt"], "SubRip subtitles", "SubRip字幕", label: Format.besideLabel),
      FileType("application/rtf", ["rtf"], "RTF document", "RTF文書", label: Format.besideLabel),
      FileType("message/rfc822", ["eml"], "e-mail message", "電子メール", label: Format.besideLabel),
      FileType("text/calendar", ["ics"], "calendar", "カレンダー", label: Format.besideLabel),
      FileType("text/vcard", ["vcf"], "address card", "連絡先", label: Format.besideLabel),
    ]
}

extension Format {
  /// Text in which nothing shows another format.
  package static let text = Format(
    "text", TextFormat.types,
    recognition: .text(TextSign(proves: false, others: []) { _ in 0 }), opener: TextFormat.opener,
    end: [], holdsMarkup: true, storeMark: .text, growsInPlace: false, codes: .text,
    label: """
      inside, as variation selectors that nothing shows; beside, when it is not in UTF-8 and NFC
      """)
}
