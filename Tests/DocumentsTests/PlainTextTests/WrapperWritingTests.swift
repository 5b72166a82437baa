import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

@Suite("Writing wrappers")
struct WrapperWritingTests {
  private static let store = TextSample.store

  private func embed(_ store: [UInt8], in text: String, room: Int? = nil, _ name: String = "a.txt")
    throws -> (text: String, placement: Placement)
  {
    let document = try TextSample.document(text, name)
    let carrier = try #require(document.carrier)
    let placement =
      try room.map { try carrier.reserve(room: $0, insisting: true) }
      ?? carrier.reserve(store.count, insisting: true)
    let framed = try carrier.frame(store, for: placement)
    #expect(framed.count == placement.extent.length)
    var output = try RoundTrip.apply(placement.pieces, to: document.source)
    #expect(output.count == placement.outputSize)
    output.replaceSubrange(placement.extent.bounds, with: framed)
    return (String(decoding: output, as: UTF8.self), placement)
  }

  static let texts = [
    "Doc.", "Doc.\n", "Doc.\r\n", "\u{FEFF}Doc.", "漢字テキスト。が、ぱ。\n", "Grüße, naïve café",
    "한국어 텍스트", "مرحبا بالعالم", "שלום", "नमस्ते", "สวัสดี", "☺\u{FE0F} 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "x\u{FEFF}", "\u{E000}",
    "a\u{0}b".replacing("\u{0}", with: "\t"),
  ]

  @Test("A wrapper closes the text, which stays as it was", arguments: texts)
  func roundTrip(text: String) throws {
    let exact = WrapperSample.wrapper(Self.store)
    let result = try embed(Self.store, in: text, room: exact.utf8.count)
    #expect(result.text == text + exact)
    let found = try #require(try WrapperSample.found(result.text))
    #expect(found.bytes == Self.store && found.extent == result.placement.extent)
    #expect(found.doubts.isEmpty && found.defects.isEmpty)
    let carrier = try #require(try TextSample.document(result.text, "a.txt").carrier)
    let pieces = try #require(try carrier.removal())
    let rest = try RoundTrip.apply(pieces, to: ByteSource(bytes: Array(result.text.utf8)))
    #expect(rest == Array(text.utf8))
    // A new store takes the place of the old one.
    #expect(try embed(Self.store, in: result.text, room: exact.utf8.count).text == text + exact)
  }

  @Test("A store in the middle moves to the end when it is replaced")
  func moves() throws {
    let old = WrapperSample.wrapper(DummyStore.bytes(60))
    let exact = WrapperSample.wrapper(Self.store)
    let result = try embed(Self.store, in: "Head. " + old + "Tail.", room: exact.utf8.count)
    #expect(result.text == "Head. Tail." + exact)
  }

  @Test("A room is filled as C2PA 2.5 §A.8.5.2 fills it, where it can be", arguments: 0...24)
  func padding(gap: Int) throws {
    let exact = WrapperSample.wrapper(Self.store)
    guard ![1, 2, 5].contains(gap) else {
      #expect(throws: DocumentError.self) {
        try embed(Self.store, in: "Doc.", room: exact.utf8.count + gap)
      }
      return
    }
    let result = try embed(Self.store, in: "Doc.", room: exact.utf8.count + gap)
    let fours = gap % 3
    let padding =
      [UInt8](repeating: 0, count: (gap - 4 * fours) / 3) + [UInt8](repeating: 0x10, count: fours)
    #expect(result.text == "Doc." + WrapperSample.wrapper(Self.store, padding: padding))
  }

  @Test("The room for a store of unknown bytes is that of C2PA 2.5 §A.8.5.1")
  func largest() throws {
    for store in [[UInt8](repeating: 0, count: 50), [UInt8](repeating: 0xFF, count: 50)] {
      let result = try embed(store, in: "Doc.")
      #expect(result.placement.extent.length == 3 + (13 + 50) * 4 + 6)
      #expect(try WrapperSample.found(result.text)?.bytes == store)
    }
  }

  /// Texts that get a sidecar, and the code that says why.
  static let refused: [(name: String, bytes: [UInt8], code: String, insisting: Bool)] = [
    ("a.txt", Array("cafe\u{301}".utf8), "TEXT-NFC", true),
    ("a.txt", Array("\u{2126}".utf8), "TEXT-NFC", true),
    ("a.txt", Array("x\u{0378}".utf8), "TEXT-NFC", true),
    ("a.txt", Array(("x" + String(repeating: "\u{301}", count: 5_000)).utf8), "TEXT-NFC", true),
    ("a.txt", [0xE4, 0x0A], "TEXT-ENCODING", true),
    ("a.txt", [0xFE, 0xFF, 0x00, 0x41], "TEXT-ENCODING", true),
    ("a.txt", [0x93, 0xFA, 0x96, 0x7B], "TEXT-ENCODING", true),
    ("a.txt", Array("x".utf8) + [0xE3, 0x81], "TEXT-ENCODING", true),
    ("a.txt", [0x41, 0x00, 0x42, 0x00], "TEXT-NUL", true),
    ("a.txt", Array("\u{1B}$B$3$NK!N'\u{1B}(B\n".utf8), "TEXT-SHIFTED", true),
    ("a.csv", Array("1,\u{1B}$B$3\u{1B}(B\n".utf8), "TEXT-SHIFTED", true),
    ("a.txt", Array("漢字 \u{E}x\u{F}\n".utf8), "TEXT-SHIFTED", true),
    ("a.md", Array("\u{1B}$B$3$NK!N'\u{1B}(B\n".utf8), "TEXT-SHIFTED", true),
    ("a.txt", Array("~{<:Ky2;~}\n".utf8), "TEXT-SHIFTED", true),
    ("a.txt", Array("+MFMwbmzVX4s-\n".utf8), "TEXT-SHIFTED", true),
    ("a.txt", [], "TEXT-EMPTY", true),
    ("a.csv", Array("a,b\n".utf8), "TEXT-KIND", false),
    ("a.tsv", Array("a\tb\n".utf8), "TEXT-KIND", false),
    ("README", Array("text\n".utf8), "TEXT-KIND", false),
    ("a.unknown", Array("text\n".utf8), "TEXT-KIND", false),
    ("a.json", Array("{}".utf8), "TEXT-NO-COMMENT", true),
    ("a.log", Array("text\n".utf8), "TEXT-NO-COMMENT", true),
    ("a.jsonl", Array("{}\n".utf8), "TEXT-NO-COMMENT", true),
    ("a.eml", Array("From: x\n".utf8), "TEXT-NO-COMMENT", true),
    ("a.rtf", Array("{\\rtf1}".utf8), "TEXT-NO-COMMENT", true),
    ("a.ttml", Array("<tt/>".utf8), "TEXT-NO-COMMENT", true),
  ]

  @Test("A text that no wrapper fits into gets a sidecar", arguments: refused)
  func refusal(_ name: String, _ bytes: [UInt8], _ code: String, insisting: Bool) throws {
    let document = try Document(ByteSource(bytes: bytes), path: FilePath(name))
    let carrier = try #require(document.carrier)
    do {
      _ = try carrier.reserve(100, insisting: insisting)
      Issue.record("\(name) was accepted")
    } catch DocumentError.refused(let refusal) {
      #expect(refusal.code.name == code)
      #expect(refusal.remedy == (insisting ? .sidecar : .sidecarOrInsist))
    }
    if !insisting { _ = try carrier.reserve(100, insisting: true) }
  }

  @Test("A store that is too large for a wrapper is refused")
  func sizes() throws {
    let carrier = try #require(
      try TextSample.document("x", "a.txt").carrier)
    let limit = PlainTextLimits.maximumStoreSize
    #expect(throws: DocumentError.self) { try carrier.reserve(limit + 1, insisting: true) }
    #expect(throws: DocumentError.self) { try carrier.reserve(0, insisting: true) }
    #expect(throws: DocumentError.self) { try carrier.reserve(room: 0, insisting: true) }
    #expect(throws: DocumentError.self) { try carrier.reserve(room: 5 * limit, insisting: true) }
    let placement = try carrier.reserve(room: 500, insisting: true)
    #expect(throws: DocumentError.self) { try carrier.frame(DummyStore.bytes(400), for: placement) }
  }
}
