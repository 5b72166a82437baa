import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
import BroadsealOpenSSL
import TestSupport
import Testing

@testable import BroadsealTrust

@Suite("The list in Documentation/TrustLists.md is one that can be signed and believed")
struct HandbookListTests {
  private static func page() throws -> String {
    let source = try ByteSource(path: Corpus.packageFolder + "/Documentation/TrustLists.md")
    let all = try #require(ByteRange(start: 0, length: source.size))
    return String(decoding: try source.read(all), as: UTF8.self)
  }

  /// The example with two real certificates in it.
  private static func example(_ pki: TestPKI) throws -> String {
    let page = try page()
    let start = try #require(page.firstRange(of: "```json\n"))
    let end = try #require(page[start.upperBound...].firstRange(of: "```"))
    return String(page[start.upperBound..<end.lowerBound])
      .replacing(
        "CERTIFICATE OF THE ISSUING CA",
        with: Base64.encode(pki.demo.us.issuing.certificate.der)
      )
      .replacing(
        "CERTIFICATE OF THE TIME-STAMP AUTHORITY",
        with: Base64.encode(pki.demo.tsaRoot.certificate.der))
  }

  @Test("it is read, and its scope and services are what the page says")
  func reads() throws {
    let pki = try TestPKI.shared()
    let value = try JSON.Reader.parse(Array(try HandbookListTests.example(pki).utf8))
    let content = try TrustListContent(value, name: "TrustLists.md")
    #expect(content.territory == "US")
    #expect(content.services.count == 2)
    let scope = try #require(content.services.compactMap(\.service.scope).first)
    #expect(scope.agency.id == "us.example.press-office")
    #expect(scope.labels == Set(LabelKind.allCases))
    #expect(scope.requiresTimeStamp)
  }

  @Test("every member of a scope stands in the page's table")
  func members() throws {
    let page = try HandbookListTests.page()
    let pki = try TestPKI.shared()
    let broken = try HandbookListTests.example(pki)
      .replacing("\"maxPathLen\": 0", with: "\"notKnown\": 0")
    #expect(throws: TrustError.self) {
      try TrustListContent(try JSON.Reader.parse(Array(broken.utf8)), name: "TrustLists.md")
    }
    for member in Scope.members { #expect(page.contains("\n| `\(member)` |"), "\(member)") }
  }
}
