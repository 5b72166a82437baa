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
      trust: try SeenLists.context(try profile.trust(), at: now, isPast: false), at: now)
    self.init(verifier, demand: demand, mayLackStamp: mayLackStamp)
  }
}
