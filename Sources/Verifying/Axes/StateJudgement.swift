import BroadsealNotes
import BroadsealProvenance

/// The state of an asset from the statuses of its manifests (C2PA 2.5 §13.3).
enum StateJudgement {
  /// The state; `failures` are those that count, from the active manifest and its ingredients.
  static func state(of active: StatusLog, failures: [Status]) -> C2PAResult.State {
    guard failures.isEmpty else { return .invalid }
    guard active.has(.claimSignatureValidated), active.has(.claimSignatureInsideValidity) else {
      return .wellFormed
    }
    return active.has(.signingCredentialTrusted) ? .trusted : .valid
  }

  /// The failures that make an asset invalid: all but an unknown signer, and but those of identity
  /// assertions, which are judged for themselves.
  static func counting(_ asset: AssetValidation) -> [Status] {
    (asset.log.failures + asset.validation.ingredients.flatMap(\.newFailures))
      .filter { !$0.code.effect.isTolerated }
  }
}
