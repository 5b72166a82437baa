package import BroadsealBytes

/// What an OCSP responder says of one certificate (RFC 6960 §4.2.1): proved, but not yet judged for
/// the moment it is needed for.
package struct OCSPAnswer: Hashable, Sendable {
  /// The status of the certificate.
  package enum Status: Hashable, Sendable {
    /// Not revoked.
    case good
    /// Revoked from that time on, with the number of the reason when it is given (RFC 5280 §5.3.1).
    case revoked(at: UTCTime, reason: Int?)
    /// The responder does not know the certificate.
    case unknown
  }

  /// The reason that takes a certificate off hold: it counts as good.
  package static let removeFromCRL = 8

  /// The status of the certificate.
  package var status: Status
  /// When the status was known to be right.
  package var thisUpdate: UTCTime
  /// When newer information will be there; nil when it is there at any time.
  package let nextUpdate: UTCTime?
  /// When the response was signed.
  package let producedAt: UTCTime
  /// The certificate of the responder that the issuer appointed; nil: the issuer itself signed.
  package let responder: Certificate?
  /// Whether it revokes, and clears nothing: it leaves part of the matter to others, or nobody may rely on whoever
  /// signed it.
  package var onlyRevokes = false

  /// An answer; the house makes them from responses.
  package init(
    status: Status, thisUpdate: UTCTime, nextUpdate: UTCTime?, producedAt: UTCTime,
    responder: Certificate? = nil
  ) {
    self.status = status
    self.thisUpdate = thisUpdate
    self.nextUpdate = nextUpdate
    self.producedAt = producedAt
    self.responder = responder
  }

  /// How bad it is, to compare what one response says of one certificate.
  package var gravity: Int {
    switch status {
    case .good: 0
    case .revoked(_, reason: Self.removeFromCRL): 0
    case .unknown: 1
    case .revoked: 2
    }
  }

  /// Whether a response kept with a signature speaks for the moment `stamp` that a trusted time
  /// stamp attests, judged at `now` (C2PA 2.5 §14.9.1): the stamp is not later than the answer,
  /// or lies within its time.
  package func speaks(for stamp: UTCTime, now: UTCTime) -> Bool {
    guard now >= thisUpdate else { return false }
    let end = nextUpdate ?? producedAt.adding(seconds: 86_400)
    return stamp <= thisUpdate || stamp < end
  }
}
