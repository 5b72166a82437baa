import CBroadsealOpenSSL

/// Certificates among which those of an authority under another key of its own are found: an authority that rolls its
/// key signs its lists with the new one, certificates of the old one among them (RFC 5280 §6.3.3 (f)).
///
/// A name alone proves nothing. That two certificates of one name are the same authority's is said by one of them that
/// signed the other, by somebody known who signed both, or by the user, who gave both.
package struct KnownAuthorities: Hashable, Sendable {
  /// Certificates that the user gave, himself or by a list that he believes in.
  private let given: [Certificate]
  /// Certificates of a path that was proved to one of those.
  private let proved: [Certificate]

  /// Nobody but the issuer itself.
  package static let none = KnownAuthorities(given: [], proved: [])

  /// Those of lists and anchors, and those of a proved path. What only came with a file is none of them: whoever
  /// hands over the file could have made it.
  package init(given: [Certificate], proved: [Certificate] = []) {
    self.given = given
    self.proved = proved
  }

  /// Certificates that are looked at for one issuer, and those that may have signed two of them.
  private static let maximumCount = 64

  /// Certificates of `issuer`'s authority under other keys.
  func namesakes(of issuer: Certificate) -> [Certificate] {
    let all = given + proved
    guard all.contains(issuer) else { return [] }
    var found: [Certificate] = []
    for other in all.lazy.filter({ $0.bearsName(of: issuer) }).prefix(Self.maximumCount)
    where other.publicKey != issuer.publicKey && !found.contains(other) {
      if isSame(other, issuer, among: all) { found.append(other) }
    }
    return found
  }

  private func isSame(
    _ other: Certificate, _ issuer: Certificate, among all: [Certificate]
  ) -> Bool {
    if given.contains(other), given.contains(issuer) { return true }
    if other.isIssued(by: issuer) || issuer.isIssued(by: other) { return true }
    return all.lazy.filter { issuer.mayBeIssued(by: $0) && other.mayBeIssued(by: $0) }
      .prefix(Self.maximumCount).contains { issuer.isIssued(by: $0) && other.isIssued(by: $0) }
  }
}

extension Certificate {
  /// Whether its subject is the same name as that of `other`.
  package func bearsName(of other: Certificate) -> Bool {
    OpenSSLError.quietly {
      unsafe X509_NAME_cmp(
        X509_get_subject_name(pointer), X509_get_subject_name(other.pointer)) == 0
    }
  }
}
