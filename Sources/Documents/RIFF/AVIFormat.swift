extension Format {
  /// AVI.
  package static let avi = Format.unread(
    "avi", [FileType("video/x-msvideo", ["avi"], "AVI video", "AVI動画")],
    [Opening("RIFF", form: "AVI ")])
}
