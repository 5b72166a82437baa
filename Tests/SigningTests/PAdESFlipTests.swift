import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@testable import BroadsealSigning

@Suite("One changed byte of a document with a label and a PDF signature")
struct PAdESFlipTests {
  /// A small document: one empty page.
  private static let page = """
    %PDF-1.7
    1 0 obj
    << /Type /Catalog /Pages 2 0 R >>
    endobj
    2 0 obj
    << /Type /Pages /Kids [3 0 R] /Count 1 >>
    endobj
    3 0 obj
    << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>
    endobj
    xref
    0 4
    0000000000 65535 f\u{20}
    0000000009 00000 n\u{20}
    0000000058 00000 n\u{20}
    0000000115 00000 n\u{20}
    trailer
    << /Root 1 0 R /Size 4 >>
    startxref
    186
    %%EOF

    """

  private static func signed(_ fixture: Fixture) throws -> [UInt8] {
    var request = fixture.request("press-release.pdf", to: "out.pdf")
    request.input = FilePath(fixture.scratch.write(Array(page.utf8), to: "page.pdf"))
    request.pades = true
    _ = try fixture.signer().sign(request)
    return try #require(fixture.scratch.read("out.pdf"))
  }

  private static func session() throws -> VerifierSession {
    let options = VerifierOptions(looksForSidecar: false, digestsFile: false)
    return Verifier(
      trust: try TestPKI.shared().context(at: Fixture.time), at: Fixture.time, options: options
    ).session()
  }

  @Test(
    "breaks the label or the PDF signature, and the verdict says which",
    arguments: [(0x01, 1), (0x20, 7)])
  func flips(_ mask: UInt8, each step: Int) throws {
    let fixture = try Fixture()
    let bytes = try Self.signed(fixture)
    let room = try PAdESTests.located(fixture).room
    let session = try Self.session()
    func judge(_ bytes: [UInt8]) throws -> Verdict {
      session.verify(try Document(ByteSource(bytes: bytes), path: "out.pdf"))
    }
    let whole = try judge(bytes)
    try #require(whole.integrity == .intact && whole.origin?.status == .official)
    try #require(whole.pdfSignatures.map(\.status) == [.intact])
    // Every byte with one bit; the other, which makes capitals of hexadecimal digits, here and there.
    for index in stride(from: 0, to: bytes.count, by: step) {
      var changed = bytes
      changed[index] ^= mask
      let verdict = try judge(changed)
      #expect(verdict.origin?.status != .official, "byte \(index)")
      #expect(verdict.integrity != .intact, "byte \(index): \(verdict.findings.map(\.code.name))")
      guard room.bounds.contains(index), verdict.integrity == .altered else { continue }
      // The label leaves these bytes out: it holds, and the PDF signature is what broke.
      #expect(verdict.c2pa.state == .trusted, "byte \(index)")
      #expect(
        verdict.findings.contains {
          $0.code.name == "PDF-SIGNATURE-BROKEN" && $0.severity == .error
        },
        "byte \(index)")
      #expect(verdict.origin?.reasons.map(\.code.name).contains("OFF-1-PDF-SIGNATURE") == true)
    }
  }

  @Test(
    "of the message alone never leaves it whole", arguments: [SignatureAlgorithm.es256, .ps256])
  func messages(_ algorithm: SignatureAlgorithm) throws {
    let signer = try Fixture().credential(algorithm)
    let digest = try Digest.of(Array("content".utf8), .sha256)
    let certificates = signer.certificates.map(\.der)
    let attributes = try DetachedSignature.attributes(digest: digest, certificates: certificates)
    let raw = try signer.key.sign(
      DetachedSignature.signedBytes(of: attributes), with: algorithm)
    let signature = try #require(DetachedSignature.form(of: raw, algorithm))
    let der = try #require(
      DetachedSignature(
        algorithm: algorithm, certificates: certificates, attributes: attributes,
        signature: signature
      ).der)
    func proves(_ der: [UInt8]) -> Bool {
      guard let message = try? ReceivedMessage(der), let strict = try? SignedMessage(der) else {
        return false
      }
      return strict.hasStrictForm && SignedMessage.declareOwnForm(message.signedAttributes)
        && message.outcome(ofHash: digest.bytes, signer: message.signer(among: [])) == .holds
    }
    #expect(try proves(der) && SignedMessage(der).token == nil)
    for index in der.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80] {
        var changed = der
        changed[index] ^= mask
        #expect(!proves(changed), "byte \(index)")
      }
    }
  }
}
