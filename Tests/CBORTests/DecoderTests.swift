import BroadsealBytes
import BroadsealCBOR
import Testing

@Suite("Decoding CBOR")
struct DecoderTests {
  @Test(
    "the examples of RFC 8949 Appendix A decode to their values",
    arguments: [
      ("00", 0), ("17", 23), ("1818", 24), ("1903e8", 1000), ("1a000f4240", 1_000_000),
      ("1bffffffffffffffff", .unsigned(.max)), ("20", -1), ("3903e7", -1000),
      ("3bffffffffffffffff", .negative(.max)), ("f4", false), ("f5", true), ("f6", .null),
      ("f7", .undefined), ("f0", .simple(16)), ("f8ff", .simple(255)), ("40", .bytes([])),
      ("4401020304", .bytes([1, 2, 3, 4])), ("60", ""), ("6449455446", "IETF"), ("62c3bc", "ü"),
      ("80", []), ("83010203", [1, 2, 3]), ("a0", [:]),
      ("a26161016162820203", ["a": 1, "b": [2, 3]]),
      ("c11a514b67b0", .tagged(1, 1_363_896_240)), ("f90000", .float(0)), ("f93c00", .float(1)),
      ("fa47c35000", .float(100_000)), ("fb3ff199999999999a", .float(1.1)),
      ("f97c00", .float(.infinity)), ("f90001", .float(5.960464477539063e-8)),
    ] as [(String, Value)])
  func decodes(_ hex: String, _ value: Value) throws {
    #expect(try Decoder.decode(try #require(Hex.decode(hex))) == value)
  }

  @Test(
    "longer integers and unsorted keys are accepted, since foreign writers use them",
    arguments: [
      ("1800", 0), ("1b0000000000000001", 1), ("5a0000000161", .bytes([0x61])),
      ("a2616201616102", ["b": 1, "a": 2]),
    ] as [(String, Value)])
  func acceptsForeignHabits(_ hex: String, _ value: Value) throws {
    let bytes = try #require(Hex.decode(hex))
    #expect(try Decoder.decode(bytes) == value)
    #expect(!Decoder.isDeterministic(bytes[...]))
  }

  @Test(
    "what is not strict CBOR is refused with its reason",
    arguments: [
      ("", "unexpected end of data"), ("18", "unexpected end of data"),
      ("0000", "bytes after the CBOR item"), ("9fff", "indefinite lengths are not accepted"),
      ("bf616101ff", "indefinite lengths are not accepted"),
      ("5f4101ff", "indefinite lengths are not accepted"),
      ("7f6161ff", "indefinite lengths are not accepted"),
      ("ff", "a break ends nothing"), ("1c", "reserved CBOR encoding"),
      ("fc", "reserved CBOR encoding"), ("f818", "reserved simple value"),
      ("62c328", "text is not valid UTF-8"), ("63eda080", "text is not valid UTF-8"),
      ("a2616101616102", "duplicate map key"), ("a20100180100", "duplicate map key"),
      ("a200", "more items are announced than bytes remain"),
      ("a1f9000001", "a map key is neither integer, text nor bytes"),
      ("a1f97e0001", "a map key is neither integer, text nor bytes"),
      ("a1800001", "a map key is neither integer, text nor bytes"),
      ("9b7fffffffffffffff", "more items are announced than bytes remain"),
      ("9bffffffffffffffff", "more items are announced than bytes remain"),
      ("bb8000000000000000", "more items are announced than bytes remain"),
      ("5b7fffffffffffffff", "a string is longer than the bytes that remain"),
      ("7bffffffffffffffff", "a string is longer than the bytes that remain"),
      ("830102", "more items are announced than bytes remain"), ("c0", "unexpected end of data"),
    ])
  func refuses(_ hex: String, _ reason: String) throws {
    let bytes = try #require(Hex.decode(hex))
    let error = #expect(throws: Malformed.self) { try Decoder.decode(bytes) }
    #expect(error?.reason == reason)
  }

  @Test(
    "indefinite lengths are read where they are asked for, with the same values",
    arguments: [
      ("9fff", []), ("9f018202039f0405ffff", [1, [2, 3], [4, 5]]),
      ("bf61610161629f0203ffff", ["a": 1, "b": [2, 3]]),
      ("5f42010243030405ff", .bytes([1, 2, 3, 4, 5])),
      ("7f657374726561646d696e67ff", "streaming"), ("5fff", .bytes([])),
    ] as [(String, Value)])
  func readsIndefiniteLengths(_ hex: String, _ value: Value) throws {
    let bytes = try #require(Hex.decode(hex))
    #expect(try Decoder.decode(bytes, form: .wellFormed) == value)
    #expect(throws: Malformed.self) { try Decoder.decode(bytes) }
    #expect(!Decoder.isDeterministic(bytes[...]))
  }

  @Test(
    "an indefinite length that is not well formed is refused",
    arguments: [
      ("9f", "unexpected end of data"), ("9f01", "unexpected end of data"),
      ("bf6161ff", "a break ends nothing"), ("bf616101616102ff", "duplicate map key"),
      ("5f01ff", "a part of a string is no string of its kind"),
      ("5f6161ff", "a part of a string is no string of its kind"),
      ("5f5f4101ffff", "a part of a string is no string of its kind"),
      ("7f61c361bcff", "text is not valid UTF-8"), ("1f", "reserved CBOR encoding"),
      ("3f", "reserved CBOR encoding"), ("df00", "reserved CBOR encoding"),
      ("81ff", "a break ends nothing"), ("c1ff", "a break ends nothing"),
      ("9fff00", "bytes after the CBOR item"),
    ])
  func refusesBadIndefiniteLengths(_ hex: String, _ reason: String) throws {
    let bytes = try #require(Hex.decode(hex))
    let error = #expect(throws: Malformed.self) { try Decoder.decode(bytes, form: .wellFormed) }
    #expect(error?.reason == reason)
  }

  @Test(
    "nesting is limited to 32, in arrays, maps and tags",
    arguments: [[0x81], [0xA1, 0x00], [0xC1]] as [[UInt8]])
  func limitsDepth(_ opening: [UInt8]) throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeatElement(opening, count: depth).joined()) + [0]
    }
    _ = try Decoder.decode(nested(32))
    #expect(throws: Malformed.self) { try Decoder.decode(nested(33)) }
    #expect(throws: Malformed.self) { try Decoder.decode(nested(100_000)) }
    #expect(throws: Malformed.self) {
      try Decoder.decode(Array(repeating: 0x9F, count: 100_000), form: .wellFormed)
    }
  }

  @Test("text that takes the square of its length to compare is refused")
  func limitsCombining() throws {
    for count in [CombiningRun.maximumLength / 2, CombiningRun.maximumLength / 2 + 1] {
      let text = Array(String(repeating: "\u{301}\u{323}", count: count).utf8)
      let bytes = [0x79, UInt8(text.count >> 8), UInt8(text.count & 0xFF)] + text
      let value = try? Decoder.decode(bytes)
      #expect((value == nil) == (count * 2 > CombiningRun.maximumLength))
    }
  }

  @Test("the number of items is limited")
  func limitsItems() throws {
    let limits = Limits(maximumDepth: 4, maximumItems: 3)
    _ = try Decoder.decode([0x82, 0, 0], limits: limits)
    #expect(throws: Malformed.self) { try Decoder.decode([0x83, 0, 0, 0], limits: limits) }
  }

  @Test("every truncation of an item is refused")
  func refusesTruncation() throws {
    let bytes = Encoder.encode(["a": [1, 300, "text"], "b": .bytes([1, 2]), "c": .float(1.1)])
    for count in 0..<bytes.count {
      #expect(throws: Malformed.self) { try Decoder.decode(Array(bytes.prefix(count))) }
    }
  }

  @Test("a key is found by its exact spelling only")
  func findsExactly() throws {
    let map = try Decoder.decode(Encoder.encode(["\u{212A}": 1, "k": 2]))
    #expect(map["K"] == nil)
    #expect(map["k"]?.int == 2)
  }

  @Test("offsets count from the base")
  func countsFromBase() {
    let error = #expect(throws: Malformed.self) {
      try Decoder.decode([9, 9, 0x81, 0xFF][2...], base: 50)
    }
    #expect(error?.offset == 51)
  }
}
