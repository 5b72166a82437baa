import BroadsealNotes
import BroadsealProvenance
import BroadsealTrust

/// Condition 1: the manifest is valid under the strict profile. The bytes left out of the hash are
/// exactly the manifest store, there is one store, and nothing in it is of unknown meaning.
enum StrictManifestCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    var reasons = facts.strictness
    if facts.manifest.claim.version != 2 {
      reasons.append(
        Note(OfficialCode.oldClaim))
    }
    if !facts.manifest.signature.isCredentialProtected {
      reasons.append(
        Note(OfficialCode.credentialUnprotected))
    }
    // A stamp covers the signature. Where none counts and none is asked for, anybody could put n − s in
    // the place of s; an identity that speaks does not vouch for the claim's signature anyway.
    let isLoose =
      facts.voice.identity == nil && facts.stamp == nil
      && facts.candidate?.entry.scope.requiresTimeStamp == false
      && !facts.manifest.signature.isLow
    // Of an identity's way nothing is stapled to the claim's signature.
    let isProved =
      facts.voice.identity == nil
      ? facts.staplesAreProved
      : StapleCheck.isProved(
        facts.manifest.signature.responses, by: facts.manifest.signature.credential, on: nil)
    if !facts.manifest.signature.isCanonical || isLoose || !isProved {
      reasons.append(
        Note(OfficialCode.signatureForm))
    }
    if facts.store.lineage.limit != nil {
      reasons.append(
        Note(OfficialCode.limit))
    }
    if facts.store.ingredients.contains(where: {
      !$0.newFailures.allSatisfy(\.code.effect.isTolerated)
    }) {
      reasons.append(
        Note(OfficialCode.ingredient))
    }
    if facts.store.updated.contains(where: { !isSound($0) }) {
      reasons.append(
        Note(OfficialCode.updated))
    }
    return reasons
  }

  /// What binds the content has to hold by itself: that its fault was recorded when it was updated
  /// does not mend it, and a stamp that comes after its certificate has expired does not either.
  private static func isSound(_ updated: ManifestValidation) -> Bool {
    updated.proof != nil && updated.log.failures.allSatisfy(\.code.effect.isTolerated)
  }
}
