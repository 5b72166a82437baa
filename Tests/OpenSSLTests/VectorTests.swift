import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Foreign signatures")
struct VectorTests {
  private static let folder = "crypto/fixtures/crypto/raw_signature/"

  /// The message that the vectors of the corpus sign.
  private static let message = Array("some sample content to sign".utf8)

  @Test(
    "every algorithm accepts the corpus's signature and refuses a changed one",
    .enabled(if: Corpus.folder != nil, "the shared corpus is absent"),
    arguments: SignatureAlgorithm.allCases)
  func acceptsForeignSignature(_ algorithm: SignatureAlgorithm) throws {
    let spki = try #require(Corpus.bytes(of: Self.folder + algorithm.name + ".pub_key"))
    var signature = try #require(Corpus.bytes(of: Self.folder + algorithm.name + ".raw_sig"))
    let key = try PublicKey(spki: spki)
    #expect(algorithm.fits(key.kind))
    #expect(key.verify(signature, of: Self.message, with: algorithm))
    #expect(!key.verify(signature, of: Self.message + [0], with: algorithm))
    signature[signature.count / 2] ^= 1
    #expect(!key.verify(signature, of: Self.message, with: algorithm))
  }

  @Test(
    "every chain of the corpus ends at the test roots, and none at others",
    .enabled(if: Corpus.folder != nil, "the shared corpus is absent"),
    arguments: SignatureAlgorithm.allCases)
  func acceptsForeignChain(_ algorithm: SignatureAlgorithm) throws {
    func list(_ name: String) throws -> [Certificate] {
      try Certificate.list(pem: #require(Corpus.bytes(of: Self.folder + name)))
    }
    let chain = try list(algorithm.name + ".pub")
    let roots = try list("test_cert_root_bundle.pem")
    let leaf = try #require(chain.first)
    #expect(leaf.signature.isAllowed)
    func validate(_ anchors: [Certificate]) throws -> Result<[Certificate], ChainFailure> {
      CertificateChain.validate(
        leaf: leaf, intermediates: Array(chain.dropFirst()), anchors: try AnchorStore(anchors),
        at: leaf.notBefore, strict: true)
    }
    #expect(try validate(roots).get().count == 3)
    #expect(try validate([]).map(\.count) != .success(3))
  }

  @Test(
    "RSA with PKCS #1 v1.5 padding proves nothing",
    .enabled(if: Corpus.folder != nil, "the shared corpus is absent"),
    arguments: ["rs256", "rs512", "sha1"], [SignatureAlgorithm.ps256, .ps512])
  func legacy(_ name: String, _ algorithm: SignatureAlgorithm) throws {
    let path = Self.folder + "legacy/" + name
    let key = try PublicKey(spki: #require(Corpus.bytes(of: path + ".pub_key")))
    let signature = try #require(Corpus.bytes(of: path + ".raw_sig"))
    #expect(!key.verify(signature, of: Self.message, with: algorithm))
  }
}
