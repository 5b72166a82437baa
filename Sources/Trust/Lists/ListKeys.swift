import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// The keys that may sign a list, and how many of them must: what a user pins.
///
/// A list `NAME.json` is believed because of the file `NAME.keys.pem` that stands beside it. The user
/// gets that file by a way he trusts, once; it holds two explanatory lines and the public keys:
///
///     scheme: Demo Government Trust List US (invented)
///     threshold: 2
///     -----BEGIN PUBLIC KEY-----
///
/// Keys that come with a list, or over the network, are never believed. Without a keys file the list
/// can only be believed by the recognition of another list whose keys are pinned.
package struct ListKeys: Hashable, Sendable {
  /// English `SchemeName` of the list, so that one list cannot stand in for another that has the
  /// same signers.
  package let scheme: String
  /// How many different keys must have signed.
  package let threshold: Int
  /// The keys: P-256, P-384 or Ed25519.
  package let keys: [PublicKey]

  /// Keys for the list `scheme`; `name` stands in errors.
  ///
  /// - Throws: `.malformed` for a threshold outside 1…count, a key that comes twice or is of another
  ///   kind or form, or too many.
  package init(
    scheme: String, threshold: Int, keys: [PublicKey], name: String
  ) throws(TrustError) {
    guard !scheme.isEmpty else { throw TrustError(.malformed, name, "the scheme has no name") }
    guard (1...TrustLimits.maximumSignatures).contains(keys.count) else {
      throw TrustError(.malformed, name, "no list key, or too many of them")
    }
    guard Set(keys.map(\.spki)).count == keys.count else {
      throw TrustError(.malformed, name, "a list key comes twice")
    }
    guard keys.allSatisfy(\.isPlain) else {
      throw TrustError(
        .malformed, name, "a list key is written in a form that gives one key two names")
    }
    guard keys.allSatisfy({ JWSAlgorithm(signatureBy: $0) != nil }) else {
      throw TrustError(.malformed, name, "a list key is neither P-256, P-384 nor Ed25519")
    }
    guard (1...keys.count).contains(threshold) else {
      throw TrustError(
        .malformed, name, "the threshold \(threshold) does not fit \(keys.count) keys")
    }
    self.scheme = scheme
    self.threshold = threshold
    self.keys = keys
  }
}

extension ListKeys {
  /// Reads a keys file; see the type.
  package init(pem: [UInt8], name: String) throws(TrustError) {
    let (blocks, heading) = try PEMFile.read(pem, label: "PUBLIC KEY", name: name)
    var settings: [String: String] = [:]
    for line in heading.map(ListKeys.trimmed) where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1).map { ListKeys.trimmed($0) }
      guard parts.count == 2, ["scheme", "threshold"].contains(parts[0]),
        settings.updateValue(parts[1], forKey: parts[0]) == nil
      else { throw TrustError(.malformed, name, "an unknown or repeated line before the keys") }
    }
    guard let scheme = settings["scheme"],
      let threshold = settings["threshold"].flatMap({ Int($0) })
    else {
      throw TrustError(
        .malformed, name, "the lines \"scheme: NAME\" and \"threshold: N\" must stand first")
    }
    var keys: [PublicKey] = []
    for block in blocks { keys.append(try ListKeys.key(block, name)) }
    try self.init(scheme: scheme, threshold: threshold, keys: keys, name: name)
  }

  /// Reads `{ "threshold": 2, "keys": [ Base64 of a SubjectPublicKeyInfo ] }`.
  init(_ fields: ListFields, scheme: String) throws(TrustError) {
    try fields.allowOnly(["threshold", "keys"])
    var keys: [PublicKey] = []
    for text in try fields.texts("keys") {
      guard let bytes = Base64.decode(text) else {
        throw fields.malformed("keys", "holds something that is not Base64")
      }
      keys.append(try ListKeys.key(bytes, fields.list))
    }
    guard let threshold = Int(exactly: try fields.integer("threshold")) else {
      throw fields.malformed("threshold", "is too large")
    }
    try self.init(scheme: scheme, threshold: threshold, keys: keys, name: fields.list)
  }

  /// SHA-256 of scheme, threshold and keys, whatever their order, in hexadecimal.
  package var fingerprint: String {
    let parts = [scheme, "\(threshold)"] + keys.map(\.spkiSHA256).sorted()
    return (try? Digest.of(Array(parts.joined(separator: "\n").utf8), .sha256).hex) ?? ""
  }

  /// The keys file.
  package var pem: [UInt8] {
    Array("scheme: \(scheme)\nthreshold: \(threshold)\n".utf8) + keys.flatMap(\.pem)
  }

  var asValue: Value {
    .object([
      "threshold": .integer(Int64(threshold)),
      "keys": .array(keys.map { .string(Base64.encode($0.spki)) }),
    ])
  }

  private static func key(_ bytes: [UInt8], _ name: String) throws(TrustError) -> PublicKey {
    do throws(OpenSSLError) {
      return try PublicKey(spki: bytes)
    } catch {
      throw TrustError(.malformed, name, "a list key cannot be read: \(error)")
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.dropLast(start.reversed().prefix { $0.isWhitespace }.count))
  }
}

/// The signature algorithms a list may be signed with (RFC 7518 §3.1, RFC 8037 §3.1).
package enum JWSAlgorithm: String, CaseIterable, Sendable {
  /// ECDSA on P-256 with SHA-256.
  case es256 = "ES256"
  /// ECDSA on P-384 with SHA-384.
  case es384 = "ES384"
  /// Ed25519.
  case edDSA = "EdDSA"

  /// The algorithm that a list key signs with; nil when its kind is not accepted.
  package init?(signatureBy key: PublicKey) {
    guard let algorithm = JWSAlgorithm.allCases.first(where: { $0.signature.fits(key.kind) }) else {
      return nil
    }
    self = algorithm
  }

  /// The same algorithm of the floor below.
  package var signature: SignatureAlgorithm {
    switch self {
    case .es256: .es256
    case .es384: .es384
    case .edDSA: .ed25519
    }
  }
}
