import TestSupport

/// Whom a run of a test believes.
enum Trusting: Sendable {
  case nobody, demo, anchors, missingList

  /// The options that say so.
  func options(_ desk: Desk) -> [String] {
    switch self {
    case .nobody: []
    case .demo: desk.trust
    case .anchors:
      [
        "--anchors", desk.scratch("keys/trust/anchors.pem"),
        "--tsa-anchors", desk.scratch("keys/trust/tsa.pem"),
      ]
    case .missingList: ["--government", desk.scratch("nowhere.json")]
    }
  }
}
