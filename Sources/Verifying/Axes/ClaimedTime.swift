import BroadsealBytes
import BroadsealProvenance

/// When the signer says it acted; nobody vouches for it.
enum ClaimedTime {
  /// The latest time that the signature itself (`iat`) or the signer's own actions state; nil when
  /// they state none.
  static func time(of manifest: ProvedManifest) -> UTCTime? {
    let actions = manifest.assertions.filter(\.isCreated).compactMap(\.actions)
      .flatMap(\.actions).compactMap { $0.when?.time ?? $0.whenEnd?.time }
    return (actions + [manifest.signature.claimedTime].compactMap(\.self)).max()
  }
}
