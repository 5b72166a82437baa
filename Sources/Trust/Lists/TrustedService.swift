package import BroadsealBytes
package import BroadsealOpenSSL

/// One service of a trusted entity: certificates, how long they were believed in, and for what.
package struct TrustedService: Hashable, Sendable {
  /// What the service is called.
  package let names: LocalizedText
  /// `ServiceTypeIdentifier`; nil in lists that do not say, as C2PA's.
  package let type: ServiceType?
  /// `ServiceDigitalIdentity.X509Certificates`: each is an anchor.
  package let certificates: [Certificate]
  /// The status now.
  package let current: StatusPeriod
  /// Earlier statuses, in the order of the list.
  package let history: [StatusPeriod]
  /// For whom it speaks; nil: it can never make a document official.
  package let scope: Scope?
  /// Whose PDF signatures it vouches for; nil: nobody's. It has no other scope then.
  package let seal: SealScope?
  /// What was withdrawn of a service without scope, such as a time-stamping authority.
  package let invalidSince: [Invalidation]

  /// A service; see the properties.
  package init(
    names: LocalizedText, type: ServiceType?, certificates: [Certificate], current: StatusPeriod,
    history: [StatusPeriod] = [], scope: Scope? = nil, seal: SealScope? = nil,
    invalidSince: [Invalidation] = []
  ) {
    self.seal = seal
    self.names = names
    self.type = type
    self.certificates = certificates
    self.current = current
    self.history = history
    self.scope = scope
    self.invalidSince = invalidSince
  }

  /// Whether it vouches for signers, of labels or of seals.
  var hasScope: Bool { scope != nil || seal != nil }

  /// Whether the list believed in the service at any time that it knows of.
  var wasGranted: Bool {
    !isNeverGranted && ([current] + history).contains { $0.status == .granted }
  }

  /// Whether the present status takes the trust away and has no beginning.
  var isNeverGranted: Bool { current.status != .granted && current.start == nil }

  /// Whether the list believed in the service at `time`.
  ///
  /// The status in force is the one that started last; of two that started together, any that is not
  /// `granted` wins. Before the first start nothing is believed, and a status that takes the trust away without
  /// saying since when takes it from ever: no history brings it back.
  package func isGranted(at time: UTCTime) -> Bool {
    guard !isNeverGranted else { return false }
    let begun = ([current] + history).filter { $0.start.map { $0 <= time } ?? true }
    let latest = begun.map(\.start).reduce(nil) { earlier, next in
      earlier.map { first in next.map { max(first, $0) } ?? first } ?? next
    }
    let inForce = begun.filter { $0.start == latest }
    return !inForce.isEmpty && inForce.allSatisfy { $0.status == .granted }
  }
}

/// Whether a list believes in a service (ServiceStatus of ETSI TS 119 602).
package enum ServiceStatus: Hashable, Sendable {
  /// Believed.
  case granted
  /// Not believed any more.
  case withdrawn
  /// A status that the house does not know; never believed.
  case other(String)

  /// The status that `uri` stands for: ETSI TS 119 612 §5.5.4 and C2PA's trust list.
  /// The type that a ServiceTypeIdentifier names; a URI that is not known is another.
  package init(uri: String) {
    switch uri {
    case ServiceStatus.grantedURI, "http://c2pa.org/conformance/trust-list/trusted":
      self = .granted
    case ServiceStatus.withdrawnURI, "http://c2pa.org/conformance/trust-list/untrusted":
      self = .withdrawn
    default: self = .other(uri)
    }
  }

  /// The URI as our own lists write it.
  var uri: String {
    switch self {
    case .granted: ServiceStatus.grantedURI
    case .withdrawn: ServiceStatus.withdrawnURI
    case .other(let uri): uri
    }
  }

  private static let grantedURI = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted"
  private static let withdrawnURI = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/withdrawn"
}

/// A status and the moment from which it holds.
package struct StatusPeriod: Hashable, Sendable {
  /// The status.
  package let status: ServiceStatus
  /// `StatusStartingTime`; nil: always.
  package let start: UTCTime?

  /// A status from `start` on.
  package init(_ status: ServiceStatus, from start: UTCTime?) {
    self.status = status
    self.start = start
  }
}

/// What a listed service does (ServiceTypeIdentifier of ETSI TS 119 602, terms of TS 119 612 §5.5.1).
package enum ServiceType: Hashable, Sendable {
  /// A CA that issues certificates of signers.
  case certificateAuthority
  /// A time-stamping authority, or the CA above one.
  case timeStampAuthority
  /// Anything else; it grants nothing.
  case other(String)

  /// The type that a ServiceTypeIdentifier names; a URI that is not known is another.
  package init(uri: String) {
    switch uri {
    case ServiceType.authorityURI: self = .certificateAuthority
    case ServiceType.timeStampURI: self = .timeStampAuthority
    default: self = .other(uri)
    }
  }

  var uri: String {
    switch self {
    case .certificateAuthority: ServiceType.authorityURI
    case .timeStampAuthority: ServiceType.timeStampURI
    case .other(let uri): uri
    }
  }

  private static let authorityURI = "http://uri.etsi.org/TrstSvc/Svctype/CA/PKC"
  private static let timeStampURI = "http://uri.etsi.org/TrstSvc/Svctype/TSA"
}
