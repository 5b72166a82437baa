import BroadsealProvenance

/// Condition 1: the manifest is valid under the strict profile. The bytes left out of the hash are
/// exactly the manifest store, there is one store, and nothing in it is of unknown meaning.
enum StrictManifestCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Reason] {
    var reasons = facts.strictness
    if facts.manifest.claim.version != 2 {
      reasons.append(
        Reason(code: "OFF-1-OLD-CLAIM", explanation: "the claim is of the first version"))
    }
    if !facts.manifest.signature.isCredentialProtected {
      reasons.append(
        Reason(
          code: "OFF-1-CREDENTIAL-UNPROTECTED",
          explanation: "the signature does not cover the signer's certificate"))
    }
    if !facts.manifest.signature.isCanonical {
      reasons.append(
        Reason(
          code: "OFF-1-SIGNATURE-FORM",
          explanation: "the signature holds headers or padding that nothing accounts for"))
    }
    if facts.store.lineage.limit != nil {
      reasons.append(
        Reason(code: "OFF-1-LIMIT", explanation: "not every ingredient could be looked at"))
    }
    if facts.store.ingredients.contains(where: { !$0.newFailures.allSatisfy(isForgivable) }) {
      reasons.append(
        Reason(code: "OFF-1-INGREDIENT", explanation: "an ingredient does not hold"))
    }
    if facts.store.updated.contains(where: { !isSound($0) }) {
      reasons.append(
        Reason(
          code: "OFF-1-UPDATED", explanation: "the label that this one updates does not hold"))
    }
    return reasons
  }

  /// What binds the content has to hold by itself: that its fault was recorded when it was updated
  /// does not mend it, and a stamp that comes after its certificate has expired does not either.
  private static func isSound(_ updated: ManifestValidation) -> Bool {
    updated.proof != nil && updated.log.failures.allSatisfy(isForgivable)
  }

  private static func isForgivable(_ entry: StatusLog.Entry) -> Bool {
    entry.code == .signingCredentialUntrusted || entry.code.rawValue.hasPrefix("cawg.")
  }
}
