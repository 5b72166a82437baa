import BroadsealBytes
import BroadsealOpenSSL

/// A path that was proved, from an end-entity certificate to an anchor that was given.
struct ChainPath: Sendable {
  /// End entity first, anchor last.
  let certificates: [Certificate]
  /// First moment at which every certificate below the anchor is valid.
  let notBefore: UTCTime
  /// Last moment at which every certificate below the anchor is valid.
  let notAfter: UTCTime

  /// Proves a path by RFC 5280 §6 to one of `anchors`; the wall clock is not read.
  ///
  /// - Parameters:
  ///   - time: when the certificates must be valid; nil: they need not be.
  ///   - isStrict: whether the certificates themselves must keep RFC 5280 §4 to the letter.
  init(
    of credential: SignerCredential, to anchors: AnchorStore, at time: UTCTime?, isStrict: Bool
  ) throws(ChainFailure) {
    certificates = try CertificateChain.validate(
      leaf: credential.leaf, intermediates: credential.intermediates, anchors: anchors,
      at: time ?? credential.leaf.notBefore, ignoringTime: time == nil, strict: isStrict
    ).get()
    notBefore = certificates.map(\.notBefore).max() ?? credential.leaf.notBefore
    notAfter = certificates.map(\.notAfter).min() ?? credential.leaf.notAfter
  }

  /// Whether every certificate of the path is valid at `time`.
  func isValid(at time: UTCTime) -> Bool { notBefore <= time && time <= notAfter }
}
