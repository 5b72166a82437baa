import OpenSSL
import TestSupport
import Testing

@Suite("Foreign signatures")
struct VectorTests {
  private static let folder = Corpus.folder.map {
    $0 + "/crypto/fixtures/crypto/raw_signature/"
  }

  /// The message that the vectors of the corpus sign.
  private static let message = Array("some sample content to sign".utf8)

  @Test(
    "every algorithm accepts the corpus's signature and refuses a changed one",
    .enabled(if: folder != nil, "the shared corpus is absent"),
    arguments: SignatureAlgorithm.allCases)
  func acceptsForeignSignature(_ algorithm: SignatureAlgorithm) throws {
    let folder = try #require(Self.folder)
    let spki = try bytes(of: folder + algorithm.name + ".pub_key")
    var signature = try bytes(of: folder + algorithm.name + ".raw_sig")
    let key = try PublicKey(spki: spki)
    #expect(algorithm.fits(key.kind))
    #expect(key.verify(signature, of: Self.message, with: algorithm))
    #expect(!key.verify(signature, of: Self.message + [0], with: algorithm))
    signature[signature.count / 2] ^= 1
    #expect(!key.verify(signature, of: Self.message, with: algorithm))
  }
}
