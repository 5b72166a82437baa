package import BroadsealBytes
package import BroadsealOpenSSL
public import BroadsealTrust

/// What a run knows of revoked certificates beside what signatures bring along.
public struct RevocationEvidence: Sendable {
  /// Asks for what is known of a certificate, given its issuer.
  package typealias Inquiry =
    @Sendable (_ certificate: Certificate, _ issuer: Certificate) ->
    [OCSPAnswer]

  let responses: [OCSPResponse]
  let lists: [RevocationList]
  let inquiry: Inquiry?
  /// The file that it was kept for; nil: it is of no one file.
  let subject: Subject?

  /// The file that evidence was kept for.
  package struct Subject: Sendable, Hashable {
    /// SHA-256 of the file, in lower-case hex.
    package let sha256: String
    /// Label of its active manifest.
    package let manifest: String

    /// A file by its bytes and its label.
    package init(sha256: String, manifest: String) {
      self.sha256 = sha256
      self.manifest = manifest
    }
  }

  /// Nothing but what signatures bring along.
  public static let none = RevocationEvidence()

  /// OCSP responses and revocation lists in memory; nothing of it is believed before its own signature
  /// is proved.
  ///
  /// - Parameters:
  ///   - ocspResponses: responses in DER.
  ///   - revocationLists: revocation lists in DER or PEM.
  /// - Throws: `TrustError` of kind `malformed` for one that cannot be read.
  public init(
    ocspResponses: [[UInt8]], revocationLists: [[UInt8]] = []
  ) throws(TrustError) {
    var responses: [OCSPResponse] = []
    var lists: [RevocationList] = []
    do throws(OpenSSLError) {
      for der in ocspResponses { responses.append(try OCSPResponse(der: der)) }
      for bytes in revocationLists { lists.append(try RevocationList(bytes)) }
    } catch {
      let isResponse = responses.count < ocspResponses.count
      throw TrustError(
        .malformed, isResponse ? "an OCSP response" : "a revocation list", "\(error)")
    }
    self.init(responses: responses, lists: lists)
  }

  /// OCSP responses and revocation lists that were given, and somebody to ask; nothing of it is
  /// believed before its own signature is proved.
  ///
  /// - Parameter subject: the file that it was kept for; of another file it says nothing.
  package init(
    responses: [OCSPResponse] = [], lists: [RevocationList] = [], inquiry: Inquiry? = nil,
    subject: Subject? = nil
  ) {
    self.subject = subject
    self.responses = responses
    self.lists = lists
    self.inquiry = inquiry
  }

  /// The same and what was kept for one file.
  package func adding(
    _ kept: [OCSPResponse], _ keptLists: [RevocationList], of subject: Subject
  ) -> RevocationEvidence {
    RevocationEvidence(
      responses: responses + kept, lists: lists + keptLists, inquiry: inquiry, subject: subject)
  }

  /// The answers that were given, each in DER.
  package var given: [[UInt8]] { responses.map(\.der) + lists.map(\.der) }

  /// Every moment at which an answer that was given begins or ends to count; one begins to a little before its
  /// own date.
  package var dates: [UTCTime] {
    (responses.flatMap { $0.periods.flatMap { [$0.thisUpdate, $0.nextUpdate] } }
      + lists.flatMap { [$0.thisUpdate, $0.nextUpdate] }).compactMap(\.self).flatMap { date in
        [date.adding(seconds: -Self.tolerance), date]
      }
  }

  /// Whether there is anything.
  var isEmpty: Bool { responses.isEmpty && lists.isEmpty && inquiry == nil }

  /// Seconds by which an answer that was asked for may be later than it is: clocks differ.
  static let tolerance: Int64 = 300

  /// What it says of `certificate`, issued by `issuer`, when the moment of judgement is `now`.
  ///
  /// - Parameters:
  ///   - latest: how late it is by now: in a run of hours an answer that is asked for at its end is no answer of
  ///     the future.
  ///   - withdrawals: what lists withdrew; who signed an answer may be among them.
  func answers(
    for certificate: Certificate, issuer: Certificate, now: UTCTime, latest: UTCTime? = nil,
    withdrawn withdrawals: Withdrawals
  ) -> [OCSPAnswer] {
    let asked = inquiry.map { $0(certificate, issuer) } ?? []
    let answers =
      responses.compactMap { $0.answer(for: certificate, issuer: issuer) }
      + asked.map { answer in
        let end = max(now, latest ?? now).adding(seconds: Self.tolerance)
        guard answer.thisUpdate <= end else { return answer }
        return OCSPAnswer(
          status: answer.status, thisUpdate: min(answer.thisUpdate, now),
          nextUpdate: answer.nextUpdate, producedAt: answer.producedAt,
          responder: answer.responder)
      }
    return answers.map { $0.judged(by: withdrawals, of: issuer) }
      + listed(certificate, issuer, now, withdrawals)
  }

  /// What revocation lists say. Of several by the issuer each newer one replaces the older: what an
  /// older one revoked, or held, is what the newest says of it. A list from after the certificate has
  /// expired may have dropped it (RFC 5280 §3.3), so that such a list replaces nothing, and neither does one
  /// by a key that somebody else may hold.
  private func listed(
    _ certificate: Certificate, _ issuer: Certificate, _ now: UTCTime, _ withdrawals: Withdrawals
  ) -> [OCSPAnswer] {
    let all = lists.compactMap { list -> (list: RevocationList, answer: OCSPAnswer)? in
      list.answer(for: certificate, issuer: issuer)
        .map { (list, $0.judged(by: withdrawals, of: issuer)) }
    }
    // What was not there yet at the moment of judgement replaces nothing either.
    let replacing = all.filter { _, answer in
      answer.thisUpdate <= now.adding(seconds: Self.tolerance) && !answer.isDisowned
        && (answer.thisUpdate <= certificate.notAfter || answer.status != .good)
    }
    return all.filter { item in !replacing.contains { $0.list.isNewer(than: item.list) } }
      .map(\.answer)
  }
}
