package import BroadsealOpenSSL

/// Where answers about revocation come from that PDF signatures bring along: what was given, and somebody
/// to ask.
package struct RevocationSource: Sendable {
  /// Asks about a certificate, given its issuer; nil when nobody answers.
  package typealias Inquiry =
    @Sendable (_ certificate: Certificate, _ issuer: Certificate) -> RevocationReply?

  /// Certificates that are known beside those of signer and authority: roots above all.
  let known: [Certificate]
  /// What was given.
  let replies: [RevocationReply]
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
    replies = responses.map(RevocationReply.response) + lists.map(RevocationReply.list)
    self.inquiry = inquiry
  }
}
