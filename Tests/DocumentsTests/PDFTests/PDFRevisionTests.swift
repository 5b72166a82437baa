import BroadsealBytes
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

@Suite("Revisions after and before a manifest store")
struct PDFRevisionTests {
  /// A file with a store, as the carrier writes it, ready for more revisions.
  private func signed(_ store: [UInt8] = dummyStore(40)) throws -> (bytes: [UInt8], root: String) {
    let bytes = try PDFCarrier(PDFSample().bytes).embedding(store)
    let carrier = try PDFCarrier(bytes)
    var resolver = carrier.document.resolver()
    let catalog = try carrier.document.catalog(in: &resolver)
    return (bytes, String(decoding: catalog.raw, as: UTF8.self))
  }

  /// Appends a revision that gives `objects` new values.
  private func update(_ bytes: [UInt8], _ objects: [Int: String]) throws -> [UInt8] {
    let section = try PDFCarrier(bytes).document.chain.sections[0]
    var file = bytes
    var table = "xref\n"
    for (number, text) in objects.sorted(by: { $0.key < $1.key }) {
      table += "\(number) 1\n\(PDFSample.padded(file.count)) 00000 n \n"
      file += Array("\(number) 0 obj\n\(text)\nendobj\n".utf8)
    }
    let start = file.count
    table += "trailer\n<< /Root 1 0 R /Size 40 /Prev \(section.offset) >>\n"
    return file + Array((table + "startxref\n\(start)\n%%EOF\n").utf8)
  }

  @Test("a revision after the signed one leaves the store where it was, and is spoken of")
  func laterRevision() throws {
    let (bytes, _) = try signed()
    let extent = try #require(try PDFCarrier(bytes).locate().store?.extent)
    let changed = try update(bytes, [3: "<< /Type /Page /Parent 2 0 R /Rotate 90 >>"])
    let found = try #require(try PDFCarrier(changed).locate().store)
    #expect(found.extent == extent)
    #expect(found.notes.map(\.code.name) == ["PDF-LATER-REVISION"])
    #expect(found.notes.first?.offset == bytes.count)
  }

  @Test("a later catalog that drops the store does not unsign the document")
  func droppedEntry() throws {
    let (bytes, _) = try signed()
    let extent = try #require(try PDFCarrier(bytes).locate().store?.extent)
    let changed = try update(bytes, [1: "<< /Type /Catalog /Pages 2 0 R >>"])
    #expect(try PDFCarrier(changed).locate().store?.extent == extent)
  }

  @Test("a later store that replaces the listed one is the active one")
  func replacedStore() throws {
    let (bytes, _) = try signed()
    let changed = try update(
      bytes,
      [
        1: PDFStoreSample.catalog("/AF [20 0 R]"), 20: PDFStoreSample.specification(21),
        21: PDFStoreSample.stream("MINE"),
      ])
    let found = try #require(try PDFCarrier(changed).locate().store)
    #expect(found.bytes == Array("MINE".utf8))
    #expect(found.earlier.map(\.bytes) == [dummyStore(40)])
    #expect(found.earlier.map(\.revisionEnd) == [bytes.count])
  }

  @Test("a later store that only the embedded files name makes the document ambiguous")
  func rivalInLaterRevision() throws {
    let (bytes, root) = try signed()
    let names = "/EmbeddedFiles << /Names [(b) 20 0 R (content_credential.c2pa) 4 0 R] >>"
    let rival = [
      1: root.replacingNames(with: names), 20: PDFStoreSample.specification(21),
      21: PDFStoreSample.stream("MINE"),
    ]
    let note = try PDFCarrier(try update(bytes, rival)).locate().note
    #expect(note?.code.name == "PDF-MULTIPLE-STORES")
  }

  @Test("an older store that a later catalog lists again is not the newest: ambiguous")
  func olderStoreListedAgain() throws {
    let (bytes, root) = try signed(dummyStore(40))
    let second = try PDFCarrier(bytes).embedding(dummyStore(50, 2))
    let rolledBack = try update(second, [1: root])
    #expect(try PDFCarrier(rolledBack).locate().note?.code.name == "PDF-MULTIPLE-STORES")
  }

  @Test("two stores in one earlier revision count as none there")
  func twoStoresInEarlierRevision() throws {
    let base = PDFSample(
      PDFStoreSample.objects([
        1: PDFStoreSample.catalog("/AF [4 0 R 6 0 R]"), 6: PDFStoreSample.specification(7),
        7: PDFStoreSample.stream("OTHER"),
      ]))
    let changed = try update(
      base.bytes,
      [
        1: PDFStoreSample.catalog("/AF [20 0 R]"), 20: PDFStoreSample.specification(21),
        21: PDFStoreSample.stream("NEWEST"),
      ])
    let found = try #require(try PDFCarrier(changed).locate().store)
    #expect(found.bytes == Array("NEWEST".utf8))
    #expect(found.earlier.isEmpty)
  }

  @Test("a store in a file whose older structure is broken is found, with doubts")
  func doubts() throws {
    let (bytes, _) = try signed()
    let broken = PDFSample.replacing("xref\n0 1", with: "xxef\n0 1", in: bytes)
    let carrier = try PDFCarrier(broken)
    let found = try #require(try carrier.locate().store)
    #expect(found.bytes == dummyStore(40))
    #expect(found.doubts.map(\.code.name) == ["PDF-AMBIGUOUS"])
    #expect(throws: DocumentError.self) { try carrier.reserve(10, insisting: true) }
    #expect(throws: DocumentError.self) { try carrier.removal() }
  }

  @Test(
    "bytes after the end of a signed file leave doubts",
    arguments: ["x", "\n%%EOF\nPK", "%PDF-1.7"])
  func trailing(text: String) throws {
    let (bytes, _) = try signed()
    let found = try #require(try PDFCarrier(bytes + Array(text.utf8)).locate().store)
    #expect(!found.doubts.isEmpty)
  }
}

extension String {
  /// A catalog with other embedded files: `Names` stands last in what the carrier writes.
  fileprivate func replacingNames(with names: String) -> String {
    var text = self
    while !text.hasSuffix("/Names << /EmbeddedFiles"), !text.isEmpty { text.removeLast() }
    text.removeLast("/EmbeddedFiles".count)
    return text + names + " >> >>"
  }
}
