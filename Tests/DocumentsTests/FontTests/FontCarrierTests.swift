import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct FontCarrierTests {
  private let store = DummyStore.bytes(301)

  private func labelled() throws -> [UInt8] {
    let document = try Document(ByteSource(bytes: SmallFont.trueType), path: nil)
    return try RoundTrip.embed(store, in: document).bytes
  }

  @Test func `the store's table comes in, and the font is as it was without it`() throws {
    let bytes = try labelled()
    let found = try #require(try RoundTrip.store(in: bytes))
    #expect(found.bytes == store && found.doubts.isEmpty && found.permitted.count == 2)
    let source = ByteSource(bytes: bytes)
    let carrier = try FontCarrier(source)
    let names = try #require(try carrier.namedBoxes()).map(\.name)
    #expect(names == ["C2PA", "glyf", "head", "name"])
    let pieces = try #require(try carrier.removal())
    #expect(try RoundTrip.apply(pieces, to: source) == SmallFont.trueType)
  }

  @Test func `every bit of the directory and between the tables is watched`() throws {
    let bytes = try labelled()
    let boxes = try #require(try FontCarrier(ByteSource(bytes: bytes)).namedBoxes())
    for offset in bytes.indices where !boxes.contains(where: { $0.range.bounds.contains(offset) }) {
      var damaged = bytes
      damaged[offset] ^= 1
      let found = try? FontCarrier(ByteSource(bytes: damaged)).locate()
      guard case .found(let store)? = found else { continue }
      #expect(!store.doubts.isEmpty, "\(offset)")
    }
  }

  @Test func `bytes behind the tables are a doubt, and keep a store out`() throws {
    let found = try #require(try RoundTrip.store(in: labelled() + [0, 0, 0, 0]))
    #expect(found.doubts.map(\.code.name) == ["FONT-UNHASHED"])
    let carrier = try FontCarrier(ByteSource(bytes: SmallFont.trueType + [1, 2, 3, 4]))
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
  }

  @Test func `a font that was cut is refused`() throws {
    let bytes = try labelled()
    // What fills up the last table is no part of it.
    for length in 0..<bytes.count - 3 {
      #expect(throws: DocumentError.self) {
        try FontCarrier(ByteSource(bytes: Array(bytes.prefix(length))))
      }
    }
  }
}
