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
      subject(of: what, at: place), date: since, reason: reason, certificate: brought(by: what))
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
        [
          places { $0.names(key: digest) },
          places { $0.certificates.contains(where: certificate.isIssued) },
          places { $0.certificates.contains { $0.isIssued(by: certificate) } },
        ].map { $0.filter(isOwn) }, own)
    case .key(let digest):
      return try one([places { $0.names(key: digest) }.filter(isOwn)], own)
    case .serial(let number):
      guard let own else {
        throw refusal(
          "a number means nothing without its CA", hint: "--agency ID says whose CA issued it")
      }
      guard let place = own.first, own.count == 1 else {
        throw refusal(
          "the agency has \(own.count) services, and a number holds at one of them",
          hint: "--certificate FILE withdraws the key of the certificate itself")
      }
      try require(Invalidation.canonical(serial: number), at: service(place))
      return place
    }
  }

  /// Refuses a number that takes nothing at `service`, or something else than is meant.
  private func require(_ number: String, at service: TrustedService) throws(TrustError) {
    let own = service.certificates.filter {
      Invalidation.canonical(serial: $0.serialHex) == number
    }
    if service.hasScope, own.contains(where: { $0.isCA && !$0.isSelfSigned }) {
      throw refusal(
        "this is the number of the CA's own certificate, and a number says what the CA itself issued",
        hint:
          "--certificate FILE with the CA's certificate withdraws the CA; with one that it issued, that one's key"
      )
    }
    guard own.isEmpty, !service.certificates.contains(where: \.isCA) else { return }
    throw refusal(
      "the service issues no certificates, and none of its own has this number",
      hint: "--certificate FILE withdraws the key of the certificate itself")
  }

  /// The one place that is meant: of those that have the key, else of those that issued its certificate, else of
  /// those whose certificates it issued, else of the agency's.
  private func one(_ ranks: [[Place]], _ own: [Place]?) throws(TrustError) -> Place {
    let found = ranks.first { !$0.isEmpty } ?? []
    if let place = found.first, found.count == 1 || own != nil { return place }
    // Wherever a key stands withdrawn it is withdrawn; so the agency's first entry serves as well.
    if found.isEmpty, let place = own?.first { return place }
    // A CA that certified several of them is withdrawn for all, wherever it says so.
    if let place = found.first, found == ranks.last, ranks.count > 2 { return place }
    throw refusal(
      found.isEmpty
        ? "no service on the draft has this key, issued its certificate, or was certified by it"
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
    return isAuthority || brought(by: what) != nil ? .authority(digest) : .key(digest)
  }

  /// The certificate that the withdrawal brings to the readers: that of a CA that does not stand on the draft. Whom
  /// its key certified, a digest does not tell, and most readers have no certificate of a CA above the listed ones.
  private func brought(by what: Withdrawn) -> Certificate? {
    guard case .certificate(let certificate) = what, certificate.isCA else { return nil }
    let isListed = content.services.contains { entry in
      entry.service.certificates.contains { $0.publicKey == certificate.publicKey }
    }
    return isListed ? nil : certificate
  }
}

extension Invalidation {
  /// Whether `other` withdraws the same; a number only `within` the same service.
  fileprivate func isSubject(of other: Invalidation, within isSame: Bool) -> Bool {
    keyDigest.map { $0 == other.keyDigest } ?? (isSame && subject == other.subject)
  }

  /// Whether this takes all the worth that `other` takes, of the same key or number.
  func says(_ other: Invalidation) -> Bool {
    (certificate != nil || other.certificate == nil)
      && date <= other.date && (reason.isCompromise || !other.reason.isCompromise)
  }
}
