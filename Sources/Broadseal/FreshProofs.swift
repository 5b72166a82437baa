import BroadsealVerifying
import Synchronization

/// What the reading of fresh outputs proved, by the label of their active manifests, until somebody takes
/// it: evidence then costs no further reading.
///
/// A class because the workers of a run share it; it is only touched under a lock.
package final class FreshProofs: Sendable {
  /// What one reading proved.
  package struct Entry: Sendable {
    /// SHA-256 of the document that the label belongs to, in hex.
    package let document: String
    /// What proves the signer.
    package let proofs: SigningProofs
  }

  private let entries = Mutex<[String: Entry]>([:])

  /// Nothing yet.
  package init() {}

  /// What was proved of the output whose active manifest bears the label `manifest`; it is handed out
  /// once.
  package func take(_ manifest: String) -> Entry? {
    entries.withLock { $0.removeValue(forKey: manifest) }
  }

  /// Keeps what `judged` proves, if it is an intact document.
  func add(_ judged: ProvedVerdict) {
    guard let entry = Entry(judged) else { return }
    entries.withLock { $0[entry.proofs.manifest] = entry }
  }
}

extension FreshProofs.Entry {
  /// What `judged` proves; nil unless the document is intact and its signer proved.
  package init?(_ judged: ProvedVerdict) {
    guard let proofs = judged.proofs, let document = judged.verdict.sha256,
      judged.verdict.integrity == .intact
    else { return nil }
    self.init(document: document, proofs: proofs)
  }
}
