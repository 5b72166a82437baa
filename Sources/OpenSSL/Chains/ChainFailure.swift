import CBroadsealOpenSSL

/// Why no valid chain leads from a certificate to an anchor.
package struct ChainFailure: Error, Hashable, Sendable {
  /// What the failure means for the verdict.
  package enum Kind: String, Hashable, Sendable {
    /// A certificate of the chain had expired.
    case expired
    /// A certificate of the chain was not yet valid.
    case notYetValid
    /// No chain ends at an anchor.
    case untrusted
    /// The chain breaks a rule of RFC 5280 §6, or one of its signatures is wrong or weak.
    case invalid
  }

  /// What the failure means for the verdict.
  package let kind: Kind
  /// OpenSSL's number for it: `X509_V_ERR_…`.
  package let code: Int
  /// OpenSSL's text for it, in lower case.
  package let reason: String
  /// Which certificate is at fault, 0 for the leaf.
  package let depth: Int

  /// A chain that ends at an anchor which does not count.
  package static let unbelieved = ChainFailure(code: X509_V_ERR_CERT_UNTRUSTED, depth: 0)

  init(code: Int32, depth: Int32) {
    self.code = Int(code)
    self.depth = Int(depth)
    reason =
      unsafe X509_verify_cert_error_string(Int(code)).map { unsafe String(cString: $0) } ?? ""
    switch code {
    case X509_V_ERR_CERT_HAS_EXPIRED: kind = .expired
    case X509_V_ERR_CERT_NOT_YET_VALID: kind = .notYetValid
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
      X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
      X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, X509_V_ERR_CERT_UNTRUSTED:
      kind = .untrusted
    default: kind = .invalid
    }
  }
}

extension ChainFailure: CustomStringConvertible {
  /// The reason and the place in one line.
  package var description: String { "\(reason) (certificate \(depth) of the chain)" }
}
