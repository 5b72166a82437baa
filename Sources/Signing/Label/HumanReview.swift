public import BroadsealBytes

/// Who reviewed a document before it was issued, when, and which version of it: by role, never by name.
public struct HumanReview: Sendable, Hashable {
  /// Role of the reviewer.
  public var role: String
  /// When it was reviewed; nil where that is not said.
  public var time: UTCTime?
  /// The version that was reviewed: a number, a file's name, a digest; nil where that is not said.
  public var version: String?

  /// A review as the agency's records hold it.
  public init(role: String, time: UTCTime? = nil, version: String? = nil) {
    self.role = role
    self.time = time
    self.version = version
  }
}

extension HumanReview {
  /// Throws when the review cannot stand in a label.
  func check() throws(SigningError) {
    try LabelText.check(role, "reviewer's role")
    try LabelText.check(version, "reviewed version")
  }
}
