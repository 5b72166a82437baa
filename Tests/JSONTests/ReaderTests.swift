import BroadsealBytes
import BroadsealJSON
import Testing

@Suite("Reading JSON")
struct ReaderTests {
  @Test(
    "a value reads as itself",
    arguments: [
      ("null", .null), (" true\n", true), ("false", false), ("0", 0), ("-1", -1),
      ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(0x1p63)),
      ("1.5", .number(1.5)), ("-2E-2", .number(-0.02)), ("1e2", .number(100)),
      ("-0", .number(-0.0)), (#""""#, ""), (#""aé\n\u00e9\ud83d\ude00""#, "aé\né😀"),
      (#""\"\\\/\b\f\r\t""#, "\"\\/\u{8}\u{C}\r\t"), ("[]", []), ("[1,[2] , 3]", [1, [2], 3]),
      ("{}", [:]), (#"{"b":1,"a":{"c":null}}"#, ["b": 1, "a": ["c": .null]]),
    ] as [(String, Value)])
  func reads(_ text: String, _ value: Value) throws {
    #expect(try Reader.parse(Array(text.utf8)) == value)
  }

  @Test(
    "what the grammar does not allow is refused where it stands",
    arguments: [
      ("", 0), ("nul", 0), ("01", 0), ("1.", 2), (".5", 0), ("+1", 0), ("1e", 2), ("1e999", 0),
      ("NaN", 0), ("[1,]", 3), ("[1 2]", 3), ("{,}", 1), (#"{"a" 1}"#, 5), (#"{"a":1,}"#, 7),
      ("{a:1}", 1), ("'a'", 0), ("\"a", 2), ("\"\t\"", 0), (#""\x""#, 2), (#""\u12""#, 3),
      (#""\ud800""#, 2), (#""\ud800\u0041""#, 2), (#""\udc00""#, 2), ("1 2", 2), ("[", 1),
      ("\u{FEFF}1", 0), ("// a\n1", 0), ("1\u{0}", 1),
    ])
  func refuses(_ text: String, _ offset: Int) {
    let error = #expect(throws: Malformed.self) { try Reader.parse(Array(text.utf8)) }
    #expect(error?.offset == offset)
  }

  @Test(
    "what begins where JSON should is named",
    arguments: [
      ("\u{FEFF}{}", "the mark of an editor (BOM)"), (" <!DOCTYPE html><html>", "a web page"),
      ("<?xml version='1.0'?><a/>", "XML"), ("%PDF-1.7", "a PDF document"),
      ("PK\u{3}\u{4}", "a ZIP archive"), ("-----BEGIN PUBLIC KEY-----", "PEM (keys"),
    ])
  func others(_ text: String, _ words: String) {
    let error = #expect(throws: Malformed.self) { try Reader.parse(Array(text.utf8)) }
    #expect(error?.reason.contains("where JSON should stand, \(words)") == true)
    // Within a value nothing of the kind is told.
    let inner = #expect(throws: Malformed.self) { try Reader.parse(Array(("[" + text).utf8)) }
    #expect(inner?.reason.contains("where JSON should") == false)
  }

  @Test(
    "a name that comes twice is refused, however it is spelled",
    arguments: [#"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"[{"x":{"b":1,"c":2,"b":1}}]"#])
  func refusesDuplicates(_ text: String) {
    let error = #expect(throws: Malformed.self) { try Reader.parse(Array(text.utf8)) }
    #expect(error?.reason == "duplicate member name")
  }

  @Test(
    "bytes that are not UTF-8 are refused",
    arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE3, 0x81]] as [[UInt8]])
  func refusesInvalidText(_ bytes: [UInt8]) {
    #expect(throws: Malformed.self) { try Reader.parse([0x22] + bytes + [0x22]) }
  }

  @Test("text that takes the square of its length to compare is refused")
  func limitsCombining() {
    for count in [CombiningRun.maximumLength / 2, CombiningRun.maximumLength / 2 + 1] {
      let text = "\"" + String(repeating: "\u{301}\\u0323", count: count) + "\""
      let value = try? Reader.parse(Array(text.utf8))
      #expect((value == nil) == (count * 2 > CombiningRun.maximumLength))
    }
  }

  @Test("nesting is limited to 64")
  func limitsDepth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try Reader.parse(nested(64))
    #expect(throws: Malformed.self) { try Reader.parse(nested(65)) }
    #expect(throws: Malformed.self) { try Reader.parse(nested(100_000)) }
  }

  @Test("the number of values is limited")
  func limitsValues() throws {
    let limits = Limits(maximumDepth: 4, maximumValues: 3)
    _ = try Reader.parse(Array("[1,2]".utf8), limits: limits)
    #expect(throws: Malformed.self) { try Reader.parse(Array("[1,2,3]".utf8), limits: limits) }
  }

  @Test("a member is found by its exact name only")
  func findsExactly() throws {
    let value = try Reader.parse(Array("{\"\u{212A}ey\":1,\"Key2\":2}".utf8))
    #expect(value["Key"] == nil)
    #expect(value["Key2"]?.integer == 2)
    #expect(value.object?.keys.count == 2)
  }

  @Test("offsets count from the base when the text is part of other bytes")
  func countsFromBase() {
    let error = #expect(throws: Malformed.self) {
      try Reader.parse(Array("xx[1,]".utf8)[2...], base: 100)
    }
    #expect(error?.offset == 103)
  }
}
