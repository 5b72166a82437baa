package import BroadsealBytes

/// Whether a list believes in a service (ServiceStatus of ETSI TS 119 602).
package enum ServiceStatus: Hashable, Sendable {
  /// Believed.
  case granted
  /// Not believed any more.
  case withdrawn
  /// A status that the house does not know; never believed.
  case other(String)

  /// The status that `uri` stands for: ETSI TS 119 612 §5.5.4 and C2PA's trust list.
  init(uri: String) {
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
