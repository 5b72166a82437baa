import BroadsealBytes
import BroadsealSigning
import TestSupport
import Testing

/// Video, sound and pictures in boxes: what others say of our labels, and what decoders make of the media.
@Suite(.enabled(if: Witness.isWanted && Corpus.folder != nil, "no witnesses, or no corpus"))
struct MediaWitnessTests {
  /// Undamaged files of the corpus, with the type under which both verifiers read them.
  private static let files: [(path: String, format: String)] = {
    let folders = [
      ("mp4", "mp4", "video/mp4"), ("m4a", "m4a", "audio/mp4"), ("mov", "mov", "video/quicktime"),
      ("mov", "m4a", "audio/mp4"), ("mov", "heic", "image/heic"), ("avif", "avif", "image/avif"),
      ("mp4-hostile", "mp4", "video/mp4"), ("ms-cards", "avif", "image/avif"),
    ]
    return folders.flatMap { folder, ending, format in
      Corpus.files(in: "unsigned/" + folder, endingWith: "." + ending).map { ($0, format) }
    }
  }()

  @Test("both verifiers trust a label inside, and the media decodes to the same")
  func embedded() throws {
    try #require(Self.files.count >= 20)
    let signed = try SignedByUs()
    var jobs: [Witness.Job] = []
    for (number, file) in Self.files.enumerated() {
      let input = (Corpus.folder ?? "") + "/" + file.path
      let name = "\(number)-" + (file.path.split(separator: "/").last.map(String.init) ?? "")
      let result = try signed.sign(input, as: name)
      #expect(result.form == .embedded, "\(file.path)")
      jobs.append(Witness.Job(path: result.output.display, format: file.format))
      #expect(Self.decoded(input) == Self.decoded(result.output.display), "\(file.path)")
    }
    try signed.expectTrust(in: jobs)
  }

  /// The hash of what a decoder makes of every stream; what it says where it cannot.
  private static func decoded(_ path: String) -> String {
    let run = Command(
      "ffmpeg",
      ["-v", "quiet", "-i", path, "-map", "0:v?", "-map", "0:a?", "-f", "streamhash", "-"])
    return "\(run.status) " + String(decoding: run.output, as: UTF8.self)
  }
}
