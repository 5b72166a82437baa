import BroadsealNotes
import BroadsealProvenance

/// The manifest has one claim that can be read (C2PA 2.4 §15.6).
enum ClaimCheck {
  /// The claim; nil when it is missing, doubled or malformed.
  static func run(_ manifest: Manifest, into log: inout StatusLog) -> Claim? {
    switch manifest.claim {
    case .success(let claim): return claim
    case .failure(let problem):
      log.add(problem.code, at: Place(manifest: manifest.label).manifest, problem.reason)
      return nil
    }
  }
}
