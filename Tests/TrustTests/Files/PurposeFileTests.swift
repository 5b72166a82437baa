import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

struct PurposeFileTests {
  @Test(
    "A settings file of purposes is read, and adds no purpose of another trade",
    .enabled(if: Corpus.folder != nil, "the shared corpus is absent"))
  func corpus() throws {
    let folder = try #require(Corpus.folder)
    var material = TrustStore()
    try material.addPurposes(FilePath("\(folder)/trust/store.cfg"))
    let purposes = try TrustContext(material, at: TestPKI.now).anchors.acceptedPurposes
    #expect(purposes == TrustAnchors.defaultPurposes.union(["1.3.6.1.4.1.311.76.59.1.9"]))
  }

  @Test(
    "A line that is no object identifier is an error",
    arguments: [
      ("1.2.3\n", nil), ("// a comment\n1.2.3", nil), ("# a comment\r\n 1.2.3 \r\n", nil),
      ("", .malformed), ("// only a comment\n", .malformed), ("1.2.3 // more\n", .malformed),
      ("emailProtection\n", .malformed), ("1\n", .malformed), ("3.1\n", .malformed),
      ("1.40\n", .malformed), ("1..2\n", .malformed), ("1.02\n", .malformed),
      ("1.2.\n", .malformed),
      ("1.2.3\n4.5.6\n", .malformed), ("-1.2\n", .malformed), ("１.２\n", .malformed),
    ] as [(String, TrustError.Kind?)])
  func lines(_ text: String, _ expected: TrustError.Kind?) throws {
    let scratch = Scratch()
    let path = FilePath(scratch.write(text.utf8, to: "eku.txt"))
    var material = TrustStore()
    #expect(kind { try material.addPurposes(path) } == expected)
  }

  @Test(
    "A purpose on the command line must be an object identifier",
    arguments: [("1.2.3", nil), ("2.999.1", nil), ("x", .malformed), ("", .malformed)]
      as [(String, TrustError.Kind?)])
  func option(_ text: String, _ expected: TrustError.Kind?) {
    var material = TrustStore()
    #expect(kind { try material.addPurpose(text) } == expected)
  }
}
