import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL
import Synchronization

/// Certificates and answers about revocation with which a PDF signature can be judged when nobody answers
/// any more (PAdES B-LT, EN 319 142-1 §5.4): of the signer and of the time-stamp authorities, up to their
/// roots.
///
/// They have to be had before anything is signed, since the signature covers them. So an authority's
/// certificate has to be known before it stamps: see `knows(_:)`.
///
/// A class because the documents of a run share what was answered; it is only touched under a lock.
final class LongTermProofs: Sendable {
  /// A chain about which something has to be known.
  struct Subject {
    /// The certificates, the signer's first; those above may be missing.
    let chain: [Certificate]
    /// When it was used, by a time stamp; nil: it is going to be used now.
    var used: UTCTime?
  }

  /// A certificate, who issued it, and when it was used.
  fileprivate struct Link: Hashable {
    let certificate: Certificate
    let issuer: Certificate
    let used: UTCTime?
  }

  fileprivate struct State {
    /// The chains of authorities, each one's own certificate first.
    var authorities: [[Certificate]] = []
    /// What was asked for and answered.
    var replies: [Question: RevocationReply] = [:]
    /// Bytes of these replies.
    var size = 0
    /// When nobody gave an answer of use.
    var silence: [Question: UTCTime] = [:]
  }

  /// A certificate as one issuer's.
  fileprivate struct Question: Hashable {
    let certificate: Certificate
    let issuer: Certificate
  }

  private let source: RevocationSource
  private let state = Mutex(State())

  /// Seconds by which a responder's clock may be ahead of this machine's.
  fileprivate static let clockTolerance: Int64 = 300
  /// Seconds for which an answer without an end is taken for the present one.
  fileprivate static let freshness: Int64 = 86_400
  /// Seconds after which somebody who gave no answer is asked once more.
  private static let patience: Int64 = 60
  /// Certificates that are asked about for one signature.
  private static let maximumQuestions = 64
  /// Certificates of a document, and of its answers, that are looked at: they are a stranger's.
  private static let maximumHeld = 256
  /// Bytes of answers, and questions, that are kept for the next document.
  fileprivate static let maximumKept = (bytes: 16 << 20, questions: 1_024)

  /// Nothing yet, from `source`.
  init(_ source: RevocationSource) {
    self.source = source
  }

  /// Whether an authority is among those whose chain is known.
  func knows(_ authority: Certificate) -> Bool {
    state.withLock { $0.authorities.contains { $0.first == authority } }
  }

  /// Whether any authority is known.
  var knowsAny: Bool { state.withLock { !$0.authorities.isEmpty } }

  /// Takes in an authority, its own certificate first.
  func add(authority chain: [Certificate]) {
    state.withLock { state in
      guard let own = chain.first, !state.authorities.contains(where: { $0.first == own }) else {
        return
      }
      state.authorities.append(chain)
    }
  }

  /// Everything about `subjects`, and about every authority that is known, as of `time`.
  ///
  /// Others wait meanwhile, so that many documents of one signer ask once.
  ///
  /// - Parameters:
  ///   - held: what the document holds: it serves for certificates that have expired since, about which
  ///     nobody answers any more, and for finding issuers.
  /// - Throws: `SigningError` of kind `revocation` when something is not known, of kind `certificate` when
  ///   a certificate was revoked.
  func data(
    of subjects: [Subject], beside held: ValidationData = ValidationData(), at time: UTCTime
  ) throws(SigningError) -> ValidationData {
    let most = LongTermProofs.maximumHeld
    let old: [RevocationReply] =
      held.responses.prefix(most).compactMap { try? .response(OCSPResponse(der: $0)) }
      + held.revocationLists.prefix(most).compactMap { try? .list(RevocationList(der: $0)) }
    let known =
      source.known + held.certificates.prefix(most).compactMap { try? Certificate(der: $0) }
    return try state.withLock { state throws(SigningError) in
      var certificates: [Certificate] = []
      var links: [Link] = []
      for subject in subjects + state.authorities.map({ Subject(chain: $0) }) {
        let path = try path(of: subject.chain, among: known)
        certificates += path
        links += zip(path, path.dropFirst()).map {
          Link(certificate: $0, issuer: $1, used: subject.used)
        }
        guard Set(links).count <= LongTermProofs.maximumQuestions else {
          throw LongTermProofs.tooMany
        }
      }
      var data = ValidationData()
      var seen: Set<Link> = []
      while let link = links.first {
        links.removeFirst()
        guard seen.insert(link).inserted else { continue }
        guard seen.count <= LongTermProofs.maximumQuestions else {
          throw LongTermProofs.tooMany
        }
        let reply = try reply(about: link, held: old, at: time, in: &state)
        switch reply {
        case .response: data.responses.append(reply.der)
        case .list: data.revocationLists.append(reply.der)
        }
        guard let responder = reply.responder(besides: link.issuer) else { continue }
        certificates.append(responder)
        if !responder.needsNoAnswer {
          links.append(Link(certificate: responder, issuer: link.issuer, used: nil))
        }
      }
      data.certificates = certificates.map(\.der)
      return data.withoutRepetition
    }
  }

  /// The certificates from the first of `chain` up to its root, or to one that was given and whose issuer
  /// nobody knows.
  private func path(
    of chain: [Certificate], among known: [Certificate]
  ) throws(SigningError) -> [Certificate] {
    guard let own = chain.first else { return [] }
    let way = IssuerWay(
      of: own, among: chain.prefix(LongTermProofs.maximumHeld) + known,
      orEndingIn: source.known.contains)
    guard way.isComplete else {
      let name = way.certificates.last.map { "\($0.issuer)" } ?? "its issuer"
      throw SigningError(
        .revocation,
        "the certificate of \(name) is not known, and the PDF signature has to bring it",
        hint: "name the file with it in anchors or tsa-anchors, in [trust] of the profile")
    }
    return way.certificates
  }

  private static let tooMany = SigningError(
    .revocation, "more certificates are involved than are asked about")

  /// The newest reply that calls the certificate good at `time`; one that was revoked by anybody's word is
  /// not signed with.
  private func reply(
    about link: Link, held: [RevocationReply], at time: UTCTime, in state: inout State
  ) throws(SigningError) -> RevocationReply {
    let question = Question(certificate: link.certificate, issuer: link.issuer)
    var candidates = source.replies
    if let kept = state.replies[question] { candidates.append(kept) }
    if link.isOver(at: time) { candidates += held }
    if let found = try newest(of: candidates, about: link, at: time) { return found }
    // Of a thousand documents not each waits for somebody who is silent.
    let isSilent = state.silence[question].map { time < $0.adding(seconds: Self.patience) } ?? false
    if !isSilent, let inquiry = source.inquiry {
      let asked = inquiry(link.certificate, link.issuer)
      state.keep(asked, to: question)
      if let asked, let found = try newest(of: [asked], about: link, at: time) { return found }
      state.silence[question] = time
    }
    throw silence(about: link, in: candidates)
  }

  /// Authorities under other keys of their own are among those that are known.
  private var authorities: KnownAuthorities { KnownAuthorities(given: source.known) }

  private func newest(
    of replies: [RevocationReply], about link: Link, at time: UTCTime
  ) throws(SigningError) -> RevocationReply? {
    var best: (reply: RevocationReply, time: UTCTime)?
    for reply in replies {
      guard
        let answer = reply.answer(for: link.certificate, issuer: link.issuer, among: authorities)
      else { continue }
      if case .revoked(let revoked, let reason) = answer.status,
        reason != OCSPAnswer.removeFromCRL, !link.allows(revoked, reason)
      {
        throw SigningError(
          .certificate, "the certificate of \(link.certificate.subject) was revoked",
          hint: "ask the authority that issued it")
      }
      guard answer.gravity != 1, !answer.onlyRevokes, link.isServed(by: answer, at: time),
        !isRevoked(answer.responder, signing: answer, of: link.issuer, by: replies),
        best.map({ answer.thisUpdate > $0.time }) ?? true
      else { continue }
      best = (reply, answer.thisUpdate)
    }
    return best?.reply
  }

  /// Whether any of `replies` says that the responder of a good answer was revoked when he signed it, or for more
  /// than order's sake.
  private func isRevoked(
    _ responder: Certificate?, signing answer: OCSPAnswer, of issuer: Certificate,
    by replies: [RevocationReply]
  ) -> Bool {
    guard let responder else { return false }
    let link = Link(certificate: responder, issuer: issuer, used: answer.producedAt)
    return replies.contains { reply in
      guard let said = reply.answer(for: responder, issuer: issuer, among: authorities),
        case .revoked(let revoked, let reason) = said.status, reason != OCSPAnswer.removeFromCRL
      else { return false }
      return !link.allows(revoked, reason)
    }
  }

  /// That nothing is known of a certificate, and why a list that is there does not say it.
  private func silence(
    about link: Link, in replies: [RevocationReply]
  ) -> SigningError {
    for case .list(let list) in replies {
      guard
        case .silent(let limit) = list.reading(
          of: link.certificate, issuer: link.issuer, among: authorities)
      else { continue }
      return SigningError(
        .revocation,
        "nothing says that the certificate of \(link.certificate.subject) is not revoked, since "
          + limit.explanation,
        hint: "nothing was signed; give the whole list of its authority with --crl, or an OCSP "
          + "response with --ocsp")
    }
    let isSilentByNature =
      link.certificate.ocspAddresses.isEmpty && link.certificate.crlAddresses.isEmpty
    return SigningError(
      .revocation,
      "nothing that is known says that the certificate of \(link.certificate.subject) is not revoked",
      hint: isSilentByNature
        ? "nothing was signed; the certificate names nobody who could be asked: give an answer of its authority with "
          + "--ocsp or --crl"
        : source.inquiry == nil
          ? "nothing was signed; give an answer with --ocsp or --crl, or ask with --online ocsp,crl"
          : "nothing was signed; nobody who was asked gave an answer that counts: give one with --ocsp or --crl"
    )
  }
}

extension LongTermProofs.State {
  /// Keeps what was answered, in place of everything else where it would become too much.
  fileprivate mutating func keep(
    _ reply: RevocationReply?, to question: LongTermProofs.Question
  ) {
    let most = LongTermProofs.maximumKept
    if size >= most.bytes || replies.count + silence.count >= most.questions {
      (replies, silence, size) = ([:], [:], 0)
    }
    guard let reply else { return }
    size += reply.der.count - (replies[question]?.der.count ?? 0)
    replies[question] = reply
    silence[question] = nil
  }
}

extension LongTermProofs.Link {
  /// Whether the certificate was used and has expired since.
  func isOver(at time: UTCTime) -> Bool { used != nil && certificate.notAfter < time }

  /// Whether an answer is of the present, or of the time before the certificate had expired: later ones may
  /// have forgotten it (RFC 5280 §3.3).
  func isServed(by answer: OCSPAnswer, at time: UTCTime) -> Bool {
    if isOver(at: time) { return answer.thisUpdate <= certificate.notAfter }
    return answer.thisUpdate <= time.adding(seconds: LongTermProofs.clockTolerance)
      && time
        < answer.nextUpdate ?? answer.thisUpdate.adding(seconds: LongTermProofs.freshness)
  }

  /// Whether a revocation leaves what was signed before: for order's sake (RFC 5280 §5.3.1:
  /// affiliationChanged, superseded, cessationOfOperation), and after it was used.
  func allows(_ revoked: UTCTime, _ reason: Int?) -> Bool {
    guard let used, let reason, [3, 4, 5].contains(reason) else { return false }
    return used < revoked
  }
}

extension ValidationData {
  /// The same, everything once.
  fileprivate var withoutRepetition: ValidationData {
    func once(_ items: [[UInt8]]) -> [[UInt8]] {
      var seen: Set<[UInt8]> = []
      return items.filter { seen.insert($0).inserted }
    }
    var data = ValidationData()
    data.certificates = once(certificates)
    data.responses = once(responses)
    data.revocationLists = once(revocationLists)
    return data
  }
}
