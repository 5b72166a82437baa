import BroadsealBytes
import Testing

@testable import BroadsealDocuments

@Suite("Taking a manifest store out of a PDF")
struct PDFRemovalTests {
  private typealias Sample = PDFStoreSample

  private func removed(_ bytes: [UInt8]) throws -> [UInt8] {
    let carrier = try PDFCarrier(bytes)
    return try carrier.output(of: try #require(try carrier.removal()))
  }

  @Test("does nothing where there is none")
  func none() throws {
    #expect(try PDFCarrier(PDFSample().bytes).removal() == nil)
  }

  @Test("overwrites a foreign store where it stands and drops its entries")
  func foreign() throws {
    let sample = PDFSample(
      Sample.objects([
        1: Sample.catalog(
          "/AF [6 0 R 4 0 R] /Names << /EmbeddedFiles << /Names [(a) 4 0 R (b) 6 0 R] >> >>"),
        6: "<< /Type /Filespec /F (b) >>",
      ]))
    let extent = try #require(try PDFCarrier(sample.bytes).locate().store?.extent)
    let output = try removed(sample.bytes)
    #expect(output[extent.bounds].allSatisfy { $0 == 0 })
    #expect(output[..<extent.start] == sample.bytes[..<extent.start])
    #expect(output[extent.end..<sample.bytes.count] == sample.bytes[extent.end...])
    let carrier = try PDFCarrier(output)
    #expect(try carrier.locate().isNone)
    var resolver = carrier.document.resolver()
    let catalog = try carrier.document.catalog(in: &resolver)
    #expect(String(decoding: catalog.raw, as: UTF8.self).contains("/AF [6 0 R]"))
    #expect(catalog["Names"]?["EmbeddedFiles"]?["Names"]?.items?.count == 2)
  }

  @Test("cuts off its own updates and overwrites what a foreign one brought")
  func mixed() throws {
    let base = PDFSample(Sample.objects()).bytes
    let output = try removed(try PDFCarrier(base).embedding(dummyStore(70)))
    #expect(try PDFCarrier(output).locate().isNone)
    #expect(output.count < base.count + 400)
    #expect(!output.contains(Array("STORE".utf8)))
  }

  @Test("cuts nothing off when a revision follows")
  func laterRevision() throws {
    let signed = try PDFCarrier(PDFSample().bytes).embedding(dummyStore(70))
    let section = try PDFCarrier(signed).document.chain.sections[0].offset
    let start = signed.count
    let table = "xref\n3 1\n\(PDFSample.padded(start)) 00000 n \ntrailer\n"
    let page = "3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n"
    let bytes =
      signed
      + Array(
        (page + table + "<< /Root 1 0 R /Size 9 /Prev \(section) >>\nstartxref\n"
          + "\(start + page.utf8.count)\n%%EOF\n").utf8)
    let output = try removed(bytes)
    #expect(output.count > bytes.count)
    #expect(try PDFCarrier(output).locate().isNone)
    #expect(!output.contains(dummyStore(70)))
  }

  @Test("can be followed by a new store")
  func again() throws {
    let output = try removed(PDFSample(Sample.objects()).bytes)
    let signed = try PDFCarrier(output).embedding(dummyStore(80, 9))
    let found = try #require(try PDFCarrier(signed).locate().store)
    #expect(found.bytes == dummyStore(80, 9))
    #expect(found.earlier.isEmpty)
  }
}
