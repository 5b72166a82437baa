/// An answer that sends whoever asks to another address (RFC 9110 §15.4). It is told and never followed: the other
/// address may be anybody's.
struct HTTPRedirection {
  /// Where to, as far as it can be shown; nil where the answer does not say it, or not in plain characters.
  let target: String?

  /// Reads the head of an answer from `address`; nil where it is no redirection.
  init?(_ head: [UInt8], from address: HTTPAddress) {
    let text = String(decoding: head, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.prefix { !$0.isEmpty }
    guard let first = lines.first, first.hasPrefix("HTTP/"),
      let code = first.split(separator: " ").dropFirst().first,
      HTTPRedirection.codes.contains(String(code))
    else { return nil }
    let field = lines.dropFirst().first { $0.lowercased().hasPrefix(HTTPRedirection.field) }
    let value = field?.dropFirst(HTTPRedirection.field.count).drop { $0 == " " || $0 == "\t" }
    target = value.flatMap { HTTPRedirection.shown(String($0), from: address) }
  }

  /// The address as a whole, without a user and a password.
  private static func shown(_ value: String, from address: HTTPAddress) -> String? {
    let isPath = value.hasPrefix("/") && !value.hasPrefix("//")
    let usual = address.isSecure ? "443" : "80"
    let port = address.port == usual ? "" : ":" + address.port
    let whole =
      isPath ? "http\(address.isSecure ? "s" : "")://\(address.host)\(port)\(value)" : value
    guard HTTPAddress.isMeant(whole), whole.utf8.count <= longest,
      whole.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    return HTTPAddress.shown(whole)
  }

  private static let codes: Set<String> = ["301", "302", "303", "307", "308"]
  private static let field = "location:"
  /// Longest address that is shown, in bytes.
  private static let longest = 300
}
