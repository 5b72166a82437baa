import BroadsealOpenSSL
import BroadsealProvenance

/// Who speaks for a document: the signer of its claim, or an actor whose identity stands in the
/// active manifest and covers everything that is said there.
struct Voice: Sendable {
  /// The certificates; the first one's key made the signature.
  let credential: SignerCredential
  /// Name of the signature algorithm.
  let algorithm: String
  /// The trusted time before which the signature was made.
  let stamp: ProvedTime?
  /// Whether there is a time stamp at all, believed or not.
  let bearsStamp: Bool
  /// What is known of the certificate's revocation, on all ways together.
  let revocation: RevocationStanding
  /// OCSP responses stapled to the signature, as received.
  let responses: [[UInt8]]
  /// The identity that speaks; nil: the signer of the claim.
  let identity: ProvedIdentity?

  /// The signer of the claim.
  ///
  /// - Parameter log: the statuses of its manifest.
  init(signerOf manifest: ProvedManifest, log: StatusLog) {
    let signature = manifest.signature
    credential = signature.credential
    algorithm = signature.algorithm.name
    stamp = signature.time
    bearsStamp = signature.bearsStamp
    revocation = RevocationStanding(log)
    responses = signature.responses
    identity = nil
  }

  /// An actor whose identity stands in `manifest`.
  init(_ identity: ProvedIdentity, in manifest: ProvedManifest) {
    let holder = identity.holder
    credential = holder.credential
    algorithm = holder.algorithm
    stamp = holder.time
    bearsStamp = holder.bearsStamp || manifest.signature.bearsStamp
    revocation = holder.revocation
    responses = holder.responses
    self.identity = identity
  }

  /// The holder of the key, by its certificate.
  var signer: SignerIdentity {
    SignerIdentity(
      subject: credential.subject, name: credential.name, spki: credential.spki,
      algorithm: algorithm, notAfter: credential.leaf.notAfter)
  }
}
