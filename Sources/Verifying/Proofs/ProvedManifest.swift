import BroadsealNotes
import BroadsealProvenance

/// A manifest whose claim signature holds and whose assertions all match their hashes: somebody
/// really stated all of this. Who that is, and whether the file is the one it was stated of, is
/// proved elsewhere.
///
/// A class, because every condition looks at it and it never changes.
final class ProvedManifest: Sendable {
  /// The manifest's label.
  let label: String
  /// Its claim.
  let claim: Claim
  /// Its signature, with the certificate whose key made it.
  let signature: ProvedSignature
  /// Its assertions, in the order of the claim.
  let assertions: [ProvedAssertion]
  /// What the house's own label says.
  let labelReading: LabelReading
  /// Where its parts stand.
  let place: Place

  /// Nil when an assertion is missing, changed, undeclared or outside the manifest.
  init?(_ subject: ManifestSubject, signature: ProvedSignature, log: StatusLog) {
    guard !log.entries.contains(where: { $0.code.effect.disprovesManifest }) else {
      return nil
    }
    label = subject.manifest.label
    claim = subject.claim
    self.signature = signature
    assertions = subject.assertions
    labelReading = LabelReading(subject.assertions)
    place = subject.place
  }
}
