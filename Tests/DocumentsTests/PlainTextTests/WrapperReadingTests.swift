import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite("Wrappers in plain text")
struct WrapperReadingTests {
  private static let store = TextSample.store
  private static let wrapper = WrapperSample.wrapper(store)

  /// Text before and after a wrapper.
  static let places: [(before: String, after: String)] = [
    ("Doc.", ""), ("Doc.\n", ""), ("Doc.\r\n", ""), ("", "Doc."), ("", ""), ("Doc. ", " body"),
    ("\u{FEFF}Doc.", ""), ("Doc.\u{FEFF}", ""), ("\u{FEFF}", ""), ("smile ☺\u{FE0F}", ""),
    ("漢字テキスト。\n", ""), ("مرحبا שלום", ""), ("a,b\n1,2\n", ""), ("x\u{FEFF}\u{FE00}\u{FE01}", ""),
  ]

  @Test("A wrapper is found wherever it stands, with its marker", arguments: places)
  func place(before: String, after: String) throws {
    let found = try #require(try WrapperSample.found(before + Self.wrapper + after))
    #expect(found.bytes == Self.store)
    #expect(
      found.extent == ByteRange(start: before.utf8.count, length: Self.wrapper.utf8.count))
    #expect(found.defects.isEmpty && found.doubts.isEmpty && !found.isHashedNormalized)
  }

  /// Texts in which nothing is a wrapper.
  static let none: [String] = [
    "", "Doc.", "\u{FEFF}Leading mark", "Stray \u{FEFF} mark", "smile ☺\u{FE0F} text",
    "Doc.\u{FEFF}" + WrapperSample.selectors(Array("C2PATX".utf8)),
    "Doc.\u{FEFF}" + WrapperSample.selectors(Array("C3PATXT\0\u{1}".utf8)),
    "Doc." + WrapperSample.wrapper(store, marker: ""),
    "Doc." + WrapperSample.wrapper(store, marker: "\u{FEFF}x"),
    TextSample.comment,
  ]

  @Test("Marks and selectors without the magic are text", arguments: none)
  func plain(text: String) throws {
    guard case .none = try WrapperSample.location(text) else {
      Issue.record("something was found")
      return
    }
    let carrier = try #require(try TextSample.document(text, "a.txt").carrier)
    #expect(try carrier.removal() == nil)
  }

  /// Texts with a magic and no wrapper that every reader would take.
  static let broken: [(text: String, code: String)] = [
    ("Doc." + String(wrapper.unicodeScalars.dropLast()), "TEXT-WRAPPER-BROKEN"),
    ("Doc.\u{FEFF}" + WrapperSample.selectors(Array("C2PATXT\0".utf8)), "TEXT-WRAPPER-BROKEN"),
    ("Doc." + WrapperSample.wrapper(store, version: 2), "TEXT-WRAPPER-BROKEN"),
    ("Doc." + WrapperSample.wrapper(store, length: store.count + 1), "TEXT-WRAPPER-BROKEN"),
    ("Doc." + WrapperSample.wrapper(store, length: 0xFFFF_FFFF), "TEXT-WRAPPER-BROKEN"),
    ("Doc." + WrapperSample.wrapper(store, length: 0x8000_0000), "TEXT-WRAPPER-BROKEN"),
    ("Doc." + wrapper + " and " + wrapper, "TEXT-WRAPPERS"),
    ("Doc." + wrapper + wrapper, "TEXT-WRAPPERS"),
    ("Doc." + wrapper + WrapperSample.wrapper([1]), "TEXT-WRAPPERS"),
    (
      String(repeating: WrapperSample.wrapper([]) + "x", count: 1_100), "TEXT-WRAPPERS"
    ),
  ]

  @Test("Broken wrappers, and several, are no label; they can be taken out", arguments: broken)
  func unusable(text: String, code: String) throws {
    #expect(try WrapperSample.fault(text) == code)
    let carrier = try #require(try TextSample.document(text, "a.txt").carrier)
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
    guard text.unicodeScalars.count < 4_000 else { return }
    let pieces = try #require(try carrier.removal())
    let rest = try RoundTrip.apply(pieces, to: ByteSource(bytes: Array(text.utf8)))
    #expect(["Doc.", "Doc. and "].contains(String(decoding: rest, as: UTF8.self)))
  }

  @Test("A whole wrapper beside a broken one is read, and never official")
  func besideBroken() throws {
    let text = "Doc." + WrapperSample.wrapper(Self.store, version: 9) + "x" + Self.wrapper
    let found = try #require(try WrapperSample.found(text))
    #expect(found.bytes == Self.store)
    #expect(found.doubts.map(\.code.name) == ["TEXT-WRAPPER-BROKEN"])
    let carrier = try #require(try TextSample.document(text, "a.txt").carrier)
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
  }

  /// What follows the store in its wrapper, and whether it is the padding that C2PA 2.5 §A.8.5.2
  /// gives for its length.
  static let paddings: [(padding: [UInt8], isRegular: Bool)] = [
    ([0], true), ([0, 0, 0], true), ([0x10], true), ([0, 0x10, 0x10], true), ([0x10, 0x10], true),
    ([0x10, 0x10, 0x10], false), ([0x10, 0], false), ([1], false), ([0xFF], false),
    ([0, 0x11], false), ([0x0F, 0x0E], false),
  ]

  @Test("The padding of a wrapper belongs to it, and may hold nothing", arguments: paddings)
  func padding(_ padding: [UInt8], isRegular: Bool) throws {
    let wrapper = WrapperSample.wrapper(Self.store, padding: padding)
    let found = try #require(try WrapperSample.found("Doc." + wrapper + "x"))
    #expect(found.bytes == Self.store)
    #expect(found.extent == ByteRange(start: 4, length: wrapper.utf8.count))
    #expect(found.defects.map(\.code.name) == (isRegular ? [] : ["TEXT-WRAPPER-PADDING"]))
  }

  /// Text that is not the same in Normalization Form C, or that is so only in parts.
  static let unnormalised: [(before: String, after: String)] = [
    ("cafe\u{301}", ""), ("か\u{3099}", ""), ("Å\u{212B}", ""), ("a\u{315}\u{300}", ""),
    // Each side is in the form; joined they are not.
    ("cafe", "\u{301} x"), ("か", "\u{3099}"), ("\u{1100}", "\u{1161}"),
  ]

  @Test("Text in another form than C is read, and never official", arguments: unnormalised)
  func normalForm(before: String, after: String) throws {
    let found = try #require(try WrapperSample.found(before + Self.wrapper + after))
    #expect(found.doubts.map(\.code.name) == ["TEXT-NFC"])
    #expect(found.isHashedNormalized)
  }

  @Test("Text that is no UTF-8 beside a wrapper is never official")
  func encoding() throws {
    let bytes = [0xFC] + Array(Self.wrapper.utf8)
    let carrier = try PlainTextCarrier(ByteSource(bytes: bytes))
    guard case .found(let found) = try carrier.locate() else {
      Issue.record("nothing found")
      return
    }
    #expect(found.doubts.map(\.code.name) == ["TEXT-NFC"] && !found.isHashedNormalized)
  }

  @Test("A wrapper is searched in tables and data too, and not in text with comments")
  func kinds() throws {
    let text = "1,2\n" + Self.wrapper
    for name in ["a.csv", "a.tsv", "a.json", "a.eml", "a.log", "a.unknown", "README"] {
      #expect(try WrapperSample.found(text, name)?.bytes == Self.store, "\(name)")
    }
    for name in ["a.md", "a.yaml", "a.xml"] {
      #expect(try WrapperSample.fault(text, name) == "TEXT-WRAPPER-MISPLACED", "\(name)")
    }
    let both = TextSample.comment + "\n" + text
    let found = try #require(try WrapperSample.found(both, "a.md"))
    #expect(found.doubts.map(\.code.name) == ["TEXT-WRAPPER-MISPLACED"])
  }

  @Test("A wrapper is found across the blocks in which a large file is read")
  func boundaries() throws {
    let store = DummyStore.bytes(30_000)
    let wrapper = WrapperSample.wrapper(store)
    for shift in [-7, -3, -1, 0, 2, 5] {
      let filler = String(repeating: "x", count: (256 << 10) + shift)
      let found = try #require(try WrapperSample.found(filler + wrapper + "tail"))
      #expect(found.bytes == store)
      #expect(found.extent == ByteRange(start: filler.utf8.count, length: wrapper.utf8.count))
    }
  }
}
