import BroadsealDocuments

/// Sound and video, none of which is read yet.
enum RecordingEvidence {
  static let all = [
    PictureEvidence.unread(
      .bmff, "release.mp4", Array("\0\0\0\u{14}ftypisom\0\0\0\u{1}isom".utf8),
      ["mp4", "m4a", "mov", "heic", "avif"]),
    PictureEvidence.unread(
      .wav, "release.wav", Array("RIFF\u{4}\0\0\0WAVEdata".utf8), ["wav"]),
    PictureEvidence.unread(
      .avi, "release.avi", Array("RIFF\u{4}\0\0\0AVI LIST".utf8), ["avi"]),
    FormatEvidence(
      format: .riff, name: "release", content: Array("RIFF\u{4}\0\0\0ACONLIST".utf8),
      mark: Array("LIST".utf8), corpus: .none(because: "its form is not known")),
    PictureEvidence.unread(
      .flac, "release.flac",
      Array("ID3\u{4}\0\0\0\0\0\u{2}".utf8) + [0, 0] + Array("fLaC\0\0\0\u{22}".utf8), ["flac"]),
    PictureEvidence.unread(
      .mp3, "release.mp3", Array("ID3\u{4}\0\0\0\0\0\u{2}".utf8) + [0, 0, 0xFF, 0xFB], ["mp3"]),
    FormatEvidence(
      format: .ogg, name: "release.ogg", content: Array("OggS\0\u{2}\0\0".utf8),
      mark: [2, 0, 0], corpus: .none(because: "no foreign tool labels Ogg")),
  ]
}
