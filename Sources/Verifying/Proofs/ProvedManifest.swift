import BroadsealBytes
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

/// What `org.broadseal.label` says in a proved manifest.
struct LabelReading: Sendable {
  /// The one label that the signer itself created, read; nil when there is none, several, or one
  /// that cannot be read.
  let label: BroadsealLabel?
  /// Why there is no such label.
  let fault: Note?

  /// Reads the labels among the assertions of a manifest.
  init(_ assertions: [ProvedAssertion]) {
    let labels = assertions.filter { $0.label.isOne(of: [BroadsealLabel.label]) }
    let created = labels.filter(\.isCreated)
    guard let first = created.first else {
      label = nil
      fault = labels.isEmpty ? LabelReading.missing : LabelReading.gathered
      return
    }
    guard labels.count == 1, first.label.text.isExactly(BroadsealLabel.label),
      let value = first.value, let read = try? BroadsealLabel(value)
    else {
      label = nil
      fault = labels.count == 1 ? LabelReading.malformed : LabelReading.repeated
      return
    }
    label = read
    fault = nil
  }

  /// Whether the signer itself labels the document official.
  var isOfficial: Bool { label?.origin != nil }

  private static let missing = Note(OfficialCode.noLabel)
  private static let gathered = Note(OfficialCode.gathered)
  private static let repeated = Note(OfficialCode.repeated)
  private static let malformed = Note(OfficialCode.malformed)
}
