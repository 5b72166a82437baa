import BroadsealNotes

extension Format {
  /// FLAC (RFC 9639), also behind an ID3 tag, which many writers put first.
  package static let flac = Format(
    "flac", [FileType("audio/flac", ["flac"], "FLAC sound", "FLAC音声")],
    recognition: .opening([Opening("fLaC"), Opening("fLaC", followsTag: true)]),
    opener: .carrier(FLACCarrier.self), end: [], holdsMarkup: false, storeMark: FLACBlock.storeMark,
    growsInPlace: false,
    codes: .id3, label: tagLabel)
}
