package import BroadsealBytes
package import BroadsealOpenSSL

extension TrustStore {
  /// Every certificate that was given, of lists and of anchors: of use for finding who issued what, and no
  /// reason to believe anybody.
  package func authorities(at time: UTCTime) throws(TrustError) -> [Certificate] {
    var found =
      try TrustStore.certificates(of: claimAnchors, for: .signers, at: time)
      + TrustStore.certificates(of: tsaAnchors, for: .timeStamps, at: time)
    for item in lists {
      let list = try ParsedTrustList(parsing: item.list.bytes, name: item.list.name)
      found += list.certificates(grantedAt: time)
    }
    return found
  }
}
