package import BroadsealBytes

/// Where a key is on a PKCS#11 token: a `pkcs11:` URI (RFC 7512), read strictly.
///
/// It has to name the token and the key, so that the token which gets the PIN is the one that was
/// meant. A PIN has no place in it: addresses are shown, logged and kept in shell histories.
package struct TokenAddress: Hashable, Sendable {
  /// The address as it was given.
  package let text: String
  /// Path of the PKCS#11 module (`module-path`); nil for the one that the system is set up with.
  package let module: String?
  /// The address as the engine takes it: attributes of the path alone, for a private key.
  let query: String

  /// An address, perhaps a wrong one, as messages name it: without what may hold a PIN.
  package static func display(_ text: String) -> String {
    text.prefix { $0 != "?" }.split(separator: ";", omittingEmptySubsequences: false)
      .filter { !$0.lowercased().hasPrefix("pin") }.joined(separator: ";")
  }

  /// How every such address begins.
  package static let prefix = "pkcs11:"
  /// Longest address that is read, in bytes.
  package static let maximumLength = 2_000

  /// Attributes that name a token, and those that name the key on it.
  private static let ofToken: Set<Substring> = ["token", "serial", "manufacturer", "model"]
  private static let ofKey: Set<Substring> = ["object", "id"]

  /// Reads an address; `module` is the one to use when the address names none.
  package init(_ text: String, module: String? = nil) throws(Malformed) {
    guard text.hasPrefix(Self.prefix), text.utf8.count <= Self.maximumLength else {
      throw Malformed("a token's address begins with pkcs11: and is short", at: 0)
    }
    let parts = text.dropFirst(Self.prefix.count)
      .split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var names: Set<Substring> = []
    var kept: [Substring] = []
    for (name, value) in try Self.attributes(parts[0], separator: ";") {
      guard names.insert(name).inserted else { throw Malformed("\(name) stands twice", at: 0) }
      if name == "type" {
        guard value == "private" else { throw Malformed("type is not private", at: 0) }
      } else if Self.ofToken.contains(name) || Self.ofKey.contains(name) {
        kept.append("\(name)=\(value)")
      } else {
        throw Malformed("the attribute \(name) is not understood", at: 0)
      }
    }
    guard names.contains("token") || names.contains("serial") else {
      throw Malformed("it does not say which token: token= or serial=", at: 0)
    }
    guard !names.isDisjoint(with: Self.ofKey) else {
      throw Malformed("it does not say which key: object= or id=", at: 0)
    }
    var named: String?
    for (name, value) in try Self.attributes(parts.count > 1 ? parts[1] : "", separator: "&") {
      switch name {
      case "module-path" where named == nil: named = try Self.decoded(value)
      case "pin-value", "pin-source": throw Malformed("a PIN has no place in an address", at: 0)
      default: throw Malformed("the attribute \(name) is not understood", at: 0)
      }
    }
    self.text = text
    self.module = named ?? module
    query = Self.prefix + kept.joined(separator: ";") + ";type=private"
  }

  private static func attributes(
    _ text: Substring, separator: Character
  ) throws(Malformed) -> [(Substring, Substring)] {
    guard !text.isEmpty else { return [] }
    var found: [(Substring, Substring)] = []
    for part in text.split(separator: separator, omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else {
        throw Malformed("an attribute without a value", at: 0)
      }
      guard pair[1].utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw Malformed("blanks and other special characters are written as %20", at: 0)
      }
      _ = try decoded(pair[1], allowsBytes: pair[0] == "id")
      found.append((pair[0], pair[1]))
    }
    return found
  }

  /// A value without its percent signs; a NUL, which would end it early, is refused.
  private static func decoded(
    _ value: Substring, allowsBytes: Bool = false
  ) throws(Malformed) -> String {
    var bytes: [UInt8] = []
    var rest = Array(value.utf8)[...]
    while let first = rest.popFirst() {
      guard first == UInt8(ascii: "%") else {
        bytes.append(first)
        continue
      }
      guard let byte = Hex.decode(String(decoding: rest.prefix(2), as: UTF8.self)),
        byte.count == 1
      else { throw Malformed("a percent sign without two digits after it", at: 0) }
      bytes += byte
      rest = rest.dropFirst(2)
    }
    if allowsBytes { return "" }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw Malformed("a value that is no text", at: 0)
    }
    return text
  }
}
