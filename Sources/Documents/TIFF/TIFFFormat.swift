extension Format {
  /// TIFF 6.0 and BigTIFF, in both byte orders; DNG is TIFF by another name.
  package static let tiff = Format.unread(
    "tiff",
    [
      FileType("image/tiff", ["tif", "tiff"], "TIFF picture", "TIFF画像"),
      FileType("image/x-adobe-dng", ["dng"], "DNG photograph", "DNG写真"),
    ],
    [
      Opening([0x49, 0x49, 0x2A, 0]), Opening([0x4D, 0x4D, 0, 0x2A]),
      Opening([0x49, 0x49, 0x2B, 0]), Opening([0x4D, 0x4D, 0, 0x2B]),
    ])
}
