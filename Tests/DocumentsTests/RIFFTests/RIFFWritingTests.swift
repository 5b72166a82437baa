import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct RIFFWritingTests {
  private let store = DummyStore.bytes(300)

  private func embedded(_ file: [UInt8], _ store: [UInt8]) throws -> [UInt8] {
    let document = try Document(ByteSource(bytes: file), path: nil)
    let result = try RoundTrip.embed(store, in: document)
    #expect(try RoundTrip.store(in: result.bytes)?.extent == result.placement.extent)
    #expect(result.placement.dependents == [ByteRange(start: 4, length: 4)])
    return result.bytes
  }

  private func removed(_ file: [UInt8]) throws -> [UInt8]? {
    let source = ByteSource(bytes: file)
    return try RIFFCarrier(source).removal().map { try RoundTrip.apply($0, to: source) }
  }

  private func refusal(_ file: [UInt8], insisting: Bool = false) throws -> Refusal? {
    do {
      _ = try RIFFCarrier(ByteSource(bytes: file)).reserve(300, insisting: insisting)
      return nil
    } catch DocumentError.refused(let refusal) { return refusal }
  }

  @Test(arguments: [RIFFFile.wav(), RIFFFile.webp(), RIFFFile.avi()])
  func `a store goes to the end of the form, whose size follows`(file: [UInt8]) throws {
    let signed = try embedded(file, store)
    let chunk = RIFFFile.chunk("C2PA", store)
    let expected =
      Array("RIFF".utf8) + RIFFFile.little(UInt32(file.count + chunk.count - 8)) + file[8...]
      + chunk
    #expect(signed == expected)
    #expect(try removed(signed) == file)
    #expect(try removed(file) == nil)
  }

  @Test func `a new store takes the place of the old one`() throws {
    let signed = try embedded(RIFFFile.wav(), DummyStore.bytes(78))
    #expect(try embedded(signed, store) == (try embedded(RIFFFile.wav(), store)))
    let first = RIFFFile.form(
      "WAVE",
      [RIFFFile.chunk("C2PA", DummyStore.bytes(77)), RIFFFile.waveFormat]
        + [RIFFFile.chunk("data", RIFFFile.samples)])
    #expect(try embedded(first, store) == (try embedded(RIFFFile.wav(), store)))
    #expect(try removed(first) == RIFFFile.wav())
  }

  @Test func `a store of odd size gets the next even room`() throws {
    let placement = try RIFFCarrier(ByteSource(bytes: RIFFFile.wav())).reserve(
      301, insisting: false)
    #expect(placement.storeSize == 302 && placement.extent.length == 310)
  }

  @Test func `the byte that makes the last chunk even is added where it is missing`() throws {
    let bare = RIFFFile.form(
      "WAVE", [RIFFFile.waveFormat, RIFFFile.chunk("data", [1, 2, 3], padding: nil)])
    let padded = RIFFFile.form("WAVE", [RIFFFile.waveFormat, RIFFFile.chunk("data", [1, 2, 3])])
    #expect(try embedded(bare, store) == (try embedded(padded, store)))
    // Some writers do not count it to the form.
    #expect(try embedded(bare + [0], store) == (try embedded(padded, store)))
  }

  @Test func `a store of the same size goes into the same place`() throws {
    for file in [RIFFFile.wav(), RIFFFile.avi(more: [RIFFFile.form("AVIX", [])])] {
      let signed = try embedded(file, store)
      let source = ByteSource(bytes: signed)
      let carrier = try RIFFCarrier(source)
      let found = try #require(try RoundTrip.store(in: signed))
      let placement = try #require(try carrier.replacement(of: found))
      #expect(placement.isInPlace(of: found, size: signed.count))
      let fills = try carrier.fills(DummyStore.bytes(300, seed: 9), for: placement)
      #expect(fills.map(\.range) == [found.extent])
    }
  }

  /// Files that get their label beside them, and why.
  private static let refused: [(String, [UInt8], Refusal.Remedy)] = [
    ("RIFF-LARGE", RIFFFile.large([RIFFFile.waveFormat], dataSize: 0), .sidecar),
    ("RIFF-OPEN", RIFFFile.form("WAVE", [RIFFFile.waveFormat], size: .max), .sidecar),
    ("RIFF-FORM", RIFFFile.form("ACON", [RIFFFile.list("INFO", [])]), .sidecarOrInsist),
    ("RIFF-TRAILING", RIFFFile.wav() + [1, 2, 3], .sidecarOrInsist),
    ("RIFF-SIZE", RIFFFile.form("WAVE", [RIFFFile.waveFormat], size: 999), .sidecar),
    ("RIFF-LOOSE", RIFFFile.wav([[0, 0, 0, 0, 0, 0, 0, 0]]), .sidecar),
    (
      "RIFF-MULTIPLE-STORES", RIFFFile.wav([RIFFReadingTests.chunk, RIFFReadingTests.chunk]), .none
    ),
    (
      "RIFF-STORE-PLACE", RIFFFile.avi(more: [RIFFFile.form("AVIX", [RIFFReadingTests.chunk])]),
      .none
    ),
  ]

  @Test(arguments: refused)
  func `what no reader finds, or readers take differently, is not written`(
    code: String, file: [UInt8], remedy: Refusal.Remedy
  ) throws {
    let found = try #require(try refusal(file))
    #expect(found.code.name == code && found.remedy == remedy)
    #expect((try refusal(file, insisting: true) == nil) == (remedy == .sidecarOrInsist))
  }

  @Test func `a store of another size than was reserved is not framed`() throws {
    let carrier = try RIFFCarrier(ByteSource(bytes: RIFFFile.wav()))
    let placement = try carrier.reserve(300, insisting: false)
    #expect(throws: DocumentError.self) { try carrier.fills(DummyStore.bytes(302), for: placement) }
    #expect(throws: DocumentError.self) { try carrier.reserve(0, insisting: false) }
  }

  /// A video whose header leads to an index in its second form, at `place`.
  private func video(
    _ place: Int, base: Int, entry: [UInt8] = [UInt8](repeating: 0, count: 12), hidden: [UInt8] = []
  ) -> [UInt8] {
    func index(_ kind: UInt8, _ entries: [UInt8]) -> [UInt8] {
      let width: UInt8 = kind == 0 ? 4 : 2
      return [width, 0, 0, kind, 1, 0, 0, 0] + Array("00dc".utf8) + entries
    }
    let padding = [UInt8](repeating: 0, count: 12)
    let leading = index(0, padding + RIFFFile.little(UInt64(place)) + [8, 0, 0, 0, 1, 0, 0, 0])
    let stream = RIFFFile.list("strl", [RIFFFile.chunk("indx", leading)])
    let other = hidden.isEmpty ? [] : [RIFFFile.list("odml", [RIFFFile.chunk("indx", hidden)])]
    let chunks = index(1, RIFFFile.little(UInt64(base)) + entry)
    return RIFFFile.avi(
      streams: [stream] + other,
      more: [RIFFFile.form("AVIX", [RIFFFile.list("movi", []), RIFFFile.chunk("ix00", chunks)])])
  }

  @Test func `the indexes of a long video follow what moves`() throws {
    let size = video(0, base: 0).count
    let place = size - 8 - 32
    let plain = video(place, base: place - 12)
    #expect(plain[place...].starts(with: "ix00".utf8))
    let signed = try embedded(plain, store)
    let moved = video(place + 308, base: place + 308 - 12)
    #expect(try removed(signed) == plain)
    let form = plain.count - RIFFFile.form("AVIX", []).count - 12 - 40
    #expect(Array(signed.suffix(plain.count - form)) == Array(moved.suffix(plain.count - form)))
    #expect(signed[8..<form].elementsEqual(moved[8..<form]))
  }

  /// Entries: what they are counted in, where from its base, how long.
  private static let entries: [([UInt8], [UInt8])] = [
    // A picture far in front of its base.
    ([0, 0, 0, 0] + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0], []),
    // A picture that is longer than the file.
    ([0, 0, 0, 0] + [0, 0, 0, 0, 0xFF, 0xFF, 0, 0], []),
    // A second index, which players find in another list.
    ([UInt8](repeating: 0, count: 12), [UInt8](repeating: 0, count: 24)),
  ]

  @Test(arguments: entries)
  func `an index that cannot be brought up to date sends the label beside the video`(
    entry: [UInt8], hidden: [UInt8]
  ) throws {
    let place = video(0, base: 0, entry: entry, hidden: hidden).count - 8 - 32
    let file = video(place, base: place - 12, entry: entry, hidden: hidden)
    let found = try #require(try refusal(file))
    #expect(found.code.name == "RIFF-PLACES" && found.remedy == .sidecar)
  }

  @Test func `an index whose base stays while its pictures move sends the label beside`() throws {
    let draft = video(0, base: 0)
    let place = draft.count - 8 - 32
    let picture = RIFFFile.little(UInt32(place - 20)) + [8, 0, 0, 0]
    let file = video(place, base: 0, entry: [0, 0, 0, 0] + picture)
    let found = try #require(try refusal(file))
    #expect(found.code.name == "RIFF-PLACES" && found.remedy == .sidecar)
  }
}
