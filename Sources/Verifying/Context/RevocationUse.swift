package import BroadsealOpenSSL
import Synchronization

/// What became of the answers that a run was given: whoever gives one wants to know that it served for nothing.
///
/// A class because the workers of a run share it; it is only touched under a lock.
final class RevocationUse: Sendable {
  private let found = Mutex<[ObjectIdentifier: UnusedAnswer.Cause]>([:])
  private let used = Mutex<Set<ObjectIdentifier>>([])

  /// An answer that said something of a certificate.
  func note(_ answer: AnyObject) {
    guard !SignatureBudget.isSpent else { return }
    let name = ObjectIdentifier(answer)
    used.withLock { _ = $0.insert(name) }
  }

  /// An answer that said nothing of a certificate, and why; the cause that is nearest to saying something is kept.
  func note(_ answer: AnyObject, _ cause: UnusedAnswer.Cause) {
    guard !SignatureBudget.isSpent else { return }
    let name = ObjectIdentifier(answer)
    found.withLock { found in
      if found[name].map({ $0.nearness < cause.nearness }) ?? true { found[name] = cause }
    }
  }

  /// Why an answer served for nothing; nil where it served, and where nobody asked anything.
  func cause(of answer: AnyObject) -> UnusedAnswer.Cause? {
    let name = ObjectIdentifier(answer)
    guard !used.withLock({ $0.contains(name) }) else { return nil }
    return found.withLock { $0[name] }
  }
}

/// An answer that was given and that served for nothing.
package struct UnusedAnswer: Hashable, Sendable {
  /// Why.
  package enum Cause: Hashable, Sendable {
    /// It is about none of the certificates that were asked about.
    case strange
    /// It is about one of them, or bears the name of its issuer, and nobody known signed it who may.
    case unproved
    /// It does not name any of them, and does not say that they are good.
    case silent(RevocationLimit)

    /// The cause in lower case, without a full stop.
    package var explanation: String {
      switch self {
      case .strange: "it is about no certificate that was asked about"
      case .unproved: "nobody signed it who is known here to speak for its issuer"
      case .silent(let limit): limit.explanation
      }
    }

    fileprivate var nearness: Int {
      switch self {
      case .strange: 0
      case .unproved: 1
      case .silent: 2
      }
    }
  }

  /// Whether it is a revocation list, and not an OCSP response.
  package let isList: Bool
  /// Its place among those of its kind, in the order in which they were given.
  package let place: Int
  /// Why it served for nothing.
  package let cause: Cause
}
