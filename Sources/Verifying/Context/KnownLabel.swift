/// Labels of assertions that rules speak of (C2PA 2.4 §18.1).
enum KnownLabel {
  static let store = "c2pa.assertions"
  static let softBinding = "c2pa.soft-binding"
  static let metadata = "c2pa.metadata"
  static let disclosure = "c2pa.ai-disclosure"
  static let timeStamp = "c2pa.time-stamp"
  static let official = "org.broadseal.label"
  static let claim = "c2pa.claim"
  static let signature = "c2pa.signature"
}

/// Names of actions that rules speak of (C2PA 2.4 §18.15.2).
enum ActionName {
  static let created = "c2pa.created"
  static let opened = "c2pa.opened"
  static let placed = "c2pa.placed"
  static let removed = "c2pa.removed"
  static let deleted = "c2pa.deleted"
  static let transcoded = "c2pa.transcoded"
  static let repackaged = "c2pa.repackaged"
  static let redacted = "c2pa.redacted"
  static let translated = "c2pa.translated"
  static let watermarked = "c2pa.watermarked"
  static let watermarkedBound = "c2pa.watermarked.bound"
  /// The actions that an update manifest may record (C2PA 2.4 §11.2.3).
  static let allowedInUpdate: Set<String> = [
    "c2pa.edited.metadata", opened, "c2pa.published", redacted,
  ]
}
