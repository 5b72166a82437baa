import BroadsealBytes
import Testing

@Suite("Hexadecimal, Base64 and times")
struct TextFormTests {
  @Test(
    "hexadecimal text reads in either case and writes in lower case",
    arguments: [([], ""), ([0, 0x0F, 0xF0, 0xFF], "000ff0ff")] as [([UInt8], String)])
  func hex(_ bytes: [UInt8], _ text: String) {
    #expect(Hex.encode(bytes) == text)
    #expect(Hex.decode(text) == bytes)
    #expect(Hex.decode(text.uppercased()) == bytes)
  }

  @Test("what is no hexadecimal text is refused", arguments: ["0", "0g", " 00", "00\n", "é0"])
  func refusesHex(_ text: String) {
    #expect(Hex.decode(text) == nil)
  }

  @Test("runs of digits end at the first byte that is none, and pairs are what they mean")
  func pairs() {
    for byte in UInt8.min...UInt8.max {
      let isDigit = Hex.value(of: byte) != nil
      let text = Array("xA0f".utf8) + [byte]
      #expect(Hex.run(in: text.span, from: 1) == (isDigit ? 4 : 3))
      #expect(
        Hex.pairs(in: text.span, from: 1) == [0xA0]
          + (isDigit ? [0xF0 | (Hex.value(of: byte) ?? 0)] : []))
      #expect(Hex.isOfOneCase([byte].span) == isDigit)
    }
    #expect(Hex.run(in: [UInt8]().span, from: 0) == 0)
    #expect(Hex.pairs(in: [48].span, from: 0).isEmpty)
    #expect(Hex.pairs(in: [48].span, from: 1).isEmpty)
    for (text, isOne) in [
      ("0123456789abcdef", true), ("09AF", true), ("0aF", false), ("aA", false), ("", true),
    ] {
      #expect(Hex.isOfOneCase(Array(text.utf8).span) == isOne)
    }
  }

  @Test(
    "the examples of RFC 4648 §10 encode and decode",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64(_ plain: String, _ text: String) {
    #expect(Base64.encode(Array(plain.utf8)) == text)
    #expect(Base64.decode(text) == Array(plain.utf8))
  }

  @Test("the URL alphabet has no padding and its own last two characters")
  func base64URL() {
    let bytes: [UInt8] = [0xFB, 0xFF, 0xFE, 0xFF]
    #expect(Base64.encode(bytes) == "+//+/w==")
    #expect(Base64.encode(bytes, alphabet: .url) == "-__-_w")
    #expect(Base64.decode("-__-_w", alphabet: .url) == bytes)
    #expect(Base64.decode("-__-_w==", alphabet: .url) == nil)
    #expect(Base64.decode("+//+/w", alphabet: .url) == nil)
  }

  @Test(
    "Base64 with stray bits, space or wrong padding is refused",
    arguments: ["Zg", "Zg=", "Zh==", "Zm9=", "Zm 9v", "Zm9v\n", "Zg==Zg==", "=", "====", "Z==="])
  func refusesBase64(_ text: String) {
    #expect(Base64.decode(text) == nil)
  }

  @Test(
    "a time reads from RFC 3339 and writes in UTC",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
      ("2026-11-23T09:15:00Z", 1_795_425_300, "2026-11-23T09:15:00Z"),
      ("2026-11-23T18:15:00+09:00", 1_795_425_300, "2026-11-23T09:15:00Z"),
      ("2026-11-23T04:15:00.987-05:00", 1_795_425_300, "2026-11-23T09:15:00Z"),
      ("1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"),
      ("2000-02-29T12:00:00z", 951_825_600, "2000-02-29T12:00:00Z"),
      ("0001-01-01T00:00:00Z", -62_135_596_800, "0001-01-01T00:00:00Z"),
    ] as [(String, Int64, String)])
  func times(_ text: String, _ seconds: Int64, _ written: String) throws {
    let time = try #require(UTCTime(rfc3339: text))
    #expect(time.secondsSinceEpoch == seconds)
    #expect(time.rfc3339 == written)
  }

  @Test(
    "a time that does not exist or is cut short is refused",
    arguments: [
      "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
      "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
      "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+0900",
      "2026-01-01T00:00:00+24:00", "2026-01-01", "0000-01-01T00:00:00Z", "2026-01-01T00:00:61Z",
      "2026-01-01T00:00:00Z ",
    ])
  func refusesTimes(_ text: String) {
    #expect(UTCTime(rfc3339: text) == nil)
  }

  @Test("a time is shown without seconds, and adding seconds never overflows")
  func showsAndAdds() {
    let time = UTCTime(secondsSinceEpoch: 1_795_425_300)
    #expect(time.display == "2026-11-23 09:15 UTC")
    let late = UTCTime(secondsSinceEpoch: 253_402_300_800)
    #expect(late.rfc3339 == "10000-01-01T00:00:00Z")
    #expect(late.display == "10000-01-01 00:00 UTC")
    #expect(UTCTime(secondsSinceEpoch: -62_135_596_800).rfc3339 == "0001-01-01T00:00:00Z")
    #expect(UTCTime(secondsSinceEpoch: -62_198_755_200).rfc3339 == "00-1-01-01T00:00:00Z")
    #expect(time.adding(seconds: -1) < time)
    #expect(UTCTime(secondsSinceEpoch: .max).adding(seconds: 1).secondsSinceEpoch == .max)
    #expect(UTCTime(secondsSinceEpoch: .min).adding(seconds: -1).secondsSinceEpoch == .min)
  }
}
