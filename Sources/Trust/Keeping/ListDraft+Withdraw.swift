package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

extension ListDraft {
  /// What a keeper withdraws, as he has it at hand.
  package enum Withdrawn: Hashable, Sendable {
    /// The key of a certificate.
    case certificate(Certificate)
    /// A key: SHA-256 of its SubjectPublicKeyInfo, lower-case hexadecimal.
    case key(String)
    /// A certificate that the agency's CA issued, by its number: hexadecimal.
    case serial(String)
  }

  /// Takes the worth of signatures away from `since` on: an entry of `invalidSince`.
  ///
  /// - Parameter agency: at whose entry it stands; nil: at the one that has the key, or whose CA issued
  ///   the certificate.
  /// - Throws: when no service or no single one is meant, or when the draft says as much already.
  package mutating func withdraw(
    _ what: Withdrawn, agency: String?, since: UTCTime, reason: Invalidation.Reason
  ) throws(TrustError) {
    let place = try place(of: what, agency: agency)
    let invalidation = Invalidation(
      subject(of: what, at: place), date: since, reason: reason)
    let known = content.services.flatMap { entry in
      entry.service.withdrawals.filter {
        invalidation.isSubject(of: $0, within: entry.service == service(place))
      }
    }
    if let known = known.first(where: { $0.says(invalidation) }) {
      throw refusal(
        "it is withdrawn already, since \(known.date.rfc3339) for \(known.reason.rawValue)")
    }
    let scope = service(place).scopeExtension
    let name = scope ?? TrustedService.invalidityExtension
    let path = ListDraft.path(of: place) + [.member("ServiceInformation")]
    try edit(path) { information in
      let extensions = information["ServiceInformationExtensions"]?.array ?? []
      guard let number = extensions.firstIndex(where: { $0[name] != nil }) else {
        return information.appending(
          .object(Object([(name, .array([invalidation.asValue])), ("critical", true)])),
          to: "ServiceInformationExtensions")
      }
      return information.editing([.member("ServiceInformationExtensions"), .element(number)]) {
        name == scope
          ? $0.editing([.member(name)]) { $0.appending(invalidation.asValue, to: "invalidSince") }
          : $0.appending(invalidation.asValue, to: name)
      }
    }
  }

  private func place(of what: Withdrawn, agency: String?) throws(TrustError) -> Place {
    let own = try agency.map { id throws(TrustError) in try places(ofAgency: id) }
    let isOwn: (Place) -> Bool = { own?.contains($0) ?? true }
    switch what {
    case .certificate(let certificate):
      let digest = certificate.publicKey.spkiSHA256
      return try one(
        places { $0.names(key: digest) }.filter(isOwn),
        else: places { $0.certificates.contains(where: certificate.isIssued) }.filter(isOwn), own)
    case .key(let digest):
      return try one(places { $0.names(key: digest) }.filter(isOwn), else: [], own)
    case .serial:
      guard let own else {
        throw refusal(
          "a number means nothing without its CA", hint: "--agency ID says whose CA issued it")
      }
      guard let place = own.first, own.count == 1 else {
        throw refusal(
          "the agency has \(own.count) services, and a number holds at one of them",
          hint: "--certificate FILE withdraws the key of the certificate itself")
      }
      return place
    }
  }

  /// The one place that is meant: of those that have the key, else of those that issued its certificate,
  /// else of the agency's.
  private func one(
    _ first: [Place], else second: [Place], _ own: [Place]?
  ) throws(TrustError) -> Place {
    let found = first.isEmpty ? second : first
    if let place = found.first, found.count == 1 || own != nil { return place }
    // Wherever a key stands withdrawn it is withdrawn; so the agency's first entry serves as well.
    if found.isEmpty, let place = own?.first { return place }
    throw refusal(
      found.isEmpty
        ? "no service on the draft has this key or issued its certificate"
        : "\(found.count) services on the draft have this key or issued its certificate",
      hint: "--agency ID says at whose entry the withdrawal is to stand")
  }

  private func subject(of what: Withdrawn, at place: Place) -> Invalidation.Subject {
    let digest: String
    switch what {
    case .certificate(let certificate): digest = certificate.publicKey.spkiSHA256
    case .key(let key): digest = key
    case .serial(let number): return .serial(Invalidation.canonical(serial: number))
    }
    let isAuthority = content.services.contains { entry in
      entry.service.type == .certificateAuthority
        && entry.service.certificates.contains { $0.publicKey.spkiSHA256 == digest }
    }
    return isAuthority ? .authority(digest) : .key(digest)
  }
}

extension Invalidation {
  /// Whether `other` withdraws the same; a number only `within` the same service.
  fileprivate func isSubject(of other: Invalidation, within isSame: Bool) -> Bool {
    keyDigest.map { $0 == other.keyDigest } ?? (isSame && subject == other.subject)
  }

  /// Whether this takes all the worth that `other` takes, of the same key or number.
  func says(_ other: Invalidation) -> Bool {
    date <= other.date && (reason.isCompromise || !other.reason.isCompromise)
  }
}
