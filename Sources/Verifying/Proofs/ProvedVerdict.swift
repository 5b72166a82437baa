/// A verdict together with what proves the active signer that it speaks of.
package struct ProvedVerdict: Sendable {
  /// The verdict.
  package let verdict: Verdict
  /// What proves its active signer; nil when nothing does.
  package let proofs: SigningProofs?

  /// A verdict with its proofs, if there are any.
  init(_ verdict: Verdict, _ proofs: SigningProofs? = nil) {
    self.verdict = verdict
    self.proofs = proofs
  }
}
