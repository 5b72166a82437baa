extension Format {
  /// FLAC (RFC 9639), also behind an ID3 tag, which many writers put first.
  package static let flac = Format.unread(
    "flac", [FileType("audio/flac", ["flac"], "FLAC sound", "FLAC音声")],
    [Opening("fLaC"), Opening("fLaC", followsTag: true)])
}
