import BroadsealNotes

extension Format {
  /// Files of boxes (ISO/IEC 14496-12): video, sound, and pictures (ISO/IEC 23008-12).
  package static let bmff = Format(
    "bmff",
    [
      FileType("video/mp4", ["mp4", "m4v", "f4v", "cmfv", "m4s"], "MP4 video", "MP4動画"),
      FileType("audio/mp4", ["m4a", "m4b", "cmfa"], "MPEG-4 sound", "MPEG-4音声"),
      FileType("video/quicktime", ["mov", "qt"], "QuickTime video", "QuickTime動画"),
      FileType("video/3gpp", ["3gp"], "3GPP video", "3GPP動画"),
      FileType("image/heic", ["heic"], "HEIC picture", "HEIC画像"),
      FileType("image/heif", ["heif"], "HEIF picture", "HEIF画像"),
      FileType("image/avif", ["avif"], "AVIF picture", "AVIF画像"),
    ],
    recognition: .opening(
      [Opening("ftyp", at: 4, minimum: 12)]
        + brands.map { Opening("ftyp" + $0.key, at: 4, shows: $0.value) }
        // QuickTime files from before there were brands.
        + ["moov", "mdat", "wide", "pnot"].map {
          Opening(
            [(4, Array($0.utf8))], minimum: 12, shows: "video/quicktime", test: hasBoxSize)
        }
        // Segments of films that begin in other files.
        + MediaBoxType.segmentOpenings.map {
          Opening([(4, Array($0.utf8))], minimum: 12, test: hasBoxSize)
        } + [Opening([(4, Array("uuid".utf8) + ProvenanceBox.identifier)])]),
    opener: .carrier(BMFFCarrier.self), end: [], holdsMarkup: false,
    storeMark: ProvenanceBox.storeMark, growsInPlace: true,
    codes: .bmff,
    label: "inside, in a `uuid` box")

  /// Whether a file begins with the size of a box, and not with four letters of a text (`the wide…`).
  private static func hasBoxSize(_ head: ArraySlice<UInt8>) -> Bool {
    head.prefix(12).contains { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || $0 == 0x7F }
      || head.first ?? 0 >= 0x80
  }

  /// What the first brand says; others leave the type open.
  private static let brands: KeyValuePairs = [
    "qt  ": "video/quicktime", "M4A ": "audio/mp4", "M4B ": "audio/mp4", "3gp4": "video/3gpp",
    "3gp5": "video/3gpp", "3gp6": "video/3gpp", "3g2a": "video/3gpp", "heic": "image/heic",
    "heix": "image/heic", "hevc": "image/heic", "hevx": "image/heic", "heim": "image/heic",
    "heis": "image/heic", "mif1": "image/heif", "msf1": "image/heif", "avif": "image/avif",
    "avis": "image/avif",
  ]
}
