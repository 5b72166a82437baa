import BroadsealNotes
import BroadsealProvenance

/// Condition 2, where an identity speaks in place of the claim's signer: whoever signed the claim
/// may be anybody, so that nothing may be there that the actor does not stand behind.
///
/// The identity covers every assertion of the manifest beside identities, the hard binding, the
/// actions and the label among them; the claim's signer vouches for all of them but title
/// and language, so that it cannot move one to where it counts for less; nothing is redacted;
/// and the identity's own signature is in the one form that claim signatures must have.
enum IdentityVoiceCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    guard let identity = facts.voice.identity else { return [] }
    var reasons: [Note] = []
    if !isWhole(identity, facts.manifest) {
      reasons.append(
        Note(OfficialCode.identityPartial))
    }
    if !isAlone(identity, facts) {
      reasons.append(
        Note(OfficialCode.identityExtra))
    }
    if !identity.hasOnlyKnownFields || !identity.holder.isCanonical
      || !identity.holder.isCredentialProtected || !facts.staplesAreProved
    {
      reasons.append(
        Note(OfficialCode.identityForm))
    }
    if !identity.holder.isTrusted {
      reasons.append(
        Note(OfficialCode.identityUntrusted))
    }
    return reasons
  }

  /// Whether the identity stands behind what makes a document official.
  private static func isWhole(_ identity: ProvedIdentity, _ manifest: ProvedManifest) -> Bool {
    let covered = manifest.assertions.map(\.label).filter { identity.covered.contains($0.text) }
    return covered.contains(where: \.isHardBinding) && covered.contains(where: \.isActions)
      && covered.contains { $0.isOne(of: [BroadsealLabel.label]) }
  }

  /// Whether the manifest says nothing else, and the claim's signer has left nothing out.
  private static func isAlone(_ identity: ProvedIdentity, _ facts: OfficialCase) -> Bool {
    let others = facts.manifest.assertions.filter {
      !$0.label.isOne(of: [IdentityAssertion.label])
    }
    return facts.store.active.manifest.kind == .standard && facts.manifest.claim.redacted.isEmpty
      && others.allSatisfy { assertion in
        (assertion.isCreated || assertion.label.isOne(of: [Metadata.label]))
          && identity.covered.contains(assertion.label.text)
      }
  }
}
