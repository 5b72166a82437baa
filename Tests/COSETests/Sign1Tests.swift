import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealOpenSSL
import Testing

@Suite("COSE signatures")
struct Sign1Tests {
  static let claim = Array("the claim".utf8)

  /// A protected header with ES256 and one certificate that is none.
  static let header = Sign1.protectedHeader(.es256, certificates: [[1, 2, 3]])

  private static func encoded(
    tag: UInt64? = 18, protected: Value = .bytes(header), unprotected: Value = [:],
    payload: Value = .null, signature: Value = .bytes([9])
  ) -> [UInt8] {
    let array: Value = .array([protected, unprotected, payload, signature])
    return Encoder.encode(tag.map { .tagged($0, array) } ?? array)
  }

  @Test("what is signed comes back, proved by its key only", arguments: SignatureAlgorithm.allCases)
  func roundTrip(_ algorithm: SignatureAlgorithm) throws {
    let key = try PrivateKey.generate(algorithm, rsaBits: 2048)
    let header = Sign1.protectedHeader(algorithm, certificates: [[1], [2]])
    let input = Sign1.signatureInput(protectedBytes: header, payload: Self.claim)
    let made = try Sign1(protectedBytes: header, signature: key.sign(input, with: algorithm))
    let read = try Sign1(decoding: made.encode()[...])
    #expect(read == made)
    #expect(read.isTagged)
    #expect(read.payloadIsNil)
    #expect(read.algorithm == algorithm)
    #expect(try read.x5chain.get().certificates == [[1], [2]])
    #expect(try read.x5chain.get().isProtected)
    #expect(read.isSigned(by: key.publicKey, over: Self.claim, with: algorithm))
    #expect(!read.isSigned(by: key.publicKey, over: Self.claim + [0], with: algorithm))
    let other = try PrivateKey.generate(algorithm, rsaBits: 2048)
    #expect(!read.isSigned(by: other.publicKey, over: Self.claim, with: algorithm))
  }

  @Test("the signed bytes are those of RFC 9052, and a stamp's wrap the encoded signature")
  func structures() throws {
    let sign = try Sign1(protectedBytes: [0xA1, 1, 0x26], signature: [0xAA, 0xBB])
    let signature1 = [0x84, 0x6A] + Array("Signature1".utf8)
    let counter = [0x84, 0x70] + Array("CounterSignature".utf8)
    let middle: [UInt8] = [0x43, 0xA1, 1, 0x26, 0x40]
    #expect(sign.signatureInput(payload: [7]) == signature1 + middle + [0x41, 7])
    #expect(sign.counterSignatureInput() == counter + middle + [0x43, 0x42, 0xAA, 0xBB])
    #expect(sign.counterSignatureInputV1(claim: [7]) == counter + middle + [0x41, 7])
  }

  @Test("a signature made under another context string is refused")
  func contextString() throws {
    let key = try PrivateKey.generate(.es256)
    let probe = try Sign1(protectedBytes: Self.header, signature: [1])
    let input = probe.counterSignatureInputV1(claim: Self.claim)
    let sign = try Sign1(
      protectedBytes: Self.header, signature: key.sign(input, with: .es256))
    #expect(!sign.isSigned(by: key.publicKey, over: Self.claim, with: .es256))
  }

  @Test("anything but an array of the four right types is malformed")
  func malformed() {
    let wrong: [[UInt8]] = [
      [], [0xF6], Self.encoded(tag: 17), Self.encoded(protected: .map([:])),
      Self.encoded(protected: .bytes([0x80])), Self.encoded(protected: .bytes([0xA0, 0])),
      Self.encoded(unprotected: .array([])), Self.encoded(payload: 1),
      Self.encoded(payload: .undefined), Self.encoded(signature: .null),
      Self.encoded() + [0], Array(Self.encoded().dropLast()),
      Encoder.encode(.tagged(18, .array([.bytes([]), [:], .null]))),
      Encoder.encode(.tagged(18, .tagged(18, .array([.bytes([]), [:], .null, .bytes([])])))),
      // The same protected label twice.
      Self.encoded(protected: .bytes([0xA2, 1, 0x26, 1, 0x26])),
    ]
    for bytes in wrong { #expect(throws: Malformed.self) { try Sign1(decoding: bytes[...]) } }
  }

  @Test("a missing tag, an embedded payload and an empty header are read and told")
  func flags() throws {
    #expect(try !Sign1(decoding: Self.encoded(tag: nil)[...]).isTagged)
    #expect(try !Sign1(decoding: Self.encoded(payload: .bytes([1]))[...]).payloadIsNil)
    let empty = try Sign1(decoding: Self.encoded(protected: .bytes([]))[...])
    #expect(empty.protected.isEmpty)
    #expect(empty.algorithm == nil)
    #expect(empty.signatureInput(payload: [])[12...].elementsEqual([0x40, 0x40, 0x40]))
  }

  @Test(
    "an algorithm outside C2PA, or in the unprotected header, is none",
    arguments: [-257, -65535, -47, 5, 0])
  func algorithms(_ identifier: Int) throws {
    let header = Encoder.encode(
      .map(Map([Map.Entry(key: 1, value: Value(identifier))])))
    let sign = try Sign1(decoding: Self.encoded(protected: .bytes(header))[...])
    #expect(sign.algorithmIdentifier == identifier)
    #expect(sign.algorithm == nil)
    let outside = try Sign1(
      decoding: Self.encoded(
        protected: .bytes([0xA0]), unprotected: .map(Map([Map.Entry(key: 1, value: -7)])))[...])
    #expect(outside.algorithmIdentifier == nil)
  }

  @Test("a critical header that is not understood, or is no list, is named")
  func critical() throws {
    func labels(_ crit: Value, with more: [Map.Entry] = [], protected: Bool = true) throws
      -> [Value]
    {
      let entry = Map.Entry(key: 2, value: crit)
      let inside = [Map.Entry(key: 1, value: -7)] + more + (protected ? [entry] : [])
      return try Sign1(
        decoding: Self.encoded(
          protected: .bytes(Encoder.encode(.map(Map(inside)))),
          unprotected: .map(Map(protected ? [] : [entry])))[...]
      ).unknownCriticalLabels
    }
    #expect(try labels([1]) == [])
    #expect(try labels([1, "x"], with: [Map.Entry(key: "x", value: 0)]) == ["x"])
    #expect(try labels([33]) == [33])
    #expect(try labels([]) == [2])
    #expect(try labels(1) == [2])
    #expect(try labels([1], protected: false) == [2])
  }

  @Test("a label in both headers is told")
  func repeatedLabels() throws {
    let both = try Sign1(
      decoding: Self.encoded(unprotected: .map(Map([Map.Entry(key: 1, value: -7)])))[...])
    #expect(both.hasRepeatedLabels)
    #expect(try !Sign1(decoding: Self.encoded()[...]).hasRepeatedLabels)
  }

  @Test("a signature cut at any place is malformed")
  func truncated() throws {
    let bytes = Self.encoded(unprotected: ["pad": .bytes([0, 0]), "x": [1, "y"]])
    for count in 0..<bytes.count {
      #expect(throws: Malformed.self) { try Sign1(decoding: bytes[..<count]) }
    }
  }
}
