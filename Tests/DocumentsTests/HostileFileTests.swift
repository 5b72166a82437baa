import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// Damaged files must be read or refused, whatever the damage: no crash, no endless loop.
@Suite struct HostileFileTests {
  private static let store = DummyStore.bytes(700)
  private static let png = PNGFile.pixel(
    before: [PNGFile.chunk("caBX", store), PNGFile.chunk("tEXt", Array("k\0v".utf8))])
  private static let jpeg =
    JPEGFile.picture(
      JPEGFile.store(store, part: 300).flatMap { $0 } + JPEGFile.foreignBox(instance: 7)
        + MultiPictureTests.index(little: true, (900, 73), offset: 800))
    + JPEGFile.picture()

  private static let html = HTMLPage.withHead(
    "<!-- a --><noscript><style>b</style></noscript><script><!--<script></script>--></script>"
      + HTMLPage.element(store))
  private static let svg = Array(
    """
    <?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" \
    xmlns:c2pa="http://c2pa.org/manifest"><!-- a --><metadata><c2pa:manifest>\
    \(Base64.encode(store))</c2pa:manifest></metadata><g a='&lt;'><![CDATA[b]]>日</g></svg>
    """.utf8)

  private static let zip = labelled(ZIPFile.docx().built().bytes)

  private static let bmff =
    MediaFile.type() + MediaFile.provenance("manifest", store + [0, 0, 0, 0, 0])
    + MediaFile.movie([0x0400, 0x0404]) + MediaFile.box("mdat", [1, 2, 3, 4])

  private static let chunk = RIFFFile.chunk("C2PA", store)
  private static let video = RIFFFile.avi(
    streams: [
      RIFFFile.list(
        "strl",
        [
          RIFFFile.chunk(
            "indx",
            [4, 0, 0, 0, 1, 0, 0, 0] + [UInt8](repeating: 0, count: 16) + [99, 4]
              + [UInt8](repeating: 0, count: 14))
        ])
    ], [chunk], more: [RIFFFile.form("AVIX", [RIFFFile.list("movi", [])])])
  private static let frame = SoundFile.frame("GEOB", SoundFile.object(store))
  private static let oldFrame = SoundFile.frame("GEO", SoundFile.object(store), version: 2)

  private static let files = [
    ("png", png), ("jpeg", jpeg), ("html", html), ("svg", svg), ("zip", zip), ("bmff", bmff),
    ("wav", RIFFFile.wav([RIFFFile.list("INFO", []), chunk])), ("webp", RIFFFile.webp([chunk])),
    ("avi", video),
    ("rf64", RIFFFile.large([RIFFFile.waveFormat, chunk], dataSize: 0, table: [("levl", 2)])),
    ("mp3", SoundFile.tag([SoundFile.title(), frame], padding: 9) + SoundFile.mpeg),
    (
      "flac",
      SoundFile.tag(version: 2, [oldFrame])
        + SoundFile.flac([SoundFile.block(4, [1], isLast: true)])
    ),
    ("ogg", OGGFile.labelled(store)),
    ("flac block", SoundFile.flac([SoundFile.block(2, Array("c2pa".utf8) + store, isLast: true)])),
    ("tiff", labelled(SmallPicture.tiff)), ("gif", labelled(SmallPicture.gif)),
    ("jxl", labelled(SmallPicture.jxl)), ("font", labelled(SmallFont.trueType)),
    ("bigtiff", labelled(bigTIFF)), ("pages", labelled(pages, insisting: true)),
  ]

  private static let bigTIFF: [UInt8] = {
    var file = TIFFFile()
    (file.isBig, file.isLittle) = (true, false)
    return file.bytes
  }()
  /// A file of three pages, whose store has a directory of its own.
  private static let pages: [UInt8] = {
    var file = TIFFFile()
    file.pages = [TIFFFile.pixel, TIFFFile.pixel, TIFFFile.pixel]
    return file.bytes
  }()

  private static func labelled(_ bytes: [UInt8], insisting: Bool = false) -> [UInt8] {
    let file = try? Document(ByteSource(bytes: bytes), path: nil)
    return file.flatMap { try? RoundTrip.embed(store, in: $0, insisting: insisting).bytes } ?? []
  }

  /// Does everything with a file that can be done with it; faults are allowed, traps are not.
  private func exercise(_ bytes: [UInt8]) throws {
    let source = ByteSource(bytes: bytes)
    let document = try Document(source, path: nil)
    guard let carrier = document.carrier else { return }
    _ = try? carrier.namedBoxes()
    _ = try? carrier.collection()
    if let pieces = try? carrier.removal() { _ = try RoundTrip.apply(pieces, to: source) }
    if case .found(let found) = try? carrier.locate() {
      #expect(found.extent.end <= bytes.count)
      #expect(found.bytes.count <= found.extent.length)
    }
    if let placement = try? carrier.reserve(100, insisting: true) {
      let output = try RoundTrip.apply(placement.pieces, to: source)
      #expect(output.count == placement.outputSize)
      let frame = try carrier.frame(DummyStore.bytes(100), for: placement)
      #expect(frame.count == placement.extent.length)
    }
  }

  @Test(arguments: files)
  func `a file cut at any length is read or refused`(kind: String, file: [UInt8]) throws {
    for length in 0...file.count { try exercise(Array(file.prefix(length))) }
  }

  @Test(arguments: files)
  func `a file with flipped bits is read or refused`(kind: String, file: [UInt8]) throws {
    var state: UInt64 = 0x5DEE_CE66
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<1_000 {
      var damaged = file
      for _ in 0...next(3) { damaged[next(file.count)] ^= UInt8(1 << next(8)) }
      try exercise(damaged)
    }
  }

  @Test(arguments: files)
  func `every byte around the store is watched`(kind: String, file: [UInt8]) throws {
    let intact = try #require(try RoundTrip.store(in: file))
    var neutral: [Int] = []
    for offset in intact.extent.bounds {
      var damaged = file
      damaged[offset] ^= 0x01
      guard let document = try? Document(ByteSource(bytes: damaged), path: nil),
        let carrier = document.carrier, case .found(let store) = try carrier.locate()
      else { continue }
      if store.bytes == intact.bytes, store.extent == intact.extent, store.defects.isEmpty,
        store.doubts.map(\.code.name) == intact.doubts.map(\.code.name)
      {
        neutral.append(offset)
      }
    }
    #expect(neutral == [])
  }
}
