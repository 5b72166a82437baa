package import BroadsealBytes
package import BroadsealOpenSSL

// A list in JSON may be named where anchors are: C2PA publishes its lists so, and nothing in them says what a service is
// for, since each of the two lists has a use of its own. Where a service does say it, it is an anchor for nothing else.
// A government list is none of these: its services vouch for one agency each, within a scope that is critical, and an
// anchor has no scope. Whoever names one here has mistaken the option, and is told so.

/// What anchors are for.
package enum AnchorUse: Sendable {
  /// CAs of claim signers.
  case signers
  /// Time-stamp authorities, and CAs above them.
  case timeStamps
}

extension ParsedTrustList {
  /// The certificates that the list believed in at `time`, as anchors for `use`; nil: for any.
  ///
  /// - Throws: `.malformed` for a government list, and for one that has nothing for `use`; `.stale`.
  package func anchors(for use: AnchorUse?, at time: UTCTime) throws(TrustError) -> [Certificate] {
    let services = content.services.map(\.service)
    guard !services.contains(where: \.hasScope) else {
      throw TrustError(
        .malformed, name,
        "this is a government list: its services are believed within their scopes alone, and anchors have none",
        hint:
          "--government names it, with its keys beside it; in a trust folder it stands in the folder government"
      )
    }
    guard time < content.nextUpdate else { throw .stale(self) }
    let fitting = services.filter { $0.serves(use) }
    guard !fitting.isEmpty || services.isEmpty else {
      throw TrustError(
        .malformed, name,
        use == .timeStamps
          ? "the list has no time-stamp authority" : "the list has no CA of signers",
        hint: "--anchors takes CAs of claim signers, --tsa-anchors time-stamp authorities")
    }
    return fitting.filter { $0.isGranted(at: time) }.flatMap(\.certificates)
  }
}

extension TrustedService {
  /// Whether its certificates may be anchors for `use`; those of a service that does not say what it is may be any.
  fileprivate func serves(_ use: AnchorUse?) -> Bool {
    guard let use, let type else { return true }
    switch use {
    case .signers: return type.isOne(of: .certificateAuthority)
    case .timeStamps: return type.isOne(of: .timeStampAuthority)
    }
  }
}

extension ServiceType {
  /// Whether this is `family`, or a kind of it by its URI: qualified time stamps (`…/Svctype/TSA/QTST`) are time stamps,
  /// and `…/Svctype/CA/QC` is a CA as `…/Svctype/CA/PKC` is (ETSI TS 119 612 §5.5.1).
  fileprivate func isOne(of family: ServiceType) -> Bool {
    let stem = family == .certificateAuthority ? family.uri.dropLast("/PKC".count) : family.uri[...]
    return self == family || uri.hasPrefix(stem + "/")
  }
}
