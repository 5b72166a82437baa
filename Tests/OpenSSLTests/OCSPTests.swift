import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("OCSP responses")
struct OCSPTests {
  private static let folder = "crypto/fixtures/crypto/ocsp/"

  private static func corpus(_ name: String) throws -> [UInt8] {
    try #require(Corpus.bytes(of: folder + name))
  }

  @Test(
    "the corpus's answers are good, revoked and unknown, and only from the right issuer",
    .enabled(if: Corpus.folder != nil, "the shared corpus is absent"),
    arguments: ["good", "revoked", "unknown"])
  func foreign(_ name: String) throws {
    let response = try OCSPResponse(der: Self.corpus("response_\(name).der"))
    let chain = try Certificate.list(pem: Self.corpus("ocsp_chain.pem"))
    #expect(response.isAuthorized(by: chain[1]))
    #expect(!response.isAuthorized(by: try LocalPKI().root))
    #expect(throws: OpenSSLError.self) { try OCSPResponse(der: response.der + [0]) }
    #expect(throws: OpenSSLError.self) { try OCSPResponse(der: Array(response.der.dropLast())) }
  }

  /// What the openssl command answers for a leaf, signed by `responder`.
  private func respond(
    _ pki: LocalPKI, _ leaf: Certificate, _ status: String, by responder: Certificate,
    _ key: PrivateKey
  ) throws -> OCSPResponse {
    let folder = Scratch()
    folder.write(leaf.pem, to: "leaf.pem")
    folder.write(pki.authority.pem, to: "ca.pem")
    folder.write(responder.pem, to: "responder.pem")
    folder.write(try key.pem(), to: "responder.key")
    let serial = leaf.serialHex.uppercased()
    folder.write("\(status)\t\(serial)\tunknown\t/CN=leaf\n".utf8, to: "index.txt")
    try folder.openssl(
      ["ocsp", "-sha256", "-issuer", "ca.pem", "-cert", "leaf.pem", "-reqout", "request.der"])
    try folder.openssl(
      ["ocsp", "-index", "index.txt", "-CA", "ca.pem", "-rsigner", "responder.pem"]
        + ["-rkey", "responder.key", "-reqin", "request.der", "-respout", "response.der"]
        + ["-ndays", "7"])
    return try OCSPResponse(der: folder.bytes("response.der"))
  }

  /// A PKI that is valid on the day of the test, which the openssl command stamps its answers with.
  private func currentPKI() throws -> LocalPKI { try LocalPKI(.es256, days: 36_500) }

  @Test("an appointed responder answers for its issuer's certificates and no others")
  func appointed() throws {
    let pki = try currentPKI()
    let key = try PrivateKey.generate(.es256)
    let responder = try pki.issue(key.publicKey) { $0.extendedKeyUsage = [Purpose.ocspSigning] }
    let leaf = try pki.issue(key.publicKey)
    let other = try pki.issue(key.publicKey)
    let response = try respond(pki, leaf, "V\t991231235959Z\t", by: responder, key)
    let answer = try #require(response.answer(for: leaf, issuer: pki.authority))
    #expect(answer.status == .good)
    #expect(answer.nextUpdate == answer.thisUpdate.adding(seconds: 7 * 86_400))
    #expect(response.answer(for: other, issuer: pki.authority) == nil)
    #expect(response.answer(for: leaf, issuer: pki.root) == nil)
  }

  @Test("a revoked certificate is told with its time and reason")
  func revoked() throws {
    let pki = try currentPKI()
    let key = try PrivateKey.generate(.es256)
    let leaf = try pki.issue(key.publicKey)
    let response = try respond(
      pki, leaf, "R\t991231235959Z\t260201000000Z,keyCompromise", by: pki.authority,
      pki.authorityKey)
    let answer = try #require(response.answer(for: leaf, issuer: pki.authority))
    let time = try #require(UTCTime(year: 2026, month: 2, day: 1))
    #expect(answer.status == .revoked(at: time, reason: 1))
  }

  @Test("a signer that the issuer did not appoint is not heard")
  func usurper() throws {
    let pki = try currentPKI()
    let key = try PrivateKey.generate(.es256)
    let leaf = try pki.issue(key.publicKey)
    let response = try respond(pki, leaf, "V\t991231235959Z\t", by: leaf, key)
    #expect(response.answer(for: leaf, issuer: pki.authority) == nil)
  }

  @Test("no changed byte of an answer turns revoked into good")
  func everyByte() throws {
    let pki = try currentPKI()
    let key = try PrivateKey.generate(.es256)
    let leaf = try pki.issue(key.publicKey)
    let response = try respond(
      pki, leaf, "R\t991231235959Z\t260201000000Z,keyCompromise", by: pki.authority,
      pki.authorityKey)
    let truth = response.answer(for: leaf, issuer: pki.authority)
    for index in response.der.indices {
      var der = response.der
      der[index] ^= 0x02
      guard let changed = try? OCSPResponse(der: der),
        let answer = changed.answer(for: leaf, issuer: pki.authority)
      else { continue }
      #expect(answer == truth)
    }
  }

  @Test("an answer speaks for stamps before it and within its time, once it has begun")
  func moments() {
    let start = UTCTime(secondsSinceEpoch: 1_000_000)
    func answer(_ next: Int64?) -> OCSPAnswer {
      OCSPAnswer(
        status: .good, thisUpdate: start, nextUpdate: next.map { start.adding(seconds: $0) },
        producedAt: start.adding(seconds: 10))
    }
    let later = start.adding(seconds: 1_000_000)
    for (next, stamp, expected) in [
      (100, -1, true), (100, 1, true), (100, 99, true), (100, 100, false), (100, 0, true),
      (nil, 86_409, true), (nil, 86_410, false),
    ] as [(Int64?, Int64, Bool)] {
      #expect(answer(next).speaks(for: start.adding(seconds: stamp), now: later) == expected)
    }
    #expect(!answer(100).speaks(for: start.adding(seconds: -1), now: start.adding(seconds: -1)))
  }
}
