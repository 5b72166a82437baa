extension Format {
  /// A RIFF file of a form that is not known.
  package static let riff = Format.unread(
    "riff", [FileType(FileType.unknown, [], "RIFF file", "RIFFファイル")],
    [Opening("RIFF", minimum: 12)])
}
