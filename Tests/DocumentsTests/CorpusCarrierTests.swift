import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// Foreign files, read in place.
@Suite(.enabled(if: Corpus.folder != nil, "the shared corpus is absent"))
struct CorpusCarrierTests {
  /// Files whose store cannot be used, or whose structure is broken, and the code that says why.
  private static let exceptions: [String: String] = [
    "GEN-mutants__encypherai-signed_test--truncated.jpg": "JPEG-TRUNCATED",
    "GEN-mutants__jpg-ps256-trainedAlgorithmicMedia-32--truncated.jpg": "JPEG-TRUNCATED",
    "GEN-mutants__jpg-ps512-compositeWithTrainedAlgorithmicMedia-34--truncated.jpg":
      "JPEG-TRUNCATED",
    "GEN-mutants__parent-jpg-es256--truncated.jpg": "JPEG-TRUNCATED",
    "GEN-mutants__redacted-jpg-es256--truncated.jpg": "JPEG-TRUNCATED",
    "GEN-mutants__png-es384-algorithmicMedia-30--truncated.png": "PNG-TRUNCATED",
    "encypherai+encypher-c2pa__corrupt_box_type.jpg": "JPEG-STORE-TYPE",
    "encypherai+encypher-c2pa__truncated_jumbf.jpg": "JPEG-STORE-LENGTH",
    "GEN-c2pa-python-chains__sidecar-png.asset.png": "none",
    // One byte of the store was flipped and the chunk's CRC left as it was.
    "GEN-mutants__png-es384-algorithmicMedia-30--assertion-flip.png": "PNG-STORE-CRC",
    "GEN-mutants__png-es384-algorithmicMedia-30--claim-flip.png": "PNG-STORE-CRC",
    "GEN-mutants__png-es384-algorithmicMedia-30--signature-flip.png": "PNG-STORE-CRC",
    "GEN-mutants__raymurillo-100kb-signed--signature-flip.png": "PNG-STORE-CRC",
    "GEN-mutants__redacted-png-es256--signature-flip.png": "PNG-STORE-CRC",
    // Bytes between two segments; readers that skip them read another file.
    "haraldk+TwelveMonkeys__515e763c-02a8-11e7-85fb-573b41201f05.jpg": "JPEG-STRUCTURE",
    "image-rs+image__oss-fuzz-36829.jpeg": "JPEG-STRUCTURE",
    "GEN-mutants__btf-ed25519-compositeWithTrainedAlgorithmicMedia-28--truncated.tif":
      "TIFF-TRUNCATED",
    "GEN-mutants__tif-ps384-trainedAlgorithmicMedia-26--truncated.tif": "TIFF-TRUNCATED",
    "GEN-mutants__dng-ps256-algorithmicMedia-60--truncated.dng": "TIFF-TRUNCATED",
    "GEN-mutants__gif-ed25519-digitalCapture-21--truncated.gif": "GIF-TRUNCATED",
    "image-rs+image-tiff__colormap-shl-overflow.tiff": "TIFF-TRUNCATED",
    "image-rs+image-tiff__graydepth-invert-overflow-9f2f479685f84884.tiff": "TIFF-TRUNCATED",
    "pnggroup+libpng__bad_iCCP.png": "PNG-CRC",
    "python-pillow+Pillow__broken.png": "PNG-STRUCTURE",
    "python-pillow+Pillow__truncated_end_chunk.png": "PNG-TRUNCATED",
    "python-pillow+Pillow__truncated_image.png": "PNG-TRUNCATED",
  ]

  private static func exception(_ name: String) -> String? {
    exceptions[String(name.split(separator: "/").last ?? "")]
  }

  private static let signed = [
    ("jpg", "jpg"), ("png", "png"), ("tiff", "tif"), ("dng", "dng"), ("gif", "gif"), ("jxl", "jxl"),
  ].flatMap { Corpus.files(in: "c2pa/\($0)", endingWith: $1) }

  @Test func `the corpus holds the files that these tests are about`() {
    #expect(Self.signed.count >= 80 && Self.unsigned.count >= 20)
    let names = (Self.signed + Self.unsigned).compactMap { $0.split(separator: "/").last }
    #expect(Set(Self.exceptions.keys).subtracting(names.map(String.init)).isEmpty)
  }

  @Test(arguments: signed)
  func `the store of a signed file is one whole box`(name: String) throws {
    let bytes = try #require(Corpus.bytes(of: name))
    let document = try Document(ByteSource(bytes: bytes), path: FilePath(name))
    #expect(document.extensionAgrees, "\(document.notes)")
    let (store, code) = try look(at: document)
    #expect(code == Self.exception(name))
    if let store {
      let length = store.bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      #expect(length == store.bytes.count)
      #expect(store.bytes.dropFirst(4).starts(with: "jumb".utf8))
    }
  }

  /// The store, and the code of what is wrong.
  private func look(at document: Document) throws -> (LocatedStore?, String?) {
    if case .malformed(let code, _) = document.problem { return (nil, code.name) }
    let carrier = try #require(document.carrier)
    return switch try carrier.locate() {
    case .none: (nil, "none")
    case .unusable(let note): (nil, note.code.name)
    case .found(let store): (store, (store.defects + store.doubts).first?.code.name)
    }
  }

  private static let unsigned = [
    ("jpeg", "jpg"), ("jpeg-progressive", "jpg"), ("jpeg-progressive", "jpeg"), ("png", "png"),
    ("png-hostile", "png"), ("c2pa-rs-unsigned", "png"), ("gif", "gif"), ("tiff", "tif"),
    ("tiff", "tiff"), ("tiff-big", "tif"), ("tiff-hostile", "tiff"), ("c2pa-rs-unsigned", "tif"),
    ("c2pa-rs-unsigned", "tiff"),
  ].flatMap { Corpus.files(in: "unsigned/\($0)", endingWith: $1) }

  @Test(arguments: unsigned, [5_000, 204_848])
  func `an unsigned file takes a store and gives it back, or says why not`(
    name: String, size: Int
  ) throws {
    let bytes = try #require(Corpus.bytes(of: name))
    let document = try Document(ByteSource(bytes: bytes), path: FilePath(name))
    if case .malformed(let code, _) = document.problem {
      #expect(code.name == Self.exception(name))
      return
    }
    #expect(Self.exception(name) == nil)
    let store = DummyStore.bytes(size)
    let result = try RoundTrip.embed(store, in: document, insisting: true)
    let found = try #require(try RoundTrip.store(in: result.bytes))
    #expect(found.bytes == store)
    #expect(found.extent == result.placement.extent)
    // Without the store it is the same file again.
    let source = ByteSource(bytes: result.bytes)
    let pieces = try #require(
      try Document(source, path: nil).carrier?.removal(), "the store cannot be removed")
    #expect(try RoundTrip.apply(pieces, to: source) == bytes)
  }

  @Test(arguments: signed)
  func `the boxes of a signed file cover every byte in order`(name: String) throws {
    let bytes = try #require(Corpus.bytes(of: name))
    let document = try Document(ByteSource(bytes: bytes), path: FilePath(name))
    guard let carrier = document.carrier else { return }
    // The standard has no boxes of TIFF.
    guard document.format != .tiff else { return }
    let boxes = try #require(try carrier.namedBoxes())
    #expect(boxes.reduce(0) { $1.range.start == $0 ? $1.range.end : -1 } == bytes.count)
  }
}
