import BroadsealBytes
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance

/// What the standard's failures mean for the first axis.
enum IntegrityJudgement {
  /// The first axis, from the failures that count.
  ///
  /// A failure that only concerns who signed, or when, leaves the bytes proved unchanged. Where no
  /// signature was proved, or no binding, nothing proves them so.
  static func integrity(
    failures: [Status], isSigned: Bool, isBound: Bool
  ) -> Integrity {
    if failures.contains(where: { $0.code.effect.altersBytes }) { return .altered }
    let concernsOnlySigner = failures.allSatisfy { $0.code.effect.onlyConcernsSigner }
    return concernsOnlySigner && isSigned && isBound ? .intact : .malformed
  }

  /// Whether a failure that was recorded says that something did not hold, rather than by whom or when
  /// it was signed, or that nobody looked.
  static func saysBroken(_ recorded: C2PAStatus) -> Bool {
    if recorded.code == brokenPDFSignature { return true }
    guard let code = recorded.known, code.kind == .failure, code != .generalError else {
      return false
    }
    return !code.effect.onlyConcernsSigner && !code.effect.isTolerated
  }

  /// What a label of ours records of a PDF signature that did not hold.
  private static let brokenPDFSignature = "org.broadseal.pdfSignature.broken"
}

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
    (asset.log.failures + asset.validation.ingredients.flatMap(countingFailures))
      .filter { !$0.code.effect.isTolerated }
  }

  /// What counts of an ingredient. One whose manifest has the hash that was signed "is fully validated"
  /// (C2PA 2.5 §14.11.3.3.2): whoever took it in looked at its signer, and that this certificate has
  /// expired since says nothing about what was made of it. It stands with the ingredient's failures.
  ///
  /// A version of the hash of boxes that counts for nothing today was one when old films were signed:
  /// neither does its absence count against what was made of them.
  private static func countingFailures(of ingredient: IngredientValidation) -> [Status] {
    ingredient.newFailures.filter {
      !(ingredient.isValidated && $0.code == .claimSignatureOutsideValidity)
        && !(ingredient.hasOldBinding && $0.code == .claimHardBindingsMissing)
    }
  }
}

extension IngredientValidation {
  /// Whether its manifest, of before C2PA 2.0, binds a film by the first version of the hash of boxes.
  fileprivate var hasOldBinding: Bool {
    guard let claim = try? edge.target?.claim.get(), claim.version == 1 else { return false }
    return claim.assertions.contains { reference in
      reference.uri?.path.last.map { AssertionLabel($0).base.isExactly(BMFFHash.oldestLabel) }
        ?? false
    }
  }
}
