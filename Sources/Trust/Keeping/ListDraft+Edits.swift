package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

extension ListDraft {
  /// Ends services in good order: `withdrawn` from a moment on, with a history that keeps when they were
  /// granted, so that what was signed until then stays official.
  ///
  /// - Parameters:
  ///   - agency: whose services end; nil: those that have `certificate`.
  ///   - certificate: the services that have this one.
  package mutating func retire(
    agency: String?, certificate: Certificate? = nil, from: UTCTime
  ) throws(TrustError) {
    let meant = try places(ofAgency: agency, with: certificate)
    let granted = meant.filter { service($0).current.status == .granted }
    guard !granted.isEmpty else {
      throw refusal("nothing is left to end: what is meant is withdrawn already")
    }
    for place in granted {
      if let start = service(place).current.start, start >= from {
        throw refusal(
          "the service was granted on \(start.rfc3339), and would never have been",
          hint: "--from takes a later moment; trust withdraw takes the worth of what was signed")
      }
      let status = service(place).current
      try edit(ListDraft.path(of: place)) { service in
        ListDraft.ended(service, status, from)
      }
    }
  }

  /// Takes services off the draft, as if they had never stood there; an organisation without any goes with them.
  ///
  /// That is for what was put there by mistake and never published: of a published list it is a loss.
  ///
  /// - Parameters:
  ///   - agency: whose services go; nil: those that have `certificate`.
  ///   - certificate: the services that have this one.
  package mutating func remove(
    agency: String?, certificate: Certificate? = nil
  ) throws(TrustError) {
    let meant = try places(ofAgency: agency, with: certificate)
    try edit([.member("LoTE")]) { list in
      let entities = (list["TrustedEntitiesList"]?.array ?? []).enumerated()
      let left = entities.compactMap { number, entity -> Value? in
        let services = (entity["TrustedEntityServices"]?.array ?? []).enumerated()
          .filter { !meant.contains(Place(entity: number, service: $0.offset)) }.map(\.element)
        guard meant.contains(where: { $0.entity == number }) else { return entity }
        return services.isEmpty
          ? nil : entity.setting("TrustedEntityServices", to: .array(services))
      }
      return left.isEmpty
        ? list.removing(["TrustedEntitiesList"])
        : list.setting("TrustedEntitiesList", to: .array(left))
    }
  }

  /// The places of the services of an agency, of those that have a certificate, or of both at once.
  ///
  /// - Throws: where there is none.
  private func places(
    ofAgency id: String?, with certificate: Certificate?
  ) throws(TrustError) -> [Place] {
    let own =
      try id.map { id throws(TrustError) in try places(ofAgency: id) } ?? places { _ in true }
    guard let certificate else { return own }
    let meant = own.filter { service($0).certificates.contains(certificate) }
    guard !meant.isEmpty else { throw refusal("no such service has this certificate") }
    return meant
  }

  /// `service` withdrawn from `moment` on, with its `status` until then in the history.
  private static func ended(_ service: Value, _ status: StatusPeriod, _ moment: UTCTime) -> Value {
    let information = service["ServiceInformation"] ?? .null
    var past: [(String, Value)] = []
    for key in ["ServiceName", "ServiceDigitalIdentity", "ServiceTypeIdentifier"] {
      if let member = information[key] { past.append((key, member)) }
    }
    // A status without a beginning held from ever; the history wants a date.
    let start = status.start ?? UTCTime(secondsSinceEpoch: 0)
    past += [
      ("ServiceStatus", .string(status.status.uri)),
      ("StatusStartingTime", .string(start.rfc3339)),
    ]
    return service.editing([.member("ServiceInformation")]) {
      $0.setting("ServiceStatus", to: .string(ServiceStatus.withdrawn.uri))
        .setting("StatusStartingTime", to: .string(moment.rfc3339))
    }.appending(.object(Object(past)), to: "ServiceHistory")
  }

  /// Puts a renewed certificate beside those of a service: the agency's, or a time-stamp authority's.
  ///
  /// - Returns: the certificates that the service had, of which one may be another authority's.
  /// - Throws: when it stands there already, or when it is not told which of several services is meant.
  package mutating func renew(
    _ certificate: Certificate, agency: String?
  ) throws(TrustError) -> [Certificate] {
    let own =
      try agency.map { id throws(TrustError) in try places(ofAgency: id) }
      ?? places { $0.type == .timeStampAuthority }
    let granted = own.filter { service($0).current.status == .granted }
    guard !granted.contains(where: { service($0).certificates.contains(certificate) }) else {
      throw refusal("the certificate stands there already")
    }
    let named = granted.filter {
      service($0).certificates.contains { $0.subject == certificate.subject }
    }
    let meant = named.isEmpty && agency != nil ? granted : named
    guard let place = meant.first, meant.count == 1 else {
      throw refusal(
        meant.isEmpty
          ? "no granted service has a certificate of the same name"
          : "\(meant.count) services have a certificate of the same name, or may be meant",
        hint: "trust add makes a service of its own for it")
    }
    let former = service(place).certificates
    let path =
      ListDraft.path(of: place) + [
        .member("ServiceInformation"), .member("ServiceDigitalIdentity"),
      ]
    try edit(path) {
      $0.appending(["val": .string(Base64.encode(certificate.der))], to: "X509Certificates")
    }
    return former
  }

  /// Names the keys that sign the list from this number on.
  ///
  /// - Parameter address: where this number of the list will stay, for readers who come late.
  /// - Throws: for keys of another scheme, and when the list names them already.
  package mutating func rotate(
    to keys: ListKeys, address: String?
  ) throws(TrustError) {
    guard let scheme = content.scheme, PlainText.isSame(scheme, keys.scheme) else {
      throw TrustError(
        .wrongScheme, name, "the keys are those of \(keys.scheme), not of this list",
        hint: "the line \"scheme:\" of the keys file takes the list's English SchemeName")
    }
    guard content.nextKeys?.fingerprint != keys.fingerprint else {
      throw refusal("the list names these keys already")
    }
    let changes =
      content.keyChanges.filter { $0.number != content.sequence }
      + [KeyChange(number: content.sequence, address: address)]
    let items: [(name: String, value: Value)] = [
      (TrustListContent.nextKeysExtension, keys.asValue),
      (KeyChange.extensionName, .array(changes.suffix(KeyChange.maximum).map(\.asValue))),
    ]
    try edit(ListDraft.scheme) { scheme in
      items.reduce(scheme) { scheme, item in
        let extensions = scheme["SchemeExtensions"]?.array ?? []
        guard let place = extensions.firstIndex(where: { $0[item.name] != nil }) else {
          return scheme.appending(
            .object(Object([(item.name, item.value)])), to: "SchemeExtensions")
        }
        return scheme.editing([.member("SchemeExtensions"), .element(place)]) {
          $0.setting(item.name, to: item.value)
        }
      }
    }
  }
}
