import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL
import BroadsealTrust

/// What is known of revoked certificates where a seal is judged: what stands under the signature, beside
/// it, in the document's security store, and what the run was given or may ask for.
struct SealRevocation: Sendable {
  /// Everything.
  private let evidence: RevocationEvidence
  /// What the signature covers alone.
  private let signed: RevocationEvidence
  /// Everybody known who issued the signer's certificate.
  private let issuers: [Certificate]

  /// - Parameters:
  ///   - known: what the document brings along.
  ///   - sealed: what it brought along when it was sealed.
  init(
    of message: ReceivedMessage?, by credential: SignerCredential?, _ known: Answers,
    sealed: Answers, in context: ValidationContext
  ) {
    let own = message?.signedRevocationData
    let under = Answers(responses: own?.responses ?? [], lists: own?.lists ?? [])
    let beside = Answers(responses: [], lists: message?.revocationLists ?? [])
    signed = RevocationEvidence(
      responses: under.responses + sealed.responses, lists: under.lists + sealed.lists)
    let given = context.evidence
    evidence = RevocationEvidence(
      responses: under.responses + known.responses + given.responses,
      lists: under.lists + beside.lists + known.lists + given.lists,
      inquiry: given.inquiry, subject: given.subject, given.use)
    issuers = credential.map { context.chains.ancestry(of: $0).issuers(at: 0) } ?? []
  }

  /// A time-stamp authority at the time that it states, by everything that is known here.
  func authority(
    _ credential: SignerCredential, at time: UTCTime, in context: ValidationContext
  ) -> StampingAuthority {
    let now = context.time
    return StampingAuthority(
      credential: credential, time: time, context: context,
      answers: evidence.isEmpty
        ? nil : { RevocationRule.settled(answers(about: $0, in: context), now: now) })
  }

  private func answers(about link: CertificateLink, in context: ValidationContext) -> [OCSPAnswer] {
    guard !evidence.isEmpty else { return [] }
    return evidence.answers(
      for: link.certificate, issuer: link.issuer, context.judges(of: link))
  }

  /// What comes of it for the chain at a place of a list.
  ///
  /// What was revoked for order's sake stays good for what a trusted stamp dates before. A time that is only
  /// stated is the signer's own word: whoever has a superseded key could state any. It counts here where the
  /// list says of the key that its time ended in order.
  ///
  /// - Parameters:
  ///   - stamped: when it was sealed, by a stamp that counts.
  ///   - moment: when it was sealed, as far as that counts.
  ///   - key: the signer's key, as the list has it.
  func standing(
    of path: ChainPath, stamped: UTCTime?, at moment: UTCTime?, key: SealKey?,
    in context: ValidationContext
  ) -> RevocationStanding {
    guard !evidence.isEmpty else { return .unknown }
    let now = context.time
    let vouched = key?.ending == .inOrder ? moment : nil
    let revoking = RevocationRule(stamp: stamped ?? vouched, now: now)
    let clearing = RevocationRule(stamp: moment, now: now)
    var isCleared = false
    for (place, links) in path.links(besides: issuers).enumerated() {
      let all = links.flatMap { self.answers(about: $0, in: context) }
      let answers = RevocationRule.settled(all, now: now)
        .map { place == 0 ? Self.answer($0, about: key) : $0 }
      if answers.contains(where: revoking.revokes) { return .revoked }
      if place == 0 { isCleared = answers.contains(where: clearing.clears) }
    }
    return isCleared ? .good : .unknown
  }

  /// Why a list that is known leaves the signer's certificate to others; nil where none does.
  func limit(of path: ChainPath, in context: ValidationContext) -> RevocationLimit? {
    path.links(besides: issuers).first?.lazy.compactMap { link in
      evidence.limit(
        for: link.certificate, issuer: link.issuer, among: context.judges(of: link).known)
    }.first
  }

  /// The date of the newest answer that the signature covers and that its issuer signed: the signature is
  /// younger.
  func newestSigned(of path: ChainPath?) -> UTCTime? {
    guard let path, !signed.isEmpty else { return nil }
    return path.links(besides: issuers).joined().flatMap { link in
      signed.responses.compactMap { $0.answer(for: link.certificate, issuer: link.issuer) }
        + signed.lists.compactMap { $0.answer(for: link.certificate, issuer: link.issuer) }
    }.map(\.thisUpdate).max()
  }

  /// A revocation that gives no reason, as the list explains it: a key whose time ended in order was
  /// revoked for order's sake. A reason that is given stands.
  private static func answer(_ answer: OCSPAnswer, about key: SealKey?) -> OCSPAnswer {
    guard key?.ending == .inOrder, case .revoked(let time, let reason) = answer.status,
      reason ?? unspecified == unspecified
    else { return answer }
    var answer = answer
    answer.status = .revoked(at: time, reason: cessation)
    return answer
  }

  /// `unspecified` and `cessationOfOperation` (RFC 5280 §5.3.1).
  private static let unspecified = 0
  private static let cessation = 5

  /// OCSP responses and revocation lists, as far as they can be read.
  struct Answers: Sendable {
    let responses: [OCSPResponse]
    let lists: [RevocationList]

    /// None.
    static let none = Answers(responses: [], lists: [])

    /// What a document's security store holds of them.
    init(_ data: ValidationData) {
      self.init(responses: data.responses, lists: data.revocationLists)
    }

    init(responses: [[UInt8]], lists: [[UInt8]]) {
      self.responses = responses.compactMap { try? OCSPResponse(der: $0) }
      self.lists = lists.compactMap { try? RevocationList(der: $0) }
    }
  }
}
