import BroadsealNotes

extension Format {
  /// MP3: behind a tag, or from its first frame on.
  package static let mp3 = Format(
    "mp3", [FileType("audio/mpeg", ["mp3", "mpga"], "MP3 sound", "MP3音声")],
    recognition: .opening([
      Opening("ID3"), Opening("APETAGEX"),
      Opening([0xFF], minimum: 4) { MPEGFrame($0)?.layer == 3 },
    ]),
    opener: .carrier(MP3Carrier.self), end: [], holdsMarkup: false, storeMark: ID3Store.mark,
    growsInPlace: false,
    codes: .id3, label: tagLabel)

  /// Where the label of a sound stands that may begin with an ID3 tag.
  static let tagLabel = "inside, in the ID3 tag in front of the sound"
}
