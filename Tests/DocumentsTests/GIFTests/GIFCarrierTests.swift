import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct GIFCarrierTests {
  private let store = DummyStore.bytes(700)

  /// A picture of one pixel with blocks before its picture, behind it, and behind its end.
  private func picture(
    before: [UInt8] = [], after: [UInt8] = [], tail: [UInt8] = [], version: UInt8 = 0x39
  ) -> [UInt8] {
    var file = SmallPicture.gif
    file[4] = version
    return file[..<19] + before + file[19..<file.count - 1] + after + [0x3B] + tail
  }

  /// The extension of a store in sub-blocks of `part` bytes.
  private func block(
    _ store: [UInt8], part: Int = 255, name: String = "C2PA_GIF", code: [UInt8] = [1, 0, 0]
  ) -> [UInt8] {
    var block = [0x21, 0xFF, 11] + Array(name.utf8) + code
    for start in stride(from: 0, to: store.count, by: part) {
      let piece = store[start..<min(start + part, store.count)]
      block += [UInt8(piece.count)] + piece
    }
    return block + [0]
  }

  private func code(_ bytes: [UInt8]) throws -> String? {
    do {
      switch try GIFCarrier(ByteSource(bytes: bytes)).locate() {
      case .unusable(let note): return note.code.name
      case .none: return "none"
      case .found: return nil
      }
    } catch DocumentError.malformed(let code, _) { return code.name }
  }

  @Test(arguments: [1, 100, 254, 255])
  func `a store is read in sub-blocks of any length`(part: Int) throws {
    let found = try #require(
      try RoundTrip.store(in: picture(before: block(store, part: part))))
    #expect(found.bytes == store)
    #expect(found.extent == ByteRange(start: 19, length: block(store, part: part).count))
  }

  @Test func `a store is where the standard has it, or none`() throws {
    let other = [0x21, 0xFE, 2, 0x61, 0x62, 0] as [UInt8]
    #expect(try code(picture(before: other + block(store))) == nil)
    #expect(try code(picture(after: block(store))) == "GIF-STORE-PLACE")
    #expect(try code(picture(tail: block(store))) == "none")
    #expect(try code(picture(before: block(store) + block(store))) == "GIF-MULTIPLE-STORES")
    #expect(
      try code(picture(before: block(store), after: block(store))) == "GIF-MULTIPLE-STORES")
    #expect(try code(picture(before: block(store, name: "c2pa_gif"))) == "none")
    #expect(try code(picture(before: block(store, code: [1, 0, 1]))) == "none")
  }

  @Test(arguments: [0x37, 0x39] as [UInt8], [47, 253, 254, 255, 256, 10_000])
  func `a store goes behind the logical screen, and comes out again`(
    version: UInt8, size: Int
  ) throws {
    let file = picture(tail: Array("trailing".utf8), version: version)
    let store = DummyStore.bytes(size)
    let result = try RoundTrip.embed(store, in: Document(ByteSource(bytes: file), path: nil))
    let found = try #require(try RoundTrip.store(in: result.bytes))
    #expect(found.bytes == store && found.extent == result.placement.extent)
    #expect(found.extent.start == 19 && result.bytes[4] == 0x39)
    let source = ByteSource(bytes: result.bytes)
    let pieces = try #require(try GIFCarrier(source).removal())
    // Too short a store does not show how long its sub-blocks would be.
    if version == 0x39 || size > 254 {
      #expect(try RoundTrip.apply(pieces, to: source) == file)
    }
    let carrier = try GIFCarrier(source)
    #expect(try carrier.replacement(of: found) != nil)
    #expect(
      try carrier.reserve(size + 999, insisting: false).isInPlace(of: found, size: source.size))
  }

  @Test func `a store in a wrong place is replaced by one in the right place`() throws {
    let document = try Document(
      ByteSource(bytes: picture(after: block(DummyStore.bytes(90)))), path: nil)
    let result = try RoundTrip.embed(store, in: document)
    #expect(result.bytes == picture(before: block(store)))
  }

  @Test func `boxes carry the names of the standard and cover every byte`() throws {
    let control = [0x21, 0xF9, 4, 0, 0, 0, 0, 0] as [UInt8]
    let text = [0x21, 0x01, 1, 0x61, 0] as [UInt8]
    let file = picture(
      before: block(store) + control, after: text, tail: [1, 2, 3], version: 0x37)
    let boxes = try #require(try GIFCarrier(ByteSource(bytes: file)).namedBoxes())
    #expect(
      boxes.map(\.name) == [
        "GIF89a", "LSD", "C2PA", "21F9", "2C", "TBID", "2101", "3B", "c2pa.after",
      ])
    #expect(boxes.reduce(0) { $1.range.start == $0 ? $1.range.end : -1 } == file.count)
  }

  @Test func `comments and XMP are metadata, and XMP may say where the store is`() throws {
    let packet =
      "<x xmlns:d=\"http://purl.org/dc/terms/\" d:provenance=\"https://a.example/b\"/>"
    let xmp =
      [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + Array(packet.utf8) + [1]
      + (0...255).map { UInt8(255 - $0) } + [0]
    let comment = [0x21, 0xFE, 2, 0x61, 0x62, 0] as [UInt8]
    let source = ByteSource(bytes: picture(before: xmp, after: comment))
    #expect(try GIFCarrier(source).references() == ["https://a.example/b"])
    let texts = try GIFCarrier.metadata(of: source).map { try source.read($0) }
    #expect(texts == [xmp, comment])
  }

  @Test func `a block of no known kind, and a file that breaks off, are refused`() throws {
    #expect(try code(picture(before: [0x00])) == "GIF-STRUCTURE")
    #expect(try code(picture(before: [0x21, 0xFE, 0xFF])) == "GIF-TRUNCATED")
    let file = picture(before: block(store))
    for length in 0..<file.count {
      #expect(throws: DocumentError.self) {
        try GIFCarrier(ByteSource(bytes: Array(file.prefix(length))))
      }
    }
  }

  @Test func `more blocks than a day of pictures has are refused`() throws {
    let blocks = Array(repeating: [0x21, 0xFE, 0] as [UInt8], count: GIFLimits.maximumBlocks)
    #expect(try code(picture(before: blocks.flatMap { $0 })) == "GIF-STRUCTURE")
  }
}
