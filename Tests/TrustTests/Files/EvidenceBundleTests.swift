import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@Suite("Kept evidence is read as it was written, or not at all")
struct EvidenceBundleTests {
  private static func bundle() throws -> EvidenceBundle {
    let pki = try TestPKI.shared()
    return EvidenceBundle(
      document: String(repeating: "0a", count: 32), manifest: "urn:c2pa:1", created: TestPKI.now,
      certificates: pki.demo.us.signer.chain.map(\.der), authorities: pki.demo.tsa.chain.map(\.der),
      lists: [EvidenceBundle.List(name: "us.json", bytes: pki.demo.usList)],
      responses: [[0x30, 0x00]], revocationLists: [[0x30, 0x01, 0x00]])
  }

  @Test("what was written is read again, byte for byte")
  func roundTrip() throws {
    let bundle = try Self.bundle()
    #expect(try EvidenceBundle(parsing: try bundle.text(), name: "e") == bundle)
  }

  @Test("no changed byte, and no cut, goes unnoticed")
  func damage() throws {
    let text = try Self.bundle().text()
    for offset in stride(from: 0, to: text.count, by: 61) {
      for mask: UInt8 in [0x01, 0x20] {
        var changed = text
        changed[offset] ^= mask
        #expect(
          kind { _ = try EvidenceBundle(parsing: changed, name: "e") } == .malformed, "\(offset)")
      }
      #expect(
        kind { _ = try EvidenceBundle(parsing: Array(text[..<offset]), name: "e") } == .malformed)
    }
    #expect(kind { _ = try EvidenceBundle(parsing: text + [0x0A], name: "e") } == .malformed)
  }

  @Test(
    "what is not the format is refused",
    arguments: [
      ("{}", "schema"), ("[]", "object"),
      ("{\"schema\": \"broadseal.evidence/2\"}", "is not broadseal.evidence/1"),
      ("{\"schema\": \"broadseal.evidence/1\", \"more\": 1}", "unknown member"),
    ])
  func shapes(text: String, words: String) {
    let error = #expect(throws: TrustError.self) {
      try EvidenceBundle(parsing: Array(text.utf8), name: "e")
    }
    #expect(error?.kind == .malformed)
    #expect(error?.reason.contains(words) ?? false, "\(error?.reason ?? "")")
  }

  @Test("there is a limit to what a bundle may hold")
  func limits() throws {
    var bundle = try Self.bundle()
    bundle.responses = Array(repeating: [0x30, 0x00], count: EvidenceBundle.maximumCount)
    _ = try EvidenceBundle(parsing: try bundle.text(), name: "e")
    bundle.responses.append([0x30, 0x00])
    #expect(kind { _ = try EvidenceBundle(parsing: try bundle.text(), name: "e") } == .malformed)
  }
}
