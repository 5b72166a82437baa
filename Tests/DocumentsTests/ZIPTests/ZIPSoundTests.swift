import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// What is unusual in an archive and means the same to every reader.
@Suite("Unusual archives") struct ZIPSoundTests {
  private func collection(_ bytes: [UInt8]) throws -> FileCollection {
    try #require(try ZIPCarrier(ByteSource(bytes: bytes)).collection())
  }

  @Test("descriptors with and without their signature belong to their entry")
  func descriptors() throws {
    for (descriptor, length) in [(ZIPFile.Descriptor.signed, 16), (.bare, 12)] {
      let file = ZIPFile([
        .init("a.txt", "first", deflates: true).with { $0.descriptor = descriptor },
        .init("b.txt", "second").with { $0.descriptor = descriptor },
      ])
      let members = try collection(file.built().bytes).members
      #expect(members.map(\.trailerLength) == [length, length])
    }
  }

  @Test("members and directory are every byte of an archive without a store")
  func coversAll() throws {
    let file = ZIPFile.docx()
    let bytes = file.built().bytes
    let found = try collection(bytes)
    let ranges = found.members.map(\.range) + found.directory
    #expect(ranges.map(\.start) == [0] + ranges.dropLast().map(\.end))
    #expect(ranges.last?.end == bytes.count)
  }

  @Test("a directory in another order than the files")
  func order() throws {
    var file = ZIPFile.docx()
    file.directoryOrder = [2, 0, 1]
    let paths = try collection(file.built().bytes).members.map(\.path)
    #expect(paths == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
  }

  @Test("times, alignment and growth hints may differ between header and record")
  func extras() throws {
    for (local, central) in [
      ([0x55, 0x54, 5, 0, 1, 1, 2, 3, 4], []), ([0, 0, 0], []), ([0, 0, 0, 0, 0, 0], []),
      ([], [0x0A, 0, 4, 0, 0, 0, 0, 0]),
      ([0x20, 0xA2, 4, 0, 0x28, 0xA0, 0, 0], [0x55, 0x54, 1, 0, 0]),
    ] as [([UInt8], [UInt8])] {
      let entry = ZIPFile.Entry("a.txt", "a").with { ($0.localExtra, $0.extra) = (local, central) }
      var built = ZIPFile([entry]).built()
      built.put(0x1234 as UInt16, at: built.headers[0] + 10)
      #expect(try collection(built.bytes).members.count == 1)
    }
  }

  @Test("an archive inside an archive is a file like others")
  func nested() throws {
    let inner = ZIPFile.docx().built().bytes
    let entry = ZIPFile.Entry("inner.zip").with { $0.content = inner }
    #expect(try collection(ZIPFile([entry]).built().bytes).members.map(\.path) == ["inner.zip"])
  }

  @Test("a comment, an empty archive and Japanese names")
  func oddities() throws {
    var file = ZIPFile([.init("\u{5831}\u{544A}.txt", "a")])
    file.comment = Array("made for a test".utf8)
    let member = try #require(try collection(file.built().bytes).members.first)
    #expect(member.uri == "%E5%A0%B1%E5%91%8A.txt")
    #expect(try collection(ZIPFile([]).built().bytes).members.isEmpty)
  }

  @Test("more entries than an archive without ZIP64 can count are not read")
  func tooMany() throws {
    var built = ZIPFile([]).built()
    for place in [8, 10] { built.put(UInt16(0xFFFF), at: built.end + place) }
    #expect(throws: DocumentError.self) { try ZIPCarrier(ByteSource(bytes: built.bytes)) }
  }

  @Test("a directory above its limit is not read")
  func largeDirectory() throws {
    let size = ZIPLimits.maximumDirectorySize + 1
    var bytes = [UInt8](repeating: 0, count: size)
    var end = Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 4)
    end += little(1 as UInt16) + little(1 as UInt16) + little(UInt32(size)) + little(0 as UInt32)
    bytes += end + [0, 0]
    let problem = #expect(throws: DocumentError.self) { try ZIPCarrier(ByteSource(bytes: bytes)) }
    #expect(ZIPHostileTests.code(of: problem) == "ZIP-LIMIT")
  }
}
