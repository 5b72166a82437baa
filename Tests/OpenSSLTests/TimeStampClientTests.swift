import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Asking an authority over HTTP")
struct TimeStampClientTests {
  let pki: LocalPKI
  let authority: TimeStampAuthority
  let digest: Digest

  init() throws {
    pki = try LocalPKI()
    authority = try pki.stamper(.generate(.es256))
    digest = try Digest.of([1, 2, 3], .sha256)
  }

  private func client(_ server: LocalAuthorityServer, timeout: Int = 60) throws -> TimeStampClient {
    try TimeStampClient(url: "http://127.0.0.1:\(server.port)/tsa", timeout: timeout)
  }

  @Test("the answer is a bare token, proved")
  func stamps() throws {
    let (authority, now) = (authority, pki.now)
    let server = try LocalAuthorityServer { request in
      (try? authority.respond(to: request, at: now)).map { LocalAuthorityServer.response($0) }
    }
    let token = try client(server).stamp(digest)
    #expect(token.generated == pki.now)
    #expect(!token.wasResponse)
    try token.verifyImprint(of: [1, 2, 3])
    #expect(try token.chain(to: AnchorStore([pki.root])).get().count == 3)
  }

  @Test(
    "a media type may have parameters and capitals",
    arguments: [
      "application/timestamp-reply; charset=binary", "Application/Timestamp-Reply",
      "application/timestamp-reply ;a=\"b\"",
    ])
  func mediaType(_ type: String) throws {
    let (authority, now) = (authority, pki.now)
    let server = try LocalAuthorityServer(requests: 2) { request in
      (try? authority.respond(to: request, at: now)).map {
        LocalAuthorityServer.response($0, type: type)
      }
    }
    #expect(try client(server).stamp(digest).generated == pki.now)
  }

  @Test("another media type is no answer")
  func otherType() throws {
    let (authority, now) = (authority, pki.now)
    let server = try LocalAuthorityServer(requests: 2) { request in
      (try? authority.respond(to: request, at: now)).map {
        LocalAuthorityServer.response($0, type: "application/timestamp-reply-2; a=b")
      }
    }
    #expect(throws: TimeStampError.self) { try client(server).stamp(digest) }
  }

  @Test("an answer to another request is a mismatch")
  func replayed() throws {
    let (authority, now, digest) = (authority, pki.now, digest)
    let server = try LocalAuthorityServer { _ in
      let request = TimeStampRequest.der(digest, nonce: [0x42])
      return (try? authority.respond(to: request, at: now))
        .map { LocalAuthorityServer.response($0) }
    }
    #expect(throws: TimeStampError(.mismatch, "the answer belongs to another request")) {
      try client(server).stamp(digest)
    }
  }

  @Test("an authority that rejects the request is named as refusing")
  func refused() throws {
    // PKIStatusInfo with status 2, rejection.
    let server = try LocalAuthorityServer { _ in
      LocalAuthorityServer.response([0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02])
    }
    #expect(throws: TimeStampError(.refused, "the authority refused, status 2")) {
      try client(server).stamp(digest)
    }
  }

  @Test(
    "an answer that is no answer is unavailable, and soon",
    arguments: [
      nil, Array("HTTP/1.0 500 Oops\r\n\r\n".utf8),
      LocalAuthorityServer.response([0x30, 0], type: "text/html"),
      LocalAuthorityServer.response([0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF]),
      Array("HTTP/1.0 301 Moved\r\nLocation: http://127.0.0.1:1/\r\n\r\n".utf8),
    ] as [[UInt8]?])
  func broken(_ response: [UInt8]?) throws {
    let server = try LocalAuthorityServer { _ in response }
    let error = #expect(throws: TimeStampError.self) { try client(server).stamp(digest) }
    #expect(error?.kind == .unavailable)
  }

  @Test("an authority that never answers is given up after the time allowed")
  func silent() throws {
    let server = try LocalAuthorityServer(requests: 0) { _ in nil }
    let clock = ContinuousClock()
    let start = clock.now
    let error = #expect(throws: TimeStampError.self) {
      try client(server, timeout: 1).stamp(digest)
    }
    #expect(error?.kind == .unavailable)
    #expect(clock.now - start < .seconds(40))
  }

  @Test(
    "an address that is neither HTTP nor HTTPS, or not understood, is refused",
    arguments: [
      "", "https://", "https://u@tsa.example/", "ftp://tsa.example", "http://", "http://:80/",
      "http://a:0",
      "http://a:x", "http://a:99999", "http://u:p@a/", "http://a/ b", "http://a/\r\nX: y",
    ])
  func addresses(_ url: String) {
    let error = #expect(throws: TimeStampError.self) { try TimeStampClient(url: url) }
    #expect(error?.kind == .unavailable)
  }
}
