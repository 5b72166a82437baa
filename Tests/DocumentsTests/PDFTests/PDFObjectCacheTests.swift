import BroadsealBytes
import BroadsealFiles
import Testing

@testable import BroadsealDocuments

@Suite("What was read of a PDF and is kept")
struct PDFObjectCacheTests {
  private static func file(_ text: String, room: Int = PDFLimits.maximumKept) -> PDFFile {
    let source = ByteSource(bytes: Array(text.utf8))
    return PDFFile(source: source, origin: 0, end: source.size)
      .keeping(in: PDFObjectCache(room: room))
  }

  /// The value of the object at the start of a file, and where it ends; nil where it cannot be read.
  private static func read(_ file: PDFFile, length: Int? = nil) -> (PDFIndirectObject, end: Int)? {
    try? file.object(at: 0) { _ throws(DocumentError) in length }
  }

  @Test("is what a state of the file reads that ends behind it, and nothing else")
  func cuts() {
    let text = "1 0 obj 5 endobj\n"
    for size in 0...text.utf8.count {
      let whole = Self.file(text)
      for _ in 0..<2 {
        #expect(Self.read(whole)?.0.value.object.integer == 5)
        #expect((Self.read(whole.cut(at: size)) != nil) == (size >= 16))
      }
    }
  }

  @Test("is nothing that the end of an earlier state made of it")
  func ends() {
    let whole = Self.file("1 0 obj 5 endobj2 0 obj")
    #expect(Self.read(whole.cut(at: 16))?.end == 16)
    #expect(Self.read(whole) == nil)
    let stream = Self.file("1 0 obj <</Length 2>> stream\nxy\nendstream endobjx")
    #expect(Self.read(stream.cut(at: 48))?.end == 48)
    #expect(Self.read(stream) == nil)
  }

  @Test("is not where a stream ends: its length is for each revision to say")
  func lengths() {
    let inner = "ab\nendstream endobj"
    let file = Self.file("1 0 obj <</Length 2 0 R>> stream\n\(inner)\nendstream endobj ")
    for _ in 0..<2 {
      #expect(Self.read(file, length: 2)?.0.data?.length == 2)
      #expect(Self.read(file, length: inner.utf8.count)?.0.data?.length == inner.utf8.count)
      #expect(Self.read(file, length: 1) == nil)
      #expect(Self.read(file) == nil)
    }
  }

  @Test("takes so much room and no more")
  func room() throws {
    let head = try #require(Self.read(Self.file("1 0 obj 5 endobj ")))
    for (room, isKept) in [(0, false), (head.0.cost - 1, false), (head.0.cost, true)] {
      let file = Self.file("1 0 obj 5 endobj ", room: room)
      _ = Self.read(file)
      #expect((file.cache?.head(at: 0) != nil) == isKept)
      #expect(Self.read(file)?.0.value.object.integer == 5)
    }
  }

  @Test("has objects of streams by their places, and by the numbers that stand there")
  func members() throws {
    let document = try PDFDocument(ByteSource(bytes: PDFObjectStreamSample(aliases: 1).bytes))
    for _ in 0..<2 {
      var resolver = document.resolver()
      #expect(try resolver.object(PDFReference(number: 2, generation: 0))?.dictionary != nil)
      #expect(throws: DocumentError.self) {
        try resolver.object(PDFReference(number: 6, generation: 0))
      }
    }
  }

  @Test("costs a walk the same as if it were read")
  func work() throws {
    let document = try PDFDocument(ByteSource(bytes: PDFObjectStreamSample().bytes))
    var spent: [Int] = []
    for _ in 0..<2 {
      var resolver = document.resolver()
      for number in 1...4 {
        _ = try resolver.object(PDFReference(number: number, generation: 0))
      }
      spent.append(resolver.work)
    }
    #expect(spent[0] == spent[1] && spent[0] < PDFLimits.maximumWork)
  }
}
