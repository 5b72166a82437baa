import BroadsealBytes
import BroadsealFiles
import Testing

@testable import BroadsealDocuments

@Suite("What came after a signature, in an object stream that became longer")
struct PDFStreamMembersTests {
  @Test("is a change where what is in it is another value")
  func longerStream() throws {
    // Up to the comment the last object is 5; with what follows it, a reference to object 5.
    let texts = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 6 0 R >>", "5 %",
    ]
    let starts = texts.indices.map { texts[..<$0].joined(separator: " ").utf8.count + min($0, 1) }
    let header = zip([1, 2, 3, 6], starts).map { "\($0) \($1) " }.joined()
    let short = header + texts.joined(separator: " ")
    let long = short + "endstream endobj\n 0 R"
    var file = Array("%PDF-1.7\n".utf8)
    var offsets: [Int: Int] = [:]
    func add(_ number: Int, _ body: String) {
      offsets[number] = file.count
      file += Array("\(number) 0 obj \(body)\nendobj\n".utf8)
    }
    /// A cross-reference stream of a few objects of their own, and of those in the object stream.
    func end(_ number: Int, of numbers: [Int], _ more: String) {
      offsets[number] = file.count
      var rows = ByteWriter()
      for (index, number) in numbers.enumerated() {
        rows.write(offsets[number] == nil ? 2 : 1)
        rows.writeBigEndian(UInt16(offsets[number] ?? 4))
        rows.write(offsets[number] == nil ? UInt8(index) : 0)
      }
      let index = numbers.map { "\($0) 1" }.joined(separator: " ")
      let start = file.count
      file += Array(
        "\(number) 0 obj << /Type /XRef /Size 10 /Root 1 0 R /W [1 2 1] /Index [\(index)] \(more)"
          .utf8)
      file += Array("/Length \(4 * numbers.count) >> stream\n".utf8) + rows.bytes
      file += Array("\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n".utf8)
    }
    add(
      4,
      "<< /Type /ObjStm /N 4 /First \(header.utf8.count) /Length 7 0 R >> stream\n\(long)\nendstream"
    )
    add(5, "<< /Length 1 >> stream\n \nendstream")
    add(7, "\(short.utf8.count)")
    end(8, of: [1, 2, 3, 6, 4, 5, 7, 8], "")
    let signed = file.count
    let section = try #require(offsets[8])
    for (length, change) in [(short, LaterChange.nothing), (long, .changed)] {
      file.removeSubrange(signed...)
      add(7, "\(length.utf8.count)")
      end(9, of: [7, 9], "/Prev \(section) ")
      let document = try PDFDocument(ByteSource(bytes: file))
      var census = PDFChangeCensus(document)
      let found = try census.changes(after: signed)
      #expect(found.change == change, "\(found)")
      var references = PDFReferenceCache()
      var before = PDFSnapshot(try PDFDocument(document.file.cut(at: signed), headerOffset: 0))
      var after = PDFSnapshot(document)
      #expect(!(try PDFObjectGraph(&before, references: &references)).isReachable(5))
      let graph = try PDFObjectGraph(&after, references: &references)
      #expect(graph.isReachable(5) == (change == .changed))
    }
  }
}
