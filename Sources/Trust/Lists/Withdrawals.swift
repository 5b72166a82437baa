package import BroadsealBytes
package import BroadsealOpenSSL

/// Everything that the lists of a run have withdrawn.
///
/// A withdrawal names a key, and a key has lost its worth wherever it is met. So it holds whichever
/// entry of whichever given list says it, for signers, CAs, roots and time-stamping authorities alike,
/// and for every certificate that vouches for a signature on whatever way. A number is another matter:
/// every CA counts its certificates for itself, so that a number holds below the service that names it.
/// A CA above those on the lists is known by the certificate that the withdrawal brings, or by anybody's.
/// The key is meant, and not the form in which it was written: one key has several digests.
/// A key of seals that ended `compromised` is withdrawn from its end on, as if `invalidSince` said so.
package struct Withdrawals: Sendable {
  /// A withdrawal by number, and the service that it stands at.
  private struct Numbered: Sendable {
    let invalidation: Invalidation
    let service: TrustedService
  }

  private let keys: [String: [Invalidation]]
  private let numbers: [String: [Numbered]]

  /// What `lists` have withdrawn, in whatever order they come.
  package init(_ lists: [GovernmentTrustList]) {
    var keys: [String: [Invalidation]] = [:]
    var numbers: [String: [Numbered]] = [:]
    for service in lists.flatMap({ $0.content.services.map(\.service) }) {
      for invalidation in service.withdrawals {
        switch invalidation.subject {
        case .key(let digest), .authority(let digest):
          keys[digest, default: []].append(invalidation)
        case .serial(let number):
          numbers[number, default: []].append(
            Numbered(invalidation: invalidation, service: service))
        }
      }
    }
    self.keys = keys
    self.numbers = numbers
  }

  /// Whether nothing was withdrawn.
  package var isEmpty: Bool { keys.isEmpty && numbers.isEmpty }

  /// The withdrawal that takes a signature's worth; nil when none does.
  ///
  /// - Parameters:
  ///   - certificates: the signer's, and every one that vouches for it on whatever way.
  ///   - time: the trusted time of the signature; nil: there is none, and any withdrawal takes it.
  package func withdrawal(
    from certificates: some Sequence<Certificate>, signedAt time: UTCTime?
  ) -> Invalidation? {
    first(about: certificates) { invalidation in time.map { $0 >= invalidation.date } ?? true }
  }

  /// The withdrawal that takes the worth of a time stamp of `time`; nil when none does.
  ///
  /// Whoever holds a stolen key of an authority writes any time with it, so that what the stamp says
  /// does not count then: a compromise takes the stamps of every time. They need other evidence.
  package func withdrawal(
    fromStampBy certificates: some Sequence<Certificate>, at time: UTCTime
  ) -> Invalidation? {
    first(about: certificates) { $0.reason.isCompromise || time >= $0.date }
  }

  /// Whether somebody else may hold the key of one of `certificates`, by any list's word: nothing that was signed
  /// with it then proves that all is well, whenever it says that it was made.
  package func tellCompromise(of certificates: some Sequence<Certificate>) -> Bool {
    first(about: certificates) { $0.reason.isCompromise } != nil
  }

  /// The earliest of those that count, so that the order of lists and entries tells nothing.
  private func first(
    about certificates: some Sequence<Certificate>, where counts: (Invalidation) -> Bool
  ) -> Invalidation? {
    guard !isEmpty else { return nil }
    return certificates.flatMap { all(about: $0) }.filter(counts).min { first, second in
      (first.date, first.reason.rawValue) < (second.date, second.reason.rawValue)
    }
  }

  private func all(about certificate: Certificate) -> [Invalidation] {
    let number = numbers.isEmpty ? "" : Invalidation.canonical(serial: certificate.serialHex)
    let ofKey = keys.isEmpty ? [] : certificate.publicKey.names.flatMap { keys[$0] ?? [] }
    return ofKey
      + (numbers[number] ?? []).filter { numbered in
        let own = numbered.service.certificates
        return own.contains(where: certificate.isIssued)
          // A service may name the certificate that the list knows it by: a time-stamping authority's, or
          // a signer's that stands on the list itself.
          || own.contains(certificate) && numbered.service.meansOwn(certificate)
      }.map(\.invalidation)
  }
}

extension TrustedService {
  /// Whether a withdrawal by number at this service that is the number of its own `certificate` means that one.
  ///
  /// The number of a CA was given by the CA above it, which counts for itself: a short one may be that of somebody
  /// whom this CA certified. A long one is random (CA/Browser Forum, 64 bits at least) and nobody else's.
  func meansOwn(_ certificate: Certificate) -> Bool {
    !(hasScope && certificate.isCA)
      || Invalidation.canonical(serial: certificate.serialHex).utf8.count >= 16
  }
}

extension TrustedService {
  /// Everything that was withdrawn at this service, keys of seals that ended compromised among it.
  package var withdrawals: [Invalidation] {
    ((scope ?? seal?.scope)?.invalidSince ?? []) + invalidSince
      + (seal?.keys ?? []).compactMap(\.withdrawal)
  }

  /// Whether the list gives the service this key: one of its certificates has it, or it is pinned.
  package func names(key digest: String) -> Bool {
    certificates.contains { $0.publicKey.isNamed(by: digest) }
      || (scope ?? seal?.scope)?.pins.contains(digest) ?? false
  }
}

extension Invalidation {
  /// The digest of the key that it withdraws; nil when it withdraws a number.
  package var keyDigest: String? {
    switch subject {
    case .key(let digest), .authority(let digest): digest
    case .serial: nil
    }
  }
}

extension Invalidation.Reason {
  /// Whether somebody else may hold the key, so that nothing made with it can be told from his.
  var isCompromise: Bool {
    switch self {
    case .keyCompromise, .caCompromise, .unspecified: true
    case .affiliationChanged, .superseded, .cessationOfOperation, .privilegeWithdrawn: false
    }
  }
}
