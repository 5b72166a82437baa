extension Format {
  /// GIF, in both versions.
  package static let gif = Format.unread(
    "gif", [FileType("image/gif", ["gif"], "GIF picture", "GIF画像")],
    [Opening("GIF87a"), Opening("GIF89a")])
}
