import BroadsealDocuments
import TestSupport

/// Sound and video.
enum RecordingEvidence {
  static let all = [
    FormatEvidence(
      format: .bmff, name: "release.mp4", content: MediaFile.film, mark: Array("0123456789".utf8),
      corpus: .named(["mp4", "m4a", "mov", "heic", "avif"])),
    FormatEvidence(
      format: .wav, name: "release.wav", content: RIFFFile.wav(), mark: [0x75, 0x65, 0x7B],
      corpus: .named(["wav"])),
    FormatEvidence(
      format: .avi, name: "release.avi", content: RIFFFile.avi(), mark: [0xD8, 0x12, 0x34],
      corpus: .named(["avi"])),
    FormatEvidence(
      format: .riff, name: "release",
      content: RIFFFile.form("ACON", [RIFFFile.chunk("anih", [1, 2, 3, 4])]), mark: [2, 3, 4],
      corpus: .none(because: "its form is not known")),
    FormatEvidence(
      format: .flac, name: "release.flac", content: SoundFile.flac(), mark: [0x43, 0x65, 0x87],
      corpus: .named(["flac"])),
    FormatEvidence(
      format: .mp3, name: "release.mp3", content: SoundFile.mp3, mark: [0x22, 0x33, 0x44],
      corpus: .named(["mp3"])),
    FormatEvidence(
      format: .ogg, name: "release.ogg", content: OGGFile.speech, mark: [0x0B, 0x0C, 0x0D],
      corpus: .none(because: "no foreign tool labels Ogg")),
  ]
}
