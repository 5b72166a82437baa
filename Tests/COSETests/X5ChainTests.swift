import BroadsealCBOR
import BroadsealCOSE
import Testing

/// Threat T-21 and C2PA 2.4 §14.5: where a signer's certificates may stand.
@Suite("The certificates of a signature")
struct X5ChainTests {
  private static func map(_ entries: (Value, Value)...) -> Map {
    Map(entries.map { Map.Entry(key: $0.0, value: $0.1) })
  }

  @Test("33 wins over the text label, and either header may hold it")
  func choices() throws {
    let one: Value = .bytes([1])
    let two: Value = .bytes([2])
    let cases: [(Map, Map, [[UInt8]], Bool, Bool)] = [
      (Self.map((33, one)), [:], [[1]], true, true),
      ([:], Self.map((33, one)), [[1]], false, true),
      (Self.map(("x5chain", one)), [:], [[1]], true, false),
      ([:], Self.map(("x5chain", one)), [[1]], false, false),
      (Self.map((33, one), ("x5chain", two)), [:], [[1]], true, true),
      (Self.map(("x5chain", two)), Self.map((33, one)), [[1]], false, true),
      (Self.map((33, .array([one, two]))), [:], [[1], [2]], true, true),
    ]
    for (protected, unprotected, certificates, isProtected, hasIntegerLabel) in cases {
      let chain = try X5Chain(protected: protected, unprotected: unprotected)
      #expect(chain.certificates == certificates)
      #expect(chain.isProtected == isProtected)
      #expect(chain.hasIntegerLabel == hasIntegerLabel)
    }
  }

  @Test("the same label in both headers is refused, even where the other label is in one")
  func repeated() {
    let one: Value = .bytes([1])
    for label: Value in [33, "x5chain"] {
      #expect(throws: X5Chain.Problem.repeated) {
        try X5Chain(protected: Self.map((label, one)), unprotected: Self.map((label, one)))
      }
    }
    #expect(throws: X5Chain.Problem.repeated) {
      try X5Chain(
        protected: Self.map((33, one), ("x5chain", one)), unprotected: Self.map(("x5chain", one)))
    }
  }

  @Test("no certificates, and none in a form that is understood, are told apart")
  func absent() {
    #expect(throws: X5Chain.Problem.missing) { try X5Chain(protected: [:], unprotected: [:]) }
    let many = [Value](repeating: .bytes([1]), count: X5Chain.maximumCount + 1)
    for value: Value in [
      .null, 1, "text", [], [1], [.bytes([1]), .null], [[.bytes([1])]],
      .array(many),
    ] {
      #expect(throws: X5Chain.Problem.malformed) {
        try X5Chain(protected: Self.map((33, value)), unprotected: [:])
      }
    }
  }
}
