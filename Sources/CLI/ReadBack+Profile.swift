import Broadseal
import BroadsealTrust
import BroadsealVerifying

extension ReadBack {
  /// A reading with the trust that the profile names.
  init(
    profile: IssuerProfile, demand: Demand, mayLackStamp: Bool
  ) throws(TrustError) {
    let now = SystemClock.now
    let verifier = Verifier(
      trust: try TrustState.context(try profile.trust(), at: now, isPast: false), at: now)
    self.init(verifier, demand: demand, mayLackStamp: mayLackStamp)
  }
}

extension IssuerProfile {
  /// Whom the profile believes when a result is read back.
  func trust() throws(TrustError) -> TrustStore {
    var trust = TrustStore()
    for list in lists { try trust.addGovernmentList(list) }
    for file in anchors { try trust.addClaimAnchors(file) }
    for file in tsaAnchors { try trust.addTimeStampAnchors(file) }
    return trust
  }
}
