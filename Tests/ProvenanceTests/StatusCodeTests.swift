import BroadsealNotes
import BroadsealProvenance
import Testing

@Suite("Status codes")
struct StatusCodeTests {
  @Test(
    "a code is a success, a failure or neither, as the standard lists it",
    arguments: [
      ("assertion.dataHash.match", .success), ("claimSignature.insideValidity", .success),
      ("timeStamp.trusted", .success), ("timeStamp.untrusted", .informational),
      ("assertion.redacted", .informational), ("signingCredential.ocsp.skipped", .informational),
      ("timeOfSigning.outsideValidity", .informational), ("claimSignature.mismatch", .failure),
      ("general.error", .failure), ("manifest.compressed.invalid", .failure),
      ("manifest.text.multipleWrappers", .failure), ("cawg.identity.trusted", .success),
      ("cawg.identity.pad.invalid", .failure),
    ] as [(String, StatusCode.Kind)])
  func knowsKinds(_ text: String, _ kind: StatusCode.Kind) throws {
    let code = try #require(StatusCode(named: text))
    #expect(code.kind == kind)
  }

  @Test("the lists are as long as the standards' tables")
  func countsCodes() {
    let kinds = Dictionary(grouping: StatusCode.allCases, by: \.kind).mapValues(\.count)
    #expect(kinds == [.success: 18 + 9, .informational: 22 + 6, .failure: 86 + 10 + 31])
  }

  @Test("a code that no table has is no code", arguments: ["", "Claim.missing", "claim.missing "])
  func refusesUnknown(_ text: String) {
    #expect(StatusCode(named: text) == nil)
  }
}
