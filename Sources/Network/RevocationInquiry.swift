package import BroadsealOpenSSL
import Synchronization

/// Asks those whom certificates name about their revocation, each certificate once a run.
///
/// A class because the workers of a run share what was answered; it is only touched under a lock.
package final class RevocationInquiry: Sendable {
  /// One kind of question.
  package enum Kind: Sendable {
    /// The responders that certificates name.
    case ocsp
    /// The revocation lists that certificates name.
    case crl
  }

  private let kinds: Set<Kind>
  private let reach: NetworkReach
  private let authorities: KnownAuthorities
  private let known = Mutex<[Certificate: [OCSPAnswer]]>([:])

  /// Seconds for one question.
  private static let timeout = 10
  /// Addresses of one kind that are tried for one certificate.
  private static let maximumAddresses = 2

  private let tell: @Sendable (_ address: String, HTTPError) -> Void

  /// An inquiry of these kinds.
  ///
  /// - Parameters:
  ///   - reach: whom it may ask.
  ///   - authorities: certificates of lists and anchors: an issuer may have signed its list with another key.
  ///   - tell: told, on whichever worker asks, who gave no answer and why.
  package init(
    _ kinds: Set<Kind>, reach: NetworkReach, authorities: [Certificate] = [],
    tell: @escaping @Sendable (_ address: String, HTTPError) -> Void
  ) {
    self.kinds = kinds
    self.reach = reach
    self.authorities = KnownAuthorities(given: authorities)
    self.tell = tell
  }

  /// What is answered about `certificate`; nothing when nobody answers, which is said.
  ///
  /// The lock is held meanwhile, so that many files of one signer ask once.
  package func answers(for certificate: Certificate, issuer: Certificate) -> [OCSPAnswer] {
    known.withLock { known in
      if let answers = known[certificate] { return answers }
      let answers = ask(certificate, issuer)
      known[certificate] = answers
      return answers
    }
  }

  private func ask(_ certificate: Certificate, _ issuer: Certificate) -> [OCSPAnswer] {
    let reply = reply(about: certificate, issuer: issuer)
    return [reply?.answer(for: certificate, issuer: issuer, among: authorities)]
      .compactMap(\.self)
  }

  /// The first reply that proves something about `certificate`; nil when nobody gives one, which is said.
  /// Whoever keeps it asks once.
  package func reply(about certificate: Certificate, issuer: Certificate) -> RevocationReply? {
    if kinds.contains(.ocsp) {
      for address in certificate.ocspAddresses.prefix(Self.maximumAddresses) {
        do throws(HTTPError) {
          return .response(
            try OCSPClient.ask(try client(address), about: certificate, issuer: issuer))
        } catch { tell(address, error) }
      }
    }
    if kinds.contains(.crl) {
      for address in certificate.crlAddresses.prefix(Self.maximumAddresses) {
        do throws(HTTPError) {
          let bytes = try client(address).get(maximum: RevocationList.maximumSize)
          guard let list = try? RevocationList(bytes) else {
            throw HTTPError(.answer, "there is no revocation list")
          }
          switch list.reading(of: certificate, issuer: issuer, among: authorities) {
          case .said: return .list(list)
          case .silent(let limit): throw HTTPError(.answer, limit.consequence)
          case .strange, .unproved:
            throw HTTPError(.answer, "the revocation list is not the issuer's")
          }
        } catch { tell(address, error) }
      }
    }
    return nil
  }

  private func client(_ address: String) throws(HTTPError) -> HTTPClient {
    HTTPClient(try HTTPAddress(address), timeout: Self.timeout, reach: reach)
  }
}
