import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust

/// Whom an answer has to be judged by beside the certificate that it is about.
struct RevocationJudges: Sendable {
  /// The moment of judgement.
  let now: UTCTime
  /// How late it is by now: in a run of hours an answer that is asked for at its end is no answer of the future.
  var latest: UTCTime?
  /// What lists withdrew; who signed an answer may be among them.
  let withdrawals: Withdrawals
  /// Among whom certificates of an issuer under another key are found.
  let known: KnownAuthorities
}

extension RevocationEvidence {
  /// What it says of `certificate`, issued by `issuer`.
  func answers(
    for certificate: Certificate, issuer: Certificate, _ judges: RevocationJudges
  ) -> [OCSPAnswer] {
    let asked = inquiry.map { $0(certificate, issuer) } ?? []
    let now = judges.now
    let answers =
      responses.compactMap { said(by: $0, certificate, issuer) }
      + asked.map { answer in
        let end = max(now, judges.latest ?? now).adding(seconds: RevocationRule.tolerance)
        guard answer.thisUpdate <= end else { return answer }
        var answer = answer
        answer.thisUpdate = min(answer.thisUpdate, now)
        return answer
      }
    return answers.map { judged($0, of: issuer, judges) } + listed(certificate, issuer, judges)
  }

  /// What an answer by a responder of `issuer` is worth: it only revokes where a list says that somebody else may
  /// hold the key of whoever signed it or of the issuer who appointed him, and where the issuer himself revoked the
  /// responder.
  func judged(
    _ answer: OCSPAnswer, of issuer: Certificate, _ judges: RevocationJudges
  ) -> OCSPAnswer {
    var answer = answer
    let signers = [answer.responder, issuer].compactMap(\.self)
    if judges.withdrawals.tellCompromise(of: signers)
      || answer.responder.map({ isRevoked($0, answer, of: issuer, judges) }) ?? false
    {
      answer.onlyRevokes = true
    }
    return answer
  }

  /// Whether something that was given says that the responder of `answer` was revoked when he signed it, or for more
  /// than order's sake. That nobody need ask about him (id-pkix-ocsp-nocheck) takes back nothing that is said.
  private func isRevoked(
    _ responder: Certificate, _ answer: OCSPAnswer, of issuer: Certificate,
    _ judges: RevocationJudges
  ) -> Bool {
    let said = responses.compactMap { response -> OCSPAnswer? in
      guard var said = response.answer(for: responder, issuer: issuer) else { return nil }
      // Nobody clears himself.
      if said.responder == responder { said.onlyRevokes = true }
      return said
    }
    let rule = RevocationRule(stamp: answer.producedAt, now: judges.now)
    return RevocationRule.settled(said + listed(responder, issuer, judges), now: judges.now)
      .contains(where: rule.revokes)
  }

  private func said(
    by response: OCSPResponse, _ certificate: Certificate, _ issuer: Certificate
  ) -> OCSPAnswer? {
    let answer = response.answer(for: certificate, issuer: issuer)
    if answer != nil {
      use.note(response)
    } else {
      use.note(
        response, response.mentions(certificate, issuer: issuer) ? .unproved : .strange)
    }
    return answer
  }

  /// What revocation lists say. Of several by the issuer each newer one replaces the older: what an
  /// older one revoked, or held, is what the newest says of it. A list from after the certificate has
  /// expired may have dropped it (RFC 5280 §3.3), so that such a list replaces nothing, and neither does one
  /// by a key that somebody else may hold, nor one that leaves the certificate to other lists. What the issuer
  /// said with another key is not replaced at all: whoever holds the one key has not the other.
  private func listed(
    _ certificate: Certificate, _ issuer: Certificate, _ judges: RevocationJudges
  ) -> [OCSPAnswer] {
    let all = lists.compactMap { list -> (list: RevocationList, answer: OCSPAnswer, isOwn: Bool)? in
      switch list.reading(of: certificate, issuer: issuer, among: judges.known) {
      case .strange: use.note(list, .strange)
      case .unproved: use.note(list, .unproved)
      case .silent(let limit): use.note(list, .silent(limit))
      case .said(let answer, let isOwn):
        use.note(list)
        return (list, judgedList(answer, of: issuer, judges), isOwn)
      }
      return nil
    }
    // What was not there yet at the moment of judgement replaces nothing either.
    let replacing = all.filter { item in
      let answer = item.answer
      return answer.thisUpdate <= judges.now.adding(seconds: RevocationRule.tolerance)
        && !answer.onlyRevokes
        && (answer.thisUpdate <= certificate.notAfter || answer.status != .good)
    }
    return all.filter { item in
      !item.isOwn || !replacing.contains { $0.list.isNewer(than: item.list) }
    }.map(\.answer)
  }

  private func judgedList(
    _ answer: OCSPAnswer, of issuer: Certificate, _ judges: RevocationJudges
  ) -> OCSPAnswer {
    var answer = answer
    if judges.withdrawals.tellCompromise(of: [issuer]) { answer.onlyRevokes = true }
    return answer
  }

  /// Why the first list that leaves `certificate` to others says nothing of it; nil where none does.
  func limit(
    for certificate: Certificate, issuer: Certificate, among known: KnownAuthorities
  ) -> RevocationLimit? {
    for list in lists {
      guard
        case .silent(let limit) = list.reading(of: certificate, issuer: issuer, among: known)
      else { continue }
      return limit
    }
    return nil
  }
}
