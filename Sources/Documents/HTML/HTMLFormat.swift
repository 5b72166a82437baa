import BroadsealNotes

extension Format {
  /// HTML, which any text can be taken for: only its name makes it a page for certain.
  package static let html = Format(
    "html", [FileType("text/html", ["html", "htm"], "web page", "ウェブページ")],
    recognition: .text(
      TextSign(proves: false, others: []) { text in
        text.begins(with: "<!doctype html", "<html") ? 2 : nil
      }),
    opener: .carrier(HTMLCarrier.self), end: [], holdsMarkup: true, storeMark: .text,
    growsInPlace: false,
    codes: .html,
    label: "inside, one `script` of a type that no browser runs, right before `</head>`")
}
