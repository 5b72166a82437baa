import BroadsealBytes
import BroadsealCompression
import BroadsealFiles
import BroadsealNotes
import CBroadsealZlib
import Testing

@testable import BroadsealDocuments

@Suite("The limits of the PDF reader")
struct PDFLimitsTests {
  private typealias Sample = PDFStoreSample

  private func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  @Test("a header in the first kibibyte, and not after it")
  func headerOffset() {
    let junk = [UInt8](repeating: 32, count: PDFLimits.maximumHeaderOffset)
    #expect(pdfFault(junk + PDFSample().bytes) == nil)
    #expect(pdfFault([32] + junk + PDFSample().bytes) == "PDF-HEADER")
  }

  @Test("white space at the end, but no more than the tail that is read")
  func tail() {
    let room = PDFLimits.maximumPlainTail
    let file = PDFSample().bytes
    #expect(pdfFault(file + [UInt8](repeating: 10, count: room - 100)) == nil)
    #expect(pdfFault(file + [UInt8](repeating: 10, count: room)) == "PDF-TRAILING")
  }

  @Test("so many revisions and no more")
  func sections() {
    var sample = PDFSample()
    for _ in 1..<PDFLimits.maximumSections { sample.append([:]) }
    #expect(pdfFault(sample.bytes) == nil)
    sample.append([:])
    #expect(pdfFault(sample.bytes) == "PDF-LIMIT")
  }

  @Test("so many cross-reference entries and no more")
  func entries() {
    let file = PDFFile(source: ByteSource(bytes: PDFSample().bytes), origin: 0, end: 0)
    let whole = PDFFile(source: file.source, origin: 0, end: file.source.size)
    let section = PDFSample().section ?? 0
    #expect(throws: Never.self) { try PDFXRefSection(table: section, in: whole, room: 4) }
    #expect(throws: DocumentError.self) { try PDFXRefSection(table: section, in: whole, room: 3) }
    let form = PDFSample(form: .stream)
    let streamed = ByteSource(bytes: form.bytes)
    let other = PDFFile(source: streamed, origin: 0, end: streamed.size)
    #expect(throws: DocumentError.self) {
      try PDFXRefSection(stream: form.section ?? 0, in: other, room: 3)
    }
  }

  @Test("entries hold what the format can say, and nothing else")
  func entryRanges() throws {
    let top = PDFLimits.maximumObjectNumber
    let plain = PDFXRefEntry.Location.plain(offset: 1 << 40, generation: 65_535)
    let compressed = PDFXRefEntry.Location.compressed(
      container: top, index: PDFLimits.maximumCompressedObjects - 1)
    for location in [plain, compressed, .free] {
      #expect(PDFXRefEntry(number: top, location)?.location == location)
    }
    #expect(PDFXRefEntry(number: top + 1, .free) == nil)
    #expect(PDFXRefEntry(number: 1, .plain(offset: 0, generation: 65_536)) == nil)
    #expect(PDFXRefEntry(number: 1, .plain(offset: -1, generation: 0)) == nil)
    #expect(PDFXRefEntry(number: 1, .compressed(container: 0, index: 0)) == nil)
    #expect(
      PDFXRefEntry(
        number: 1, .compressed(container: 1, index: PDFLimits.maximumCompressedObjects)) == nil)
  }

  @Test("arrays nested so deep and no deeper")
  func depth() {
    // The catalog is a dictionary around them.
    let deepest = nested(PDFLimits.maximumDepth - 1)
    #expect(pdfFault(PDFSample([1: Sample.catalog("/X \(deepest)")]).bytes) == nil)
    #expect(pdfFault(PDFSample([1: Sample.catalog("/X [\(deepest)]")]).bytes) == "PDF-SYNTAX")
    let hostile = nested(100_000)
    #expect(pdfFault(PDFSample([1: Sample.catalog("/X \(hostile)")]).bytes) == "PDF-SYNTAX")
  }

  @Test("references to references so often and no more")
  func indirections() throws {
    func chain(_ count: Int) -> [Int: String] {
      var objects = [1: Sample.catalog("/AF 10 0 R")]
      for index in 0..<count { objects[10 + index] = "\(11 + index) 0 R" }
      objects[10 + count] = "[]"
      return objects
    }
    let most = PDFLimits.maximumIndirections - 2
    #expect(try PDFCarrier(PDFSample(chain(most)).bytes).locate().isNone)
    for objects in [chain(most + 1), [1: Sample.catalog("/AF 10 0 R"), 10: "10 0 R"]] {
      let carrier = try PDFCarrier(PDFSample(objects).bytes)
      #expect(throws: DocumentError.self) { try carrier.locate() }
    }
  }

  @Test("a length that is the length of itself is refused")
  func lengthLoop() {
    let objects = Sample.objects([
      5: "<< /Type /EmbeddedFile /Length 5 0 R >>\nstream\nSTORE\nendstream"
    ])
    #expect(throws: DocumentError.self) { try PDFCarrier(PDFSample(objects).bytes).locate() }
  }

  @Test("what inflates to more than the limit is refused, and inflated no further")
  func inflation() throws {
    let zeros = [UInt8](repeating: 0, count: 1 << 20)
    let packed = deflated(zeros)
    #expect(try PDFFile.inflate(packed[...], limit: 1 << 20) == zeros)
    #expect(throws: Deflate.Fault.tooLarge) {
      try PDFFile.inflate(packed[...], limit: 1 << 20 - 1)
    }
    #expect(throws: Deflate.Fault.damaged) {
      try PDFFile.inflate(packed.dropLast(), limit: 1 << 20)
    }
    #expect(throws: Deflate.Fault.damaged) {
      try PDFFile.inflate((packed + [1])[...], limit: 1 << 20)
    }
    #expect(try PDFFile.inflate((packed + [10])[...], limit: 1 << 20) == zeros)
  }

  @Test("a stream has so many filters and no more")
  func filters() throws {
    let most = String(repeating: "/Crypt ", count: PDFLimits.maximumFilters)
    for (filters, fails) in [(most, false), (most + "/Crypt", true)] {
      var lexer = PDFLexer(Array("<< /Filter [\(filters)] >>".utf8), base: 0)
      let dictionary = try #require(try lexer.value().object.dictionary)
      if fails {
        #expect(throws: DocumentError.self) { try PDFFilter.list(of: dictionary, at: 0) }
      } else {
        #expect(try PDFFilter.list(of: dictionary, at: 0).count == PDFLimits.maximumFilters)
      }
    }
  }

  @Test("a predictor has so many columns and no more")
  func columns() throws {
    for (columns, fits) in [
      (PDFLimits.maximumColumns, true), (PDFLimits.maximumColumns + 1, false),
    ] {
      var lexer = PDFLexer(Array("<< /Columns \(columns) >>".utf8), base: 0)
      let dictionary = try #require(try lexer.value().object.dictionary)
      #expect((PDFPredictor(dictionary) != nil) == fits)
    }
  }

  @Test("one walk does so much work and no more")
  func work() throws {
    let document = try PDFCarrier(PDFSample().bytes).document
    var resolver = document.resolver(work: 2_000)
    #expect(throws: Never.self) { _ = try document.catalog(in: &resolver) }
    #expect(throws: DocumentError.self) {
      for _ in 0..<100 { _ = try document.catalog(in: &resolver) }
    }
  }

  @Test("an object is made of so many values and no more")
  func values() throws {
    func array(_ count: Int) -> PDFLexer {
      PDFLexer([0x5B] + [UInt8](repeating: 0x2F, count: count) + [0x5D], base: 0)
    }
    // The array is a value itself; each slash is a name.
    var most = array(PDFLimits.maximumValues - 1)
    #expect(try most.value().object.array?.count == PDFLimits.maximumValues - 1)
    var more = array(PDFLimits.maximumValues)
    #expect(throws: Malformed.self) { try more.value() }
    let entries = PDFLimits.maximumValues / (PDFLimits.valuesOfKey + 1)
    for (count, fits) in [(entries, true), (entries + 1, false)] {
      let text = "<<" + (0..<count).map { "/K\($0)/" }.joined() + ">>"
      var lexer = PDFLexer(Array(text.utf8), base: 0)
      #expect(((try? lexer.value()) != nil) == fits)
    }
  }

  @Test("values count toward the work of a walk, since they take more memory than text")
  func workOfValues() throws {
    let names = String(repeating: "/", count: 1_000)
    let document = try PDFCarrier(PDFSample([1: Sample.catalog("/X [\(names)]")]).bytes).document
    let text = 2_000
    var poor = document.resolver(work: text + 1_000 * PDFLimits.workOfValue / 2)
    #expect(throws: DocumentError.self) { try document.catalog(in: &poor) }
    var rich = document.resolver(work: text + 1_100 * PDFLimits.workOfValue)
    #expect(throws: Never.self) { _ = try document.catalog(in: &rich) }
  }

  @Test("a name tree is so deep and so large and no more")
  func nameTree() throws {
    func reading(_ objects: [Int: String]) throws -> Int {
      let document = try PDFCarrier(PDFSample(objects).bytes).document
      var resolver = document.resolver()
      let root = try document.catalog(in: &resolver)["Tree"]
      return try PDFNameTree(root, through: &resolver).entries.count
    }
    func chain(_ depth: Int) -> [Int: String] {
      var objects = [1: Sample.catalog("/Tree 10 0 R")]
      for index in 0..<depth { objects[10 + index] = "<< /Kids [\(11 + index) 0 R] >>" }
      objects[10 + depth] = "<< /Names [(a) 1] >>"
      return objects
    }
    #expect(try reading(chain(PDFLimits.maximumTreeDepth - 1)) == 1)
    #expect(throws: DocumentError.self) { try reading(chain(PDFLimits.maximumTreeDepth)) }
    let names = String(repeating: "()1", count: PDFLimits.maximumNames)
    #expect(
      try reading([1: Sample.catalog("/Tree << /Names [\(names)] >>")]) == PDFLimits.maximumNames)
    #expect(throws: DocumentError.self) {
      try reading([1: Sample.catalog("/Tree << /Names [\(names)()1] >>")])
    }
  }

  @Test("a form has so many fields and no more")
  func fields() throws {
    func form(_ count: Int) throws -> [PDFSignature] {
      let fields = String(repeating: "<<>>", count: count)
      let objects = [1: Sample.catalog("/AcroForm << /Fields [\(fields)] >>")]
      var finder = PDFSignatureFinder(try PDFCarrier(PDFSample(objects).bytes).document)
      return try finder.run()
    }
    #expect(try form(PDFLimits.maximumFields).isEmpty)
    #expect(throws: DocumentError.self) { try form(PDFLimits.maximumFields + 1) }
  }

  @Test("a store that is too large is not read")
  func storeSize() throws {
    let size = StoreLimits.maximumSize + 1
    let data = String(repeating: "x", count: size)
    let carrier = try PDFCarrier(PDFSample(Sample.objects([5: Sample.stream(data)])).bytes)
    #expect(try carrier.locate().note?.code.name == "PDF-STORE-SIZE")
  }

  @Test("of very many earlier stores the newest are read")
  func earlierStores() throws {
    let size = PDFLimits.maximumEarlierStores / 2
    var bytes = PDFSample().bytes
    for round in 1...4 {
      let store = [UInt8](repeating: UInt8(round), count: round == 4 ? 10 : size)
      bytes = try PDFCarrier(bytes).embedding(store)
    }
    let found = try #require(try PDFCarrier(bytes).locate().store)
    #expect(found.earlier.map(\.bytes.first) == [2, 3])
  }

  private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1_024)
    var length = UInt(output.count)
    _ = unsafe compress(&output, &length, &input, UInt(input.count))
    return Array(output.prefix(Int(length)))
  }
}
