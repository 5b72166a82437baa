/// What a listed service does (ServiceTypeIdentifier of ETSI TS 119 602, terms of TS 119 612 §5.5.1).
package enum ServiceType: Hashable, Sendable {
  /// A CA that issues certificates of signers.
  case certificateAuthority
  /// A time-stamping authority, or the CA above one.
  case timeStampAuthority
  /// Anything else; it grants nothing.
  case other(String)

  init(uri: String) {
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
