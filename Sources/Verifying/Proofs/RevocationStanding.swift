import BroadsealProvenance

/// What is known of a certificate's revocation at the time of its signature.
enum RevocationStanding: Sendable {
  /// No answer confirms it, and none revokes it.
  case unknown
  /// Somebody entitled says that it was good.
  case good
  /// It was revoked.
  case revoked

  /// What the statuses of a signature come to.
  init(_ log: StatusLog) {
    if log.has(.signingCredentialOcspRevoked) {
      self = .revoked
    } else {
      self = log.has(.signingCredentialOcspNotRevoked) ? .good : .unknown
    }
  }
}
