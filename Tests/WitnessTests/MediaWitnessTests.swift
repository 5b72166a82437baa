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
    var odd = 0
    for (number, file) in Self.files.enumerated() {
      let input = (Corpus.folder ?? "") + "/" + file.path
      let name = "\(number)-" + (file.path.split(separator: "/").last.map(String.init) ?? "")
      let result = try signed.sign(input, as: name)
      if Self.isOdd(result) {
        odd += 1
        continue
      }
      #expect(result.form == .embedded, "\(file.path)")
      jobs.append(Witness.Job(path: result.output.display, format: file.format))
      #expect(Self.decoded(input) == Self.decoded(result.output.display), "\(file.path)")
    }
    #expect(odd <= 2)
    try signed.expectTrust(in: jobs)
  }

  /// Whether the label went beside the file because a table of places has room for more than it lists: films whose
  /// media was cut out.
  private static func isOdd(_ result: SigningResult) -> Bool {
    guard case .sidecar(let note?) = result.form else { return false }
    return note.code.name == "BMFF-OFFSETS"
  }

  @Test("both verifiers trust media that is bound piece by piece, and it decodes to the same")
  func pieces() throws {
    let signed = try SignedByUs()
    var jobs: [Witness.Job] = []
    for (number, file) in Self.files.enumerated() where file.format != "image/avif" {
      let input = (Corpus.folder ?? "") + "/" + file.path
      let name = "\(number)-" + (file.path.split(separator: "/").last.map(String.init) ?? "")
      let result = try signed.sign(input, as: name, piecewiseMinimum: 1)
      if Self.isOdd(result) { continue }
      #expect(result.form == .embedded, "\(file.path)")
      let bytes = Scratch.bytes(of: result.output.display) ?? []
      let isBound = bytes.prefix(200_000).indices.contains {
        bytes[$0...].starts(with: "fixedBlockSize".utf8)
      }
      if isBound { jobs.append(Witness.Job(path: result.output.display, format: file.format)) }
      #expect(Self.decoded(input) == Self.decoded(result.output.display), "\(file.path)")
    }
    #expect(jobs.count >= 8)
    try signed.expectTrust(in: jobs)
  }

  /// A film of five seconds in a first file and segments, as ffmpeg makes it for DASH.
  private static func film(in folder: Scratch) throws -> (first: String, segments: [String]) {
    folder.write([], to: "in/.keep")
    let made = Command(
      "ffmpeg",
      [
        "-v", "error", "-f", "lavfi", "-i", "testsrc=d=5:r=10:s=128x96", "-c:v", "mpeg4", "-g",
        "10",
      ]
        + ["-f", "dash", "-seg_duration", "1", "-use_template", "1", "-use_timeline", "0"]
        + [
          "-init_seg_name", "init.mp4", "-media_seg_name", "seg$Number$.m4s", folder("in/film.mpd"),
        ])
    try #require(made.status == 0, "\(made.errors)")
    let names = folder.names(in: "in").filter { $0.hasSuffix(".m4s") }
    return (folder("in/init.mp4"), names.map { folder("in/" + $0) })
  }

  @Test("c2pa-rs trusts each segment of a film in several files, and the film decodes to the same")
  func segments() throws {
    let folder = Scratch()
    let film = try Self.film(in: folder)
    try #require(film.segments.count == 5)
    let signed = try SignedByUs()
    signed.scratch.write([], to: "out/.keep")
    let result = try signed.sign(film.first, segments: film.segments, into: "out")
    let written = result.segments.map(\.display)
    var job = Witness.Job(path: result.output.display, format: "video/mp4")
    job.segments = written
    let verdicts = try signed.judge([job])[0]
    let found = try #require(verdicts[.c2pa])
    #expect(found.isTrusted && found.isStamped, "\(found)")
    // The other hashes segments without the offsets of their boxes, against C2PA 2.5 §16.3.2.2.
    let other = try #require(verdicts[.encypher])
    #expect(Set(other.failure) == ["assertion.bmffHash.mismatch"], "\(other)")
    let whole = { (files: [String]) -> String in
      folder.write(files.flatMap { Scratch.bytes(of: $0) ?? [] }, to: "whole.mp4")
      return Self.decoded(folder("whole.mp4"))
    }
    let before = whole([film.first] + film.segments)
    #expect(whole([result.output.display] + written) == before)
    for (index, segment) in written.enumerated() {
      let alone = whole([film.first, film.segments[index]])
      #expect(whole([result.output.display, segment]) == alone)
    }
    // A segment that was changed is no longer trusted.
    var bytes = try #require(Scratch.bytes(of: written[2]))
    bytes[bytes.count - 1] ^= 1
    job.segments = [signed.scratch.write(bytes, to: "out/changed.m4s")]
    #expect(try signed.judge([job])[0][.c2pa]?.isTrusted == false)
  }

  /// The hash of what a decoder makes of every stream; what it says where it cannot.
  private static func decoded(_ path: String) -> String {
    let run = Command(
      "ffmpeg",
      ["-v", "quiet", "-i", path, "-map", "0:v?", "-map", "0:a?", "-f", "streamhash", "-"])
    return "\(run.status) " + String(decoding: run.output, as: UTF8.self)
  }
}
