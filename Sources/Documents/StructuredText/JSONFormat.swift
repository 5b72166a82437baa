import BroadsealNotes

extension Format {
  /// JSON, which has no place for a label.
  package static let json = Format(
    "json",
    [
      FileType("application/json", ["json"], "JSON file", "JSONファイル"),
      FileType("application/geo+json", ["geojson"], "GeoJSON file", "GeoJSONファイル"),
    ],
    recognition: .text(
      TextSign(proves: false, others: []) { $0.begins(with: "{", "[") ? 1 : nil }),
    opener: TextFormat.opener, end: [], holdsMarkup: true, storeMark: .text, growsInPlace: false,
    codes: .text,
    label: besideLabel)
}
