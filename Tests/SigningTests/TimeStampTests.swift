import BroadsealBytes
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@Suite struct TimeStampTests {
  /// An authority that nothing answers for: the port is reserved and never listened on.
  private static let dead = TimeStampSource.remote(url: "http://127.0.0.1:1/tsa")

  @Test("the token stamps the signature, and a verifier trusts it")
  func stamped() throws {
    let fixture = try Fixture()
    let result = try fixture.signer().sign(fixture.request("river.jpg", to: "out.jpg"))
    #expect(result.stamp?.time == Fixture.time)
    #expect(result.stamp?.authority == "local")
    let success = fixture.verdict("out.jpg").c2pa.success.map(\.code)
    #expect(success.contains("timeStamp.validated"))
    #expect(success.contains("timeStamp.trusted"))
    let sign1 = try Sign1(decoding: fixture.store("out.jpg").active.signature.get().bytes)
    #expect(sign1.timeStamps.map(\.form) == [.overSignature])
    #expect(sign1.timeStamps.first?.tokens?.count == 1)
  }

  @Test("without an authority there is no stamp, and none is spoken of")
  func unstamped() throws {
    let fixture = try Fixture()
    let result = try fixture.signer(stamping: TimeStamping.none)
      .sign(fixture.request("river.jpg", to: "out.jpg"))
    #expect(result.stamp == nil)
    #expect(result.notes.isEmpty)
    #expect(fixture.verdict("out.jpg").time?.trusted == nil)
  }

  @Test("when every authority fails nothing is signed, and the hint names both ways out")
  func failing() throws {
    let fixture = try Fixture()
    let error = #expect(throws: SigningError.self) {
      try fixture.signer(stamping: .authorities([Self.dead, Self.dead], allowMissing: false))
        .sign(fixture.request("river.jpg", to: "out.jpg"))
    }
    #expect(error?.kind == .timeStamp)
    #expect(error?.hint?.contains("--tsa") == true)
    #expect(error?.hint?.contains("--allow-missing-timestamp") == true)
    #expect(fixture.scratch.names == [])
  }

  @Test("when that is allowed, the document is signed without a stamp and the failure is told")
  func allowed() throws {
    let fixture = try Fixture()
    let result = try fixture.signer(stamping: .authorities([Self.dead], allowMissing: true))
      .sign(fixture.request("river.jpg", to: "out.jpg"))
    #expect(result.stamp == nil)
    #expect(result.notes.map(\.code.name) == ["TSA-FAILED"])
    #expect(fixture.verdict("out.jpg").c2pa.state == .trusted)
  }

  @Test("the next authority is asked when one fails")
  func order() throws {
    let fixture = try Fixture()
    guard case .authorities(let good, _) = try fixture.stamping() else {
      Issue.record("the fixture has no authority")
      return
    }
    let result = try fixture.signer(
      stamping: .authorities([Self.dead] + good, allowMissing: false)
    ).sign(fixture.request("river.jpg", to: "out.jpg"))
    #expect(result.stamp?.authority == "local")
    #expect(fixture.verdict("out.jpg").time?.trusted == Fixture.time)
  }

  @Test("a certificate that may not make time stamps is no authority")
  func notAnAuthority() throws {
    let signer = try TestPKI.shared().demo.us.signer
    let error = #expect(throws: SigningError.self) {
      try LocalTimeStampAuthority(key: signer.key, certificates: signer.chain)
    }
    #expect(error?.kind == .certificate)
  }

  /// An authority like the demonstration's, whose certificate carries so many bytes more.
  static func authority(
    in fixture: Fixture, extra: Int
  ) throws -> TimeStampAuthority {
    let root = fixture.pki.demo.tsaRoot
    var builder = CertificateBuilder(
      signer: DistinguishedName([NameAttribute(NameAttribute.commonName, "Verbose authority")]),
      notBefore: TestPKI.now, notAfter: TestPKI.now.adding(seconds: 86_400))
    builder.extendedKeyUsage = [Purpose.timeStamping]
    builder.extendedKeyUsageIsCritical = true
    builder.keyUsage = [.digitalSignature]
    // An OCTET STRING of zeros under an identifier kept for examples (RFC 5612).
    let length = [UInt8(0x83), UInt8(extra >> 16), UInt8(extra >> 8 & 0xFF), UInt8(extra & 0xFF)]
    builder.extraExtensions = [
      CertificateExtension(
        "1.3.6.1.4.1.32473.2", value: [0x04] + length + [UInt8](repeating: 0, count: extra))
    ]
    let own = try DemoCredential(builder, issuer: root)
    return try TimeStampAuthority(key: own.key, certificate: own.certificate)
  }

  @Test("an authority on the network is asked, and asked again when its token needs more room")
  func remote() throws {
    let fixture = try Fixture()
    let verbose = try Self.authority(in: fixture, extra: 70_000)
    let server = try LocalAuthorityServer(requests: 2) { request in
      (try? verbose.respond(to: request, at: Fixture.time))
        .map { LocalAuthorityServer.response($0) }
    }
    let url = "http://127.0.0.1:\(server.port)/tsa"
    let result = try fixture.signer(
      stamping: .authorities([.remote(url: url)], allowMissing: false)
    ).sign(fixture.request("river.jpg", to: "out.jpg"))
    #expect(result.stamp?.authority == url)
    #expect(result.storeSize > 70_000)
    #expect(fixture.verdict("out.jpg").time?.trusted == Fixture.time)
    #expect(fixture.scratch.names == ["out.jpg"])
  }

  @Test("a token beyond all measure is refused")
  func outsized() throws {
    let fixture = try Fixture()
    let verbose = try Self.authority(in: fixture, extra: 110_000)
    let server = try LocalAuthorityServer(requests: 2) { request in
      (try? verbose.respond(to: request, at: Fixture.time))
        .map { LocalAuthorityServer.response($0) }
    }
    let url = "http://127.0.0.1:\(server.port)/tsa"
    let error = #expect(throws: SigningError.self) {
      try fixture.signer(stamping: .authorities([.remote(url: url)], allowMissing: false))
        .sign(fixture.request("river.jpg", to: "out.jpg"))
    }
    #expect(error?.kind == .timeStamp)
    #expect(fixture.scratch.names == [])
  }
}
