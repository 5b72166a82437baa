import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct RIFFReadingTests {
  static let store = DummyStore.bytes(300)
  static let chunk = RIFFFile.chunk("C2PA", store)

  private func code(_ bytes: [UInt8]) throws -> String? {
    guard case .unusable(let note) = try RIFFCarrier(ByteSource(bytes: bytes)).locate() else {
      return nil
    }
    return note.code.name
  }

  private func found(_ bytes: [UInt8]) throws -> LocatedStore {
    try #require(try RoundTrip.store(in: bytes))
  }

  @Test(arguments: [RIFFFile.wav([chunk]), RIFFFile.webp([chunk]), RIFFFile.avi([chunk])])
  func `the extent of a store is its chunk`(file: [UInt8]) throws {
    let found = try found(file)
    #expect(found.bytes == Self.store)
    #expect(found.extent == ByteRange(start: file.count - 308, length: 308))
    #expect(found.permitted == [ByteRange(start: 4, length: 4)])
    #expect(found.alternatives.isEmpty && found.doubts.isEmpty)
  }

  @Test func `a byte of padding may belong to the store while it is zero`() throws {
    let odd = DummyStore.bytes(301)
    let padded = try found(RIFFFile.wav([RIFFFile.chunk("C2PA", odd)]))
    #expect(padded.extent.length == 309)
    #expect(padded.alternatives.map(\.length) == [310])
    let marked = try found(RIFFFile.wav([RIFFFile.chunk("C2PA", odd, padding: 1)]))
    #expect(marked.extent.length == 309 && marked.alternatives.isEmpty)
    let bare = try found(RIFFFile.wav([RIFFFile.chunk("C2PA", odd, padding: nil)]))
    #expect(bare.extent.length == 309 && bare.alternatives.isEmpty)
  }

  @Test func `a store in front of other chunks is found`() throws {
    let file = RIFFFile.form(
      "WAVE", [Self.chunk, RIFFFile.waveFormat, RIFFFile.chunk("data", RIFFFile.samples)])
    #expect(try found(file).extent.start == 12)
  }

  @Test func `the size of the form may be left out only where it can say nothing else`() throws {
    let later = RIFFFile.form("AVIX", [RIFFFile.list("movi", [])])
    let last = RIFFFile.avi([Self.chunk], more: [later])
    #expect(try found(last).permitted.count == 1)
    let inside = RIFFFile.avi([Self.chunk, RIFFFile.chunk("JUNK", [0, 0])], more: [later])
    #expect(try found(inside).permitted.isEmpty)
    #expect(try found(RIFFFile.wav([Self.chunk]) + [1, 2, 3]).permitted.isEmpty)
  }

  @Test func `several stores are none`() throws {
    let later = RIFFFile.form("AVIX", [Self.chunk])
    #expect(try code(RIFFFile.wav([Self.chunk, Self.chunk])) == "RIFF-MULTIPLE-STORES")
    #expect(try code(RIFFFile.avi([Self.chunk], more: [later])) == "RIFF-MULTIPLE-STORES")
    #expect(try code(RIFFFile.avi(more: [later])) == "RIFF-STORE-PLACE")
  }

  @Test func `a store that the form does not hold whole is misplaced`() throws {
    var file = RIFFFile.wav([Self.chunk])
    file[4...7] = RIFFFile.little(UInt32(file.count - 108))[...]
    #expect(try code(file) == "RIFF-STORE-PLACE")
    file[4...7] = RIFFFile.little(UInt32(46))[...]
    #expect(try RoundTrip.store(in: file) == nil)
  }

  @Test func `what two readers could see otherwise is a doubt`() throws {
    var long = RIFFFile.wav([Self.chunk])
    long[4...7] = RIFFFile.little(UInt32(long.count + 100))[...]
    #expect(try found(long).doubts.map(\.code.name) == ["RIFF-SIZE"])
    #expect(try found(long).permitted.isEmpty)
    let loose = RIFFFile.wav([Self.chunk, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]])
    #expect(try found(loose).doubts.map(\.code.name) == ["RIFF-LOOSE"])
    #expect(try found(RIFFFile.wav([Self.chunk, [0, 0, 0]])).doubts.count == 1)
  }

  @Test func `the size of a form cannot be raised over the next one`() throws {
    let later = RIFFFile.form("AVIX", [RIFFFile.list("movi", [])])
    var file = RIFFFile.avi([Self.chunk], more: [later])
    #expect(try found(file).doubts.isEmpty)
    file[4...7] = RIFFFile.little(UInt32(file.count - 8))[...]
    #expect(try found(file).doubts.map(\.code.name) == ["RIFF-SIZE"])
    #expect(try found(file).permitted.isEmpty)
  }

  @Test func `lists are passed over however deep they are`() throws {
    var list = RIFFFile.list("last", [Self.chunk])
    for _ in 0..<10_000 { list = Array("LIST".utf8) + RIFFFile.little(UInt32(list.count)) + list }
    #expect(try RoundTrip.store(in: RIFFFile.wav([list])) == nil)
    #expect(try found(RIFFFile.wav([list, Self.chunk])).bytes == Self.store)
  }

  @Test func `very many chunks are walked over, and no more than the limit`() throws {
    let many = [[UInt8]](repeating: RIFFFile.chunk("JUNK", []), count: 200_000)
    #expect(try found(RIFFFile.wav(many + [Self.chunk])).bytes == Self.store)
    let more = [[UInt8]](repeating: RIFFFile.chunk("JUNK", []), count: RIFFLimits.maximumParts)
    #expect(throws: DocumentError.self) {
      try RIFFCarrier(ByteSource(bytes: RIFFFile.wav(more)))
    }
  }

  private static let wave = RIFFFile.waveFormat
  /// Broken files, and where the fault is.
  private static let broken: [(String, [UInt8], Int)] = [
    ("no header", Array("RIFX\u{4}\0\0\0WAVE".utf8), 0), ("too short", Array("RIFF".utf8), 0),
    ("a form shorter than its kind", RIFFFile.form("WAVE", [], size: 2), 4),
    (
      "a chunk past the end", RIFFFile.form("WAVE", [wave + RIFFFile.chunk("data", [], size: 9)]),
      36
    ),
    ("a chunk of 2^32 - 1", RIFFFile.form("WAVE", [RIFFFile.chunk("data", [], size: .max)]), 12),
    ("a store of 2^31", RIFFFile.form("WAVE", [RIFFFile.chunk("C2PA", [], size: 1 << 31)]), 12),
    ("no ds64", RIFFFile.form("WAVE", [wave], container: "RF64", size: .max), 12),
    (
      "a form of 2^63", RIFFFile.large([], formSize: 1 << 63, dataSize: 0), 12
    ),
    (
      "a table of 2^32 - 1 sizes", RIFFFile.large([], dataSize: 0, count: .max), 12
    ),
    (
      "data of 2^61", RIFFFile.large([RIFFFile.chunk("data", [], size: .max)], dataSize: 1 << 61),
      48
    ),
  ]

  @Test(arguments: broken)
  func `broken structure is refused with its offset`(_ what: String, file: [UInt8], offset: Int)
    throws
  {
    do {
      _ = try RIFFCarrier(ByteSource(bytes: file))
      Issue.record("\(what) was accepted")
    } catch DocumentError.malformed(_, let fault) {
      #expect(fault.offset == offset, "\(what): \(fault)")
    }
  }

  @Test(arguments: ["RF64", "BW64"])
  func `a store in a large file is found by the sizes of its table`(container: String) throws {
    let file = RIFFFile.large(
      [
        Self.wave, RIFFFile.chunk("data", RIFFFile.samples, size: .max),
        RIFFFile.chunk("levl", [1, 2], size: .max), Self.chunk,
      ], container: container, dataSize: 10, table: [("levl", 2)])
    let found = try found(file)
    #expect(found.bytes == Self.store && found.permitted.isEmpty && found.doubts.isEmpty)
  }

  @Test(arguments: [UInt32.max, 0])
  func `a recording that was not finished is read to its end`(size: UInt32) throws {
    let file = RIFFFile.form(
      "WAVE", [Self.wave, RIFFFile.chunk("data", RIFFFile.samples, size: size)], size: size)
    #expect(try RoundTrip.store(in: file) == nil)
    #expect(try RIFFCarrier(ByteSource(bytes: file)).namedBoxes()?.count == 3)
  }

  @Test func `boxes carry the names of the standard and cover every byte`() throws {
    let later = RIFFFile.form("AVIX", [RIFFFile.list("movi", [])])
    let file = RIFFFile.avi([Self.chunk, RIFFFile.chunk("JUNK", [1])], more: [later, [9]])
    let boxes = try #require(try RIFFCarrier(ByteSource(bytes: file)).namedBoxes())
    #expect(
      boxes.map(\.name) == ["AVI ", "hdrl", "movi", "C2PA", "JUNK", "AVIX", "movi", "c2pa.after"])
    #expect(boxes.reduce(0) { $1.range.start == $0 ? $1.range.end : -1 } == file.count)
  }

  @Test func `metadata are the chunks in which programs say something`() throws {
    let said = [
      RIFFFile.list("INFO", [RIFFFile.chunk("ICMT", Array("said".utf8))]),
      RIFFFile.chunk("_PMX", Array("packet".utf8)), RIFFFile.chunk("bext", [1, 2]),
    ]
    let file = RIFFFile.wav(said + [Self.chunk])
    let ranges = try RIFFCarrier.metadata(of: ByteSource(bytes: file))
    #expect(ranges.map { Array(file[$0.bounds]) } == said)
    // What stands before a fault is found all the same.
    let cut = try RIFFCarrier.metadata(of: ByteSource(bytes: Array(file.dropLast(9))))
    #expect(cut == ranges)
  }
}
