/// Labels of assertions that rules speak of (C2PA 2.4 §18.1).
enum KnownLabel {
  static let store = "c2pa.assertions"
  static let actionsV2 = "c2pa.actions.v2"
  static let softBinding = "c2pa.soft-binding"
  static let metadata = "c2pa.metadata"
  static let disclosure = "c2pa.ai-disclosure"
  static let timeStamp = "c2pa.time-stamp"
  static let official = "org.broadseal.label"
  static let claim = "c2pa.claim"
  static let claimV2 = "c2pa.claim.v2"
  static let signature = "c2pa.signature"
}
