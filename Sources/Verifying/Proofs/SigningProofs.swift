import BroadsealOpenSSL

/// What proves the active signer of a file: worth keeping with it for the day when it is gone.
package struct SigningProofs: Sendable, Hashable {
  /// Label of the active manifest.
  package let manifest: String
  /// The signer's chain in DER: up to an anchor where one was found, else as it came.
  package let certificates: [[UInt8]]
  /// The time-stamp authority's chain in DER, likewise; empty without a trusted stamp.
  package let authorities: [[UInt8]]
  /// OCSP responses stapled to the signature.
  package let responses: [[UInt8]]

  /// The proofs of a proved manifest's signature.
  init(of manifest: ProvedManifest, in context: ValidationContext) {
    let signature = manifest.signature
    self.manifest = manifest.label
    certificates = SigningProofs.chain(
      of: signature.credential, to: [context.claimAnchors] + context.lists.map(\.claims), context)
    authorities =
      signature.time.map { stamp in
        SigningProofs.chain(
          of: stamp.authority,
          to: [context.timeStampAnchors] + context.lists.map(\.timeStamps), context)
      } ?? []
    responses = signature.responses
  }

  private static func chain(
    of credential: SignerCredential, to anchors: [AnchorSet?], _ context: ValidationContext
  ) -> [[UInt8]] {
    for case let anchors? in anchors {
      if case .success(let path) = context.chains.timelessPath(of: credential, to: anchors) {
        return path.certificates.map(\.der)
      }
    }
    return ([credential.leaf] + credential.intermediates).map(\.der)
  }
}

/// A verdict together with what proves the active signer that it speaks of.
package struct ProvedVerdict: Sendable {
  /// The verdict.
  package let verdict: Verdict
  /// What proves its active signer; nil when nothing does.
  package let proofs: SigningProofs?

  /// A verdict with its proofs, if there are any.
  init(_ verdict: Verdict, _ proofs: SigningProofs? = nil) {
    self.verdict = verdict
    self.proofs = proofs
  }
}
