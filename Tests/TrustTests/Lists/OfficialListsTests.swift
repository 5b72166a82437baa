import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@Suite(
  "The lists that C2PA publishes load as they are",
  .enabled(if: Corpus.folder != nil, "the shared corpus is absent"))
struct OfficialListsTests {
  private static func path(_ name: String) throws -> FilePath {
    FilePath(try #require(Corpus.folder) + "/trust/" + name)
  }

  /// The blocks of certificates in a file, counted without our reader.
  private static func count(_ name: String) -> Int {
    String(decoding: Corpus.bytes(of: "trust/" + name) ?? [], as: UTF8.self)
      .split(separator: "\n").count { $0.hasPrefix("-----BEGIN CERTIFICATE") }
  }

  @Test(
    "claim-signing and time-stamp lists, every certificate of them",
    arguments: ["C2PA-TRUST-LIST.pem", "C2PA-TSA-TRUST-LIST.pem", "itl_anchors.pem"])
  func anchors(name: String) throws {
    var material = TrustStore()
    try material.addClaimAnchors(Self.path(name))
    try material.addTimeStampAnchors(Self.path(name))
    let context = try TrustContext(material, at: UTCTime(secondsSinceEpoch: 1_795_392_000))
    let expected = try Set(Certificate.list(pem: Corpus.bytes(of: "trust/" + name) ?? []))
    #expect(Self.count(name) > 0)
    #expect(expected.count <= Self.count(name))
    #expect(Set(context.claimAnchors?.certificates ?? []) == expected)
    #expect(Set(context.tsaAnchors?.certificates ?? []) == expected)
  }

  @Test("certificates accepted by hand, and the file of purposes")
  func others() throws {
    var material = TrustStore()
    try material.addAllowed(Self.path("itl_allowed.pem"))
    try material.addPurposes(Self.path("store.cfg"))
    let context = try TrustContext(material, at: UTCTime(secondsSinceEpoch: 1_795_392_000))
    #expect(context.anchors.allowed.count > 0)
    #expect(context.anchors.allowed.count <= Self.count("itl_allowed.pem"))
    #expect(context.anchors.acceptedPurposes.isSuperset(of: TrustAnchors.defaultPurposes))
    #expect(context.claimAnchors == nil)
  }
}
