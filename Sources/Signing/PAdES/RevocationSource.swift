package import BroadsealOpenSSL

/// Where answers about revocation come from that PDF signatures bring along: what was given, and somebody
/// to ask.
package struct RevocationSource: Sendable {
  /// What somebody says of a certificate, in the bytes that were received.
  package enum Reply: Sendable {
    /// A responder.
    case response(OCSPResponse)
    /// The issuer's list.
    case list(RevocationList)
  }

  /// Asks about a certificate, given its issuer; nil when nobody answers.
  package typealias Inquiry =
    @Sendable (_ certificate: Certificate, _ issuer: Certificate) -> Reply?

  /// Certificates that are known beside those of signer and authority: roots above all.
  let known: [Certificate]
  /// What was given.
  let replies: [Reply]
  let inquiry: Inquiry?

  /// A source.
  ///
  /// - Parameters:
  ///   - known: certificates among which issuers are looked for; nobody has to believe them.
  ///   - responses: OCSP responses that were given.
  ///   - lists: revocation lists that were given.
  ///   - inquiry: asked about whatever was not given; nil: nobody is asked.
  package init(
    known: [Certificate], responses: [OCSPResponse] = [], lists: [RevocationList] = [],
    inquiry: Inquiry? = nil
  ) {
    self.known = known
    replies = responses.map(Reply.response) + lists.map(Reply.list)
    self.inquiry = inquiry
  }
}

extension RevocationSource.Reply {
  /// What it says of `certificate`; nil when it proves nothing about it.
  func answer(for certificate: Certificate, issuer: Certificate) -> OCSPAnswer? {
    switch self {
    case .response(let response): response.answer(for: certificate, issuer: issuer)
    case .list(let list): list.answer(for: certificate, issuer: issuer)
    }
  }

  /// Whoever signed it beside the issuer, and whose own revocation is a question too.
  func responder(besides issuer: Certificate) -> Certificate? {
    guard case .response(let response) = self, let responder = response.responder,
      responder != issuer
    else { return nil }
    return responder
  }
}
