extension Format {
  /// AVI, also above a gigabyte (OpenDML).
  package static let avi = riff(
    "avi", [FileType("video/x-msvideo", ["avi"], "AVI video", "AVI動画")],
    [Opening("RIFF", form: "AVI ")], label: chunkLabel)
}
