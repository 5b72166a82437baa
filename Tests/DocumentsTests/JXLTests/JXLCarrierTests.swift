import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct JXLCarrierTests {
  private let store = DummyStore.bytes(300)

  /// The small picture with boxes behind its type, and behind all.
  private func picture(_ boxes: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
    let file = SmallPicture.jxl
    return file[..<32] + boxes + file[32...] + after
  }

  private func box(_ type: String, _ content: [UInt8], size: UInt32? = nil) -> [UInt8] {
    var writer = ByteWriter()
    writer.writeBigEndian(size ?? UInt32(content.count + 8))
    writer.write(type)
    writer.write(content)
    return writer.bytes
  }

  private func code(_ bytes: [UInt8]) throws -> String? {
    do {
      switch try JXLCarrier(ByteSource(bytes: bytes)).locate() {
      case .unusable(let note): return note.code.name
      case .none: return "none"
      case .found: return nil
      }
    } catch DocumentError.malformed(let code, _) { return code.name }
  }

  @Test func `a store is a box of the container, wherever it stands`() throws {
    let found = try #require(try RoundTrip.store(in: picture(store)))
    #expect(found.bytes == store && found.extent == ByteRange(start: 32, length: 300))
    #expect(try RoundTrip.store(in: picture(after: store))?.bytes == store)
    let foreign = box("jumb", box("jumd", [UInt8](repeating: 9, count: 17)))
    #expect(try RoundTrip.store(in: picture(foreign + store))?.bytes == store)
    #expect(try code(picture(box("jumb", store))) == "none")
    #expect(try code(picture(box("brob", Array("jumb".utf8) + store))) == "none")
    #expect(try code(picture(store + store)) == "JXL-MULTIPLE-STORES")
    #expect(try code(picture(store, after: store)) == "JXL-MULTIPLE-STORES")
  }

  @Test func `a store goes behind the type of the file, and comes out again`() throws {
    let file = picture(box("xml ", Array("<x/>".utf8)))
    let result = try RoundTrip.embed(store, in: Document(ByteSource(bytes: file), path: nil))
    #expect(result.bytes == Array(file[..<32]) + store + file[32...])
    let source = ByteSource(bytes: result.bytes)
    let carrier = try JXLCarrier(source)
    let found = try #require(try RoundTrip.store(in: result.bytes))
    #expect(try carrier.replacement(of: found) != nil)
    #expect(try carrier.reserve(5_000, insisting: false).isInPlace(of: found, size: source.size))
    let pieces = try #require(try carrier.removal())
    #expect(try RoundTrip.apply(pieces, to: source) == file)
  }

  @Test func `a bare codestream has no place for a store, and says so`() throws {
    let carrier = try JXLCarrier(ByteSource(bytes: Array(SmallPicture.jxl[40...])))
    guard case .none = try carrier.locate() else {
      Issue.record("a store was found")
      return
    }
    do {
      _ = try carrier.reserve(100, insisting: true)
      Issue.record("room was found")
    } catch DocumentError.refused(let refusal) {
      #expect(refusal.code.name == "JXL-CODESTREAM" && refusal.remedy == .sidecar)
    }
    #expect(try carrier.namedBoxes() == nil && carrier.removal() == nil)
  }

  @Test func `boxes keep the blanks of their names and cover every byte`() throws {
    let file = picture(store + box("xml ", [1]), after: box("Exif", [0, 0, 0, 0], size: 0))
    let boxes = try #require(try JXLCarrier(ByteSource(bytes: file)).namedBoxes())
    #expect(boxes.map(\.name) == ["JXL ", "ftyp", "C2PA", "xml ", "jxlc", "Exif"])
    #expect(boxes.reduce(0) { $1.range.start == $0 ? $1.range.end : -1 } == file.count)
    // The standard's examples write some names without their blanks.
    #expect(boxes[0].isCalled("JXL") && boxes[0].isCalled("JXL ") && !boxes[0].isCalled("JX"))
    #expect(!boxes[1].isCalled("fty"))
  }

  @Test func `a box of 64 bits is read`() throws {
    let long = [0, 0, 0, 1] + Array("xml ".utf8) + [0, 0, 0, 0, 0, 0, 0, 17, 9]
    #expect(try RoundTrip.store(in: picture(long + store))?.bytes == store)
  }

  @Test func `boxes that cannot be are refused`() throws {
    for size in [2, 7] as [UInt32] {
      #expect(try code(picture(box("xml ", [], size: size))) == "JXL-STRUCTURE")
    }
    for size in [1 << 31, .max] as [UInt32] {
      #expect(try code(picture(box("xml ", [], size: size))) == "JXL-TRUNCATED")
    }
    for high in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
      let long = [0, 0, 0, 1] + Array("xml ".utf8) + [high, 0, 0, 0, 0, 0, 0, 15]
      #expect(try code(picture(long)) == (high == 0 ? "JXL-STRUCTURE" : "JXL-TRUNCATED"))
    }
    for count in 1...7 {
      #expect(
        try code(picture(after: [UInt8](repeating: 0, count: count))) == "JXL-TRUNCATED")
    }
    #expect(try code(Array(SmallPicture.jxl[..<12]) + box("jxlc", [])) == "JXL-STRUCTURE")
  }

  @Test func `more boxes than a film has are refused`() throws {
    let boxes = Array(repeating: box("free", []), count: JXLLimits.maximumBoxes)
    #expect(try code(picture(boxes.flatMap { $0 })) == "JXL-LIMIT")
  }

  @Test func `XMP and EXIF are metadata, and XMP may say where the store is`() throws {
    let packet = Array(
      "<x xmlns:d=\"http://purl.org/dc/terms/\" d:provenance=\"https://a.example/b\"/>".utf8)
    let source = ByteSource(bytes: picture(box("xml ", packet), after: box("Exif", [0, 1])))
    #expect(try JXLCarrier(source).references() == ["https://a.example/b"])
    let texts = try JXLCarrier.metadata(of: source).map { try source.read($0) }
    #expect(texts == [packet, [0, 1]])
  }
}
