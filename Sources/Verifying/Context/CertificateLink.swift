import BroadsealOpenSSL

/// A certificate and who issued it: what can be asked about.
struct CertificateLink: Hashable, Sendable {
  let certificate: Certificate
  let issuer: Certificate
}

extension ChainPath {
  /// Each certificate of the path below its anchor, with who issued it.
  ///
  /// - Parameter issuers: everybody known who issued the first certificate. It is asked about with all of them,
  ///   also where a list names the certificate itself, so that the path has no one above it.
  func links(besides issuers: [Certificate] = []) -> [[CertificateLink]] {
    guard let leaf = certificates.first else { return [] }
    let above = certificates.dropFirst()
    let first = (above.prefix(1) + issuers.filter { !above.prefix(1).contains($0) })
      .map { CertificateLink(certificate: leaf, issuer: $0) }
    return [first]
      + zip(above, above.dropFirst()).map { [CertificateLink(certificate: $0, issuer: $1)] }
  }
}
