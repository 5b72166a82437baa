import BroadsealNotes

extension Format {
  /// MP3: behind a tag, or from its first frame on.
  package static let mp3 = Format(
    "mp3", [FileType("audio/mpeg", ["mp3"], "MP3 sound", "MP3音声")],
    recognition: .opening([
      Opening("ID3"), Opening("APETAGEX"),
      Opening([0xFF], minimum: 4) { isFrame($0[$0.startIndex + 1], $0[$0.startIndex + 2]) },
    ]),
    opener: .carrier(MP3Carrier.self), end: [], holdsMarkup: false, growsInPlace: false,
    codes: .id3, label: tagLabel)

  /// Where the label of a sound stands that may begin with an ID3 tag.
  static let tagLabel = "inside, in the ID3 tag in front of the sound"

  /// Whether these bytes go on from `FF` as the header of an MPEG audio frame of layer 3: a known
  /// version, a bit rate and a sampling rate that exist (ISO/IEC 11172-3, 2.4.2.3).
  private static func isFrame(_ first: UInt8, _ second: UInt8) -> Bool {
    first & 0xE6 == 0xE2 && first & 0x18 != 0x08 && second & 0xF0 != 0xF0 && second & 0x0C != 0x0C
  }
}
