/// Why a revocation list that does not name a certificate does not say that it is good.
package enum RevocationLimit: Hashable, Sendable, CaseIterable {
  /// It tells what changed since another list.
  case delta
  /// It is about users' certificates, and this one is an authority's.
  case users
  /// It is about authorities' certificates, and this one is none.
  case authorities
  /// It is about attribute certificates.
  case attributes
  /// It is about some reasons.
  case reasons
  /// It is of a distribution point that the certificate does not name.
  case point
  /// A critical extension of it is not known, or it cannot be read how far it speaks.
  case unknown
  /// The authority signed it with another key than the certificate.
  case otherKey
  /// Its signature has a hash or parameters that are not allowed: SHA-1 above all.
  case weak
  /// When it ends cannot be read.
  case undated

  /// The reason in lower case, without a full stop.
  package var explanation: String {
    switch self {
    case .delta: "the list only tells what changed since another one"
    case .users: "the list is about certificates of users alone, and this is an authority's"
    case .authorities: "the list is about certificates of authorities alone, and this is none"
    case .attributes: "the list is about attribute certificates alone"
    case .reasons: "the list is about some of the reasons alone"
    case .point: "the list is of a distribution point that the certificate does not name"
    case .unknown: "the list does not say in known words of which certificates it speaks"
    case .otherKey: "the authority signed the list with another key than the certificate"
    case .weak: "the list was signed with an algorithm that can be broken"
    case .undated: "it cannot be read until when the list counts"
    }
  }

  /// What comes of it where nothing else is known of a certificate.
  package var consequence: String {
    "nothing says that the certificate was not revoked, since \(explanation); "
      + "its authority's whole list, or an OCSP response, can say it"
  }
}
