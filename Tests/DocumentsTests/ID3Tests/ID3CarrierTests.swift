import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct ID3CarrierTests {
  private let store = DummyStore.bytes(300)
  private static let object = SoundFile.object(DummyStore.bytes(300))

  private func code(_ bytes: [UInt8]) throws -> String? {
    guard case .unusable(let note) = try MP3Carrier(ByteSource(bytes: bytes)).locate() else {
      return nil
    }
    return note.code.name
  }

  private func refusal(_ file: [UInt8], insisting: Bool = false) throws -> Refusal? {
    do {
      _ = try MP3Carrier(ByteSource(bytes: file)).reserve(300, insisting: insisting)
      return nil
    } catch DocumentError.refused(let refusal) { return refusal }
  }

  private static let wide: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0, 0x42, 0, 0]
  /// Tags that hold a store.
  private static let readable: [(String, [UInt8])] = [
    ("2.2", SoundFile.tag(version: 2, [SoundFile.frame("GEO", object, version: 2)])),
    ("2.3", SoundFile.tag([SoundFile.title(), SoundFile.frame("GEOB", object)], padding: 20)),
    (
      "2.4 with a footer",
      SoundFile.tag(
        version: 4, flags: 0x10, [SoundFile.frame("GEOB", object, version: 4)], footer: true)
    ),
    (
      "a group", SoundFile.tag([SoundFile.frame("GEOB", [7] + object, flags: [0, 0x20])])
    ),
    (
      "a length",
      SoundFile.tag(
        version: 4,
        [SoundFile.frame("GEOB", [0, 0, 2, 1] + object, version: 4, flags: [0, 1])])
    ),
    (
      "a second header",
      SoundFile.tag(
        flags: 0x40, [[0, 0, 0, 6, 0, 0, 0, 0, 0, 0], SoundFile.frame("GEOB", object)])
    ),
    (
      "texts in UTF-16",
      SoundFile.tag([
        SoundFile.frame(
          "GEOB",
          SoundFile.object(
            DummyStore.bytes(300), encoding: 1, name: wide, description: wide))
      ])
    ),
    (
      "the media type of old",
      SoundFile.tag([
        SoundFile.frame(
          "GEOB",
          SoundFile.object(
            DummyStore.bytes(300), type: "application/x-c2pa-manifest-store"))
      ])
    ),
    (
      "another object before it",
      SoundFile.tag([
        SoundFile.frame("GEOB", SoundFile.object([1, 2], type: "text/plain")),
        SoundFile.frame("GEOB", object),
      ])
    ),
    (
      "a mark that nothing bears out",
      SoundFile.tag(
        flags: 0x80, [SoundFile.frame("GEOB", SoundFile.object([0x7F] + DummyStore.bytes(299)))])
    ),
  ]

  @Test(arguments: readable)
  func `a store is found in its frame`(what: String, tag: [UInt8]) throws {
    let file = tag + SoundFile.mpeg
    guard case .found(let found) = try MP3Carrier(ByteSource(bytes: file)).locate() else {
      Issue.record("\(what): not found")
      return
    }
    #expect(found.extent.length == 300 && found.doubts.isEmpty && found.permitted.isEmpty)
    #expect(Array(file[found.extent.bounds]) == found.bytes)
  }

  private static let frame = SoundFile.frame("GEOB", object)
  private static let unusable: [(String, [UInt8])] = [
    ("ID3-MULTIPLE-STORES", SoundFile.tag([frame, frame])),
    ("ID3-MULTIPLE-STORES", SoundFile.tag([frame]) + SoundFile.tag([frame])),
    ("ID3-STORE-PLACE", SoundFile.tag([SoundFile.title()]) + SoundFile.tag([frame])),
    (
      "ID3-STORE-FRAME",
      SoundFile.tag([SoundFile.frame("GEOB", Array("\0application/c2pa\0name".utf8))])
    ),
    (
      "ID3-STORE-FRAME",
      SoundFile.tag(
        version: 4,
        [
          SoundFile.frame(
            "GEOB", SoundFile.object([0xFF, 0] + DummyStore.bytes(60)), version: 4, flags: [0, 2])
        ])
    ),
  ]

  @Test(arguments: unusable)
  func `a store that readers take differently is none`(code: String, tag: [UInt8]) throws {
    #expect(try self.code(tag + SoundFile.mpeg) == code)
  }

  @Test func `a tag with bytes put in hides its frames, and is said to be in doubt`() throws {
    let frame = SoundFile.frame("GEOB", SoundFile.object([0xFF, 0, 1]))
    let file = SoundFile.tag(flags: 0x80, [frame]) + SoundFile.mpeg
    #expect(try RoundTrip.store(in: file) == nil)
    #expect(try refusal(file)?.code.name == "ID3-UNSYNCHRONISED")
    let broken = SoundFile.tag([Self.frame, [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9]]) + SoundFile.mpeg
    #expect(try RoundTrip.store(in: broken)?.doubts.map(\.code.name) == ["ID3-FRAMES"])
  }

  @Test func `a media type in other letters is another one`() throws {
    let object = SoundFile.object(store, type: "Application/C2PA")
    #expect(
      try RoundTrip.store(in: SoundFile.tag([SoundFile.frame("GEOB", object)]) + SoundFile.mpeg)
        == nil)
  }

  private static let broken: [(String, [UInt8], Int)] = [
    ("a tag past the end", SoundFile.tag([], size: [0x7F, 0x7F, 0x7F, 0x7F]), 0),
    ("a size that is none", SoundFile.tag([], size: [0x80, 0, 0, 0]), 0),
    ("version 5", SoundFile.tag(version: 5, []), 0),
    ("neither tag nor sound", Array("anything else".utf8), 0),
    ("tags without end", (0..<20).flatMap { _ in SoundFile.tag([]) }, 160),
  ]

  @Test(arguments: broken)
  func `broken structure is refused with its offset`(_ what: String, file: [UInt8], offset: Int)
    throws
  {
    do {
      _ = try MP3Carrier(ByteSource(bytes: file))
      Issue.record("\(what) was accepted")
    } catch DocumentError.malformed(_, let fault) {
      #expect(fault.offset == offset, "\(what): \(fault)")
    }
  }

  @Test func `very many frames are read, and no more than the limit`() throws {
    let empty = [[UInt8]](
      repeating: SoundFile.frame("TXXX", []), count: ID3Limits.maximumFrames + 1)
    let file = SoundFile.tag(empty) + SoundFile.mpeg
    #expect(try refusal(file)?.code.name == "ID3-FRAMES")
  }

  private func signed(_ file: [UInt8], _ store: [UInt8], insisting: Bool = false) throws -> [UInt8]
  {
    let document = try Document(ByteSource(bytes: file), path: nil)
    let result = try RoundTrip.embed(store, in: document, insisting: insisting)
    #expect(try RoundTrip.store(in: result.bytes)?.extent == result.placement.extent)
    #expect(result.placement.rooms == [result.placement.extent])
    return result.bytes
  }

  private func removed(_ file: [UInt8]) throws -> [UInt8]? {
    let source = ByteSource(bytes: file)
    return try Document(source, path: nil).carrier?.removal()
      .map { try RoundTrip.apply($0, to: source) }
  }

  /// The frame that is written.
  private func written(_ version: UInt8) -> [UInt8] {
    SoundFile.frame(
      "GEOB",
      SoundFile.object(store, description: Array("c2pa manifest store\0".utf8)), version: version)
  }

  @Test(arguments: [3, 4] as [UInt8])
  func `a frame is put behind the others, which stay as they are`(version: UInt8) throws {
    let title = SoundFile.title(version: version)
    let file = SoundFile.tag(version: version, [title], padding: 30) + SoundFile.mpeg
    let result = try signed(file, store)
    #expect(
      result == SoundFile.tag(version: version, [title, written(version)], padding: 30)
        + SoundFile.mpeg)
    #expect(try removed(result) == file)
    // A second label takes the place of the first.
    #expect(try signed(try signed(file, DummyStore.bytes(99)), store) == result)
  }

  @Test func `sound without a tag gets one, which goes with its label`() throws {
    let result = try signed(SoundFile.mpeg, store)
    #expect(result == SoundFile.tag([written(3)]) + SoundFile.mpeg)
    #expect(try removed(result) == SoundFile.mpeg)
    #expect(try removed(SoundFile.mpeg) == nil)
  }

  @Test func `a second header, a footer and an idle mark are left away`() throws {
    let title = SoundFile.title(version: 4)
    let file = SoundFile.tag(
      version: 4, flags: 0xD0, [[0, 0, 0, 6, 1, 0], title], footer: true)
    #expect(
      try signed(file + SoundFile.mpeg, store)
        == SoundFile.tag(version: 4, [title, written(4)]) + SoundFile.mpeg)
  }

  @Test func `tags that take no frame are left alone, or stand behind a new one`() throws {
    let old = SoundFile.tag(version: 2, [SoundFile.title(version: 2)]) + SoundFile.mpeg
    #expect(try refusal(old)?.code.name == "ID3-VERSION")
    let result = try signed(old, store, insisting: true)
    #expect(result == SoundFile.tag([written(3)]) + old)
    #expect(try removed(result) == old)
  }

  @Test func `metadata are the texts of tags at either end`() throws {
    let picture = SoundFile.frame("APIC", [1, 2, 3])
    let tag = SoundFile.tag([SoundFile.title(), picture, Self.frame])
    let ape =
      Array("APETAGEX".utf8) + [0xD0, 7, 0, 0, 52, 0, 0, 0] + [UInt8](repeating: 0, count: 16)
    let tail = Array("item that is twenty b".utf8.prefix(20)) + ape
    let title = Array("TAG".utf8) + [UInt8](repeating: 0x20, count: 125)
    let file = tag + SoundFile.mpeg + tail + title
    let ranges = try MP3Carrier.metadata(of: ByteSource(bytes: file))
    #expect(ranges.map { Array(file[$0.bounds]) } == [SoundFile.title(), tail, title])
  }

  /// A chapter of half a second, from one byte to another.
  private static func chapter(_ places: [UInt8]) -> [UInt8] {
    SoundFile.tag([
      SoundFile.frame("CHAP", Array("one\0".utf8) + [0, 0, 0, 0, 0, 0, 1, 0xF4] + places)
    ])
  }

  @Test func `a tag that says at which byte something is sends the label beside the file`() throws {
    let sound: [UInt8] = [0xFF, 0xFB, 0x90, 0x64] + [UInt8](repeating: 0, count: 413)
    let leading = [
      Self.chapter([0, 0, 1, 0, 0, 0, 2, 0]), Self.chapter([0, 0, 0]),
      SoundFile.tag(version: 4, [SoundFile.frame("ASPI", [0, 0, 1, 0], version: 4)]),
    ]
    for tag in leading {
      let found = try #require(try refusal(tag + sound))
      #expect(found.code.name == "ID3-PLACES" && found.remedy == .sidecar)
    }
    for times in [UInt8.max, 0] {
      #expect(try refusal(Self.chapter([UInt8](repeating: times, count: 8)) + sound) == nil)
    }
  }
}
