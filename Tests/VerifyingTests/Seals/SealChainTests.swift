import BroadsealBytes
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@Suite(
  "Chains of the signers of PDFs", .enabled(if: !SealRow.all.isEmpty, "the shared corpus is absent")
)
struct SealChainTests {
  /// Every file judged with all roots of the corpus as anchors.
  private static let verdicts = Result {
    let anchors = try TrustAnchors(claimAnchors: SealRoots.all, tsaAnchors: SealRoots.all)
    let session = Verifier(
      trust: try TrustContext(anchors: anchors), at: UTCTime(secondsSinceEpoch: 1_795_824_000)
    ).session()
    return Dictionary(
      uniqueKeysWithValues: SealRow.all.map { row in
        (row.name, session.verify(FilePath((Corpus.folder ?? "") + "/" + row.path)))
      })
  }

  @Test("end at the root that a foreign verifier finds, or for a reason")
  func roots() throws {
    #expect(SealRoots.all.count == 75)
    var compared = 0
    var missed: Set<String> = []
    for row in SealRow.all {
      let found = try #require(try Self.verdicts.get()[row.name]).pdfSignatures
      for (index, theirs) in row.roots.enumerated() where !theirs.root.isEmpty {
        compared += 1
        let named = found.filter { $0.field == theirs.field }
        let own = named.count == 1 ? named[0] : found.count > index ? found[index] : nil
        if own?.chain?.links.last?.sha256 != theirs.root {
          missed.insert(row.name + " " + theirs.field)
        }
      }
    }
    #expect(compared == 188)
    #expect(missed == Set(Self.misses.keys))
  }

  /// Signatures whose chain does not end where pyHanko's does, and why.
  private static let misses: [String: String] = [
    "esig+dss__john-doe-lta.pdf Signature1": critical,
    "esig+dss__25sigs.pdf Signature1": noAuthority,
    "esig+dss__PAdES-LT.pdf Signature4": noAuthority,
    "esig+dss__PAdES-BpB-att-SHA256-SHA3_256withRSA.pdf Signature1": twoHashes,
    "esig+dss__PAdES-BpB-att-SHA256-SHA3_224withRSA.pdf Signature1": twoHashes,
    "esig+dss__Signature-P-B-7da49953-d837-4f0b-8f38-aa5aa4181e3c.pdf Signature1": noIssuer,
    "esig+dss__pades-enveloping-empty-bytes-cms.pdf signature1": noIssuer,
    "esig+dss__pdf-eof.pdf Signature1": bytes,
    "esig+dss__self-issued-qesig.pdf Signature1": noIssuer,
    "esig+dss__timestamped_and_signed.pdf Signature1": noIssuer,
    "mkl-public+testarea-pdfbox2__usf_12_Null_ByteRange.pdf Signature1": bytes,
    "pdfcpu+pdfcpu__testPAdES_BB.pdf SignatureFieldName 25": noIssuer,
    "pdfcpu+pdfcpu__testPAdES_BT.pdf SignatureFieldName 25": noIssuer,
    "pdfminer+pdfminer.six__pr-00530-ml-lines.pdf USGPOSignature": bytes,
  ]

  // What `openssl verify` says of each, with the file's certificates and that root: errors 34, 79 and 20.
  private static let critical =
    "its certificate has a critical extension (qcStatements) that OpenSSL does not judge (RFC 5280 §4.2)"
  private static let noAuthority =
    "what issued its certificate is no authority: it has no basic constraints (RFC 5280 §6.1.4 (k))"
  private static let noIssuer =
    "the file does not hold the authority that issued its certificate; pyHanko was given it"
  private static let twoHashes =
    "it names two hash functions: whose signature it is was not computed"
  private static let bytes = "it covers bytes that are not there: whose it is was not computed"
}
