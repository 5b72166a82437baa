import BroadsealNotes

extension Format {
  /// JPEG XL (ISO/IEC 18181-2): the bare codestream, and the container.
  package static let jxl = Format(
    "jxl", [FileType("image/jxl", ["jxl"], "JPEG XL picture", "JPEG XL画像")],
    recognition: .opening([
      Opening([0xFF, 0x0A]), Opening(JXLBox.signature),
    ]),
    opener: .carrier(JXLCarrier.self), end: [], holdsMarkup: false, storeMark: .bare,
    growsInPlace: true, codes: .jxl,
    label: "inside, in a `jumb` box; of a bare codestream beside")
}
