import BroadsealOpenSSL

/// A signature algorithm of the standard (C2PA 2.4 §13.2). It has to fit the key.
public struct SigningAlgorithm: Sendable, Hashable {
  /// ECDSA on P-256 with SHA-256.
  public static let es256 = SigningAlgorithm(.es256)
  /// ECDSA on P-384 with SHA-384.
  public static let es384 = SigningAlgorithm(.es384)
  /// ECDSA on P-521 with SHA-512.
  public static let es512 = SigningAlgorithm(.es512)
  /// RSASSA-PSS with SHA-256.
  public static let ps256 = SigningAlgorithm(.ps256)
  /// RSASSA-PSS with SHA-384.
  public static let ps384 = SigningAlgorithm(.ps384)
  /// RSASSA-PSS with SHA-512.
  public static let ps512 = SigningAlgorithm(.ps512)
  /// Ed25519.
  public static let ed25519 = SigningAlgorithm(.ed25519)

  let value: SignatureAlgorithm

  private init(_ value: SignatureAlgorithm) { self.value = value }

  /// The algorithm that settings call `name`.
  ///
  /// - Throws: `SigningError` of kind `credential` for a name that the standard does not have.
  package init(named name: String) throws(SigningError) {
    guard let value = SignatureAlgorithm(rawValue: name) else {
      throw SigningError(
        .credential, "the signature algorithm is unknown",
        hint: "use one of \(SigningAlgorithm.names.joined(separator: ", "))")
    }
    self.value = value
  }

  /// What settings call the algorithms.
  package static let names = SignatureAlgorithm.allCases.map(\.name)
}

extension SigningAlgorithm: CustomStringConvertible {
  /// The standard's name: `es256`.
  public var description: String { value.name }
}
