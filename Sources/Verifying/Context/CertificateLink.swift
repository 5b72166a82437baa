import BroadsealOpenSSL

/// A certificate and who issued it: what can be asked about.
struct CertificateLink: Hashable, Sendable {
  let certificate: Certificate
  let issuer: Certificate
  /// The proved path that the issuer is on, where it knows the issuer's authority under another key too.
  var path: [Certificate] = []
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
      .map { link(leaf, $0) }
    return [first] + zip(above, above.dropFirst()).map { [link($0, $1)] }
  }

  private func link(_ certificate: Certificate, _ issuer: Certificate) -> CertificateLink {
    let isRolled = certificates.contains {
      $0.bearsName(of: issuer) && $0.publicKey != issuer.publicKey
    }
    return CertificateLink(
      certificate: certificate, issuer: issuer, path: isRolled ? certificates : [])
  }
}
