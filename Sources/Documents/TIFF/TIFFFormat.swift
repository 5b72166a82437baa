import BroadsealNotes

extension Format {
  /// TIFF 6.0 and BigTIFF, in both byte orders; DNG, and the photographs of cameras, are TIFF by another
  /// name.
  package static let tiff = Format(
    "tiff",
    [
      FileType("image/tiff", ["tif", "tiff", "geotiff"], "TIFF picture", "TIFF画像"),
      FileType("image/x-adobe-dng", ["dng"], "DNG photograph", "DNG写真"),
      FileType(
        "image/x-sony-arw", ["arw"], "Sony raw photograph", "ソニーRAW写真", label: rawLabel),
      FileType(
        "image/x-nikon-nef", ["nef", "nrw"], "Nikon raw photograph", "ニコンRAW写真", label: rawLabel),
      FileType(
        "image/x-canon-cr2", ["cr2"], "Canon raw photograph", "キヤノンRAW写真", label: rawLabel),
      FileType(
        "image/x-pentax-pef", ["pef"], "Pentax raw photograph", "ペンタックスRAW写真",
        label: rawLabel),
    ],
    recognition: .opening([
      Opening([0x49, 0x49, 0x2A, 0]), Opening([0x4D, 0x4D, 0, 0x2A]),
      Opening([0x49, 0x49, 0x2B, 0]), Opening([0x4D, 0x4D, 0, 0x2B]),
    ]),
    opener: .carrier(TIFFCarrier.self), end: [], holdsMarkup: false, storeMark: .bare,
    growsInPlace: true,
    codes: .tiff,
    label: "inside, under tag 52545; of a file of several pages beside, unless `--embed` insists")

  private static let rawLabel =
    "read inside; written beside, as `FILE.EXT.c2pa`; what a camera wrote is never touched"
}
