extension Format {
  /// WebP, still or animated.
  package static let webp = riff(
    "webp", [FileType("image/webp", ["webp"], "WebP picture", "WebP画像")],
    [Opening("RIFF", form: "WEBP")], label: chunkLabel)
}
