import BroadsealNotes

extension Format {
  /// JPEG (ISO/IEC 10918-1, 10918-5).
  package static let jpeg = Format(
    "jpeg",
    [FileType("image/jpeg", ["jpg", "jpeg", "jpe", "jfif", "mpo"], "JPEG picture", "JPEG画像")],
    recognition: .opening([Opening([0xFF, 0xD8, 0xFF])]), opener: .carrier(JPEGCarrier.self),
    end: [0xFF, 0xD9], holdsMarkup: false, storeMark: .all, growsInPlace: true, codes: .jpeg,
    label: "inside, in `APP11` segments")
}
