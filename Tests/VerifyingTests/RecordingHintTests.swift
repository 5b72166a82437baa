import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealVerifying
import TestSupport
import Testing

/// Unsigned traces of AI where pictures and sound of RIFF, MP3, FLAC and Ogg keep them.
@Suite("Hints in recordings")
struct RecordingHintTests {
  private static let vocabulary =
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
  private static let label =
    #"{"Label":"1","ContentProducer":"a model","ProduceID":"7","ReservedCode1":""}"#
  private static let parameters =
    "a river\nNegative prompt: rain\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42"
  private static let packet =
    #"<r:Description x:AISystemUsed="a model" x:AISystemVersionUsed="3"/>"#

  private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
  private static func wide(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), 0] }
  }

  /// A file, and the code of what is found in it.
  private static let files: [(String, [UInt8], [String])] = [
    (
      "a.wav",
      RIFFFile.wav([RIFFFile.list("INFO", [RIFFFile.chunk("ICMT", utf8(vocabulary))])]),
      ["HINT-SOURCE-TYPE"]
    ),
    ("b.wav", RIFFFile.wav([RIFFFile.chunk("_PMX", utf8(packet))]), ["HINT-IPTC-AI"]),
    (
      "c.wav",
      RIFFFile.wav([
        RIFFFile.chunk("id3 ", SoundFile.tag([SoundFile.frame("TXXX", utf8("\0AIGC\0" + label))]))
      ]),
      ["HINT-TC260"]
    ),
    ("a.webp", RIFFFile.webp([RIFFFile.chunk("XMP ", utf8(vocabulary))]), ["HINT-SOURCE-TYPE"]),
    (
      "b.webp",
      RIFFFile.webp([RIFFFile.chunk("EXIF", utf8("Exif\0\0UNICODE\0") + wide(parameters))]),
      ["HINT-PARAMETERS"]
    ),
    (
      "c.webp", RIFFFile.webp([RIFFFile.chunk("EXIF", utf8("the speech has three Steps: "))]), []
    ),
    (
      "a.avi", RIFFFile.avi([RIFFFile.chunk("_PMX", utf8(packet))]), ["HINT-IPTC-AI"]
    ),
    (
      "a.mp3",
      SoundFile.tag([
        SoundFile.frame("TXXX", [1] + [0xFF, 0xFE] + wide("AIGC\0") + wide(label))
      ]) + SoundFile.mpeg,
      ["HINT-TC260"]
    ),
    (
      "b.mp3",
      SoundFile.tag(version: 2, [SoundFile.frame("COM", utf8("\0eng\0" + vocabulary), version: 2)])
        + SoundFile.mpeg,
      ["HINT-SOURCE-TYPE"]
    ),
    (
      "a.flac",
      SoundFile.flac([SoundFile.block(4, utf8("DIGITALSOURCETYPE=" + vocabulary), isLast: true)]),
      ["HINT-SOURCE-TYPE"]
    ),
    (
      "a.ogg",
      OGGFile.speechPages[0] + OGGFile.page(utf8("\u{3}vorbis AIGC=" + label), number: 1)
        + OGGFile.speechPages[2],
      ["HINT-TC260"]
    ),
  ]

  @Test("What metadata says of AI is found, signed or not", arguments: files)
  func hints(name: String, content: [UInt8], codes: [String]) throws {
    let pki = try TestPKI.shared()
    let document = try Document(ByteSource(bytes: content), path: FilePath(name))
    let carrier = try #require(document.carrier)
    let bytes = try TestManifest(pki).embedded(in: content, by: carrier)
    let verdict = Verifier(trust: try pki.context(), at: TestPKI.now).session()
      .verify(try Document(ByteSource(bytes: bytes), path: FilePath(name)))
    #expect(verdict.integrity == .intact)
    #expect(verdict.ai?.hints.map(\.code.name) == codes)
    #expect(verdict.ai?.status == (codes.isEmpty ? AIUse.Status.noneDeclared : .conflict))
  }
}
