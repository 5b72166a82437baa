import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import Testing

@Suite struct JPEGBoxesTests {
  private func boxes(_ file: [UInt8]) throws -> [NamedBox] {
    try #require(try JPEGCarrier(ByteSource(bytes: file)).namedBoxes())
  }

  @Test func `boxes carry the names of the standard, one for each restart interval`() throws {
    let store = JPEGFile.store(DummyStore.bytes(300), part: 100).flatMap { $0 }
    let file = JPEGFile.picture(store + JPEGFile.foreignBox(instance: 7))
    let boxes = try boxes(file)
    #expect(
      boxes.map(\.name) == [
        "SOI", "APP0", "C2PA", "APP11", "DQT", "SOF0", "SOS", "RST0", "RST1", "EOI",
      ])
    #expect(boxes.reduce(0) { $1.range.start == $0 ? $1.range.end : -1 } == file.count)
    #expect(boxes[2].range == ByteRange(start: 20, length: store.count))
  }

  @Test func `the pictures of a Multi-Picture file follow one another`() throws {
    let one = JPEGFile.start + JPEGFile.scan + JPEGFile.end
    let names = ["SOI", "SOS", "RST0", "RST1", "EOI"]
    #expect(try boxes(one + one).map(\.name) == names + names)
  }

  @Test func `a store in the second picture is an ordinary segment`() throws {
    let store = JPEGFile.store(DummyStore.bytes(300)).flatMap { $0 }
    let names = try boxes(JPEGFile.picture() + JPEGFile.picture(store)).map(\.name)
    #expect(!names.contains("C2PA") && names.contains("APP11"))
  }

  @Test func `bytes that are no picture come after`() throws {
    let one = JPEGFile.picture()
    for tail in [Array("tail".utf8), Array(one.dropLast())] {
      let last = try #require(try boxes(one + tail).last)
      #expect(last.name == "c2pa.after")
      #expect(last.range == ByteRange(start: one.count, length: tail.count))
    }
  }

  @Test func `a picture that does not end has no boxes`() {
    #expect(throws: DocumentError.self) { try boxes(Array(JPEGFile.picture().dropLast(2))) }
  }
}
