/// An address `http://host[:port][/path][?query]`, or the same with `https`.
package struct HTTPAddress: Hashable, Sendable {
  /// Whether the connection is a TLS one.
  package let isSecure: Bool
  /// The host: a name, or an address; brackets around one of version 6.
  package let host: String
  /// The port in digits.
  package let port: String
  /// Path and query as they are sent.
  package let path: String

  /// Longest address that is read, in bytes.
  package static let maximumLength = 2_000

  /// Whether `text` is meant as an address and not as a file: it begins as one does, in capitals or not.
  package static func isMeant(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start == "https://" || start.hasPrefix("http://")
  }

  /// Reads an address strictly: no user, no blank, no control character. The scheme may be in
  /// capitals (RFC 3986 §3.1).
  package init(_ text: String) throws(HTTPError) {
    let isSecure = text.prefix(8).lowercased() == "https://"
    guard HTTPAddress.isMeant(text) else {
      throw HTTPError(.address, "only http:// and https:// addresses work")
    }
    let rest = text.dropFirst(isSecure ? 8 : 7)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let target = rest[authority.endIndex...].prefix { $0 != "#" }
    guard !authority.contains("@") else {
      throw HTTPError(.address, "an address with a user or a password in it is not supported")
    }
    let (host, port) = Self.split(authority, usual: isSecure ? "443" : "80")
    guard !host.isEmpty, let number = UInt16(port), number > 0,
      text.utf8.count <= Self.maximumLength, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw HTTPError(.address, "the address is not understood") }
    self.isSecure = isSecure
    self.host = String(host)
    self.port = String(port)
    self.path = target.hasPrefix("/") ? String(target) : "/" + target
  }

  /// An address, understood or not, as it may be shown: without a user and a password in it.
  package static func shown(_ text: String) -> String {
    // A key file is named so, and its name may hold anything.
    guard !text.hasPrefix("key:") else { return text }
    let scheme = text.firstRange(of: "://").map { text[..<$0.upperBound] } ?? ""
    let rest = text[scheme.endIndex...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    // A password may hold a slash, a ? or a # that nobody escaped: then what seems to be the port is none.
    let port = HTTPAddress.split(authority, usual: "").port
    let hasPassword = !port.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let end = authority.lastIndex(of: "@") ?? (hasPassword ? rest.lastIndex(of: "@") : nil)
    return end.map { String(scheme + rest[rest.index(after: $0)...]) } ?? text
  }

  /// Whether the host is this machine itself, by a name or an address that can be nothing else.
  package var isLoopback: Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return name.lowercased() == "localhost" || name == "::1"
      || parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// The host as the resolver takes it.
  var name: String { host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host }

  private static func split(
    _ authority: Substring, usual: String
  ) -> (host: Substring, port: Substring) {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      let after = authority[authority.index(after: end)...]
      return (
        authority[...end],
        after.isEmpty ? Substring(usual) : after.hasPrefix(":") ? after.dropFirst() : ""
      )
    }
    guard let colon = authority.firstIndex(of: ":") else { return (authority, Substring(usual)) }
    return (authority[..<colon], authority[authority.index(after: colon)...])
  }
}
