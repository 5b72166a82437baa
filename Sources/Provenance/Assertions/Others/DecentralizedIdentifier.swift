import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// A decentralized identifier (W3C DID 1.0 §3.1), and the key that it holds, where it holds one.
package struct DecentralizedIdentifier: Sendable {
  /// Its method: `jwk`, `web`.
  package let method: String
  private let rest: String

  /// Reads an identifier; nil for what is none.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "did", !parts[1].isEmpty, !parts[2].isEmpty,
      parts[1].utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
    else { return nil }
    method = String(parts[1])
    rest = String(parts[2].prefix { $0 != "#" && $0 != "?" && $0 != ";" })
  }

  /// The key of a `did:jwk`, which is the identifier itself.
  ///
  /// - Throws: `cawg.ica.did_unsupported_method` for a method that nobody here knows,
  ///   `cawg.ica.did_unavailable` for one whose document stands elsewhere, or a key of a kind that is not
  ///   read, and `cawg.ica.invalid_did_document` for a key that is none.
  package func key() throws(Problem) -> PublicKey {
    switch method {
    case "jwk": break
    case "web":
      throw Problem(.cawgIcaDidUnavailable, "the service's key stands on the network")
    default:
      throw Problem(.cawgIcaDidUnsupportedMethod, "the method did:\(method) is not known")
    }
    let code = StatusCode.cawgIcaInvalidDidDocument
    guard let text = Base64.decode(rest, alphabet: .url), let key = try? JSON.Reader.parse(text),
      let type = key["kty"]?.string
    else { throw Problem(code, "the service's identifier holds no key") }
    let curve = DecentralizedIdentifier.curves.first { $0.name == key["crv"]?.string }
    guard let curve, curve.type == type else {
      throw Problem(.cawgIcaDidUnavailable, "the service's key is of a kind that is not read here")
    }
    let coordinates = (type == "EC" ? ["x", "y"] : ["x"]).map { name in
      key[name]?.string.flatMap { Base64.decode($0, alphabet: .url) }
    }
    guard let prefix = Hex.decode(curve.prefix),
      coordinates.allSatisfy({ $0?.count == curve.size }),
      let spki = try? PublicKey(spki: prefix + coordinates.compactMap(\.self).joined())
    else { throw Problem(code, "the service's key is none") }
    return spki
  }

  private struct Curve: Sendable {
    let name: String
    let type: String
    let size: Int
    /// SubjectPublicKeyInfo up to the coordinates (RFC 5480 §2, RFC 8410 §4).
    let prefix: String
  }

  private static let curves = [
    Curve(
      name: "P-256", type: "EC", size: 32,
      prefix: "3059301306072a8648ce3d020106082a8648ce3d03010703420004"),
    Curve(
      name: "P-384", type: "EC", size: 48,
      prefix: "3076301006072a8648ce3d020106052b8104002203620004"),
    Curve(
      name: "P-521", type: "EC", size: 66,
      prefix: "30819b301006072a8648ce3d020106052b810400230381860004"),
    Curve(name: "Ed25519", type: "OKP", size: 32, prefix: "302a300506032b6570032100"),
  ]
}
