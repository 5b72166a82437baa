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
  /// What became of it.
  let use: RevocationUse

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
    self.init(
      responses: responses, lists: lists, inquiry: inquiry, subject: subject, RevocationUse())
  }

  /// The same as part of something else, with whose other parts it shares what became of it.
  init(
    responses: [OCSPResponse], lists: [RevocationList], inquiry: Inquiry?, subject: Subject?,
    _ use: RevocationUse
  ) {
    self.subject = subject
    self.use = use
    self.responses = responses
    self.lists = lists
    self.inquiry = inquiry
  }

  /// The same and what was kept for one file.
  package func adding(
    _ kept: [OCSPResponse], _ keptLists: [RevocationList], of subject: Subject
  ) -> RevocationEvidence {
    RevocationEvidence(
      responses: responses + kept, lists: lists + keptLists, inquiry: inquiry, subject: subject,
      use)
  }

  /// The answers that were given, each in DER.
  package var given: [[UInt8]] { responses.map(\.der) + lists.map(\.der) }

  /// Every moment at which an answer that was given begins or ends to count; one begins to a little before its
  /// own date.
  package var dates: [UTCTime] {
    (responses.flatMap { $0.periods.flatMap { [$0.thisUpdate, $0.nextUpdate] } }
      + lists.flatMap { [$0.thisUpdate, $0.nextUpdate] }).compactMap(\.self).flatMap { date in
        [date.adding(seconds: -RevocationRule.tolerance), date]
      }
  }

  /// Whether there is anything.
  var isEmpty: Bool { responses.isEmpty && lists.isEmpty && inquiry == nil }
}

extension RevocationEvidence {
  /// Answers that were given and served for nothing in whatever was judged so far, in the order given.
  package var unused: [UnusedAnswer] {
    responses.enumerated().compactMap { place, response in
      use.cause(of: response).map { UnusedAnswer(isList: false, place: place, cause: $0) }
    }
      + lists.enumerated().compactMap { place, list in
        use.cause(of: list).map { UnusedAnswer(isList: true, place: place, cause: $0) }
      }
  }
}
