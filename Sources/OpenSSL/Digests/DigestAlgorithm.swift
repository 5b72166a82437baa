import CBroadsealOpenSSL

/// The hash functions C2PA allows, under the names its manifests use (C2PA 2.4 §13.1).
package enum DigestAlgorithm: String, CaseIterable, Sendable {
  /// SHA-256 (FIPS 180-4).
  case sha256
  /// SHA-384 (FIPS 180-4).
  case sha384
  /// SHA-512 (FIPS 180-4).
  case sha512

  /// Length of a digest in bytes.
  package var byteCount: Int {
    switch self {
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// Dotted object identifier (RFC 5754 §2).
  package var objectIdentifier: String {
    switch self {
    case .sha256: "2.16.840.1.101.3.4.2.1"
    case .sha384: "2.16.840.1.101.3.4.2.2"
    case .sha512: "2.16.840.1.101.3.4.2.3"
    }
  }

  /// The algorithm with a dotted object identifier; nil when it is none of ours.
  package init?(objectIdentifier: String) {
    guard let found = Self.allCases.first(where: { $0.objectIdentifier == objectIdentifier })
    else { return nil }
    self = found
  }

  /// OpenSSL's implementation, fetched once for the process: a fetch costs more than a short hash.
  var implementation: OpaquePointer {
    switch self {
    case .sha256: unsafe Fetched.sha256
    case .sha384: unsafe Fetched.sha384
    case .sha512: unsafe Fetched.sha512
    }
  }

  /// Method tables that OpenSSL never changes once fetched, so that threads may share them.
  private enum Fetched {
    nonisolated(unsafe) static let sha256 = unsafe fetch("SHA256", or: EVP_sha256())
    nonisolated(unsafe) static let sha384 = unsafe fetch("SHA384", or: EVP_sha384())
    nonisolated(unsafe) static let sha512 = unsafe fetch("SHA512", or: EVP_sha512())

    private static func fetch(_ name: String, or builtIn: OpaquePointer) -> OpaquePointer {
      let fetched = unsafe EVP_MD_fetch(nil, name, nil)
      return unsafe fetched ?? builtIn
    }
  }
}
