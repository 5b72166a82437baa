import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

/// A later revision that is harmless by its cross-reference, and holds what some reader comes to all the same.
///
/// Each of them showed another page in a reader that people use.
@Suite("What came after a signature and no cross-reference names")
struct PDFUnlistedPartsTests {
  /// A revision under construction, behind a sealed file.
  struct Update {
    var bytes = SealedSample().sample.bytes
    let previous = SealedSample().sample.section ?? 0
    private(set) var offsets: [Int: Int] = [:]

    mutating func add(_ number: Int, _ body: String) {
      offsets[number] = bytes.count
      write("\(number) 0 obj\n\(body)\nendobj\n")
    }

    mutating func write(_ text: String) { bytes += Array(text.utf8) }

    /// Rows of an object each, of a kind and two numbers.
    static func rows(_ rows: [(kind: UInt8, place: Int, last: UInt8)], kindWidth: Int = 1) -> String
    {
      rows.map { row in
        let bytes =
          Array(repeating: 0, count: kindWidth - 1) + [row.kind]
          + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: row.place >> $0) } + [row.last]
        return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      }.joined()
    }

    /// A cross-reference stream with `rows` of the objects that `index` says.
    mutating func section(
      _ number: Int, _ index: String, _ rows: String, _ more: String, widths: String = "1 4 1"
    ) {
      add(
        number,
        "<< /Type /XRef /Root 1 0 R /Info 18 0 R /Size 60 /W [\(widths)] /Index [\(index)] "
          + "/Filter /ASCIIHexDecode /Length \(rows.utf8.count + 1) \(more) >>\nstream\n\(rows)>\n"
          + "endstream")
    }

    /// The end: a table of the objects that were added, or the place of a section.
    mutating func end(
      at section: Int? = nil, _ more: String = "", head: (Int) -> String = { "\($0) 1\n" }
    ) {
      var start = bytes.count
      if let section {
        start = offsets[section] ?? 0
      } else {
        write("xref\n")
        for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
          write("\(head(number))\(PDFSample.padded(offset)) 00000 n \n")
        }
        write("trailer\n<< /Root 1 0 R /Info 18 0 R /Size 60 /Prev \(previous) \(more) >>\n")
      }
      write("startxref\n\(start)\n%%EOF\n")
    }

    var later: LaterChange? { get throws { try SealedSample.changes(in: bytes)?.change } }
  }

  @Test("is nothing where everything is named")
  func control() throws {
    var table = Update()
    table.add(50, "<< /Unused true >>")
    table.write("% a comment\n\n")
    table.end()
    #expect(try table.later == .nothing)
    var stream = Update()
    stream.add(50, "<< /Type /ObjStm /N 1 /First 5 /Length 12 >>\nstream\n51 0 << >>  \nendstream")
    let place = (stream.offsets[50] ?? 0, stream.bytes.count)
    stream.section(
      52, "50 3", Update.rows([(1, place.0, 0), (2, 50, 0), (1, place.1, 0)]),
      "/Prev \(stream.previous)")
    stream.end(at: 52)
    #expect(try stream.later == .nothing)
  }

  @Test("an object stream with more in it than is named", arguments: ["/ObjStm", "57 0 R"])
  func members(type: String) throws {
    var update = Update()
    update.add(57, "/ObjStm")
    update.add(
      50,
      "<< /Type \(type) /N 1 /First 4 /Length 32 >>\nstream\n3 0 << /Type /Page /Parent 2 0 R >>\n"
        + "endstream")
    update.end()
    #expect(try update.later == nil)
  }

  @Test("a stream that is no section, where a reader follows the stream of a hybrid section")
  func hybridPrevious() throws {
    var update = Update()
    update.add(49, "<< /Other true >>")
    let other = update.bytes.count
    update.section(
      50, "3 1", Update.rows([(1, update.offsets[49] ?? 0, 0)]), "/Prev \(update.previous)")
    update.section(51, "58 1", Update.rows([(0, 0, 0)]), "/Prev \(other)")
    update.end("/XRefStm \(update.offsets[51] ?? 0)")
    #expect(try update.later == nil)
    #expect(throws: DocumentError.self) { try PDFDocument(ByteSource(bytes: update.bytes)) }
  }

  @Test("a stream that is no section, where a reader follows XRefStm of a stream")
  func hiddenInStream() throws {
    var update = Update()
    update.add(49, "<< /Other true >>")
    update.section(50, "3 1", Update.rows([(1, update.offsets[49] ?? 0, 0)]), "")
    let place = update.bytes.count
    update.section(
      51, "49 3",
      Update.rows([
        (1, update.offsets[49] ?? 0, 0), (1, update.offsets[50] ?? 0, 0), (1, place, 0),
      ]), "/Prev \(update.previous) /XRefStm \(update.offsets[50] ?? 0)")
    update.end(at: 51)
    #expect(try update.later == nil)
  }

  @Test(
    "a table over which a reader stumbles",
    arguments: ["50  1\n", "50\t1\n", "50\n1\n", " 50 1\n", "50 1  \n", "50 1 "])
  func tables(head: String) throws {
    var update = Update()
    update.add(49, "<< /Other true >>")
    update.add(50, "<< /Other true >>")
    update.end { $0 == 50 ? head : "\($0) 1 \r\n" }
    #expect(try update.later == nil)
  }

  @Test(
    "a trailer between objects, in the data of a stream, or in a comment",
    arguments: [
      "trailer << /Root 50 0 R >>\n", "% trailer << /Root 50 0 R >>\n",
      "51 0 obj << /Length 27 >> stream\ntrailer << /Root 50 0 R >>\nendstream endobj\n", "void\n",
    ])
  func trailers(text: String) throws {
    var update = Update()
    update.add(50, "<< /Type /Catalog /Pages 2 0 R >>")
    if text.hasPrefix("51") {
      update.add(51, "<< /Length 27 >> stream\ntrailer << /Root 50 0 R >>\nendstream")
    } else {
      update.write(text)
    }
    update.end()
    #expect(try update.later == nil)
  }

  @Test(
    "a section that a reader gives up: a row of no kind, a wide kind, filters under other names")
  func sections() throws {
    for (kind, width, more) in [
      (UInt8(3), 1, ""), (0, 5, ""), (0, 1, "/F null"), (0, 1, "/DP [null]"),
    ] {
      var update = Update()
      let place = update.bytes.count
      update.section(
        50, "49 2", Update.rows([(kind, 0, 0), (1, place, 0)], kindWidth: width),
        "/Prev \(update.previous) \(more)", widths: "\(width) 4 1")
      update.end(at: 50)
      #expect(try update.later == nil, "\(kind) \(width) \(more)")
    }
    var control = Update()
    let place = control.bytes.count
    control.section(
      50, "49 2", Update.rows([(0, 0, 0), (1, place, 0)]), "/Prev \(control.previous)")
    control.end(at: 50)
    #expect(try control.later == .nothing)
  }

  @Test("a trailer in a string of the trailer itself, which is no change of the trailer")
  func trailerInTrailer() throws {
    var update = Update()
    update.add(50, "<< /Type /Catalog /Pages 2 0 R >>")
    update.end("/DocChecksum (\\ntrailer << /Root 50 0 R >>\\n)")
    #expect(try update.later == nil)
  }

  @Test("an end of the file that readers do not find, and a subsection of nothing far away")
  func ends() throws {
    for text in [String(repeating: "\r\n", count: 600), String(repeating: " ", count: 60)] {
      var update = Update()
      update.add(50, "<< /Unused true >>")
      update.end()
      let word = try #require(
        update.bytes[SealedSample().end...].firstRange(of: Array("startxref".utf8)))
      update.bytes.insert(contentsOf: Array(text.utf8), at: word.upperBound)
      #expect(try update.later == nil)
      #expect(throws: DocumentError.self) { try PDFDocument(ByteSource(bytes: update.bytes)) }
    }
    for head in ["999999999999 0\n", "7 0\n"] {
      var update = Update()
      update.add(50, "<< /Unused true >>")
      update.end { head + "\($0) 1\n" }
      #expect(try update.later == nil, "\(head)")
    }
  }

  @Test("what one revision did and another undid", arguments: [true, false])
  func restored(byPlace: Bool) throws {
    let sealed = SealedSample()
    let forged = sealed.adding([
      4: SealedSample.stream("BT (void) Tj ET"), 30: "<< /Unused true >>",
    ])
    #expect(try SealedSample.changes(in: forged.sample.bytes)?.change == .changed)
    var bytes = forged.sample.bytes
    let previous = forged.sample.section ?? 0
    let honest = try #require(sealed.sample.bytes.firstRange(of: Array("4 0 obj".utf8)))
    var place = honest.lowerBound
    if !byPlace {
      place = bytes.count
      bytes += Array("4 0 obj\n\(SealedSample.objects[4] ?? "")\nendobj\n".utf8)
    }
    let start = bytes.count
    bytes += Array(
      """
      xref
      4 1
      \(PDFSample.padded(place)) 00000 n\u{20}
      trailer
      << /Root 1 0 R /Info 18 0 R /Size 31 /Prev \(previous) >>
      startxref
      \(start)
      %%EOF

      """.utf8)
    let found = try #require(try SealedSample.changes(in: bytes))
    #expect(found.change == .changed)
    // Nor is such a file labelled inside, before anybody sealed it.
    let policy = try PDFEmbeddingPolicy.of(PDFDocument(ByteSource(bytes: bytes)))
    #expect((policy.refusal?.code.name == "PDF-IRREGULAR") == byPlace)
    #expect(found.reason.hasPrefix("revision 2: "), "\(found.reason)")
  }
}
