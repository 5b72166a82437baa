import BroadsealBytes
import BroadsealNotes
import BroadsealProvenance

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
