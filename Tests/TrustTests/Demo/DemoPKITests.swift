import Bytes
import Glibc
import OpenSSL
import TestSupport
import Testing
import Trust

struct DemoPKITests {
  @Test(
    "The demonstration's own lists and folder are believed, and its agencies match their scopes")
  func demoMatches() throws {
    let pki = try TestPKI.shared()
    let context = try pki.context()
    #expect(context.government.map(\.scheme) == [pki.demo.us, pki.demo.jp].map(\.pinned.scheme))
    for country in [pki.demo.us, pki.demo.jp] {
      let list = try #require(context.government.first { $0.scheme == country.pinned.scheme })
      let chain = try #require(pki.chain(of: country.signer, to: list.claimAnchors))
      #expect(chain.last == country.issuing.certificate)
      let entry = try #require(context.governmentEntries(forChain: chain).first)
      #expect(entry.mismatches(chain: chain).isEmpty)
      #expect(entry.isGranted(at: TestPKI.now))
      #expect(entry.scope.agency.id == country.scope.agency.id)
      #expect(entry.invalidation(chain: chain, signedAt: TestPKI.now) == nil)
    }
  }
}
