import BroadsealNotes

extension Format {
  /// SVG 2. Its root element can stand behind any amount of comments.
  package static let svg = Format(
    "svg", [FileType("image/svg+xml", ["svg"], "SVG drawing", "SVG画像")],
    recognition: .text(
      TextSign(proves: true, others: ["text", "xml"]) { text in
        if text.begins(with: "<svg") { return 2 }
        return text.isMarkup && text.head.firstIndex(of: "<svg") != nil ? 2 : nil
      }),
    opener: .carrier(SVGCarrier.self), end: [], holdsMarkup: true, storeMark: .text,
    growsInPlace: false, codes: .svg,
    label: "inside, in its `metadata`")
}
