import BroadsealBytes
import BroadsealOpenSSL
import Testing

@Suite("Hashes")
struct DigestTests {
  /// The message "abc" of FIPS 180-4's examples.
  static let known: [(DigestAlgorithm, String)] = [
    (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      .sha384,
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        + "8086072ba1e7cc2358baeca134c825a7"
    ),
    (
      .sha512,
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    ),
  ]

  @Test("the standard's example comes out, at once and piece by piece", arguments: known)
  func example(_ algorithm: DigestAlgorithm, _ expected: String) throws {
    let message = Array("abc".utf8)
    #expect(try Digest.of(message, algorithm).hex == expected)
    #expect(try Digest.of(([0] + message + [0])[1...3], algorithm).hex == expected)
    var context = try DigestContext(algorithm)
    try context.update(message[..<1])
    try context.update([])
    try context.update(Array(message[1...]))
    #expect(try context.snapshot().hex == expected)
    #expect(try context.finish().hex == expected)
    #expect(try context.finish() == Digest.of([], algorithm))
  }

  @Test("a digest of the wrong length is none", arguments: DigestAlgorithm.allCases)
  func length(_ algorithm: DigestAlgorithm) {
    #expect(Digest(algorithm, bytes: [UInt8](repeating: 0, count: algorithm.byteCount)) != nil)
    #expect(Digest(algorithm, bytes: [UInt8](repeating: 0, count: algorithm.byteCount - 1)) == nil)
    #expect(DigestAlgorithm(objectIdentifier: algorithm.objectIdentifier) == algorithm)
  }

  @Test("random identifiers are of version 4, of variant 10, and differ")
  func identifiers() throws {
    var seen: Set<String> = []
    for _ in 0..<100 {
      let text = try Random.uuid()
      let parts = text.split(separator: "-")
      #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
      #expect(parts[2].hasPrefix("4"))
      #expect("89ab".contains(parts[3].prefix(1)))
      #expect(seen.insert(text).inserted)
    }
    #expect(try Random.bytes(0).isEmpty)
    #expect(try Random.bytes(33).count == 33)
  }
}
