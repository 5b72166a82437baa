import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct TIFFCarrierTests {
  private let store = DummyStore.bytes(300)

  /// The four forms of the format.
  private static let forms: [TIFFFile] = [
    (true, false), (true, true), (false, false), (false, true),
  ].map { little, big in
    var file = TIFFFile()
    (file.isLittle, file.isBig) = (little, big)
    return file
  }

  private func code(_ file: TIFFFile) throws -> String? {
    do {
      switch try TIFFCarrier(ByteSource(bytes: file.bytes)).locate() {
      case .unusable(let note): return note.code.name
      case .none: return "none"
      case .found: return nil
      }
    } catch DocumentError.malformed(let code, _) { return code.name }
  }

  private func refusal(_ file: TIFFFile, insisting: Bool = true) throws -> String? {
    let carrier = try TIFFCarrier(ByteSource(bytes: file.bytes))
    do {
      _ = try carrier.reserve(100, insisting: insisting)
      return nil
    } catch DocumentError.refused(let refusal) { return refusal.code.name }
  }

  @Test(arguments: forms, [0, 1])
  func `the only page gets the store, and is as it was without it`(form: TIFFFile, odd: Int) throws
  {
    var file = form
    file.tail = [UInt8](repeating: 7, count: odd)
    let document = try Document(ByteSource(bytes: file.bytes), path: nil)
    let result = try RoundTrip.embed(store, in: document)
    let found = try #require(try RoundTrip.store(in: result.bytes))
    #expect(found.bytes == store && found.extent == result.placement.extent)
    #expect(found.extent.end == result.bytes.count && found.extent.start % 2 == 0)
    #expect(found.permitted == result.placement.dependents)
    let hole = try #require(found.permitted.first)
    #expect(Array(result.bytes[hole.bounds]) == file.number(300, file.isBig ? 8 : 4))
    #expect(result.shown.count == result.bytes.count - 300 - hole.length)
    let source = ByteSource(bytes: result.bytes)
    let pieces = try #require(try TIFFCarrier(source).removal())
    #expect(try RoundTrip.apply(pieces, to: source) == file.bytes)
  }

  @Test(arguments: forms)
  func `the entries stay sorted, and the store's is among them`(form: TIFFFile) throws {
    var file = form
    file.pages[0].append(TIFFFile.Entry(60_000, 4, 1, .number(9)))
    let document = try Document(ByteSource(bytes: file.bytes), path: nil)
    let bytes = try RoundTrip.embed(store, in: document).bytes
    #expect(try RoundTrip.store(in: bytes)?.bytes == store)
    let source = ByteSource(bytes: bytes)
    let pieces = try #require(try TIFFCarrier(source).removal())
    #expect(try RoundTrip.apply(pieces, to: source) == file.bytes)
  }

  @Test(arguments: forms)
  func `several pages are left alone, unless somebody insists`(form: TIFFFile) throws {
    var file = form
    file.pages = [TIFFFile.pixel, TIFFFile.pixel, TIFFFile.pixel]
    #expect(try refusal(file, insisting: false) == "TIFF-PAGES")
    let document = try Document(ByteSource(bytes: file.bytes), path: nil)
    let result = try RoundTrip.embed(store, in: document, insisting: true)
    #expect(try RoundTrip.store(in: result.bytes)?.extent == result.placement.extent)
    let source = ByteSource(bytes: result.bytes)
    let pieces = try #require(try TIFFCarrier(source).removal())
    #expect(try RoundTrip.apply(pieces, to: source) == file.bytes)
  }

  @Test(arguments: forms)
  func `a store at the end grows in its place`(form: TIFFFile) throws {
    let first = try RoundTrip.embed(
      store, in: Document(ByteSource(bytes: form.bytes), path: nil))
    let source = ByteSource(bytes: first.bytes)
    let found = try #require(try RoundTrip.store(in: first.bytes))
    let carrier = try TIFFCarrier(source)
    #expect(try carrier.reserve(5_000, insisting: false).isInPlace(of: found, size: source.size))
    let longer = DummyStore.bytes(5_000)
    let second = try RoundTrip.embed(longer, in: Document(source, path: nil))
    #expect(try RoundTrip.store(in: second.bytes)?.bytes == longer)
    #expect(second.placement.extent.start == first.placement.extent.start)
    #expect(second.shown == first.shown)
  }

  @Test(arguments: forms)
  func `a store in another place moves to the end`(form: TIFFFile) throws {
    var file = form
    file.pages[0].append(.store(store))
    file.tail = Array("behind".utf8)
    let longer = DummyStore.bytes(900)
    let result = try RoundTrip.embed(longer, in: Document(ByteSource(bytes: file.bytes), path: nil))
    #expect(try RoundTrip.store(in: result.bytes)?.bytes == longer)
    #expect(!result.bytes.dropLast(900).contains(subsequence: Array("jumb".utf8)))
    let carrier = try TIFFCarrier(ByteSource(bytes: file.bytes))
    let found = try #require(try RoundTrip.store(in: file.bytes))
    #expect(try carrier.replacement(of: found) == nil)
  }

  @Test func `a store is found in the first or the last directory, and nowhere else`() throws {
    let labelled = TIFFFile.pixel + [.store(store)]
    var file = TIFFFile()
    file.pages = [labelled, TIFFFile.pixel, TIFFFile.pixel]
    #expect(try code(file) == nil)
    file.pages = [TIFFFile.pixel, TIFFFile.pixel, [.store(store)]]
    #expect(try code(file) == nil)
    file.pages = [TIFFFile.pixel, labelled, TIFFFile.pixel]
    #expect(try code(file) == "TIFF-STORE-PLACE")
    file.pages = [labelled, TIFFFile.pixel, labelled]
    #expect(try code(file) == "TIFF-MULTIPLE-STORES")
    file.pages = [TIFFFile.pixel + [.store(store), .store(store)]]
    #expect(try code(file) == "TIFF-MULTIPLE-STORES")
    // Below a page nobody looks.
    file.pages = [TIFFFile.pixel + [TIFFFile.Entry(330, 4, 1, .number(2_000))]]
    #expect(try code(file) == "none")
  }

  @Test(arguments: [1, 4])
  func `a store of another type of value is none`(type: Int) throws {
    var file = TIFFFile()
    file.pages[0].append(.store(store, type: type, count: UInt64(store.count / 4)))
    #expect(try code(file) == "TIFF-STORE-TYPE")
  }

  @Test func `all stores can be removed`() throws {
    var file = TIFFFile()
    file.pages = [TIFFFile.pixel + [.store(store)], TIFFFile.pixel, [.store(store)]]
    let source = ByteSource(bytes: file.bytes)
    #expect(try refusal(file) == "TIFF-MULTIPLE-STORES")
    let pieces = try #require(try TIFFCarrier(source).removal())
    let bare = try RoundTrip.apply(pieces, to: source)
    let carrier = try TIFFCarrier(ByteSource(bytes: bare))
    guard case .none = try carrier.locate() else {
      Issue.record("a store is left")
      return
    }
    #expect(try carrier.removal() == nil)
  }

  @Test func `what a camera recorded is read, and not written`() throws {
    var file = TIFFFile()
    file.pages[0][4] = TIFFFile.Entry(262, 3, 1, .number(32_803))
    #expect(try refusal(file) == "TIFF-CAMERA-RAW")
    file.pages[0].append(.store(store))
    #expect(try code(file) == nil)
    #expect(try refusal(file) == "TIFF-CAMERA-RAW")
    // DNG is made to be passed on.
    file.pages[0].removeLast()
    file.pages[0].append(TIFFFile.Entry(50_706, 1, 4, .number(0x401)))
    #expect(try refusal(file) == nil)
  }

  @Test func `text and XMP are metadata, and XMP may say where the store is`() throws {
    let packet = Array(
      "<x xmlns:dcterms=\"http://purl.org/dc/terms/\" dcterms:provenance=\"https://a.example/b\"/>"
        .utf8)
    var file = TIFFFile()
    file.pages[0].append(TIFFFile.Entry(305, 2, 12, .bytes(Array("Image Model\0".utf8))))
    file.pages[0].append(TIFFFile.Entry(700, 1, UInt64(packet.count), .bytes(packet)))
    let source = ByteSource(bytes: file.bytes)
    let texts = try TIFFCarrier.metadata(of: source).map { try source.read($0) }
    #expect(texts == [Array("Image Model\0".utf8), packet])
    #expect(try TIFFCarrier(source).references() == ["https://a.example/b"])
  }

  /// Entries in the place of those of a pixel, or beside them.
  private static let leading: [TIFFFile.Entry] = [
    // Data behind the end, longer than the file, in the header, of no length, and of two lengths.
    TIFFFile.Entry(273, 4, 1, .number(100_000)), TIFFFile.Entry(279, 4, 1, .number(60_000)),
    TIFFFile.Entry(273, 4, 1, .number(6)), TIFFFile.Entry(279, 4, 0, .number(1)),
    TIFFFile.Entry(279, 4, 2, .bytes([1, 0, 0, 0, 1, 0, 0, 0])),
    // A value, a directory and a tile behind the end.
    TIFFFile.Entry(700, 1, 100, .number(100_000)), TIFFFile.Entry(330, 4, 1, .number(100_000)),
    TIFFFile.Entry(324, 4, 1, .number(100_000)),
  ]

  @Test(arguments: leading)
  func `a picture that leads to where the label would stand gets it beside`(entry: TIFFFile.Entry)
    throws
  {
    var file = TIFFFile()
    file.pages[0].removeAll { $0.tag == entry.tag }
    file.pages[0].append(entry)
    file.pages[0].sort { $0.tag < $1.tag }
    #expect(try refusal(file) == "TIFF-PLACES")
  }

  @Test func `a label is not written over a picture`() throws {
    var file = TIFFFile()
    file.pages[0].append(TIFFFile.Entry.store(DummyStore.bytes(300)))
    #expect(try refusal(file) == nil)
    // Its only strip is in the store at the end.
    let place = file.bytes.count - 100
    file.pages[0].removeAll { $0.tag == 273 }
    file.pages[0].append(TIFFFile.Entry(273, 4, 1, .number(place - 2)))
    file.pages[0].sort { $0.tag < $1.tag }
    #expect(try refusal(file) == "TIFF-PLACES")
  }
}

extension Sequence<UInt8> {
  fileprivate func contains(subsequence: [UInt8]) -> Bool {
    let bytes = Array(self)
    return bytes.indices.contains { bytes[$0...].starts(with: subsequence) }
  }
}
