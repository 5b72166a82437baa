import Bytes
import OpenSSL
import Testing

@Suite("Time stamps")
struct TimeStampTests {
  let pki: TestPKI
  let anchors: AnchorStore
  static let message = Array("what was signed".utf8)

  init() throws {
    pki = try TestPKI()
    anchors = try AnchorStore([pki.root])
  }

  @Test(
    "a token of the local authority proves its time",
    arguments: [SignatureAlgorithm.es256, .es384, .ps256], DigestAlgorithm.allCases)
  func proves(_ key: SignatureAlgorithm, _ hash: DigestAlgorithm) throws {
    let authority = try pki.stamper(.generate(key, rsaBits: 2048))
    let digest = try Digest.of(Self.message, hash)
    let token = try authority.stamp(digest, at: pki.now, nonce: [0x81, 2, 3])
    #expect(token.generated == pki.now)
    #expect(token.nonce == [0x81, 2, 3])
    #expect(token.hashAlgorithm == hash)
    #expect(token.policy == TimeStampAuthority.defaultPolicy)
    try token.verifySignature()
    try token.verifyImprint(of: Self.message)
    let chain = try token.chain(to: anchors).get()
    #expect(chain == [token.signer, pki.authority, pki.root])
    #expect(!token.wasResponse)
    #expect(try TimeStampToken(tokenDER: token.der) == token)
  }
}
