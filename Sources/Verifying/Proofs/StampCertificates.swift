import BroadsealOpenSSL

/// The certificates that a time stamp brings beside its signer's, which nothing in the token signs.
///
/// Anybody could put others in, and whatever bytes he likes with them. So each has to stand on the path to the
/// anchor, where the one above has signed it, or to have issued one that does, or one that issued such a one. So
/// come an authority's CA and root where the list names what stands below them, and often a root in an older
/// root's certificate, which leads away from the path (DigiCert's tokens bring one). Whose own signature is not
/// checked so, of those there may be few, and small ones.
enum StampCertificates {
  /// Most bytes of a certificate whose own signature is not checked, and most such certificates.
  private static let maximumLoose = (size: 4_096, count: 2)

  /// Whether `certificates`, the signer's among them, all belong to one of `paths`. One may stand there twice:
  /// `openssl ts` adds the signer's to a chain that begins with it.
  ///
  /// - Parameter chains: knows who was found to have issued whom.
  static func belong(
    _ certificates: [Certificate], to paths: [ChainPath], by chains: ChainProver
  ) -> Bool {
    paths.contains { belong(certificates, on: $0, chains) }
  }

  private static func belong(
    _ others: [Certificate], on path: ChainPath, _ chains: ChainProver
  ) -> Bool {
    let beside = others.filter { !path.certificates.contains($0) }
    let loose = beside.filter { !chains.isIssued($0, by: $0) }
    return loose.count <= maximumLoose.count
      && loose.allSatisfy { $0.der.count <= maximumLoose.size }
      && stand(beside, above: path.certificates, chains)
  }

  /// Whether each of `others` has issued one of `line`, or one of `others` of which that holds.
  private static func stand(
    _ others: [Certificate], above line: [Certificate], _ chains: ChainProver
  ) -> Bool {
    var (open, below) = (others, line)
    while !open.isEmpty {
      let found = open.filter { issuer in below.contains { chains.isIssued($0, by: issuer) } }
      guard !found.isEmpty else { return false }
      open.removeAll(where: found.contains)
      below = found
    }
    return true
  }
}
