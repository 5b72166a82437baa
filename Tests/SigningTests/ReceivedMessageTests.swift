import BroadsealBytes
import BroadsealOpenSSL
import BroadsealSigning
import TestSupport
import Testing

@Suite("A signed message as somebody else may write it")
struct ReceivedMessageTests {
  private static let content = Array("content".utf8)

  /// A message by a signer of the demonstration, over `content`.
  private static func message(
    _ algorithm: SignatureAlgorithm = .es256
  ) throws -> (der: [UInt8], digest: [UInt8]) {
    let signer = try Fixture().credential(algorithm)
    let digest = try Digest.of(content, #require(algorithm.digest))
    let certificates = signer.certificates.map(\.der)
    let attributes = try DetachedSignature.attributes(digest: digest, certificates: certificates)
    let raw = try signer.key.sign(DetachedSignature.signedBytes(of: attributes), with: algorithm)
    let message = DetachedSignature(
      algorithm: algorithm, certificates: certificates, attributes: attributes,
      signature: try #require(DetachedSignature.form(of: raw, algorithm)))
    return (try #require(message.der), digest.bytes)
  }

  /// Contents of the element that `der` is, and its tag.
  private static func opened(_ der: ArraySlice<UInt8>) -> (tag: UInt8, contents: ArraySlice<UInt8>)
  {
    let start = der.startIndex
    let octets = der[start + 1] < 0x80 ? 0 : Int(der[start + 1] & 0x7F)
    return (der[start], der[(start + 2 + octets)...])
  }

  /// The same message with the outermost three frames in the indefinite form of BER.
  private static func indefinite(_ der: [UInt8]) -> [UInt8] {
    let outer = opened(der[...])
    // The object identifier of signed data has eleven bytes with its header.
    let name = outer.contents.prefix(11)
    let wrapper = opened(outer.contents.dropFirst(11))
    let signed = opened(wrapper.contents)
    return [0x30, 0x80] + name + [0xA0, 0x80, 0x30, 0x80] + signed.contents
      + [UInt8](repeating: 0, count: 6)
  }

  private static func outcome(_ bytes: [UInt8], _ digest: [UInt8]) throws -> MessageOutcome {
    let message = try ReceivedMessage(bytes)
    return message.outcome(ofHash: digest, signer: message.signer(among: []))
  }

  @Test(
    "holds in DER and in BER, and has our own form in DER alone",
    arguments: [SignatureAlgorithm.es256, .ps256])
  func forms(_ algorithm: SignatureAlgorithm) throws {
    let (der, digest) = try Self.message(algorithm)
    let ber = Self.indefinite(der)
    #expect(try Self.outcome(der, digest) == .holds)
    #expect(try Self.outcome(ber, digest) == .holds)
    #expect(try SignedMessage(der).hasStrictForm)
    #expect((try? SignedMessage(ber)) == nil)
    #expect(BERReader.lengthOfElement(ber + [0, 0]) == ber.count)
  }

  @Test("is called different only where something was computed")
  func outcomes() throws {
    let (der, digest) = try Self.message()
    let other = try Digest.of([1], .sha256).bytes
    guard case .differs = try Self.outcome(der, other) else {
      Issue.record("another content")
      return
    }
    // The last byte is one of the signature's.
    var changed = der
    changed[changed.count - 1] ^= 1
    #expect(try Self.outcome(changed, digest) == .differs("its signature is wrong"))
    let message = try ReceivedMessage(der)
    #expect(
      message.outcome(ofHash: digest, signer: nil)
        == .unknown("nobody has its signer's certificate"))
    // ecdsa-with-SHA256 to ecdsa-with-SHA384, of which the hash function says nothing.
    let name: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02]
    let place = try #require(
      der.indices.last { der[$0...].starts(with: name) && !der[..<$0].isEmpty })
    var mixed = der
    mixed[place + 7] = 0x03
    #expect(
      try Self.outcome(mixed, digest)
        == .malformed("it names two hash functions, SHA-256 and SHA-384"))
  }

  @Test("is read to a depth, and not beyond")
  func depth() throws {
    func nested(_ count: Int) -> [UInt8] {
      [UInt8](repeating: 0, count: 0) + (0..<count).flatMap { _ -> [UInt8] in [0x30, 0x80] }
        + [UInt8](repeating: 0, count: 2 * count)
    }
    #expect(BERReader.lengthOfElement(nested(32)) == 128)
    #expect(BERReader.lengthOfElement(nested(33)) == nil)
    #expect(BERReader.lengthOfElement([0x30, 0x80, 0, 0]) == 4)
    // No end, a plain value without a length, a length beyond the bytes, one of nine bytes.
    #expect(BERReader.lengthOfElement([0x30, 0x80, 0x02, 0x01, 0x05]) == nil)
    #expect(BERReader.lengthOfElement([0x04, 0x80, 0, 0]) == nil)
    #expect(BERReader.lengthOfElement([0x30, 0x03, 0x02, 0x01]) == nil)
    #expect(BERReader.lengthOfElement([0x30, 0x89, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]) == nil)
    #expect(BERReader.lengthOfElement([0x30, 0x84, 0, 0, 0, 1, 0]) == 7)
  }

  @Test("is hashed by every function that others use, to the right length")
  func functions() {
    for function in HashFunction.allCases {
      #expect(function.value(of: Self.content)?.count == function.byteCount, "\(function)")
      #expect(HashFunction(objectIdentifier: function.objectIdentifier) == function)
    }
    #expect(HashFunction(objectIdentifier: "1.2.3") == nil)
  }
}
