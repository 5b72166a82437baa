import BroadsealNotes

extension Format {
  /// Ogg (RFC 3533), whatever it holds.
  package static let ogg = Format(
    "ogg",
    [
      FileType("audio/ogg", ["ogg", "oga", "opus", "spx"], "Ogg sound", "Ogg音声"),
      FileType("video/ogg", ["ogv"], "Ogg video", "Ogg動画"),
    ],
    recognition: .opening([Opening("OggS")]), opener: .carrier(OGGCarrier.self), end: [],
    holdsMarkup: false, storeMark: .bare, growsInPlace: true, codes: .ogg,
    label: "inside, as a stream of its own")
}
