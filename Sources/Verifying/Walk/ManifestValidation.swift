import BroadsealBytes
import BroadsealProvenance

/// What was found out about one manifest by itself, without the file around it.
///
/// A class, because checks hand it around a lot and it never changes.
final class ManifestValidation: Sendable {
  /// The manifest, as received.
  let manifest: Manifest
  /// Every status, in the order of the checks.
  let log: StatusLog
  /// Its assertions that match their hashes, in the order of the claim.
  let assertions: [ProvedAssertion]
  /// The proved part of it; nil when its claim or its signature is not proved.
  let proof: ProvedManifest?
  /// Further people or bodies who signed for its content; each signature holds.
  let identities: [ProvedIdentity]

  /// Runs every check of a manifest (C2PA 2.5 §14.6 to §14.10).
  ///
  /// - Parameters:
  ///   - time: when the signature is known to have existed, if it bears no trusted stamp.
  ///   - laterStamps: tokens that later manifests bring for its signature.
  init(
    _ manifest: Manifest, redactions: Redactions, lookup: ManifestLookup,
    context: ValidationContext, at time: UTCTime, laterStamps: [[UInt8]] = []
  ) {
    self.manifest = manifest
    var log = StatusLog()
    guard let claim = ClaimCheck.run(manifest, into: &log) else {
      self.log = log
      (assertions, proof, identities) = ([], nil, [])
      return
    }
    let signature = SignatureCheck.run(
      manifest, claim: claim, context: context, at: time, laterStamps: laterStamps, into: &log)
    assertions = AssertionCheck.run(
      manifest, claim: claim, redactions: redactions, into: &log)
    let subject = ManifestSubject(
      manifest: manifest, claim: claim, assertions: assertions, lookup: lookup,
      redactions: redactions)
    switch manifest.kind {
    case .standard: StandardManifestCheck.run(subject, into: &log)
    case .update: UpdateManifestCheck.run(subject, into: &log)
    case .compressed: break
    }
    ActionsCheck.run(subject, into: &log)
    IngredientAssertionCheck.run(subject, into: &log)
    ContentCheck.run(subject, into: &log)
    proof = signature.flatMap { [log] in ProvedManifest(subject, signature: $0, log: log) }
    identities =
      proof.map { proof in
        IdentityCheck.run(
          subject, signature: proof.signature, context: context, at: time, into: &log)
      } ?? []
    self.log = log
  }
}
