import BroadsealNotes

/// What the formats of archives have in common: they differ in what their entries are.
enum ArchiveFormat {
  /// An archive of which `kind` and `types` are told by its entries.
  static func of(
    _ kind: String, _ types: [FileType], openings: [Opening] = [], label: String = inside
  ) -> Format {
    Format(
      kind, types, recognition: .entries(openings), opener: .archive, end: [],
      holdsMarkup: true, storeMark: ZIPStore.mark, growsInPlace: false,
      codes: .zip,
      label: label)
  }

  private static let inside = """
    inside, as `META-INF/content_credential.c2pa`; every entry is carried over byte for byte, only \
    `[Content_Types].xml` learns of the new one
    """
}

extension Format {
  /// A ZIP archive that is just files.
  package static let zip = ArchiveFormat.of(
    "zip",
    [
      FileType("application/zip", ["zip"], "ZIP archive", "ZIPアーカイブ"),
      FileType("application/java-archive", ["jar"], "Java archive", "Javaアーカイブ"),
    ],
    openings: [Opening("PK\u{3}\u{4}"), Opening("PK\u{5}\u{6}")])
}
