import BroadsealSigning
import TestSupport
import Testing

/// Signs every WAV, AVI, WebP, MP3, FLAC and Ogg file of the corpus and has the result judged by programs of
/// others, and played by one of them.
@Suite(
  .serialized, .enabled(if: Witness.isWanted, Witness.reason),
  .enabled(if: Corpus.folder != nil, "no corpus: set BROADSEAL_CORPUS"))
struct RecordingSweepTests {
  private struct Item {
    let path: String
    let source: String
    let outcome: SweepTable.Outcome
    let result: SigningResult?
  }

  private let signed: SignedByUs
  private let items: [Item]

  private static let endings = [".wav", ".avi", ".webp", ".mp3", ".flac", ".ogg", ".oga", ".opus"]
  /// What is not simply embedded, and why.
  private static let exceptions: [String: SweepTable.Outcome] = [
    "c2pa-rs-unsigned/contentauth+c2pa-rs__id3v23_compression_underflow.mp3":
      .sidecar("ID3-FRAMES"),
    "c2pa-rs-unsigned/contentauth+c2pa-rs__sample3.invalid.wav": .sidecar("RIFF-SIZE"),
    "flac/ietf-wg-cellar+flac-test-files__11_-_incorrect_metadata_block_length.flac":
      .sidecar("FLAC-STRUCTURE"),
    "mp3/taglib+taglib__compressed_id3_frame.mp3":
      .refused("the tag states more bytes than there are"),
    "mp3/taglib+taglib__excessive_alloc.mp3":
      .refused("the tag states more bytes than there are"),
    "mov/exiftool+exiftool__RIFF.avi": .sidecar("RIFF-SIZE"),
    "mov/exiftool+exiftool__RIFF.wav": .sidecar("RIFF-LOOSE"),
    "ogg/taglib+taglib__lowercase-fields.ogg": .sidecar("OGG-CHECKSUM"),
    "wav/taglib+taglib__rf64.wav": .sidecar("RIFF-LARGE"),
  ]

  init() throws {
    let signed = try SignedByUs()
    self.signed = signed
    let folder = Corpus.folder ?? ""
    let paths = Corpus.folders(in: "unsigned").flatMap { name in
      Self.endings.flatMap { Corpus.files(in: name, endingWith: $0) }
    }
    items = paths.enumerated().map { index, path in
      let short = path.split(separator: "/").suffix(2).joined(separator: "/")
      let source = folder + "/" + path
      let name = "\(index)-" + (path.split(separator: "/").last ?? "")
      do throws(SigningError) {
        let result = try signed.sign(source, as: name)
        return Item(path: short, source: source, outcome: Sweep.outcome(result), result: result)
      } catch {
        return Item(path: short, source: source, outcome: .refused(error.reason), result: nil)
      }
    }
  }

  private func output(_ item: Item) -> String {
    signed.scratch(item.result.map { String(decoding: $0.output.name, as: UTF8.self) } ?? "")
  }

  @Test("each is signed, given a sidecar or refused for the reason in the table, and both trust it")
  func sweep() throws {
    #expect(items.count >= 30)
    for item in items {
      #expect(item.outcome == Self.exceptions[item.path] ?? .embedded, "\(item.path)")
    }
    let jobs = items.filter { $0.result != nil }.map { item in
      let isEmbedded = item.outcome == .embedded
      var job = Witness.Job(
        path: isEmbedded ? output(item) : item.source, format: item.result?.mediaType ?? "")
      if !isEmbedded { job.store = output(item) }
      // c2pa-rs takes a store beside Ogg, and looks for none inside.
      if isEmbedded, job.format.hasSuffix("/ogg") { job.verifiers = [.encypher] }
      return job
    }
    try signed.expectTrust(in: jobs)
  }

  @Test("what is seen and heard is what it was")
  func streams() throws {
    try #require(Command("ffmpeg", ["-version"]).status == 0, "ffmpeg is not there")
    for item in items where item.outcome == .embedded {
      func hash(_ path: String) -> String {
        Command(
          "ffmpeg",
          ["-v", "quiet", "-i", path, "-map", "0:v?", "-map", "0:a?", "-f", "streamhash", "-"]
        ).text
      }
      #expect(hash(item.source) == hash(output(item)), "\(item.path)")
    }
  }
}
