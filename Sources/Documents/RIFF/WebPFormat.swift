extension Format {
  /// WebP, still or animated.
  package static let webp = Format.unread(
    "webp", [FileType("image/webp", ["webp"], "WebP picture", "WebP画像")],
    [Opening("RIFF", form: "WEBP")])
}
