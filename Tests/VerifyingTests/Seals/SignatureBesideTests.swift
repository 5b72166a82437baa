import BroadsealBytes
import BroadsealNotes
import BroadsealVerifying
import TestSupport
import Testing

@Suite("Signatures of other kinds beside a file")
struct SignatureBesideTests {
  private func verdict(_ files: [String: [UInt8]]) throws -> Verdict {
    let scratch = Scratch()
    scratch.write("some text\n".utf8, to: "notice.txt")
    for (name, bytes) in files { scratch.write(bytes, to: name) }
    return Verifier(trust: try .nobody(), at: TestPKI.now).session()
      .verify(FilePath(scratch("notice.txt")))
  }

  private static let xml = Array(
    "<s:Signature xmlns:s=\"http://www.w3.org/2000/09/xmldsig#\"/>".utf8)

  @Test(
    "are named and make no verdict",
    arguments: [
      ("notice.txt.p7s", [UInt8]([0x30, 0x80])),
      ("notice.p7s", Array("-----BEGIN PKCS7-----".utf8)),
      ("notice.txt.xml", xml), ("notice.xml", xml), ("notice.asice", [0x50, 0x4B, 3, 4]),
      ("notice.txt.asice", [0x50, 0x4B, 3, 4]),
    ])
  func named(_ name: String, _ bytes: [UInt8]) throws {
    let verdict = try verdict([name: bytes])
    let finding = verdict.findings.first { $0.code == PlaceCode.signatureBeside }
    #expect(finding?.explanation.hasSuffix(name) == true && finding?.severity == .note)
    #expect(verdict.integrity == .noLabel && verdict.origin == nil)
    #expect(verdict.conclusion(for: .sealed) == .unlabelled)
  }

  @Test("are told from data under the same name, and from nothing")
  func others() throws {
    let verdict = try verdict(["notice.xml": Array("<data/>".utf8), "notice.txt.p7s": []])
    #expect(!verdict.has(PlaceCode.signatureBeside))
  }
}
