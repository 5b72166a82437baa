import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct OGGCarrierTests {
  private let store = DummyStore.bytes(300)

  private func code(_ bytes: [UInt8]) throws -> String? {
    guard case .unusable(let note) = try OGGCarrier(ByteSource(bytes: bytes)).locate() else {
      return nil
    }
    return note.code.name
  }

  private func refusal(_ file: [UInt8]) throws -> Refusal? {
    do {
      _ = try OGGCarrier(ByteSource(bytes: file)).reserve(300, insisting: true)
      return nil
    } catch DocumentError.refused(let refusal) { return refusal }
  }

  private func removed(_ file: [UInt8]) throws -> [UInt8]? {
    let source = ByteSource(bytes: file)
    return try OGGCarrier(source).removal().map { try RoundTrip.apply($0, to: source) }
  }

  private static let sizes = [
    300, 255 - 5, 2 * 255 - 5, 255 * 255 - 6, 255 * 255 - 5, 255 * 255 - 4, 200_000,
  ]

  @Test(arguments: sizes)
  func `a store goes behind the pages that begin streams, in pages of its own`(size: Int) throws {
    let store = DummyStore.bytes(size)
    let document = try Document(ByteSource(bytes: OGGFile.speech), path: "speech.ogg")
    let result = try RoundTrip.embed(store, in: document)
    let found = try #require(try RoundTrip.store(in: result.bytes))
    #expect(found.bytes == store && found.extent == result.placement.extent)
    #expect(found.extent.start == OGGFile.speechPages[0].count && found.doubts.isEmpty)
    #expect(try removed(result.bytes) == OGGFile.speech)
    // Another label takes the place of this one.
    let again = try RoundTrip.embed(
      DummyStore.bytes(90), in: Document(ByteSource(bytes: result.bytes), path: nil))
    #expect(again.bytes == OGGFile.labelled(DummyStore.bytes(90)))
  }

  @Test func `several streams begin before the store, which has a number of its own`() throws {
    let video = OGGFile.page(Array("\u{80}theora".utf8), serial: 0x6332_7061, flags: 2)
    let file = OGGFile.speechPages[0] + video + OGGFile.speechPages[1] + OGGFile.speechPages[2]
    let result = try RoundTrip.embed(store, in: Document(ByteSource(bytes: file), path: nil))
    #expect(result.placement.extent.start == OGGFile.speechPages[0].count + video.count)
    let boxes = try #require(try OGGCarrier(ByteSource(bytes: result.bytes)).namedBoxes())
    #expect(boxes.map(\.name) == ["Stream-1", "Stream-1664249953", "C2PA"])
    #expect(boxes[0].ranges.count == 2)
    #expect(boxes.flatMap(\.ranges).reduce(0) { $0 + $1.length } == result.bytes.count)
  }

  @Test func `the pages of a store are as they have to be, since no hash covers them`() throws {
    let file = OGGFile.labelled(store)
    #expect(try RoundTrip.store(in: file)?.bytes == store)
    let changes: [(inout [UInt8]) -> Void] = [
      { $0[5] = 2 }, { $0[5] = 3 }, { $0[6] = 1 }, { $0[18] = 1 },
      // Another packet.
      {
        $0[26] += 1
        $0.insert(0, at: 29)
      },
    ]
    for change in changes {
      #expect(try code(OGGFile.rewritten(file, 1, change)) == "OGG-STORE-PAGES")
    }
    var unsummed = file
    unsummed[OGGFile.speechPages[0].count + 22] ^= 1
    #expect(try code(unsummed) == "OGG-STORE-PAGES")
  }

  @Test func `a store in front of the sound, or behind it, is found`() throws {
    let pages = OGGFile.page(OGGFile.mark + store, serial: 7, flags: 6)
    #expect(try RoundTrip.store(in: pages + OGGFile.speech)?.bytes == store)
    #expect(try RoundTrip.store(in: OGGFile.speech + pages)?.bytes == store)
    // Signed anew it stands where decoders pass over it.
    for file in [pages + OGGFile.speech, OGGFile.speech + pages] {
      let result = try RoundTrip.embed(store, in: Document(ByteSource(bytes: file), path: nil))
      #expect(result.bytes == OGGFile.labelled(store))
    }
  }

  @Test func `two stores, and one whose pages lie apart, are none`() throws {
    let pages = OGGFile.page(OGGFile.mark + store, serial: 7, flags: 6)
    #expect(try code(OGGFile.labelled(store) + pages) == "OGG-MULTIPLE-STORES")
    let first = OGGFile.page(
      OGGFile.mark + store.prefix(250), serial: 7, flags: 2, position: .max, goesOn: true)
    let rest = OGGFile.page(Array(store.dropFirst(250)), serial: 7, number: 1, flags: 5)
    #expect(try RoundTrip.store(in: first + rest + OGGFile.speech)?.bytes == store)
    let apart = OGGFile.speechPages[0] + first + OGGFile.speechPages[1] + rest
    #expect(try code(apart + OGGFile.speechPages[2]) == "OGG-STORE-PAGES")
  }

  @Test func `damaged pages, and bytes of no page, are labelled beside the file`() throws {
    var damaged = OGGFile.speech
    damaged[damaged.count - 1] ^= 1
    #expect(try refusal(damaged)?.code.name == "OGG-CHECKSUM")
    #expect(try refusal(OGGFile.speech + [1])?.code.name == "OGG-TRAILING")
    #expect(try refusal(OGGFile.speech + [1])?.remedy == .sidecar)
    #expect(try refusal(OGGFile.speech) == nil)
    let found = try RoundTrip.store(in: OGGFile.labelled(store) + [1])
    #expect(found?.doubts.map(\.code.name) == ["OGG-TRAILING"])
  }

  private static let last = OGGFile.speechPages[0].count + OGGFile.speechPages[1].count
  private static let broken: [(String, [UInt8], Int)] = [
    ("no page", Array("Ogg, or so".utf8), 0),
    ("a page that begins nothing", OGGFile.speechPages[1], 0),
    ("a page past the end", Array(OGGFile.speech.dropLast()), last),
    ("a table past the end", Array(OGGFile.speech.prefix(last + 27)), last),
    (
      "too many streams",
      (0...UInt32(OGGLimits.maximumStreams)).flatMap { OGGFile.page([], serial: $0, flags: 2) },
      OGGLimits.maximumStreams * 28
    ),
  ]

  @Test(arguments: broken)
  func `broken structure is refused with its offset`(_ what: String, file: [UInt8], offset: Int)
    throws
  {
    do {
      _ = try OGGCarrier(ByteSource(bytes: file))
      Issue.record("\(what) was accepted")
    } catch DocumentError.malformed(_, let fault) {
      #expect(fault.offset == offset, "\(what): \(fault)")
    }
  }

  /// The page that begins a skeleton of `version`.
  private static func skeleton(_ version: UInt8) -> [UInt8] {
    let head = Array("fishead\0".utf8) + [version, 0, 0, 0] + [UInt8](repeating: 0, count: 68)
    return OGGFile.page(head, serial: 9, flags: 2)
  }

  @Test func `a file that says at which byte things are gets its label beside it`() throws {
    let found = try #require(try refusal(Self.skeleton(4) + OGGFile.speech))
    #expect(found.code.name == "OGG-PLACES" && found.remedy == .sidecar)
    #expect(try refusal(Self.skeleton(3) + OGGFile.speech) == nil)
    #expect(throws: DocumentError.self) {
      try removed(Self.skeleton(4) + OGGFile.labelled(store))
    }
  }
}
