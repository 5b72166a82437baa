import BroadsealOpenSSL
import BroadsealTrust

extension TrustContext {
  /// The places on government lists that `chain` (signer first, anchor last) leads to, the best
  /// match first: entries without mismatch, then in the order of the lists.
  func governmentEntries(forChain chain: [Certificate]) -> [GovernmentEntry] {
    government.flatMap { $0.entries(forChain: chain) }
      .map { ($0, $0.mismatches(chain: chain).count) }.enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
  }
}
