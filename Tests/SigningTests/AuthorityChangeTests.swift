import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import Synchronization
import TestSupport
import Testing

@testable import BroadsealSigning

@Suite("The time-stamp authority of a PDF signature that brings answers along")
struct AuthorityChangeTests {
  /// Authorities that sign with another certificate for each request, as far as there are any.
  private func signer(_ fixture: Fixture, _ count: Int) throws -> Signer {
    let demo = fixture.pki.demo
    let authorities = try (0..<count).map { _ in
      var builder = DemoPeriod(now: TestPKI.now).signer(demo.tsa.certificate.subject, years: 10)
      builder.extendedKeyUsage = [Purpose.timeStamping]
      builder.extendedKeyUsageIsCritical = true
      let made = try DemoCredential(builder, issuer: demo.tsaRoot)
      return try TimeStampAuthority(key: made.key, certificate: made.certificate)
    }
    // The claim is stamped before the PDF signature: of two requests of one signature the second counts.
    let asked = Counter()
    let server = try LocalAuthorityServer(requests: 64) { request in
      let authority = authorities[min(asked.next(), authorities.count - 1)]
      return (try? authority.respond(to: request, at: Fixture.time)).map {
        LocalAuthorityServer.response($0)
      }
    }
    let (start, end) = (demo.start, demo.nextUpdate)
    let lists = try [demo.us.root, demo.us.issuing, demo.tsaRoot].map {
      try $0.revocationList(from: start, to: end)
    }
    return try fixture.signer(
      stamping: .authorities(
        [.remote(url: "http://127.0.0.1:\(server.port)/")], allowMissing: false)
    ).keeping(
      RevocationSource(known: demo.claimAnchors + demo.tsaAnchors, lists: lists))
  }

  private final class Counter: Sendable {
    private let value = Mutex(0)
    func next() -> Int {
      value.withLock { value in
        defer { value += 1 }
        return value
      }
    }
  }

  private func sign(_ fixture: Fixture, _ signer: Signer) throws -> SigningResult {
    var request = fixture.request("press-release.pdf", to: "out.pdf")
    request.pades = true
    return try signer.sign(request)
  }

  @Test("is known by a stamp that nobody needs, and its certificates are there")
  func known() throws {
    let fixture = try Fixture()
    let result = try sign(fixture, try signer(fixture, 1))
    #expect(result.pdfSignature?.level == "B-LT")
    #expect(fixture.verdict("out.pdf").integrity == .intact)
  }

  @Test("that signs with another certificate than it did is taken in, and the signature made anew")
  func changed() throws {
    let fixture = try Fixture()
    let result = try sign(fixture, try signer(fixture, 3))
    #expect(result.pdfSignature?.level == "B-LT")
    let carrier = try #require(
      try Document.open(FilePath(fixture.scratch("out.pdf"))).carrier)
    let signature = try #require(try carrier.signatures().first)
    let message = try SignedMessage(try #require(signature.value))
    let token = try TimeStampToken(tokenDER: try #require(message.token))
    let own = try #require(token.signer)
    #expect(try carrier.validationData().certificates.contains(own.der))
    #expect(fixture.verdict("out.pdf").origin?.status == .official)
  }

  @Test("that signs with another certificate each time is refused, and nothing is written")
  func never() throws {
    let fixture = try Fixture()
    let signer = try signer(fixture, 32)
    let error = #expect(throws: SigningError.self) { try sign(fixture, signer) }
    #expect(error?.code?.name == "PADES-TSA-CHANGED" && error?.kind == .revocation)
    #expect(fixture.scratch.names == [])
  }
}
