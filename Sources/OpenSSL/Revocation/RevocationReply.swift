/// What somebody says of a certificate, in the bytes that were received.
package enum RevocationReply: Sendable {
  /// A responder.
  case response(OCSPResponse)
  /// The issuer's list.
  case list(RevocationList)

  /// What it says of `certificate`; nil when it proves nothing about it.
  ///
  /// - Parameter known: among whom certificates of the issuer under another key are found.
  package func answer(
    for certificate: Certificate, issuer: Certificate, among known: KnownAuthorities = .none
  ) -> OCSPAnswer? {
    switch self {
    case .response(let response): response.answer(for: certificate, issuer: issuer)
    case .list(let list): list.answer(for: certificate, issuer: issuer, among: known)
    }
  }

  /// Whoever signed it beside the issuer, and whose own revocation is a question too.
  package func responder(besides issuer: Certificate) -> Certificate? {
    guard case .response(let response) = self, let responder = response.responder,
      responder != issuer
    else { return nil }
    return responder
  }

  /// The bytes that were received.
  package var der: [UInt8] {
    switch self {
    case .response(let response): response.der
    case .list(let list): list.der
    }
  }
}
