package import Bytes
import JSON

extension SigningPlan {
  /// How a run departs from the plan that was approved.
  package enum Difference: Sendable, Equatable {
    /// Another certificate signs.
    case certificate
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
    for file in files {
      guard let known = approved.files.first(where: { $0.path == file.path }) else {
        return .notPlanned(file.path)
      }
      if known != file { return .changed(file.path) }
    }
    for known in approved.files where !files.contains(where: { $0.path == known.path }) {
      return .leftOut(known.path)
    }
    if value["label"] != approved.value["label"] { return .label }
    if value["form"] != approved.value["form"] || value["document"] != approved.value["document"] {
      return .options
    }
    return .other
  }
}
