public import BroadsealBytes

/// Who approved a document, by role and record, never by name.
public struct Approval: Sendable, Hashable {
  /// Role of the approver.
  public var role: String
  /// Record of the approval: a file number.
  public var record: String
  /// When it was approved.
  public var time: UTCTime

  /// An approval as the agency's records hold it.
  public init(role: String, record: String, time: UTCTime) {
    self.role = role
    self.record = record
    self.time = time
  }
}
