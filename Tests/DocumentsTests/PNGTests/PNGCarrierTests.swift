import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

@Suite struct PNGCarrierTests {
  private let store = DummyStore.bytes(300)

  private func location(_ bytes: [UInt8]) throws -> StoreLocation {
    try PNGCarrier(ByteSource(bytes: bytes)).locate()
  }

  private func code(_ bytes: [UInt8]) throws -> String? {
    if case .unusable(let note) = try location(bytes) { note.code.name } else { nil }
  }

  @Test func `the extent of a store is its whole chunk`() throws {
    let chunk = PNGFile.chunk("caBX", store)
    let found = try #require(try RoundTrip.store(in: PNGFile.pixel(before: [chunk])))
    #expect(found.bytes == store)
    #expect(found.extent == ByteRange(start: 33, length: store.count + 12))
    #expect(found.permitted.isEmpty)
  }

  @Test func `a store after the picture data is found, as both witnesses find it`() throws {
    let file = PNGFile.pixel(after: [PNGFile.chunk("caBX", store)])
    #expect(try RoundTrip.store(in: file)?.bytes == store)
  }

  @Test func `a store after the end of the picture is only trailing bytes`() throws {
    let file = PNGFile.pixel() + PNGFile.chunk("caBX", store)
    #expect(try RoundTrip.store(in: file) == nil)
  }

  @Test(arguments: [true, false])
  func `two stores are no store`(bothBefore: Bool) throws {
    let chunk = PNGFile.chunk("caBX", store)
    let file =
      bothBefore
      ? PNGFile.pixel(before: [chunk, chunk]) : PNGFile.pixel(before: [chunk], after: [chunk])
    #expect(try code(file) == "PNG-MULTIPLE-STORES")
  }

  @Test func `a second store behind very many chunks is met when the file is written`() throws {
    let chunk = PNGFile.chunk("caBX", store)
    let many = Array(
      repeating: PNGFile.chunk("IDAT", []), count: PNGLimits.maximumChunksAfterStore + 10)
    let source = ByteSource(bytes: PNGFile.pixel(before: [chunk], after: many + [chunk]))
    let carrier = try PNGCarrier(source)
    #expect(try RoundTrip.store(in: source.read(ByteRange(first: source.size)))?.bytes == store)
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: false) }
    let pieces = try #require(try carrier.removal())
    #expect(try RoundTrip.apply(pieces, to: source) == PNGFile.pixel(after: many))
  }

  @Test func `a store with a wrong CRC is read, and the doubt is named`() throws {
    let chunk = PNGFile.chunk("caBX", store, damagesChecksum: true)
    let found = try #require(try RoundTrip.store(in: PNGFile.pixel(before: [chunk])))
    #expect(found.bytes == store)
    #expect(found.doubts.map(\.code.name) == ["PNG-STORE-CRC"])
    #expect(found.doubts.map(\.offset) == [33 + chunk.count - 4])
  }

  private static let header = PNGFile.chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  private static let badHeader = PNGFile.chunk(
    "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0], damagesChecksum: true)
  private static let begun = PNGFile.signature + header

  /// Broken files, and where the fault is.
  private static let broken: [(String, [UInt8], Int)] = [
    ("no signature", Array("not a picture at all".utf8), 0),
    ("IHDR not first", PNGFile.signature + PNGFile.chunk("IDAT", []), 8),
    ("no IDAT", begun + PNGFile.chunk("IEND", []), 45),
    ("two IHDR", begun + header, 33),
    ("a type with a digit", begun + PNGFile.chunk("ID1T", []), 37),
    ("IHDR with a wrong CRC", PNGFile.signature + badHeader, 29),
    ("no IEND", begun + PNGFile.chunk("IDAT", []), 45),
    ("a length above 2^31", begun + [0xFF, 0, 0, 0] + Array("IDAT".utf8), 33),
    ("a length past the end", begun + [0, 0, 1, 0] + Array("IDAT".utf8), 33),
  ]

  @Test(arguments: broken)
  func `broken structure is refused with its offset`(_ what: String, file: [UInt8], offset: Int)
    throws
  {
    do {
      _ = try PNGCarrier(ByteSource(bytes: file))
      Issue.record("\(what) was accepted")
    } catch DocumentError.malformed(_, let fault) {
      #expect(fault.offset == offset, "\(what): \(fault)")
    }
  }

  @Test func `a new store goes right after IHDR and replaces the old one`() throws {
    let old = PNGFile.chunk("caBX", DummyStore.bytes(77))
    let text = PNGFile.chunk("tEXt", Array("k\0v".utf8))
    let file = PNGFile.pixel(before: [text, old]) + Array("trailing".utf8)
    let document = try Document(ByteSource(bytes: file), path: nil)
    let result = try RoundTrip.embed(store, in: document)
    let expected =
      PNGFile.pixel(before: [PNGFile.chunk("caBX", store), text]) + Array("trailing".utf8)
    #expect(result.bytes == expected)
    #expect(try RoundTrip.store(in: result.bytes)?.extent == result.placement.extent)
  }

  @Test func `of an animated picture it is said what FFmpeg makes of it`() throws {
    let animation = PNGFile.chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0])
    for (chunks, codes) in [([animation], ["PNG-ANIMATED"]), ([], [])] {
      let carrier = try PNGCarrier(ByteSource(bytes: PNGFile.pixel(before: chunks)))
      #expect(try carrier.reserve(100, insisting: false).notes.map(\.code.name) == codes)
    }
    let late = try PNGCarrier(ByteSource(bytes: PNGFile.pixel(after: [animation])))
    #expect(try late.reserve(100, insisting: false).notes.isEmpty)
  }

  @Test func `removing gives back the file without any store`() throws {
    let chunk = PNGFile.chunk("caBX", store)
    let source = ByteSource(bytes: PNGFile.pixel(before: [chunk], after: [chunk]))
    let pieces = try #require(try PNGCarrier(source).removal())
    #expect(try RoundTrip.apply(pieces, to: source) == PNGFile.pixel())
    #expect(try PNGCarrier(ByteSource(bytes: PNGFile.pixel())).removal() == nil)
  }

  @Test func `a file with two stores is not signed before they are removed`() throws {
    let chunk = PNGFile.chunk("caBX", store)
    let carrier = try PNGCarrier(ByteSource(bytes: PNGFile.pixel(before: [chunk, chunk])))
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
  }

  @Test func `boxes carry the names of the standard and cover every byte`() throws {
    let file =
      PNGFile.pixel(before: [PNGFile.chunk("caBX", store)]) + Array("trailing".utf8)
    let boxes = try #require(try PNGCarrier(ByteSource(bytes: file)).namedBoxes())
    #expect(boxes.map(\.name) == ["PNGh", "IHDR", "C2PA", "IDAT", "IEND", "c2pa.after"])
    #expect(boxes.reduce(0) { $1.range.start == $0 ? $1.range.end : -1 } == file.count)
  }

  @Test func `a store of another size than was reserved is not framed`() throws {
    let carrier = try PNGCarrier(ByteSource(bytes: PNGFile.pixel()))
    let placement = try carrier.reserve(300, insisting: false)
    #expect(throws: DocumentError.self) { try carrier.frame(DummyStore.bytes(301), for: placement) }
    #expect(throws: DocumentError.self) { try carrier.reserve(0, insisting: false) }
  }
}
