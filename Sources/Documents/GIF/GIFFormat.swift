import BroadsealNotes

extension Format {
  /// GIF, in both versions (GIF89a Specification).
  package static let gif = Format(
    "gif", [FileType("image/gif", ["gif"], "GIF picture", "GIF画像")],
    recognition: .opening([Opening("GIF87a"), Opening("GIF89a")]),
    opener: .carrier(GIFCarrier.self), end: [0, 0x3B], holdsMarkup: false, storeMark: .all,
    growsInPlace: true,
    codes: .gif, label: "inside, in an application extension")
}
