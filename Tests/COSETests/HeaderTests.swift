import BroadsealCBOR
import BroadsealCOSE
import Testing

@Suite("Unprotected headers")
struct HeaderTests {
  private static func sign(_ unprotected: Map) throws -> Sign1 {
    try Sign1(protectedBytes: [0xA0], unprotected: unprotected, signature: [1])
  }

  @Test("time stamps come new form first, each with its tokens")
  func timeStamps() throws {
    let sign = try Self.sign([
      "sigTst": ["tstTokens": [["val": .bytes([1])], ["val": .bytes([2])]]],
      "sigTst2": TimeStampHeader.value(of: [3]),
    ])
    #expect(sign.timeStamps.map(\.form) == [.overSignature, .overClaim])
    #expect(sign.timeStamps.map(\.tokens) == [[[3]], [[1], [2]]])
    #expect(try Self.sign([:]).timeStamps.isEmpty)
  }

  @Test(
    "a time stamp header of another shape is malformed",
    arguments: [
      .null, [:], ["tstTokens": []], ["tstTokens": [:]], ["tstTokens": [1]],
      ["tstTokens": [["val": "text"]]], ["tstTokens": [["val": .bytes([1])], [:]]],
    ] as [Value])
  func malformedStamps(_ value: Value) throws {
    let headers = try Self.sign(["sigTst2": value]).timeStamps
    #expect(headers.count == 1)
    #expect(headers.first?.tokens == nil)
  }

  @Test("stapled OCSP responses are listed, and another shape is malformed")
  func revocation() throws {
    #expect(try Self.sign([:]).ocspResponses == [])
    #expect(
      try Self.sign(["rVals": ["ocspVals": [.bytes([1]), .bytes([2])]]]).ocspResponses
        == [[1], [2]])
    for value: Value in [.null, [:], ["ocspVals": [1]], ["ocspVals": .bytes([1])]] {
      #expect(try Self.sign(["rVals": value]).ocspResponses == nil)
    }
  }

  @Test("padding that is not all zeros, or no bytes, is told")
  func padding() throws {
    for label in ["pad", "pad2"] {
      #expect(try Self.sign(Map([(label, .bytes([0, 0]))])).paddingIsZero)
      #expect(try Self.sign(Map([(label, .bytes([]))])).paddingIsZero)
      #expect(try !Self.sign(Map([(label, .bytes([0, 1]))])).paddingIsZero)
      #expect(try !Self.sign(Map([(label, "\u{0}")])).paddingIsZero)
    }
    #expect(try Self.sign([:]).paddingIsZero)
  }

  @Test("every reserved size is met exactly, from the smallest padding up")
  func sizes() throws {
    let sign = try Self.sign(["sigTst2": TimeStampHeader.value(of: [1, 2, 3])])
    let bare = sign.encode().count
    #expect(try sign.encode(totalSize: bare) == sign.encode())
    let spans = [
      Sign1.minimumPadding...400, 65_530...65_560,
    ]
    for missing in spans.joined() {
      let bytes = try sign.encode(totalSize: bare + missing)
      #expect(bytes.count == bare + missing)
      let read = try Sign1(decoding: bytes[...])
      #expect(read.paddingIsZero)
      #expect(read.signature == sign.signature)
      #expect(read.timeStamps == sign.timeStamps)
    }
  }

  @Test("a size that cannot be met is an error that names both sizes")
  func impossibleSizes() throws {
    let sign = try Self.sign([:])
    let bare = sign.encode().count
    for size in [0, bare - 1] + (1..<Sign1.minimumPadding).map({ bare + $0 }) {
      #expect(throws: Sign1.SizeError.self) { try sign.encode(totalSize: size) }
    }
    let padded = try Self.sign(["pad": .bytes([0])])
    #expect(throws: Sign1.SizeError.self) {
      try padded.encode(totalSize: padded.encode().count + 100)
    }
  }
}
