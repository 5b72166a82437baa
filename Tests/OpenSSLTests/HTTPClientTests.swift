import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@testable import BroadsealOpenSSL

@Suite("The one client for HTTP and HTTPS")
struct HTTPClientTests {
  private let folder = Scratch()
  private let pki: WebPKI

  init() throws {
    pki = try WebPKI()
    folder.write(Array("the list".utf8), to: "list")
  }

  private func server(_ names: [String] = ["127.0.0.1"], isExpired: Bool = false) throws
    -> WebServer
  {
    let pair = try pki.server(names, isExpired: isExpired)
    return WebServer(folder, certificate: pair.certificate, key: pair.key)
  }

  private func get(
    _ server: WebServer, _ path: String, trust: TLSTrust? = nil, maximum: Int = 1_000,
    timeout: Int = 60
  ) throws(HTTPError) -> [UInt8] {
    try HTTPClient(
      HTTPAddress(server.address + path), timeout: timeout,
      trust: trust ?? .authorities([pki.root])
    ).get(maximum: maximum)
  }

  @Test(
    "an address is shown without user and password, whether it is understood or not",
    arguments: [
      ("http://user:pw@host/list", "http://host/list"), ("https://u:p@w@host", "https://host"),
      ("http://u:p/w@host/x", "http://host/x"), ("ftp://u:p@host", "ftp://host"),
      ("http://host/list", "http://host/list"), ("http://host/?a=b@c", "http://host/?a=b@c"),
      ("key:a@b", "key:a@b"), ("https://u:p?w@h/tsa", "https://h/tsa"),
      ("https://u:p#w@h", "https://h"), ("u:secret@h/tsa", "h/tsa"),
      ("http://host:80/?a=b@c", "http://host:80/?a=b@c"),
      ("http://[::1]:80/a@b", "http://[::1]:80/a@b"),
    ])
  func shown(text: String, shown: String) {
    #expect(HTTPAddress.shown(text) == shown)
  }

  @Test("what a server has is had, plainly and over TLS, to the very byte of its limit")
  func gets() throws {
    for server in [WebServer(folder), try server()] {
      #expect(try get(server, "/list") == Array("the list".utf8))
      #expect(try get(server, "/list", maximum: 8) == Array("the list".utf8))
      let error = #expect(throws: HTTPError.self) { try get(server, "/list", maximum: 7) }
      #expect(error != nil)
    }
  }

  @Test("a server that cannot prove who it is is asked for nothing")
  func identity() throws {
    let unknown = #expect(throws: HTTPError.self) {
      try get(server(), "/list", trust: .system)
    }
    #expect(unknown?.kind == .identity)
    let stranger = try WebPKI()
    let other = #expect(throws: HTTPError.self) {
      try get(server(), "/list", trust: .authorities([stranger.root]))
    }
    #expect(other?.kind == .identity)
    for names in [["127.0.0.2"], ["localhost"], ["example.org"]] {
      let error = #expect(throws: HTTPError.self) { try get(server(names), "/list") }
      #expect(error?.kind == .identity, "\(String(describing: error))")
    }
    let expired = #expect(throws: HTTPError.self) {
      try get(server(isExpired: true), "/list")
    }
    #expect(expired?.kind == .identity)
    #expect(expired?.reason.contains("expired") == true)
  }

  @Test("a name is proved as a name")
  func name() throws {
    let server = try server(["localhost"])
    let port = server.address.split(separator: ":").last ?? ""
    let client = HTTPClient(
      try HTTPAddress("https://localhost:\(port)/list"), timeout: 60,
      trust: .authorities([pki.root]))
    #expect(try client.get(maximum: 100) == Array("the list".utf8))
  }

  @Test(
    "a redirection, an absent file, silence, a trickle and a flood come to nothing, and soon",
    arguments: ["/redirect/list", "/absent", "/slow", "/drip", "/endless"])
  func manners(path: String) throws {
    for server in [WebServer(folder), try server()] {
      let clock = ContinuousClock()
      let start = clock.now
      let error = #expect(throws: HTTPError.self) {
        try get(
          server, path, maximum: 1 << 20, timeout: ["/slow", "/drip"].contains(path) ? 2 : 60)
      }
      // The server is silent for a minute.
      #expect(clock.now - start < .seconds(40))
      switch path {
      case "/slow", "/drip": #expect(error?.kind == .unreachable, "\(String(describing: error))")
      case "/endless": #expect(error?.kind == .tooLarge, "\(String(describing: error))")
      default: #expect(error?.kind == .answer, "\(String(describing: error))")
      }
    }
  }

  @Test(
    "header lines without end are cut off, by their size when they come fast, by the time else",
    arguments: [
      ("/headers", HTTPError.Kind.answer), ("/slowheaders", .unreachable),
      ("/dripheader", .unreachable),
    ])
  func headers(path: String, kind: HTTPError.Kind) throws {
    for server in [WebServer(folder), try server()] {
      let client = try HTTPClient(
        HTTPAddress(server.address + path), timeout: kind == .unreachable ? 2 : 60,
        trust: .authorities([pki.root]))
      for isPost in [false, true] {
        let clock = ContinuousClock()
        let start = clock.now
        let error = #expect(throws: HTTPError.self) {
          isPost
            ? try client.post([1], type: "a/b", replyType: "c/d", maximum: 1_000)
            : try client.get(maximum: 1_000)
        }
        #expect(clock.now - start < .seconds(40), "\(path)")
        #expect(error?.kind == kind, "\(path): \(String(describing: error))")
      }
    }
  }

  @Test(
    "whoever redirects is told to, and to where where that can be shown; nobody follows",
    arguments: [
      (
        "301 Moved Permanently", "Location: https://stamp.example/tsa",
        "to https://stamp.example/tsa,"
      ),
      ("302 Found", "location:/tsa2?a=b", "to http://127.0.0.1:PORT/tsa2?a=b,"),
      (
        // At 307 OpenSSL reads no further than the first line, so that where to may not be known.
        "301 Moved Permanently", "LOCATION: \t http://u:p@stamp.example/",
        "to http://stamp.example/,"
      ),
      ("308 Permanent Redirect", "X: y", "to another address,"),
      ("303 See Other", "Location: ftp://stamp.example/", "to another address,"),
      ("302 Found", "Location: //stamp.example/", "to another address,"),
      ("302 Found", "Location: http://stamp.example/\u{1B}[2J", "to another address,"),
      (
        "302 Found", "Location: http://a/" + String(repeating: "x", count: 400),
        "to another address,"
      ),
    ])
  func redirected(status: String, field: String, said: String) throws {
    for isPost in [false, true] {
      let server = try LocalAuthorityServer(requests: 1) { _ in
        Array("HTTP/1.0 \(status)\r\nA: b\r\n\(field)\r\nContent-Length: 0\r\n\r\n".utf8)
      }
      let client = HTTPClient(try HTTPAddress("http://127.0.0.1:\(server.port)/tsa"), timeout: 60)
      let error = #expect(throws: HTTPError.self) {
        isPost
          ? try client.post([1], type: "a/b", replyType: "c/d", maximum: 1_000)
          : try client.get(maximum: 1_000)
      }
      let expected =
        "127.0.0.1 redirects \(said.replacing("PORT", with: "\(server.port)")) which is not followed ("
      #expect(error?.kind == .answer)
      #expect(error?.reason.hasPrefix(expected) == true, "\(error?.reason ?? "")")
    }
  }

  @Test("whoever answers with a HTTP status is named with it")
  func status() throws {
    let server = WebServer(folder)
    let got = #expect(throws: HTTPError.self) { try get(server, "/absent") }
    #expect(got?.reason == "127.0.0.1 answered with the HTTP status 404 Not Found")
    let client = try HTTPClient(HTTPAddress(server.address + "/status/503"), timeout: 60)
    let posted = #expect(throws: HTTPError.self) {
      try client.post([1], type: "a/b", replyType: "c/d", maximum: 1_000)
    }
    #expect(posted?.reason == "127.0.0.1 answered with the HTTP status 503 Service Unavailable")
  }

  @Test("plain HTTP spoken to a TLS client, and TLS to nobody, end at once")
  func mixed() throws {
    let plain = WebServer(folder)
    let address = "https" + plain.address.dropFirst(4)
    let error = #expect(throws: HTTPError.self) {
      try HTTPClient(HTTPAddress(address + "/list"), timeout: 60, trust: .authorities([pki.root]))
        .get(maximum: 10)
    }
    #expect(error?.kind == .unreachable)
    let nobody = #expect(throws: HTTPError.self) {
      try HTTPClient(HTTPAddress("https://127.0.0.1:9/"), timeout: 60).get(maximum: 10)
    }
    #expect(nobody?.kind == .unreachable)
  }

  @Test(
    "addresses are read strictly",
    arguments: [
      ("http://a", "a", "80", "/"), ("https://a", "a", "443", "/"),
      ("https://a:8443/x?y=1#z", "a", "8443", "/x?y=1"), ("http://[::1]:80/", "[::1]", "80", "/"),
      ("http://a?q", "a", "80", "/?q"), ("HTTP://a/B", "a", "80", "/B"),
      ("Https://a", "a", "443", "/"),
    ])
  func addresses(text: String, host: String, port: String, path: String) throws {
    let address = try HTTPAddress(text)
    #expect(address.host == host && address.port == port && address.path == path)
  }

  @Test("an address with a password in it is refused for that, and the password is not repeated")
  func password() {
    let error = #expect(throws: HTTPError.self) { try HTTPAddress("http://user:secret@a/") }
    #expect(error?.description.contains("password") == true)
    #expect(error?.description.contains("secret") == false)
  }

  @Test(
    "what a file may not make this machine ask is told from public addresses",
    arguments: [
      ("8.8.8.8", true), ("127.0.0.1", false), ("10.1.2.3", false), ("172.16.0.1", false),
      ("172.32.0.1", true), ("192.168.1.1", false), ("169.254.169.254", false),
      ("100.64.0.1", false), ("100.128.0.1", true), ("0.0.0.0", false), ("224.0.0.1", false),
      ("255.255.255.255", false), ("192.0.2.1", false), ("198.18.0.1", false),
      ("203.0.113.9", false),
    ])
  func reach(text: String, isPublic: Bool) {
    let number = text.split(separator: ".").reduce(UInt32(0)) { $0 << 8 | (UInt32($1) ?? 0) }
    #expect(NetworkReach.isPublic(number) == isPublic)
    let four = (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + four
    #expect(NetworkReach.isPublic(mapped) == isPublic)
    let zeros = [UInt8](repeating: 0, count: 8)
    #expect(NetworkReach.isPublic([0, 0x64, 0xFF, 0x9B] + zeros + four) == isPublic)
    // Networks of their own put the address where they like.
    for prefix: [UInt8] in [[0, 0x64, 0xFF, 0x9B, 0, 1], [0, 0x64, 0xFF, 0x9B, 0, 0, 1]] {
      let address = prefix + [UInt8](repeating: 0, count: 12 - prefix.count) + four
      #expect(!NetworkReach.isPublic(address))
    }
    #expect(
      NetworkReach.isPublic([0x20, 0x02] + four + [UInt8](repeating: 0, count: 10)) == isPublic)
  }

  @Test("of version 6 only global unicast is public")
  func version6() {
    func address(_ start: [UInt8]) -> [UInt8] {
      start + [UInt8](repeating: 0, count: 15 - start.count) + [1]
    }
    #expect(NetworkReach.isPublic(address([0x26, 0x06, 0x47])))
    for start in [
      [0], [0, 0x64, 0xFF, 0x9B, 0, 1, 0xA9, 0xFE, 0, 0xA9, 0xFE, 0, 8, 8, 8], [0, 8, 8],
      [0xFE, 0x80], [0xFC], [0xFD, 1], [0xFF, 2], [0x20, 1, 0x0D, 0xB8], [0x20, 1],
    ]
      as [[UInt8]]
    {
      #expect(!NetworkReach.isPublic(address(start)), "\(start)")
    }
  }

  @Test("an address from a file that leads to this machine is not connected to")
  func loopback() throws {
    let server = WebServer(folder)
    let client = HTTPClient(
      try HTTPAddress(server.address + "/list"), timeout: 60, reach: .publicOnly)
    let error = #expect(throws: HTTPError.self) { try client.get(maximum: 100) }
    #expect(error?.kind == .address)
  }
}
