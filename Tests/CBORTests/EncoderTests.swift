import BroadsealBytes
import BroadsealCBOR
import Testing

@Suite("Encoding CBOR")
struct EncoderTests {
  @Test(
    "a value takes its one deterministic form",
    arguments: [
      (0, "00"), (23, "17"), (24, "1818"), (255, "18ff"), (256, "190100"), (65_536, "1a00010000"),
      (4_294_967_296, "1b0000000100000000"), (-1, "20"), (-25, "3818"), (.float(1), "f93c00"),
      (.float(100_000), "fa47c35000"), (.float(1.1), "fb3ff199999999999a"),
      (.float(.nan), "f97e00"), (.float(-.infinity), "f9fc00"), (.simple(32), "f820"),
      (.tagged(18, []), "d280"), (["b": 1, "a": 2], "a2616102616201"),
      (["aa": 1, "b": 2], "a261620262616101"),
    ] as [(Value, String)])
  func encodes(_ value: Value, _ hex: String) throws {
    let bytes = Encoder.encode(value)
    #expect(Hex.encode(bytes) == hex)
    #expect(Decoder.isDeterministic(bytes[...]))
  }

  @Test("keys sort by their encoded bytes, as RFC 8949 §4.2.1 shows them")
  func sortsKeys() {
    let keys: [Value] = [.text("aa"), .text("z"), 100, -1, 10, .bytes([0])]
    let map = Map(keys.map { Map.Entry(key: $0, value: 0) })
    #expect(Hex.encode(Encoder.encode(.map(map))) == "a60a001864002000410000617a0062616100")
  }

  @Test(
    "the size of a head is what the encoder writes",
    arguments: [0, 23, 24, 255, 256, 65_535, 65_536])
  func knowsHeadSize(_ count: Int) {
    let bytes = Encoder.encode(.bytes(Array(repeating: 0, count: count)))
    #expect(Encoder.headSize(count) == bytes.count - count)
  }

  @Test(
    "integers of either sign come back, and only those that fit",
    arguments: [
      (Value(5), 5), (Value(-5), -5), (.unsigned(UInt64(Int64.max)), Int64.max),
      (.negative(UInt64(Int64.max)), Int64.min), (.unsigned(.max), nil), (.negative(.max), nil),
      ("5", nil),
    ] as [(Value, Int64?)])
  func readsIntegers(_ value: Value, _ integer: Int64?) {
    #expect(value.integer == integer)
  }
}
