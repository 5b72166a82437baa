import BroadsealBytes
import Testing

@testable import BroadsealDocuments

@Suite("A manifest store in a PDF")
struct PDFEmbeddingTests {
  @Test("goes into an update behind the untouched file", arguments: PDFSample.Form.allCases)
  func prefix(form: PDFSample.Form) throws {
    let base = PDFSample(form: form).bytes
    let store = dummyStore(300)
    let carrier = try PDFCarrier(base)
    #expect(try carrier.locate().isNone)
    let output = try carrier.embedding(store)
    #expect(output.starts(with: base))
    let found = try #require(try PDFCarrier(output).locate().store)
    #expect(found.bytes == store)
    #expect(Array(output[found.extent.bounds]) == store)
    #expect(found.earlier.isEmpty && found.permitted.isEmpty && found.doubts.isEmpty)
  }

  @Test("follows the form of the cross-reference", arguments: PDFSample.Form.allCases)
  func sameForm(form: PDFSample.Form) throws {
    let output = try PDFCarrier(PDFSample(form: form).bytes).embedding(dummyStore(10))
    let sections = try PDFCarrier(output).document.chain.sections
    #expect(sections.count == 2)
    #expect(sections.allSatisfy { ($0.form == .table) == (form == .table) })
  }

  @Test("is placed the same way every time, and only its own size moves what follows")
  func deterministic() throws {
    let carrier = try PDFCarrier(PDFSample().bytes)
    #expect(
      try carrier.reserve(1_000, insisting: false).pieces
        == carrier.reserve(1_000, insisting: false).pieces)
    let (small, large) = (
      try carrier.reserve(1_000, insisting: false), try carrier.reserve(1_001, insisting: false)
    )
    #expect(small.extent.start == large.extent.start)
    #expect(small.outputSize + 1 == large.outputSize)
  }

  @Test("can be written four times, each store seen with the earlier ones")
  func fourRevisions() throws {
    var bytes = PDFSample().bytes
    var ends: [Int] = []
    for round in 1...4 {
      bytes = try PDFCarrier(bytes).embedding(dummyStore(100 * round, round))
      ends.append(bytes.count)
    }
    let found = try #require(try PDFCarrier(bytes).locate().store)
    #expect(found.bytes == dummyStore(400, 4))
    #expect(found.earlier.map(\.bytes) == (1...3).map { dummyStore(100 * $0, $0) })
    #expect(found.earlier.map(\.revisionEnd) == Array(ends.dropLast()))
  }

  @Test("is taken out again without a trace", arguments: PDFSample.Form.allCases, 1...3)
  func removal(form: PDFSample.Form, rounds: Int) throws {
    let base = PDFSample(form: form).bytes
    var bytes = base
    for round in 1...rounds {
      bytes = try PDFCarrier(bytes).embedding(dummyStore(50, round))
    }
    let carrier = try PDFCarrier(bytes)
    let pieces = try #require(try carrier.removal())
    #expect(try carrier.output(of: pieces) == base)
  }
}
