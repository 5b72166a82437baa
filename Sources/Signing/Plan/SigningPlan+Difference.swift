package import BroadsealBytes
import BroadsealJSON

extension SigningPlan {
  /// How a run departs from the plan that was approved.
  package enum Difference: Sendable, Equatable {
    /// Another certificate signs.
    case certificate
    /// Others may approve than those whom the plan names.
    case approvers
    /// Another identity, or none, stands behind the documents.
    case identity
    /// A time stamp, or the reading back, was demanded and is not, or the reverse.
    case run
    /// The label beside the document is another, or is new, or is gone.
    case sidecar(FilePath)
    /// The document that this one was made from is another.
    case parent(FilePath)
    /// The label is another.
    case label
    /// The form, or what is said of the documents beside the label, is another.
    case options
    /// The document was not approved.
    case notPlanned(FilePath)
    /// The document was approved and is not among those to sign.
    case leftOut(FilePath)
    /// The document is not the one that was approved.
    case changed(FilePath)
    /// The documents are the same in another order, or anything else.
    case other
  }

  /// How this plan, made of a run, departs from `approved`; nil when it is the same, byte for byte.
  package func difference(from approved: SigningPlan) -> Difference? {
    guard bytes != approved.bytes else { return nil }
    if value["certificate"] != approved.value["certificate"] { return .certificate }
    if value["approvers"] != approved.value["approvers"] { return .approvers }
    if value["identity"] != approved.value["identity"] { return .identity }
    for file in files {
      guard let known = approved.files.first(where: { $0.path == file.path }) else {
        return .notPlanned(file.path)
      }
      if known.sha256 != file.sha256 || known.size != file.size { return .changed(file.path) }
      if known != file { return .sidecar(file.path) }
    }
    for known in approved.files where !files.contains(where: { $0.path == known.path }) {
      return .leftOut(known.path)
    }
    if value["label"] != approved.value["label"] { return .label }
    if let parent, approved.parent?.path == parent.path, approved.parent != parent {
      return .parent(parent.path)
    }
    if value["run"] != approved.value["run"] { return .run }
    if value["form"] != approved.value["form"] || value["document"] != approved.value["document"] {
      return .options
    }
    return .other
  }
}
