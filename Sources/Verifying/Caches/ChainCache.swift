import BroadsealOpenSSL
import Synchronization

/// What was found out about certificate chains, shared by the workers of one run.
///
/// An audit meets the same signer thousands of times. What is kept depends on nothing but the key:
/// parsed certificates on the chain's digest, a path on the chain's digest and the anchors.
final class ChainCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// The most entries that are kept; when full, everything is dropped. Bounds the memory that a
  /// folder of files with a chain each can take.
  static var maximumCount: Int { 4_096 }

  private let entries = Mutex<[Key: Value]>([:])

  /// The value for `key`: the kept one, or what `make` finds, which is then kept.
  ///
  /// Two workers may find out the same thing at the same time; nobody waits for a signature check.
  func value(for key: Key, _ make: () -> Value) -> Value {
    if let kept = entries.withLock({ $0[key] }) { return kept }
    let made = make()
    entries.withLock { entries in
      if entries.count >= ChainCache.maximumCount { entries.removeAll(keepingCapacity: true) }
      entries[key] = made
    }
    return made
  }
}
