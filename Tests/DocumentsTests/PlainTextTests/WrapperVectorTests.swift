import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// The vectors of c2patxt for C2PA §A.8.
@Suite(
  "A.8 vectors", .enabled(if: Corpus.folder != nil, "the shared corpus is absent"))
struct WrapperVectorTests {
  /// One record.
  struct Record: Sendable, CustomStringConvertible {
    let id: String
    let operation: String
    let text: [UInt8]
    let payload: [UInt8]
    let expected: [UInt8]
    let status: String

    var description: String { id }
  }

  static let records: [Record] = {
    let bytes = Corpus.bytes(of: "text-vectors/a8-vectors.tsv") ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 6, !line.hasPrefix("#") else { return nil }
      return Record(
        id: fields[0], operation: fields[1], text: Hex.decode(fields[2]) ?? [],
        payload: Hex.decode(fields[3]) ?? [], expected: Hex.decode(fields[4]) ?? [],
        status: fields[5])
    }
  }()

  @Test("The table has its records")
  func count() {
    #expect(Self.records.count == 29)
    #expect(Set(Self.records.map(\.operation)) == ["embed", "extract"])
  }

  @Test("Every record of embedding gives the same bytes", arguments: records)
  func embed(record: Record) throws {
    guard record.operation == "embed" else { return }
    let carrier = try PlainTextCarrier(ByteSource(bytes: record.text))
    let room = record.expected.count - record.text.count
    #expect(carrier.length(of: record.payload) == room)
    // Text that is not in Normalization Form C is refused here: only the wrapper is compared.
    let placement = try PlainTextCarrier(ByteSource(bytes: [0x78]))
      .reserve(room: room, insisting: false)
    #expect(
      try record.text + carrier.frame(record.payload, for: placement) == record.expected)
  }

  @Test("Every record of extracting gives the same answer", arguments: records)
  func extract(record: Record) throws {
    guard record.operation == "extract" else { return }
    let location = try PlainTextCarrier(ByteSource(bytes: record.text)).locate()
    switch (record.status, location) {
    case ("NONE", .none): break
    case ("OK", .found(let store)): #expect(store.bytes == record.expected)
    case ("manifest.text.corruptedWrapper", .unusable(let note)):
      #expect(note.code.name == "TEXT-WRAPPER-BROKEN")
    case ("manifest.text.multipleWrappers", .unusable(let note)):
      #expect(note.code.name == "TEXT-WRAPPERS")
    // A broken wrapper before a whole one: C2PA 2.5 §A.8.4.2 ignores it, 2.4 §A.8.7.1 reports it.
    // It is read, and never official.
    case ("manifest.text.corruptedWrapper", .found(let store)):
      #expect(store.doubts.map(\.code.name) == ["TEXT-WRAPPER-BROKEN"])
    default: Issue.record("\(record.id): \(record.status) and \(location)")
    }
  }

  @Test("The selectors are those of the second set of vectors")
  func selectors() throws {
    let bytes = Corpus.bytes(of: "text-vectors/writerslogic-a8-variation-selector.json") ?? []
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .first { $0.contains("wrapper_utf8_hex") }
    let hex = try #require(line?.split(separator: "\"").last)
    let expected = try #require(Hex.decode(String(hex)))
    let carrier = try PlainTextCarrier(ByteSource(bytes: [0x78]))
    let placement = try carrier.reserve(room: expected.count, insisting: false)
    #expect(try carrier.frame(Array("c2pa-manifest-01".utf8), for: placement) == expected)
  }
}
