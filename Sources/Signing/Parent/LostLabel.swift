import BroadsealDocuments
import BroadsealFiles
import BroadsealProvenance

/// A label that was in a document whose structure cannot be read any more: a file that breaks off, for one.
///
/// Nobody can say of it that it holds, so it is not signed over in silence, and the new label records that it was
/// there. What is whole and uses what this version does not read (`DocumentError.refused`) is not called damaged.
enum LostLabel {
  /// What is recorded of the label that was in `document`; nil where the structure can be read, or nothing in the
  /// file looks like a label of its own: that of a picture in it goes on being the picture's.
  static func validation(of document: Document) throws(SigningError) -> RecordedValidation? {
    guard case .malformed(_, let fault)? = document.problem else { return nil }
    do throws(SourceError) {
      guard case .own = try document.trace() else { return nil }
    } catch { throw .reading(error) }
    var found = RecordedValidation(
      failure: [C2PAStatus(Status(.manifestInaccessibleMalformed, at: nil, fault.reason))])
    found.objection = "it carries what looks like a label, which cannot be read: \(fault.reason)"
    return found
  }
}
