extension Format {
  /// JPEG XL (ISO/IEC 18181-2): the bare codestream, and the container.
  package static let jxl = Format.unread(
    "jxl", [FileType("image/jxl", ["jxl"], "JPEG XL picture", "JPEG XL画像")],
    [
      Opening([0xFF, 0x0A]),
      Opening([0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20, 0x0D, 0x0A, 0x87, 0x0A]),
    ])
}
