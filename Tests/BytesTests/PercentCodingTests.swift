import BroadsealBytes
import Testing

@Suite("Percent-encoding of paths") struct PercentCodingTests {
  @Test(
    "only unreserved characters and the solidus stand for themselves",
    arguments: [
      ("word/document.xml", "word/document.xml"), ("a-b_c~d.e/F0", "a-b_c~d.e/F0"),
      ("[Content_Types].xml", "%5BContent_Types%5D.xml"), ("a b+c&d", "a%20b%2Bc%26d"),
      ("100%", "100%25"), ("(1)'=;,:@", "%281%29%27%3D%3B%2C%3A%40"), ("\u{5831}", "%E5%A0%B1"),
      ("", ""),
    ])
  func encodes(path: String, uri: String) {
    #expect(PercentCoding.encode(path) == uri)
    #expect(PercentCoding.decode(uri) == path)
  }

  @Test("escapes in either case and bare characters are read alike")
  func lenient() {
    #expect(PercentCoding.decode("%5bContent_Types%5D.xml") == "[Content_Types].xml")
    #expect(PercentCoding.decode("[Content_Types].xml") == "[Content_Types].xml")
  }

  @Test(
    "an escape that breaks off, or stands for no character, is refused",
    arguments: ["%", "a%2", "%zz", "%-1", "%C3%28", "%FF", "%ED%A0%80"])
  func refuses(text: String) {
    #expect(PercentCoding.decode(text) == nil)
  }
}
