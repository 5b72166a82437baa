import BroadsealBytes
import Testing

@testable import BroadsealDocuments

@Suite("PDF values")
struct PDFLexerTests {
  private func read(_ text: String) throws -> PDFObject {
    var lexer = PDFLexer(Array(text.utf8), base: 100)
    return try lexer.value().object
  }

  @Test(
    "strings mean their bytes",
    arguments: [
      ("(plain)", "plain"), ("(a(b)c)", "a(b)c"), ("(\\(\\)\\\\)", "()\\"),
      ("(\\101\\1012)", "AA2"),
      ("(a\\\nb)", "ab"), ("(a\\\r\nb)", "ab"), ("(a\r\nb)", "a\nb"), ("(\\q)", "q"),
      ("(\\n\\r\\t\\b\\f)", "\n\r\t\u{8}\u{C}"), ("<48 65 6C6c 6F>", "Hello"), ("<4>", "@"),
      ("<>", ""),
    ])
  func strings(text: String, expected: String) throws {
    #expect(try read(text).string == Array(expected.utf8))
  }

  @Test(
    "names mean their bytes",
    arguments: [
      ("/AF", "AF"), ("/application#2Fc2pa", "application/c2pa"), ("/ ", ""), ("/A#42", "AB"),
    ])
  func names(text: String, expected: String) throws {
    #expect(try read(text).name == PDFName(Array(expected.utf8)))
  }

  @Test(
    "whole numbers keep their sign, and others are only known to be numbers",
    arguments: [
      ("17", 17), ("+17", 17), ("-98", -98), ("007", 7), ("3.5", nil), ("-.002", nil), ("4.", nil),
    ] as [(String, Int?)])
  func numbers(text: String, expected: Int?) throws {
    let object = try read(text)
    #expect(object.integer == expected)
    if case .real = object { #expect(expected == nil) } else { #expect(expected != nil) }
  }

  @Test("a reference is told from two numbers")
  func references() throws {
    let items = try #require(try read("[1 0 R 2 0 3 65535 R 4 65536 5]").array)
    #expect(items.map(\.object.reference?.number) == [1, nil, nil, 3, nil, nil, nil])
    #expect(items[3].object.reference?.generation == 65_535)
  }

  @Test("a dictionary keeps order and bounds, and null means absent")
  func dictionary() throws {
    let text = "<< /A 1 % comment >>\n /B null/C(x)>>"
    var lexer = PDFLexer(Array(text.utf8), base: 100)
    let value = try lexer.value()
    let dictionary = try #require(value.object.dictionary)
    #expect(dictionary.entries.map(\.key) == ["A", "B", "C"])
    #expect(dictionary["B"] == nil && dictionary.entries.count == 3)
    #expect(value.bounds == 100..<100 + text.utf8.count)
    let string = try #require(dictionary.value("C"))
    #expect(lexer.text[string.bounds].elementsEqual("(x)".utf8))
    #expect(value.strings.map(\.bounds) == [string.bounds])
  }

  @Test(
    "what is no value is refused where it stands",
    arguments: [
      ("", 100), ("<< /A 1 /A 2 >>", 108), ("<< /A >>", 106), ("<< 1 2 >>", 103), ("[1 2", 104),
      ("(a", 102), ("<4G>", 102), ("<41", 103), ("/A#4", 102), ("/A#00", 102), ("--1", 100),
      ("1.2.3", 100), ("+", 100), ("nul", 100), ("True", 100), ("]", 100), ("}", 100),
    ])
  func malformed(text: String, offset: Int) {
    let error = #expect(throws: Malformed.self) { try read(text) }
    #expect(error?.offset == offset, "\(error?.reason ?? "")")
  }

  @Test("words ask for more text when they touch the end of the window")
  func windows() throws {
    for (text, ranOut) in [("12", true), ("12 ", true), ("12 x ", false), ("(a)", false)] {
      var lexer = PDFLexer(Array(text.utf8), base: 0)
      _ = try lexer.value()
      #expect(lexer.ranOut == ranOut, "\(text)")
    }
  }

  @Test("an object larger than a window is read whole, and never more than the limit")
  func largeObjects() throws {
    let padding = String(repeating: " ", count: 5_000)
    let sample = PDFSample([1: "<< /Type /Catalog\(padding)/Pages 2 0 R >>"])
    #expect(try PDFCarrier(sample.bytes).locate().isNone)
    let huge = String(repeating: " ", count: PDFLimits.maximumObjectSize + 10)
    let bytes = PDFSample([1: "<< /Type /Catalog\(huge)/Pages 2 0 R >>"]).bytes
    #expect(throws: DocumentError.self) { try PDFCarrier(bytes) }
  }
}
