import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

@Suite struct JPEGCarrierTests {
  private let store = DummyStore.bytes(300)

  private func code(_ bytes: [UInt8]) throws -> String? {
    let location = try JPEGCarrier(ByteSource(bytes: bytes)).locate()
    return if case .unusable(let note) = location { note.code.name } else { nil }
  }

  @Test(arguments: [300, 65_525, 65_526, 204_848])
  func `the extent of a store is the run of its segments`(size: Int) throws {
    let store = DummyStore.bytes(size)
    let segments = JPEGFile.store(store).flatMap { $0 }
    let found = try #require(try RoundTrip.store(in: JPEGFile.picture(segments)))
    #expect(found.bytes == store)
    #expect(found.extent == ByteRange(start: 20, length: segments.count))
  }

  @Test func `a store between two scans is found`() throws {
    let run = JPEGFile.store(store).flatMap { $0 }
    let file = JPEGFile.picture(after: run + JPEGFile.tables + JPEGFile.scan)
    #expect(try RoundTrip.store(in: file)?.bytes == store)
  }

  @Test func `a store after the first picture is only trailing bytes`() throws {
    let run = JPEGFile.store(store).flatMap { $0 }
    #expect(try RoundTrip.store(in: JPEGFile.picture() + JPEGFile.picture(run)) == nil)
    #expect(try RoundTrip.store(in: JPEGFile.picture() + run) == nil)
  }

  @Test func `foreign boxes are not a store and do not disturb one`() throws {
    let foreign = JPEGFile.foreignBox(instance: 7)
    #expect(try RoundTrip.store(in: JPEGFile.picture(foreign)) == nil)
    let run = JPEGFile.store(store).flatMap { $0 }
    let file = JPEGFile.picture(foreign + run + JPEGFile.foreignBox(instance: 8))
    #expect(try RoundTrip.store(in: file)?.bytes == store)
  }

  /// A wrong arrangement of three segments, and the code it gets; nil where there is no store.
  struct Arrangement: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String?
    let arrange: @Sendable ([[UInt8]]) -> [[UInt8]]
  }

  private static let arrangements: [Arrangement] = [
    Arrangement(testDescription: "swapped", code: "JPEG-SEGMENT-ORDER") { [$0[0], $0[2], $0[1]] },
    Arrangement(testDescription: "separated by a segment", code: "JPEG-SEGMENT-ORDER") {
      [$0[0], JPEGFile.exif, $0[1], $0[2]]
    },
    Arrangement(testDescription: "separated by a fill byte", code: "JPEG-SEGMENT-ORDER") {
      [$0[0], [0xFF], $0[1], $0[2]]
    },
    Arrangement(testDescription: "one twice", code: "JPEG-SEGMENT-ORDER") {
      [$0[0], $0[1], $0[1], $0[2]]
    },
    Arrangement(testDescription: "without the first", code: nil) { [$0[1], $0[2]] },
    Arrangement(testDescription: "without the last", code: "JPEG-STORE-LENGTH") { [$0[0], $0[1]] },
    Arrangement(testDescription: "two stores", code: "JPEG-MULTIPLE-STORES") { $0 + $0 },
  ]

  @Test(arguments: arrangements)
  func `segments that are not one whole run are no store`(_ arrangement: Arrangement) throws {
    let segments = JPEGFile.store(store, part: 100)
    #expect(segments.count == 3)
    let file = JPEGFile.picture(arrangement.arrange(segments).flatMap { $0 })
    #expect(try code(file) == arrangement.code)
    #expect(try arrangement.code != nil || RoundTrip.store(in: file) == nil)
  }

  @Test func `a continuation with another box header, number or instance is not accepted`() throws {
    for offset in [7, 11, 12, 15, 16, 19] {
      var segments = JPEGFile.store(store, part: 200)
      segments[1][offset] ^= 1
      #expect(try code(JPEGFile.picture(segments[0] + segments[1])) != nil, "byte \(offset)")
    }
  }

  @Test func `a store that does not begin with segment 1 is not used`() throws {
    let run = JPEGFile.jumbf(instance: 1, sequence: 2, store)
    #expect(try code(JPEGFile.picture(run)) == "JPEG-SEGMENT-ORDER")
  }

  @Test func `a store numbered from 0 is read, and the doubt is said`() throws {
    var segments = JPEGFile.store(store, part: 100)
    for (number, _) in segments.enumerated() { segments[number][11] = UInt8(number) }
    let found = try RoundTrip.store(in: JPEGFile.picture(segments.flatMap { $0 }))
    #expect(found?.bytes == store)
    #expect(found?.doubts.map(\.code.name) == ["JPEG-SEGMENT-NUMBERS"])
    segments[1][11] = 2
    #expect(try code(JPEGFile.picture(segments.flatMap { $0 })) == "JPEG-SEGMENT-ORDER")
  }

  private static let broken: [(String, [UInt8])] = [
    ("nothing after SOI", [0xFF, 0xD8, 0xFF]),
    ("bytes between segments", JPEGFile.start + [0] + JPEGFile.jfif),
    ("a length of 1", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0]),
    ("a length past the end", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0]),
    ("a second SOI", [0xFF, 0xD8, 0xFF, 0xD8]),
    ("a zero marker", [0xFF, 0xD8, 0xFF, 0]),
  ]

  @Test(arguments: broken)
  func `broken structure before the picture data is refused`(_ what: String, file: [UInt8]) {
    #expect(throws: DocumentError.self, "\(what)") { try JPEGCarrier(ByteSource(bytes: file)) }
  }

  @Test func `a picture that does not end is read, but not written`() throws {
    let file = Array(JPEGFile.picture(JPEGFile.store(store).flatMap { $0 }).dropLast(2))
    let carrier = try JPEGCarrier(ByteSource(bytes: file))
    let isFound = if case .found = try carrier.locate() { true } else { false }
    #expect(isFound)
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
  }

  @Test(arguments: [46, 300, 65_525, 65_526, 204_848])
  func `a new store goes after APP0 and APP1 and replaces the old one`(size: Int) throws {
    let new = DummyStore.bytes(size)
    let old = JPEGFile.store(store, part: 100).flatMap { $0 }
    let foreign = JPEGFile.foreignBox(instance: 0x0211)
    let profile = JPEGFile.segment(0xE2, Array("ICC_PROFILE\0".utf8))
    let rest = profile + foreign + JPEGFile.tables + JPEGFile.frame + JPEGFile.scan + JPEGFile.end
    let file =
      JPEGFile.start + JPEGFile.store(store, instance: 9, part: 100).flatMap { $0 }
      + JPEGFile.jfif + JPEGFile.exif + rest
    #expect(old.count > 0)
    let document = try Document(ByteSource(bytes: file), path: nil)
    let result = try RoundTrip.embed(new, in: document)
    let head = JPEGFile.start + JPEGFile.jfif + JPEGFile.exif
    #expect(result.placement.extent.start == head.count)
    #expect(result.bytes.prefix(head.count).elementsEqual(head))
    #expect(result.bytes.suffix(rest.count).elementsEqual(rest))
    #expect(result.shown == head + rest)
    let found = try #require(try RoundTrip.store(in: result.bytes))
    #expect(found.bytes == new)
    #expect(found.extent == result.placement.extent)
  }

  @Test func `removing gives back the file without any store`() throws {
    let run = JPEGFile.store(store, part: 100)
    let foreign = JPEGFile.foreignBox(instance: 3)
    let source = ByteSource(bytes: JPEGFile.picture(run[0] + foreign + run[2] + run[1]))
    let pieces = try #require(try JPEGCarrier(source).removal())
    #expect(try RoundTrip.apply(pieces, to: source) == JPEGFile.picture(foreign))
    #expect(try JPEGCarrier(ByteSource(bytes: JPEGFile.picture())).removal() == nil)
  }
}
