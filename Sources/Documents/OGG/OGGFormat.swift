extension Format {
  /// Ogg (RFC 3533), whatever it holds.
  package static let ogg = Format.unread(
    "ogg",
    [
      FileType("audio/ogg", ["ogg", "oga", "opus"], "Ogg sound", "Ogg音声"),
      FileType("video/ogg", ["ogv"], "Ogg video", "Ogg動画"),
    ],
    [Opening("OggS")])
}
