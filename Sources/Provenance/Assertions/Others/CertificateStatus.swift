package import BroadsealCBOR

/// Answers about the revocation of certificates: `c2pa.certificate-status` (C2PA 2.4 §18.19).
package struct CertificateStatus: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "c2pa.certificate-status"

  /// OCSP responses in DER, unproved.
  package let responses: [[UInt8]]

  /// Reads an assertion.
  ///
  /// - Throws: `general.error`, since the standard has no code of its own, unless it is a list of byte
  ///   strings.
  package init(_ value: CBOR.Value) throws(Problem) {
    let entries = try value.optionalArray("ocspVals", orThrow: .generalError) ?? []
    responses = entries.compactMap(\.bytes)
    guard responses.count == entries.count else {
      throw Problem(.generalError, "an OCSP response is no byte string")
    }
  }
}
