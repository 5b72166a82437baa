package import BroadsealBytes

/// A time stamp authority on this machine, for networks without one and for demonstrations.
package struct TimeStampAuthority: Sendable {
  let key: PrivateKey
  let certificate: Certificate
  let chain: [Certificate]
  let policy: String

  /// Policy of tokens when none is named: under the enterprise number kept for examples (RFC 5612),
  /// so that it promises nothing.
  package static let defaultPolicy = "1.3.6.1.4.1.32473.1"

  /// An authority whose tokens bring `certificate` and `chain` along.
  ///
  /// Throws `credentialInvalid` when the certificate's purpose is not critically and only time
  /// stamping, and `unavailable` when the key is not the certificate's or cannot sign CMS.
  package init(
    key: PrivateKey, certificate: Certificate, chain: [Certificate] = [],
    policy: String = defaultPolicy
  ) throws(TimeStampError) {
    try TimeStampToken.requireMayStamp(certificate)
    guard key.belongs(to: certificate) else {
      throw TimeStampError(.unavailable, "the authority's key is not that of its certificate")
    }
    switch key.publicKey.kind {
    case .rsa, .ec: break
    default:
      throw TimeStampError(
        .unavailable, "a key of type \(key.publicKey.kind) cannot sign time stamps")
    }
    self.key = key
    self.certificate = certificate
    self.chain = chain
    self.policy = policy
  }

  /// A token that says that `digest` existed at `time`.
  package func stamp(
    _ digest: Digest, at time: UTCTime, nonce: [UInt8]? = nil
  ) throws(TimeStampError) -> TimeStampToken {
    let response = try respond(to: TimeStampRequest.der(digest, nonce: nonce), at: time)
    return try TimeStampToken(TimeStampEnvelope.open(response).token)
  }
}
